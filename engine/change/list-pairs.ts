import { likeness } from './list-keys.ts';

/** Places of what only one of two lists has; what appears twice counts twice. */
export function difference(before: readonly string[], after: readonly string[]): { readonly gone: ReadonlySet<number>; readonly come: ReadonlySet<number> } {
  const places = new Map<string, number[]>();
  for (let index = after.length - 1; index >= 0; index--) {
    const list = places.get(after[index]!);
    if (list) list.push(index);
    else places.set(after[index]!, [index]);
  }
  const gone = new Set<number>();
  const come = new Set(after.keys());
  before.forEach((each, index) => {
    const place = places.get(each)?.pop();
    if (place === undefined) gone.add(index);
    else come.delete(place);
  });
  return { gone, come };
}

/** Elements that are one before and after, by their places. */
export function pairsOf(before: readonly unknown[], after: readonly unknown[], gone: ReadonlySet<number>, come: ReadonlySet<number>, list: string): readonly (readonly [from: number, to: number])[] {
  const pairs: (readonly [number, number])[] = [];
  const open = new Map<string, number>();
  const doubled = new Set<string>();
  const note = (like: string | undefined, index: number) => {
    if (like === undefined) return;
    if (open.has(like)) doubled.add(like);
    open.set(like, index);
  };
  for (const index of gone) note(likeness(list, before[index]), index);
  const taken = new Set<string>();
  const [left, came] = [new Set(gone), new Set(come)];
  for (const index of come) {
    const like = likeness(list, after[index]);
    const from = like === undefined || doubled.has(like) || taken.has(like) ? undefined : open.get(like);
    if (from === undefined) continue;
    taken.add(like!);
    pairs.push([from, index]);
    left.delete(from);
    came.delete(index);
  }
  if (left.size !== came.size) return pairs;
  const rest = [...came];
  return [...pairs, ...[...left].map((from, order) => [from, rest[order]!] as const)];
}
