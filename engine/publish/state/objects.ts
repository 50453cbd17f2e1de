import { parse } from 'yaml';
import type { PlacedObject } from '../../guard/index.ts';
import { isRecord, text } from '../../inspect/plain.ts';
import { readPlainYaml } from '../../manifests/plain-yaml.ts';
import type { Manifest } from '../../manifest.ts';
import type { ConfigRepo } from '../git/remote.ts';
import type { ZoneState } from './zone-state.ts';

/** A manifest by its bytes; undefined when it is none. */
export function manifestOf(bytes: Buffer): Manifest | undefined {
  const content = bytes.toString('utf8');
  let value = readPlainYaml(content);
  try {
    if (value === undefined) value = parse(content, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
  return isRecord(value) && isRecord(value['metadata']) && text(value['kind']) !== undefined && text(value['apiVersion']) !== undefined && text(value['metadata']['name']) !== undefined ? value as Manifest : undefined;
}

/**
 * The objects that a commit has of a zone. `known` gives the manifest of a blob that was read before, so that equal objects are one.
 * A file that nobody can read stands by what the ledger says of it.
 */
export async function objectsOf(repo: ConfigRepo, { ledger, files }: ZoneState, environment: string, known: ReadonlyMap<string, Manifest> = new Map()): Promise<readonly PlacedObject[]> {
  const rows = (ledger?.objects ?? []).flatMap((row) => {
    const file = `${environment}/${row.file}`;
    const blob = files.get(file)?.blob;
    return blob === undefined ? [] : [{ row, file, blob }];
  });
  const blobs = await repo.blobs(rows.filter(({ blob }) => !known.has(blob)).map(({ blob }) => blob));
  return rows.map(({ row: { apiVersion, kind, namespace, name }, file, blob }) => {
    const bytes = blobs.get(blob);
    const manifest = known.get(blob) ?? (bytes && manifestOf(bytes)) ?? { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } };
    return { file, manifest };
  });
}
