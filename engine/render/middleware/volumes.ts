import type { WorkloadPart } from '../../../constructs/middleware/index.ts';
import { scratch } from '../pod/hardening.ts';
import type { RenderedFiles } from './files.ts';

type Json = Readonly<Record<string, unknown>>;

export const DATA = 'data';
const TMP = { path: '/tmp', size: '64Mi' };
/** Readable by the pod's group alone. */
const SECRET_MODE = 0o440;
const PLAIN_MODE = 0o444;

export interface Volumes {
  readonly volumes: readonly Json[];
  /** Mounts of each container of the pod. */
  readonly mounts: readonly Json[];
}

/** Paths that the part writes outside its volume; every image expects a /tmp. */
export function scratchPaths(part: WorkloadPart): readonly { readonly path: string; readonly size: string }[] {
  const own = part.writable ?? [];
  return own.some(({ path }) => path === TMP.path) ? own : [TMP, ...own];
}

export function volumesOf(part: WorkloadPart, files: RenderedFiles): Volumes {
  const names = new Names();
  const mounts: Json[] = part.storage ? [{ name: DATA, mountPath: part.storage.path }] : [];
  const volumes: Json[] = [];
  for (const { path, size } of scratchPaths(part)) {
    const name = names.of(path === TMP.path ? 'tmp' : `scratch-${path}`);
    volumes.push(scratch(name, size));
    mounts.push({ name, mountPath: path });
  }
  if (files.configMap) volumes.push({ name: 'files', configMap: { name: files.configMap, defaultMode: PLAIN_MODE } });
  if (files.secret) volumes.push({ name: 'files-secret', secret: { secretName: files.secret, defaultMode: SECRET_MODE } });
  // one file each, so that what else the image holds in the folder stays
  for (const { path, key, secret } of files.placed) mounts.push({ name: secret ? 'files-secret' : 'files', mountPath: path, subPath: key, readOnly: true });
  const secrets = new Map([...new Set((part.secrets ?? []).map((each) => each.secret))].map((secret) => [secret, names.of(`secret-${secret}`)]));
  for (const [secretName, name] of secrets) volumes.push({ name, secret: { secretName, defaultMode: SECRET_MODE } });
  for (const { secret, path } of part.secrets ?? []) mounts.push({ name: secrets.get(secret), mountPath: path, readOnly: true });

  for (const path of part.hostPaths ?? []) {
    const name = names.of(`host-${path}`);
    volumes.push({ name, hostPath: { path, type: 'Directory' } });
    mounts.push({ name, mountPath: path, readOnly: true });
  }
  return { volumes, mounts };
}

/** Volume names from paths: DNS labels, each once in the pod. */
class Names {
  private readonly taken = new Set<string>();

  of(text: string): string {
    const base = text.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 59).replace(/^-+|-+$/g, '');
    let name = base;
    for (let count = 2; this.taken.has(name); count++) name = `${base}-${count}`;
    this.taken.add(name);
    return name;
  }
}
