import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';
import type { Entry } from './entries.ts';
import { exact, isRecord, type Plain } from './plain.ts';

export interface RenameInput {
  readonly was: ReadonlyMap<string, Entry>;
  readonly is: ReadonlyMap<string, Entry>;
  readonly deleted: readonly Entry[];
  readonly created: readonly Entry[];
  readonly read: (entry: Entry) => Manifest | undefined;
}

export type Rename = readonly [before: Entry, after: Entry];

/**
 * Deleted and created objects that are one with another name: content that is equal but for the name; the only one of its kind that a
 * construct makes on each side; content that is equal once the names learned so far are put in, since what belongs to a service bears
 * its name. Whatever leaves a choice is no rename. Linear in the size of the content.
 */
export function renamesOf({ was, is, deleted, created, read }: RenameInput): readonly Rename[] {
  const pairs: Rename[] = [];
  let [gone, come] = [byFile(deleted), byFile(created)];
  const pair = (keyBefore: (entry: Entry) => string | undefined, keyAfter = keyBefore) => {
    const found = matched(gone, come, keyBefore, keyAfter);
    pairs.push(...found);
    const taken = new Set(found.flat());
    gone = gone.filter((each) => !taken.has(each));
    come = come.filter((each) => !taken.has(each));
  };
  if (gone.length === 0 || come.length === 0) return pairs;
  const possible = new Set(come.map(sortOf));
  gone = gone.filter((each) => possible.has(sortOf(each)));
  const reading = (form: (manifest: Manifest, entry: Entry) => string) => (entry: Entry): string | undefined => {
    const manifest = read(entry);
    return manifest && `${sortOf(entry)} ${form(manifest, entry)}`;
  };
  pair(reading((manifest, { object: { name } }) => contentWith(manifest, new Map([[name, NAME]]))));
  const only = onlyOfItsPath(was, is);
  pair(only.before, only.after);
  const learned = new Map<string, Map<string, string>>();
  for (const [{ zone, object }, after] of pairs) learned.set(zone, (learned.get(zone) ?? new Map<string, string>()).set(object.name, after.object.name));
  if (learned.size > 0) pair(reading((manifest, { zone }) => contentWith(manifest, learned.get(zone) ?? NONE)), reading((manifest) => contentWith(manifest, NONE)));
  return pairs;
}

/** No name has such characters. */
const NAME = '\u0000';
const NONE: ReadonlyMap<string, string> = new Map();

const byFile = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => (a.row.file < b.row.file ? -1 : a.row.file > b.row.file ? 1 : 0));

/** Only objects of one zone, kind and namespace can be one another. */
const sortOf = ({ zone, object: { apiVersion, kind, namespace = '' } }: Entry): string => JSON.stringify([zone, groupOf(apiVersion), kind, namespace]);

function matched(gone: readonly Entry[], come: readonly Entry[], keyBefore: (entry: Entry) => string | undefined, keyAfter: (entry: Entry) => string | undefined): readonly Rename[] {
  const [before, after] = [group(gone, keyBefore), group(come, keyAfter)];
  return [...before].flatMap(([key, entries]): readonly Rename[] => {
    const others = after.get(key);
    return entries.length === 1 && others?.length === 1 ? [[entries[0]!, others[0]!]] : [];
  });
}

function group(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const list = groups.get(key);
    if (list) list.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** The construct path of what is the only object of its kind that the construct makes, on its side. */
function onlyOfItsPath(was: ReadonlyMap<string, Entry>, is: ReadonlyMap<string, Entry>): Record<'before' | 'after', (entry: Entry) => string | undefined> {
  const keyOf = (entry: Entry) => `${sortOf(entry)} ${entry.row.path}`;
  const side = (entries: ReadonlyMap<string, Entry>) => {
    const groups = group([...entries.values()], keyOf);
    return (entry: Entry) => (entry.row.path !== '' && groups.get(keyOf(entry))?.length === 1 ? keyOf(entry) : undefined);
  };
  return { before: side(was), after: side(is) };
}

/** A hash of what a rename changes elsewhere: it says nothing of the object. */
const DERIVED = /(?:^|[/.-])(?:config-hash|checksum)(?:[/.-]|$)/;
const WORD = /[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*/g;

/** The content as a text, with other names in place of those of `names`: whole ones, and those that begin a longer name. */
function contentWith(manifest: Manifest, names: ReadonlyMap<string, string>): string {
  const renamed = (text: string): string => (names.size === 0 ? text : text.replace(WORD, (word) => replaced(word, names)));
  const visit = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return renamed(value);
    if (typeof value !== 'object' || value === null || depth > 100) return value;
    if (Array.isArray(value)) return value.map((each) => visit(each, depth + 1));
    return Object.fromEntries(Object.entries(value as Plain).filter(([key]) => !DERIVED.test(key)).map(([key, each]) => [key, visit(each, depth + 1)]));
  };
  const { apiVersion: _, ...content } = manifest;
  return exact(visit(isRecord(content) ? content : {}, 0));
}

/** By its longest beginning that is a name. */
function replaced(word: string, names: ReadonlyMap<string, string>): string {
  for (let end = word.length; end > 0; end = Math.max(word.lastIndexOf('-', end - 1), word.lastIndexOf('.', end - 1))) {
    const name = names.get(word.slice(0, end));
    if (name !== undefined) return name + word.slice(end);
  }
  return word;
}
