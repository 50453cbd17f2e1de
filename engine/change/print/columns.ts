/** What a terminal shows in no column: marks on other characters, joiners, variation selectors. */
const NARROWEST = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Blocks of East Asian wide and full-width characters, and of emoji: first and last code point. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x231a, 0x231b], [0x23e9, 0x23ec], [0x2614, 0x2615], [0x26a1, 0x26a1], [0x26d4, 0x26d4], [0x2705, 0x2705], [0x274c, 0x274c], [0x2757, 0x2757], [0x2795, 0x2797],
  [0x2b50, 0x2b50], [0x2e80, 0x303e], [0x3041, 0xa4cf], [0xa960, 0xa97c], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe6f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x1f000, 0x1faff], [0x20000, 0x3fffd],
];

/** Columns that a terminal shows for a text: Chinese characters and emoji take two. */
export function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += NARROWEST.test(character) ? 0 : isWide(character) ? 2 : 1;
  return sum;
}

function isWide(character: string): boolean {
  const point = character.codePointAt(0)!;
  return point >= 0x1100 && WIDE.some(([first, last]) => point >= first && point <= last);
}

/** Text with the colour that it gets; colours take no columns. */
export interface Piece {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** What no line begins with in Chinese: it stays with the character before it. */
const CLOSING = /^[，。；：！？、）》」』】”’]$/u;

/**
 * Lines of at most `width` columns, the further ones indented by `hanging` spaces; breaks at spaces and between Chinese characters, never
 * in a name, which may make a line longer. Without a width it is one line.
 */
export function wrapped(pieces: readonly Piece[], width: number | undefined, indent: number, hanging: number): readonly string[] {
  if (width === undefined) return [' '.repeat(indent) + pieces.map(painted).join('')];
  const lines: string[] = [];
  let line: Piece[] = [];
  let used = indent;
  const flush = () => {
    const kept = line.at(-1)?.text === ' ' ? line.slice(0, -1) : line;
    lines.push(' '.repeat(lines.length === 0 ? indent : hanging) + merged(kept).map(painted).join(''));
    line = [];
    used = hanging;
  };
  for (const word of pieces.flatMap(({ text, paint }) => wordsOf(text).map((part): Piece => ({ text: part, paint })))) {
    const wide = columns(word.text);
    if (used + wide > width && line.length > 0) flush();
    if (line.length === 0 && word.text === ' ' && lines.length > 0) continue;
    line.push(word);
    used += wide;
  }
  if (line.length > 0 || lines.length === 0) flush();
  return lines;
}

const painted = ({ text, paint }: Piece): string => (paint ? paint(text) : text);

/** Spaces, words, and single wide characters with the closing marks after them. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const character of text) {
    const last = words.at(-1);
    if (last !== undefined && last !== ' ' && (CLOSING.test(character) || NARROWEST.test(character) || (character !== ' ' && !isWide(character) && !isWide(last)))) words[words.length - 1] = last + character;
    else words.push(character);
  }
  return words;
}

/** Neighbours of one colour as one. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.paint === piece.paint) result[result.length - 1] = { text: last.text + piece.text, paint: last.paint };
    else result.push(piece);
  }
  return result;
}
