import type { Ledger, LedgerObject } from '../../emit/index.ts';
import { groupOf } from '../../pods/index.ts';

/** What happened to one object between two points; paths are below the folder of the environment. */
export interface ObjectChange {
  readonly change: 'created' | 'changed' | 'removed' | 'moved';
  /** `Kind/namespace/name`, or `Kind/name`. */
  readonly object: string;
  readonly zone: string;
  readonly file: string;
  /** Of `moved`: where it was. */
  readonly from?: string;
}

/** By object, so that one that only changed its file is no removal; configuration of components counts by its file. Sorted by file. */
export function objectChanges(before: Ledger | undefined, after: Ledger | undefined): readonly ObjectChange[] {
  const was = rowsOf(before);
  const is = rowsOf(after);
  const found: ObjectChange[] = [];
  for (const [id, { file, hash, object }] of is) {
    const former = was.get(id);
    const zone = file.split('/')[0]!;
    if (former === undefined) found.push({ change: 'created', object, zone, file });
    else if (former.file !== file) found.push({ change: 'moved', object, zone, file, from: former.file });
    else if (former.hash !== hash) found.push({ change: 'changed', object, zone, file });
  }
  for (const [id, { file, object }] of was) if (!is.has(id)) found.push({ change: 'removed', object, zone: file.split('/')[0]!, file });
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

interface Row {
  readonly file: string;
  readonly hash: string;
  readonly object: string;
}

function rowsOf(ledger: Ledger | undefined): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of ledger?.objects ?? []) rows.set(`${row.file.split('/')[0]} ${groupOf(row.apiVersion)} ${nameOf(row)}`, { ...row, object: nameOf(row) });
  for (const row of ledger?.files ?? []) rows.set(row.file, { ...row, object: row.file });
  return rows;
}

const nameOf = ({ kind, namespace, name }: LedgerObject): string => [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
