/** A place in a text, from its first character to the one behind its last. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** A pattern that may go on for as long as a text does is more than the stack of a regular expression holds: it is followed in steps. */
const STEP = 4096;
const FIRST = /[A-Za-z0-9+/_-]{20,4096}={0,2}/g;
const MORE = /[A-Za-z0-9+/_-]{0,4096}={0,2}/y;
const EQUALS = 61;

/** The first letters and digits without a break at or behind `from`, as long as a key of 120 bits, with the padding of base64. */
export function nextRun(text: string, from: number): Run | undefined {
  FIRST.lastIndex = from;
  const match = FIRST.exec(text);
  if (!match) return undefined;
  const start = match.index;
  let end = start + match[0].length;
  for (let step = end - start; step >= STEP && text.charCodeAt(end - 1) !== EQUALS; ) {
    MORE.lastIndex = end;
    step = MORE.exec(text)![0].length;
    end += step;
  }
  return { start, end };
}
