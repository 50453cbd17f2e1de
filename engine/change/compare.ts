import { replacedFields } from '../guard/index.ts';
import { isHook } from '../guard/placed.ts';
import type { Manifest } from '../manifest.ts';
import { Problems } from '../problem/index.ts';
import type { Change, ChangeClass } from './change.ts';
import { entriesOf, type Entry } from './entries.ts';
import { fieldChanges } from './fields.ts';
import { renamesOf } from './renames.ts';
import type { SideEnvironment } from './side.ts';

/**
 * What differs between two states of an environment, object by object; a side that is undefined has none. Sorted by zone, application and
 * file. Only files whose hash changed are read. Throws one ProblemError with every file that could not be read.
 */
export function compareEnvironments(base: SideEnvironment | undefined, head: SideEnvironment | undefined): readonly Change[] {
  const environment = head?.name ?? base?.name ?? '';
  const [was, is] = [entriesOf(base), entriesOf(head)];
  const problems = new Problems();
  const read = ({ read: manifest }: Entry): Manifest | undefined => problems.gather(manifest);
  const changes: Change[] = [];
  const add = (change: Change | undefined) => { if (change) changes.push(change); };
  const [deleted, created]: [Entry[], Entry[]] = [[], []];
  for (const [id, entry] of was) if (!is.has(id)) deleted.push(entry);
  for (const [id, entry] of is) {
    const former = was.get(id);
    if (!former) created.push(entry);
    else if (former.row.hash !== entry.row.hash || former.application !== entry.application) add(changeOf(environment, former, entry, read));
  }
  const renames = renamesOf({ was, is, deleted, created, read });
  for (const [former, entry] of renames) add(changeOf(environment, former, entry, read, 'renamed'));
  const paired = new Set([...renames].flat());
  for (const entry of deleted) if (!paired.has(entry)) add(aloneOf(environment, 'deleted', entry, read(entry)));
  for (const entry of created) if (!paired.has(entry)) add(aloneOf(environment, 'created', entry, read(entry)));
  problems.throwIfAny();
  return changes.sort(byPlace);
}

function changeOf(environment: string, former: Entry, entry: Entry, read: (entry: Entry) => Manifest | undefined, renamed?: 'renamed'): Change | undefined {
  const [before, after] = [read(former), read(entry)];
  if (!before || !after) return undefined;
  const fields = former.row.hash === entry.row.hash ? [] : fieldChanges(before, after);
  const isMoved = former.application !== entry.application;
  if (fields.length === 0 && !isMoved && !renamed) return undefined;
  const is: ChangeClass = renamed ?? (isReplaced(before, after) ? 'replaced' : isMoved ? 'moved' : 'changed');
  return {
    ...common(environment, is, entry),
    ...(isMoved || renamed ? { from: { application: former.application, name: former.object.name, file: former.row.file } } : {}),
    before, after, fields,
  };
}

/** ArgoCD makes a hook anew at every sync: nothing of it has to change in place. */
const isReplaced = (before: Manifest, after: Manifest): boolean => !(isHook(before) && isHook(after)) && replacedFields(before, after).length > 0;

function aloneOf(environment: string, is: 'created' | 'deleted', entry: Entry, manifest: Manifest | undefined): Change | undefined {
  return manifest && { ...common(environment, is, entry), ...(is === 'created' ? { after: manifest } : { before: manifest }), fields: [] };
}

const common = (environment: string, is: ChangeClass, { zone, application, object, row: { file, path, source } }: Entry) => ({ class: is, environment, zone, application, file, path, source, object });

function byPlace(a: Change, b: Change): number {
  for (const key of ['zone', 'application', 'file', 'class'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  return 0;
}
