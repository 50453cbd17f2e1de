/** A word of a directive, as written. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** A directive with its words: `listen 80;`, or a block: `server { ... }`. */
export interface Directive {
  readonly name: string;
  readonly start: number;
  /** Behind `;` or `}`. */
  end: number;
  /** Words behind the name. */
  readonly words: readonly Word[];
  /** Undefined for a directive without a block. */
  readonly inner: { readonly start: number; end: number; readonly children: Directive[] } | undefined;
}

const TOKEN = /#[^\n]*|\s+|[;{}]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|(?:\$\{|\\[^]|[^\s;{\\])+|\\/gy;

/** The directives of an nginx text that was found right, with their places. */
export function nginxTree(text: string): readonly Directive[] {
  const root: Directive[] = [];
  const open: Directive[] = [];
  let words: Word[] = [];
  const children = () => open.at(-1)?.inner?.children ?? root;
  const close = (end: number, isBlock: boolean) => {
    const [first, ...rest] = words;
    words = [];
    if (!first) return;
    const directive: Directive = { name: text.slice(first.start, first.end), start: first.start, end, words: rest, inner: isBlock ? { start: end, end, children: [] } : undefined };
    children().push(directive);
    if (isBlock) open.push(directive);
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const end = index + token.length;
    if (/^[\s#]/.test(token)) continue;
    if (token === ';') close(end, false);
    else if (token === '{') close(end, true);
    else if (token === '}') {
      const block = open.pop();
      if (block?.inner) {
        block.inner.end = index;
        block.end = end;
      }
    } else words.push({ start: index, end });
  }
  return root;
}
