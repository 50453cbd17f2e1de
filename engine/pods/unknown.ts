import type { Manifest } from '../manifest.ts';
import { isRecord, type Plain } from '../inspect/plain.ts';
import { groupOf, hasPods } from './pods.ts';
import { below, resolve } from './walk.ts';

/** More than any object that an API server keeps, and little enough to be walked at once. */
const MOST = 200_000;

/** Where Argo kinds change or replace a pod out of sight: a template in another object, a patch or a whole manifest in a string. */
const OUT_OF_SIGHT = ['spec.workloadRef', ...['spec', 'spec.workflowSpec'].flatMap((spec) => [
  `${spec}.podSpecPatch`, `${spec}.workflowTemplateRef`, `${spec}.templateDefaults.podSpecPatch`, `${spec}.templates.*.podSpecPatch`, `${spec}.templates.*.resource.manifest`,
])];

/**
 * Paths in an object that look like pods which nobody judges: in an unknown kind every map with a `containers` list of named images,
 * in a known one what is patched or stands in another object. In the order of the object; at most 200,000 values are looked at.
 */
export function unknownPods(manifest: Manifest): readonly string[] {
  if (!hasPods(manifest)) return podLike(manifest);
  return groupOf(manifest.apiVersion) === 'argoproj.io' ? OUT_OF_SIGHT.flatMap((path) => resolve(manifest, path).map(({ field }) => field)) : [];
}

function podLike(manifest: Manifest): readonly string[] {
  return hidesPod(manifest) ? podPaths(manifest) : [];
}

/** Without the paths, since few objects hide one. */
function hidesPod(manifest: Manifest): boolean {
  const open: unknown[] = [manifest];
  for (let seen = 0; open.length > 0 && seen < MOST; seen++) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index--) if (typeof value[index] === 'object') open.push(value[index]);
    } else if (isRecord(value)) {
      if (looksLikePod(value)) return true;
      const keys = Object.keys(value);
      for (let index = keys.length - 1; index >= 0; index--) if (typeof value[keys[index]!] === 'object') open.push(value[keys[index]!]);
    }
  }
  return false;
}

function podPaths(manifest: Manifest): readonly string[] {
  const found: string[] = [];
  const open: { readonly value: unknown; readonly field: string }[] = [{ value: manifest, field: '' }];
  for (let seen = 0; open.length > 0 && seen < MOST; seen++) {
    const { value, field } = open.pop()!;
    if (isRecord(value) && looksLikePod(value)) {
      found.push(field);
      continue;
    }
    const keys = Array.isArray(value) ? [...value.keys()] : isRecord(value) ? Object.keys(value) : [];
    for (const key of keys.reverse()) {
      const child = (value as Record<string | number, unknown>)[key];
      if (typeof child === 'object') open.push({ value: child, field: below(field, key) });
    }
  }
  return found;
}

function looksLikePod({ containers }: Plain): boolean {
  return Array.isArray(containers) && containers.some((container: unknown) => isRecord(container) && typeof container['name'] === 'string' && typeof container['image'] === 'string');
}
