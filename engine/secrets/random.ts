/** Class of a character: lower case, upper case, digit; 0 for anything else. */
function classOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 48 && code <= 57 ? 3 : 0;
}

const HEX = /^[\da-fA-F-]+=*$/;
const SHORTEST = 20;

/** Words seldom have more lower-case letters in a row than random text has. */
const LONGEST_WORD = 8;

/**
 * True for text that no person wrote: letters and digits that change all the time and repeat seldom. Words, paths, names of
 * classes and constants change seldom; hexadecimal digests and UUIDs are left to the key that they stand under.
 */
export function isRandom(text: string): boolean {
  if (text.length < SHORTEST || !/\d/.test(text) || HEX.test(text)) return false;
  const counts = [0, 0, 0, 0];
  const seen = new Map<number, number>();
  let [changes, pairs, before, word, longest] = [0, 0, 0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = classOf(code);
    counts[kind]! += 1;
    seen.set(code, (seen.get(code) ?? 0) + 1);
    word = kind === 1 ? word + 1 : 0;
    if (word > longest) longest = word;
    if (kind !== 0 && before !== 0) {
      pairs += 1;
      if (kind !== before) changes += 1;
    }
    before = kind;
  }
  const [other, lower, upper, digit] = counts as [number, number, number, number];
  if (longest > LONGEST_WORD || other * 5 > text.length || digit === 0) return false;
  const isMixed = lower > 1 && upper > 1 && changes >= 0.38 * pairs;
  const isLong = text.length >= 28 && digit >= 5 && changes >= 0.25 * pairs;
  if (!isMixed && !isLong) return false;
  let entropy = 0;
  for (const count of seen.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy >= 3.5;
}
