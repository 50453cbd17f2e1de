import { lineHunks, type Hunk } from '../../engine/change/lines.ts';
import { shownPath, type EditedFile } from './files.ts';

/** Unchanged lines that are shown around a change. */
const AROUND = 2;

/** What an edit changes, as a unified diff; empty when nothing differs. */
export function diffOf({ path, before = '', after }: EditedFile): string {
  const hunks = lineHunks(before, after);
  if (hunks.length === 0) return '';
  const lines = before.split('\n');
  const name = shownPath(path);
  const count = before === '' || before.endsWith('\n') ? lines.length - 1 : lines.length;
  const blocks = joined(hunks).map((near) => block(near, lines, count));
  return [before === '' ? '--- /dev/null' : `--- a/${name}`, `+++ b/${name}`, ...blocks].join('\n');
}

export const diffsOf = (files: readonly EditedFile[]): string => files.map(diffOf).filter((each) => each !== '').join('\n');

/** Hunks whose surroundings touch are told as one. */
function joined(hunks: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last && hunk.before - (last.before + last.removed.length) <= 2 * AROUND) groups.at(-1)!.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

function block(hunks: readonly Hunk[], lines: readonly string[], count: number): string {
  const [first, last] = [hunks[0]!, hunks.at(-1)!];
  const start = Math.max(1, first.before - AROUND);
  const end = Math.min(count, last.before + last.removed.length - 1 + AROUND);
  const shown: string[] = [];
  let at = start;
  const keep = (until: number) => { for (; at < until; at += 1) shown.push(` ${lines[at - 1]!}`); };
  for (const hunk of hunks) {
    keep(hunk.before);
    shown.push(...hunk.removed.map((line) => `-${line}`), ...hunk.added.map((line) => `+${line}`));
    at += hunk.removed.length;
  }
  keep(end + 1);
  const growth = hunks.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
  const [was, is] = [end - start + 1, end - start + 1 + growth];
  const from = (line: number, length: number) => (length === 0 ? `${line - 1},0` : `${line},${length}`);
  return [`@@ -${from(start, was)} +${from(first.after - (first.before - start), is)} @@`, ...shown].join('\n');
}
