import { hash } from 'node:crypto';
import { problem, ProblemError } from '../problem/index.ts';
import type { ImageName } from './name.ts';
import { askRegistry, type RegistryOptions } from './registry.ts';

interface Platform {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
}

interface ManifestBody {
  readonly manifests?: readonly { readonly platform?: Platform }[];
  readonly config?: { readonly digest?: string };
}

/** Platforms that an image is there for, as its registry says: `linux/amd64`, `linux/arm64`, sorted. Throws a ProblemError with what it answered. */
export async function platformsOf({ repository, digest }: ImageName & { readonly digest: string }, options: RegistryOptions = {}): Promise<readonly string[]> {
  const where = `${repository}@${digest}`;
  const manifest = await fetchJson(repository, `manifests/${digest}`, digest, where, options) as ManifestBody;
  if (Array.isArray(manifest.manifests)) return named(manifest.manifests.map(({ platform }) => platform ?? {}), where);
  const config = manifest.config?.digest;
  if (config === undefined || !/^sha256:[0-9a-f]{64}$/.test(config)) throw refused(where, 'no config');
  return named([await fetchJson(repository, `blobs/${config}`, config, where, options) as Platform], where);
}

function named(platforms: readonly Platform[], where: string): readonly string[] {
  // signatures and provenance stand in an index as platform unknown/unknown
  const names = platforms.flatMap(({ os, architecture, variant }) => (os && architecture && os !== 'unknown' ? [[os, architecture, variant].filter(Boolean).join('/')] : []));
  if (names.length === 0) throw refused(where, 'no platform');
  return [...new Set(names)].sort();
}

/** What the digest stands for, and nothing else. */
async function fetchJson(repository: string, path: string, digest: string, where: string, options: RegistryOptions): Promise<unknown> {
  const response = await askRegistry(repository, path, where, options);
  if (!response.ok) throw refused(where, `HTTP ${response.status}`);
  const text = Buffer.from(await response.arrayBuffer());
  if (`sha256:${hash('sha256', text)}` !== digest) throw refused(where, 'other content than its digest');
  try {
    const data: unknown = JSON.parse(text.toString('utf8'));
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    throw refused(where, 'no JSON');
  }
}

const refused = (where: string, value: string) => new ProblemError([problem('CHAMP5010', where, { value })]);
