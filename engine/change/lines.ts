/** Lines that differ between two texts. Line numbers count from 1; where nothing was removed or added, it is the line before which it stands. */
export interface Hunk {
  readonly before: number;
  readonly after: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Longer texts are told as one hunk. */
const MOST_LINES = 200_000;

/**
 * The differences of two texts, line by line, in their order; none for equal texts. Lines that stand once on both sides hold the texts
 * together, so that it takes no longer than sorting them does. A change of the last line end alone is no difference.
 */
export function lineHunks(before: string, after: string): readonly Hunk[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const hunks: Hunk[] = [];
  let [from, to] = [0, 0];
  for (const [a, b] of [...matches(was, is), [was.length, is.length] as const]) {
    if (from < a || to < b) hunks.push({ before: from + 1, after: to + 1, removed: was.slice(from, a), added: is.slice(to, b) });
    [from, to] = [a + 1, b + 1];
  }
  return hunks;
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

type Match = readonly [before: number, after: number];

/** Pairs of equal lines in the order of both texts: anchors, and the equal lines around each of them. */
function matches(was: readonly string[], is: readonly string[]): readonly Match[] {
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  const found: Match[] = Array.from({ length: start }, (_, index) => [index, index] as const);
  const [lastWas, lastIs] = [was.length - end, is.length - end];
  if (lastWas - start + lastIs - start <= MOST_LINES) between(was, is, start, lastWas, lastIs, found);
  for (let index = 0; index < end; index++) found.push([lastWas + index, lastIs + index]);
  return found;
}

function between(was: readonly string[], is: readonly string[], start: number, lastWas: number, lastIs: number, found: Match[]): void {
  let [from, to] = [start, start];
  for (const [a, b] of anchors(was, is, start, lastWas, lastIs)) {
    if (a < from || b < to) continue;
    let back = 0;
    while (a - back > from && b - back > to && was[a - back - 1] === is[b - back - 1]) back += 1;
    let length = back + 1;
    while (a - back + length < lastWas && b - back + length < lastIs && was[a - back + length] === is[b - back + length]) length += 1;
    for (let index = 0; index < length; index++) found.push([a - back + index, b - back + index]);
    [from, to] = [a - back + length, b - back + length];
  }
}

/** Lines that stand once on each side, as many as keep their order: the longest rising sequence of their places. */
function anchors(was: readonly string[], is: readonly string[], start: number, lastWas: number, lastIs: number): readonly Match[] {
  const place = once(is, start, lastIs);
  const common: Match[] = [];
  for (const [line, index] of once(was, start, lastWas)) {
    const other = index < 0 ? undefined : place.get(line);
    if (other !== undefined && other >= 0) common.push([index, other]);
  }
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  common.forEach(([, b], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (common[tails[middle]!]![1] < b) low = middle + 1;
      else high = middle;
    }
    previous.push(tails[low - 1]);
    tails[low] = index;
  });
  const chain: Match[] = [];
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) chain.push(common[index]!);
  return chain.reverse();
}

/** Line -> its place, -1 for one that stands there more than once; in the order of the text. */
function once(lines: readonly string[], start: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let index = start; index < end; index++) places.set(lines[index]!, places.has(lines[index]!) ? -1 : index);
  return places;
}
