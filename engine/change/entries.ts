import type { LedgerFile, LedgerObject } from '../emit/index.ts';
import { readPlainYaml } from '../manifests/plain-yaml.ts';
import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';
import { Problems } from '../problem/index.ts';
import { parseYaml, SourceFile } from '../text/index.ts';
import type { ObjectId } from './change.ts';
import type { SideEnvironment } from './side.ts';

/** A row of a side's ledger: an object, or a plain file. */
export interface Entry {
  /** The same on both sides: zone, API group, kind, namespace, name. */
  readonly id: string;
  readonly object: ObjectId;
  readonly zone: string;
  readonly application: string;
  readonly row: LedgerFile;
  /** What stands in the file, read when it is asked for; throws a ProblemError. */
  readonly read: () => Manifest;
}

/** `kind` of a plain file. */
export const FILE = 'File';

/** Everything of a side by identity; a second object of one identity is known by its file. */
export function entriesOf(side: SideEnvironment | undefined): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  if (!side) return entries;
  const add = (entry: Entry) => void entries.set(entries.has(entry.id) ? `${entry.id} ${entry.row.file}` : entry.id, entry);
  for (const row of side.ledger.objects) add(objectEntry(row, side));
  for (const row of side.ledger.files) {
    const object = { apiVersion: '', kind: FILE, name: row.file };
    const place = placeOf(row.file);
    add({ ...place, id: identity(place.zone, object), object, row, read: () => fileManifest(row.file, side.text(row.file)) });
  }
  return entries;
}

function objectEntry(row: LedgerObject, side: SideEnvironment): Entry {
  const { apiVersion, kind, namespace, name, file } = row;
  const object = { apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name };
  const { zone, application } = placeOf(file);
  return { zone, application, id: identity(zone, object), object, row, read: () => side.manifest(file) };
}

/** No part has a line end in it. */
const identity = (zone: string, { apiVersion, kind, namespace = '', name }: ObjectId): string => `${zone}\n${groupOf(apiVersion)}\n${kind}\n${namespace}\n${name}`;

function placeOf(file: string): { readonly zone: string; readonly application: string } {
  const zone = file.indexOf('/');
  const application = file.indexOf('/', zone + 1);
  return { zone: zone < 0 ? '' : file.slice(0, zone), application: zone < 0 || application < 0 ? '' : file.slice(zone + 1, application) };
}

/** A plain file in the form of an object: its data, or its text where it is no YAML, is the field `content`. */
function fileManifest(name: string, text: string): Manifest {
  return { apiVersion: '', kind: FILE, metadata: { name }, content: contentOf(name, text) };
}

function contentOf(name: string, text: string): unknown {
  if (!/\.(?:ya?ml|json)$/i.test(name)) return text;
  const plain = readPlainYaml(text);
  if (typeof plain === 'object') return plain;
  const documents = parseYaml(new SourceFile(name, text, new Problems()));
  if (!documents) return text;
  const values: readonly unknown[] = documents.map((document) => document.toJS() as unknown);
  return values.length === 1 ? values[0] : values;
}
