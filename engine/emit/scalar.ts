/** Words that a YAML 1.1 or 1.2 reader takes for something else than a string; readers differ on case, so any case counts. */
const WORDS = new Set([
  'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'null', '~', '=', '<<', '.inf', '+.inf', '-.inf', '.nan',
]);
const LONGEST_WORD = 5;

/** Most strings of a manifest; nothing in it can be misread but WORDS. */
const SIMPLE = /^[A-Za-z/][A-Za-z0-9_./-]*$/;

/** Integers of any base, floats, sexagesimals and dates of either version, and a good deal around them. */
const NUMBER_LIKE = /^[-+]?[.0-9_][-+.0-9_,:a-fA-FxXoOtTzZ \t]*$/;

/** What no reader shows as a character of its own: control, format, line separator, lone surrogate, non-character. */
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\ufffe\\uffff]';
const ANY_INVISIBLE = new RegExp(INVISIBLE, 'u');
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu');
const INVISIBLE_IN_BLOCK = new RegExp(`(?![\\n\\t])${INVISIBLE}`, 'u');
const LONE_SURROGATE = /\p{Cs}/u;

const NOT_PLAIN = new RegExp([
  '^[\\s?:,[\\]{}#&*!|>\'"%@`]', '^-(?:\\s|$)', '^(?:---|\\.\\.\\.)', // indicators and document marks
  ':(?:\\s|$)', '\\s#', '\\s$', INVISIBLE,
].join('|'), 'u');

/** A string on one line: plain where every reader takes it for the same string, quoted elsewhere. */
export function inline(text: string): string {
  const word = text.length <= LONGEST_WORD && WORDS.has(text.toLowerCase());
  if (SIMPLE.test(text)) return word ? `"${text}"` : text;
  return text === '' || word || NUMBER_LIKE.test(text) || NOT_PLAIN.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  if (ANY_INVISIBLE.test(text)) return JSON.stringify(text).replace(EVERY_INVISIBLE, escape);
  // single quotes where double ones would need escapes: JSON and CEL in a manifest stay readable
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function escape(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * A text of several lines as a literal block, header included, its lines behind `pad`; undefined where a reader could take
 * it for another text. Never for a whole document: what `|2` means there is in dispute.
 */
export function block(text: string, pad: string): string | undefined {
  if (!text.includes('\n') || INVISIBLE_IN_BLOCK.test(text)) return undefined;
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  const body = text.slice(0, end);
  const lastLine = body.slice(body.lastIndexOf('\n') + 1);
  // a first or last line of nothing but white space is where readers differ
  if (body === '' || /^\n*[ \t]+(?:\n|$)/.test(body) || /^[ \t]+$/.test(lastLine)) return undefined;
  const breaks = text.length - end;
  const indicator = /^\n*[ \t]/.test(body) ? '2' : '';
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+';
  const lines = `\n${body}`.replace(/\n(?!\n)/g, `\n${pad}`);
  return `|${indicator}${chomping}${lines}${'\n'.repeat(Math.max(0, breaks - 1))}`;
}

/** A finite number as JSON has it, but with the point that a YAML 1.1 float needs before its exponent. */
export function number(value: number): string {
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

export const hasLoneSurrogate = (text: string): boolean => LONE_SURROGATE.test(text);
