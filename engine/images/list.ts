import type { RenderedObject } from '../manifest.ts';

export interface UsedImage {
  readonly image: string;
  /** `zone/namespace/name` of the objects that run it, sorted. */
  readonly users: readonly string[];
}

const IMAGES = 'champ.hsa/images';

/** Every image that objects name, wherever a string field called `image` stands: pods and custom resources alike. */
export function imagesIn(objects: readonly RenderedObject[]): readonly UsedImage[] {
  const found = new Map<string, Set<string>>();
  for (const { manifest, zone } of objects) {
    const user = `${zone}/${manifest.metadata.namespace ?? ''}/${manifest.metadata.name}`;
    const use = (image: string) => found.set(image, (found.get(image) ?? new Set()).add(user));
    // a chart is not rendered here: its Application says what it runs
    if (manifest.kind === 'Application') manifest.metadata.annotations?.[IMAGES]?.split(',').forEach(use);
    else walk(manifest, use);
  }
  return [...found].map(([image, users]) => ({ image, users: [...users].sort() })).sort((a, b) => (a.image < b.image ? -1 : 1));
}

function walk(value: unknown, use: (image: string) => void): void {
  if (Array.isArray(value)) value.forEach((each) => walk(each, use));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (/^image$|Image$/.test(key) && typeof each === 'string' && each !== '') use(each);
      else walk(each, use);
    }
  }
}
