import type { Problems } from '../../engine/problem/index.ts';

/** An image as a row of releases.yaml has it: the path below the environment's registry. */
export interface Reference {
  readonly image: string;
  readonly tag: string;
  readonly digest: string;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const PATH = new RegExp(`^${PART}(?:/${PART})*$`);
/** Of registry and path together. */
const LONGEST = 255;
const TAG = /^\w[\w.-]{0,127}$/;

/**
 * The parts of `[registry/]path:tag@sha256:...`; a first part with a dot, a port or the name localhost is a registry, as everywhere.
 * Undefined after problems.
 */
export function readReference(text: string, { name, registry }: { readonly name: string; readonly registry: string }, where: string, problems: Problems): Reference | undefined {
  const refuse = (code: 'CHAMP9222' | 'CHAMP9223' | 'CHAMP9224' | 'CHAMP9225', allowed?: string): undefined => {
    problems.add(code, where, { value: text, environment: name, allowed });
    return undefined;
  };
  const [named = '', digest, ...more] = text.split('@');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const [path, tag] = hasTag ? [named.slice(0, colon), named.slice(colon + 1)] : [named, undefined];
  if (digest === undefined) return refuse('CHAMP9223');
  if (more.length > 0 || !DIGEST.test(digest)) return refuse('CHAMP9222');
  const hasHost = /^[^/]*[.:][^/]*\/|^localhost\//.test(path);
  if (hasHost && !path.startsWith(`${registry}/`)) return refuse('CHAMP9225', `${registry}/...`);
  const image = hasHost ? path.slice(registry.length + 1) : path;
  if (tag === undefined) return refuse('CHAMP9224');
  return PATH.test(image) && `${registry}/${image}`.length <= LONGEST && TAG.test(tag) ? { image, tag, digest } : refuse('CHAMP9222');
}
