import { createHash } from 'node:crypto';
import { canonical, isList, isMap, keyOf, type Json, type Manifest } from './json.ts';

/** Objects by key, and one hash of all. */
export interface ObjectSet {
  readonly objects: ReadonlyMap<string, Manifest>;
  readonly hash: string;
}

/** Order does not count. Objects with one key, which two clusters may have, are numbered in the order of their texts. */
export function objectSet(manifests: readonly Manifest[]): ObjectSet {
  const sorted = manifests.map((manifest) => ({ manifest, text: canonical(manifest) })).sort((a, b) => (a.text < b.text ? -1 : 1));
  const hash = createHash('sha256');
  const objects = new Map<string, Manifest>();
  for (const { manifest, text } of sorted) {
    hash.update(text).update('\n');
    const key = keyOf(manifest);
    let unique = key;
    for (let number = 2; objects.has(unique); number++) unique = `${key} (${number})`;
    objects.set(unique, manifest);
  }
  return { objects, hash: hash.digest('hex') };
}

/** The first difference of two sets, in words; undefined where they are the same. */
export function difference(expected: ObjectSet, found: ObjectSet): string | undefined {
  if (expected.hash === found.hash) return undefined;
  for (const [key, manifest] of expected.objects) {
    const other = found.objects.get(key);
    if (!other) return `${key} is missing (${expected.objects.size} objects expected, ${found.objects.size} found)`;
    const place = firstDifference(manifest, other, key);
    if (place) return place;
  }
  for (const key of found.objects.keys()) if (!expected.objects.has(key)) return `${key} is not expected`;
  return 'the sets differ';
}

function firstDifference(expected: Json | undefined, found: Json | undefined, at: string): string | undefined {
  if (isMap(expected) && isMap(found)) {
    return first([...new Set([...Object.keys(expected), ...Object.keys(found)])].sort(), (key) => firstDifference(expected[key], found[key], `${at} ${key}`));
  }
  if (isList(expected) && isList(found) && expected.length === found.length) {
    return first(expected.map((_, index) => index), (index) => firstDifference(expected[index], found[index], `${at} [${index}]`));
  }
  const [left, right] = [expected, found].map((value) => (value === undefined ? 'nothing' : canonical(value)));
  return left === right ? undefined : `${at}: expected ${shorten(left!)}, found ${shorten(right!)}`;
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const LONGEST = 200;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} ...` : text);
