import { createHash } from 'node:crypto';
import type { WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { Manifest } from '../../manifest.ts';
import { metadata, type Place } from './place.ts';
import { holdsSecret, secretTemplate } from './secret-template.ts';
import { externalSecret, type FetchedKey } from './secrets.ts';

interface PlacedFile {
  readonly path: string;
  readonly key: string;
  readonly secret: boolean;
}

export interface RenderedFiles {
  readonly manifests: readonly Manifest[];
  readonly placed: readonly PlacedFile[];
  /** Name of the ConfigMap; undefined when no file is plain. */
  readonly configMap?: string;
  /** Name of the Secret; undefined when no file names a secret. */
  readonly secret?: string;
  /** Changes with every byte of a file, so that the pods roll with it; undefined when there is no file. */
  readonly hash?: string;
}

/** Files become a ConfigMap; those that name a secret become the template of an ExternalSecret. Both are called `<part>-files`. */
export function renderFiles(place: Place, part: WorkloadPart): RenderedFiles {
  const files = part.files ?? [];
  if (files.length === 0) return { manifests: [], placed: [] };
  const keys = keysOf(files.map(({ path }) => path));
  const placed = files.map(({ path, text }) => ({ path, key: keys.get(path)!, text, secret: holdsSecret(text) }));
  const meta = metadata(place, `${part.name}-files`);
  const plain = placed.filter((each) => !each.secret);
  const secret = placed.filter((each) => each.secret);
  const { environment } = place.middleware;
  const where = environment.pathOf(place.middleware);
  const wanted = new Map<string, FetchedKey>();
  const template = Object.fromEntries(secret.map(({ key, path, text }) => [key, secretTemplate(text, path, `${where}:${path}`, environment.problems, wanted)]));
  const fetched = [...wanted.values()].sort((a, b) => (a.secretKey < b.secretKey ? -1 : 1));
  return {
    manifests: [
      ...(plain.length > 0 ? [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: meta, data: Object.fromEntries(plain.map(({ key, text }) => [key, text])) }] : []),
      ...(secret.length > 0 ? [externalSecret(meta, fetched, { data: template })] : []),
    ],
    placed,
    configMap: plain.length > 0 ? meta.name : undefined,
    secret: secret.length > 0 ? meta.name : undefined,
    hash: createHash('sha256').update(JSON.stringify(files.map(({ path, text }) => [path, text]))).digest('hex').slice(0, 16),
  };
}

/** The file's own name; with its folders where two files share one. */
function keysOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const count = new Map<string, number>();
  for (const path of paths) count.set(base(path), (count.get(base(path)) ?? 0) + 1);
  const clean = (text: string) => text.replace(/[^-._a-zA-Z0-9]+/g, '.').replace(/^\.+/, '');
  return new Map(paths.map((path) => [path, clean(count.get(base(path)) === 1 ? base(path) : path)]));
}
