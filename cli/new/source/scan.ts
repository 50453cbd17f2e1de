/** Offset behind a string, a template or a comment that starts at `at`; `at` itself where none does. */
function past(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  if (two === '//' || two === '/*') {
    const end = text.indexOf(two === '//' ? '\n' : '*/', at + 2);
    return end < 0 ? text.length : end + (two === '//' ? 0 : 2);
  }
  const quote = text[at];
  if (quote !== "'" && quote !== '"' && quote !== '`') return at;
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === quote) return index + 1;
  }
  return text.length;
}

const PAIRS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** One item between commas, without the space around it. */
export interface Item {
  readonly start: number;
  readonly end: number;
}

/** What stands between a bracket and its partner. */
export interface Brackets {
  readonly open: number;
  readonly close: number;
  readonly items: readonly Item[];
}

/**
 * The items of the brackets that open at `open`, in TypeScript of the form that rows have: literals, no regular expressions and nothing
 * in templates. Undefined when a bracket has no partner.
 */
export function bracketsAt(text: string, open: number): Brackets | undefined {
  const stack = [PAIRS[text[open]!]];
  const items: Item[] = [];
  let [start, end] = [-1, -1];
  const finish = () => {
    if (start >= 0) items.push({ start, end });
    start = -1;
  };
  for (let at = open + 1; at < text.length;) {
    const next = past(text, at);
    const character = text[at]!;
    const isComment = next > at && character === '/';
    if (!isComment && !/\s/.test(character)) {
      if (character === stack.at(-1)) {
        stack.pop();
        if (stack.length === 0) {
          finish();
          return { open, close: at, items };
        }
      } else if (/[\])}]/.test(character)) return undefined;
      else if (PAIRS[character]) stack.push(PAIRS[character]);
      if (character === ',' && stack.length === 1) finish();
      else {
        if (start < 0) start = at;
        end = Math.max(next, at + 1);
      }
    }
    at = Math.max(next, at + 1);
  }
  return undefined;
}

/** The value of a property of an object literal, as the place where it starts; undefined where there is none of that name. */
export function propertyAt(text: string, { items }: Brackets, name: string): Item | undefined {
  for (const { start, end } of items) {
    const key = /^(?:(['"])([\w.-]+)\1|(\w+))\s*:\s*/.exec(text.slice(start, end));
    if (key && (key[2] ?? key[3]) === name) return { start: start + key[0].length, end };
  }
  return undefined;
}
