import { lstatSync, opendirSync, readdirSync, type Dir, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { Problems } from '../problem/index.ts';
import { byText, foldersOf, LEDGER, pendingNumber, STAGING } from './paths.ts';
import { inTheWay } from './storage.ts';

/** The emitter's own files in the folder of an environment. */
export interface OwnFiles {
  /** Numbers of the pending ledgers that killed runs left, ascending. */
  readonly pending: readonly number[];
  /** Whether a killed run left its staging folder. */
  readonly isStaged: boolean;
  readonly hasLedger: boolean;
}

/** The output in the folder of an environment. */
export interface Output {
  /** Regular files among the paths asked for. */
  readonly present: ReadonlySet<string>;
  /** Files that nobody asked for, and folders of such files as `name/`, sorted. */
  readonly foreign: readonly string[];
}

/** What the emitter keeps in the folder beside the output; a link or anything else under these names is a problem. */
export function scanOwn(folder: string, problems: Problems): OwnFiles {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory() === false) problems.push(inTheWay(folder, stat, 'folder'));
  const pending: number[] = [];
  let [isStaged, hasLedger] = [false, false];
  for (const entry of stat?.isDirectory() ? entriesOf(folder) : []) {
    const type = ownType(entry.name);
    if (type === undefined) continue;
    if (type === 'file' ? !entry.isFile() : !entry.isDirectory()) problems.push(inTheWay(join(folder, entry.name), entry, type));
    else if (type === 'folder') isStaged = true;
    else if (entry.name === LEDGER) hasLedger = true;
    else pending.push(pendingNumber(entry.name)!);
  }
  return { pending: pending.sort((a, b) => a - b), isStaged, hasLedger };
}

function ownType(name: string): Want['type'] | undefined {
  if (name === STAGING) return 'folder';
  return name === LEDGER || pendingNumber(name) !== undefined ? 'file' : undefined;
}

/**
 * Lists the output without following a link. `planned` paths must be free for a regular file: whatever else stands there
 * is a problem; at a `known` path (what a ledger lists) it is foreign. A folder that holds neither is one foreign entry.
 */
export function scanOutput(folder: string, planned: Iterable<string>, known: Iterable<string>, problems: Problems): Output {
  const wanted = new Map<string, Want>();
  const want = (file: string, isPlanned: boolean) => {
    wanted.set(file, { type: 'file', isPlanned });
    for (const parent of foldersOf(file)) wanted.set(parent, { type: 'folder', isPlanned });
  };
  for (const file of known) want(file, false);
  for (const file of planned) want(file, true);
  const present = new Set<string>();
  const foreign: string[] = [];

  const visit = (parent: string, entry: Dirent) => {
    const file = parent === '' ? entry.name : `${parent}/${entry.name}`;
    const wish = wanted.get(file);
    if (parent === '' && ownType(file) !== undefined) return;
    if (wish?.type === 'file' && entry.isFile()) present.add(file);
    else if (wish?.type === 'folder' && entry.isDirectory()) {
      for (const child of entriesOf(join(folder, file))) visit(file, child);
    } else if (wish?.isPlanned) problems.push(inTheWay(join(folder, file), entry, wish.type));
    else if (!entry.isDirectory()) foreign.push(file);
    else if (holdsFile(join(folder, file))) foreign.push(`${file}/`);
  };
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    for (const entry of entriesOf(folder)) visit('', entry);
  }
  return { present, foreign: foreign.sort(byText) };
}

interface Want {
  readonly type: 'file' | 'folder';
  readonly isPlanned: boolean;
}

const entriesOf = (folder: string): Dirent[] => readdirSync(folder, { withFileTypes: true });

/** Whether anything but folders is below `folder`; ends at the first such entry. A folder that cannot be read may hold one. */
function holdsFile(folder: string): boolean {
  let opened: Dir;
  try {
    opened = opendirSync(folder);
  } catch {
    return true;
  }
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) {
      if (!entry.isDirectory() || holdsFile(join(folder, entry.name))) return true;
    }
    return false;
  } finally {
    opened.closeSync();
  }
}
