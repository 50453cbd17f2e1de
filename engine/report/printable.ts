// controls, marks that turn text round, separators of lines, surrogates without a partner, and what XML forbids
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** Characters of one value that people are shown; the JSON report has all of it. */
const LONGEST = 1_000;

/** What was found in a file may hold anything, also what moves a cursor or turns a line round: such characters become `\u001b`. */
export function printable(text: string): string {
  const head = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const safe = head.replace(UNSAFE, (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return head === text ? safe : `${safe} ... (+${text.length - LONGEST})`;
}
