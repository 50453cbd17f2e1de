import { codes, describe, type Language, type Problem } from '../../engine/problem/index.ts';
import { say } from './language.ts';
import { words } from './words.ts';

/** Problems of one code that are told with all they know; further ones take a line each. */
const IN_FULL = 3;
/** Problems that are shown at all: a terminal keeps about as many lines. `--json` has no limit. */
const SHOWN = 200;
/** Characters of a line, e.g. of a list of 140 allowed names; `--json` has all of them. */
const LONGEST_LINE = 400;

export interface Colours {
  readonly red: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** What people read: place, what is wrong, what is allowed, how to mend it; then how many there are, and where. */
export function report(found: readonly Problem[], language: Language, colours: Colours): string {
  const seen = new Map<string, number>();
  const blocks = found.slice(0, SHOWN).map((each) => {
    const before = seen.get(each.code) ?? 0;
    seen.set(each.code, before + 1);
    const [head = '', ...rest] = describe(each, language).split('\n').map(printable);
    const message = printable(say(codes[each.code].message, language, each.args));
    return before < IN_FULL ? [colours.red(head), ...rest].join('\n') : `${colours.red(head)}  ${message}`;
  });
  const more = found.length - blocks.length;
  if (more > 0) blocks.push(colours.dim(say(words.more, language, { count: more })));
  return blocks.join('\n');
}

/** `12 problems: CHAMP1105 x10, CHAMP2003 x2; in environments/linyi/sizes.yaml (10)`, as far as that says more than the report of several problems. */
export function total(found: readonly Problem[], language: Language): string {
  const byCode = tally(found.map((each) => each.code));
  const byFile = tally(found.flatMap(({ where }) => /^(\S+?\.[a-z]+):\d+/.exec(where)?.[1] ?? []));
  const kinds = byCode.length > 1 ? byCode : [];
  const files = byFile.length > 1 || found.length > IN_FULL ? byFile : [];
  return [
    say(words.someProblems, language, { count: found.length }),
    ...(kinds.length > 0 ? [`  ${kinds.map(([code, count]) => `${code} x${count}`).join(', ')}`] : []),
    ...(files.length > 0 ? [`  ${files.slice(0, 10).map(([file, count]) => `${file} (${count})`).join(', ')}${files.length > 10 ? ' ...' : ''}`] : []),
  ].join('\n');
}

/** Machines get all of it, in English, whatever the language of messages. */
export function problemsAsJson(found: readonly Problem[]): readonly Readonly<Record<string, unknown>>[] {
  return found.map(({ code, where, args }) => {
    const { message, fix } = codes[code];
    return { code, where, message: say(message, 'en', args), fix: say(fix, 'en', args), args };
  });
}

/** Most frequent first, then by name. */
function tally(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** What was found in a file may hold anything, also what moves a cursor. */
function printable(line: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return safe.length > LONGEST_LINE ? `${safe.slice(0, LONGEST_LINE)} ...` : safe;
}
