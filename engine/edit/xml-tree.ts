/** An attribute; `start` and `end` are those of the value between its quotes. */
export interface Attribute {
  readonly name: string;
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
}

/** A run of text, a CDATA section, or what says nothing: a comment or an instruction. */
export interface Piece {
  readonly type: 'text' | 'cdata' | 'other';
  readonly start: number;
  readonly end: number;
}

export interface Element {
  readonly name: string;
  readonly start: number;
  /** Behind the start tag. */
  readonly innerStart: number;
  /** Before the end tag; as `innerStart` for `<a/>`. */
  innerEnd: number;
  end: number;
  readonly isClosed: boolean;
  readonly attributes: readonly Attribute[];
  readonly children: Element[];
  readonly pieces: Piece[];
}

const MARKUP = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<\/[^>]*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /(\s+)([^\s=<>/]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/** The elements of an XML text that was found right, with their places: the root, or undefined. */
export function xmlRoot(text: string): Element | undefined {
  const open: Element[] = [];
  let root: Element | undefined;
  let offset = 0;
  const piece = (type: Piece['type'], start: number, end: number) => {
    if (start < end) open.at(-1)?.pieces.push({ type, start, end });
  };
  for (const match of text.matchAll(MARKUP)) {
    const { 0: markup, index: start } = match;
    const end = start + markup.length;
    piece('text', offset, start);
    offset = end;
    if (markup.startsWith('<![')) piece('cdata', start, end);
    else if (markup.startsWith('<!') || markup.startsWith('<?')) piece('other', start, end);
    else if (markup.startsWith('</')) {
      const element = open.pop();
      if (element) Object.assign(element, { innerEnd: start, end });
    } else {
      const element: Element = {
        name: match[1]!, start, innerStart: end, innerEnd: end, end, isClosed: match[3] === '/',
        attributes: attributesOf(match[2]!, start + 1 + match[1]!.length), children: [], pieces: [],
      };
      open.at(-1)?.children.push(element);
      root ??= element;
      if (!element.isClosed) open.push(element);
    }
  }
  return root;
}

function attributesOf(text: string, offset: number): readonly Attribute[] {
  return [...text.matchAll(ATTRIBUTE)].map(({ 1: blanks = '', 2: name = '', 3: equals = '', 4: double, 5: single, index }) => {
    const nameStart = offset + index + blanks.length;
    const start = nameStart + name.length + equals.length + 1;
    return { name, nameStart, start, end: start + (double ?? single ?? '').length };
  });
}
