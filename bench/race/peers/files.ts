import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../json.ts';

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Objects by namespace, those of the cluster under `cluster`. */
export function byNamespace(manifests: readonly Manifest[]): ReadonlyMap<string, readonly Manifest[]> {
  const found = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const key = manifest.metadata.namespace ?? 'cluster';
    const list = found.get(key) ?? [];
    list.push(manifest);
    found.set(key, list);
  }
  return found;
}
