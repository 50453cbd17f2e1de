import { MIDDLEWARE } from './middleware/index.ts';
import { OPERATORS } from './operators.ts';
import { TOOLS } from './tools.ts';

/** Every image beside those of the services: the keys that `products` of a releases.yaml may need, with published name and version. */
export function productImages(): Readonly<Record<string, { readonly image: string; readonly tag: string }>> {
  return Object.fromEntries([
    ...Object.values(MIDDLEWARE).flatMap((row) => Object.entries(row.images ?? {})),
    ...Object.entries(TOOLS),
    ...Object.values(OPERATORS).flatMap((row) => row.images.map((each) => [each.image, each] as const)),
  ]);
}
