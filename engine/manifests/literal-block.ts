const HEADER = /\|(?:([1-9])([-+])?|([-+])([1-9])?)?(?: +#[^\n]*| *)\n/y;

/**
 * The literal block (`|`) at an offset, of an entry in column `indent`; `end` is the start of the line behind it. Undefined where
 * readers differ on it: blank lines that are indented deeper than the first line, a tab as indentation.
 */
export function literalBlock(text: string, at: number, indent: number): { readonly value: string; readonly end: number } | undefined {
  HEADER.lastIndex = at;
  const header = HEADER.exec(text);
  if (!header) return undefined;
  const digit = header[1] ?? header[4];
  const chomping = header[2] ?? header[3] ?? '';
  let column = digit === undefined ? -1 : Math.max(indent, 0) + Number(digit);
  const lines: string[] = [];
  let start = at + header[0].length;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    let first = start;
    while (text.charCodeAt(first) === 0x20) first++;
    const spaces = first - start;
    if (first === newline) {
      // white space alone: content only where it is deeper than the block
      if (column < 0 && spaces > indent + 1) return undefined;
      lines.push(column >= 0 && spaces > column ? text.slice(start + column, newline) : '');
    } else {
      if (column < 0 && spaces > indent) column = spaces;
      if (column < 0 || spaces < column) break;
      lines.push(text.slice(start + column, newline));
    }
    start = newline + 1;
  }
  if (column >= 0 && text.charCodeAt(start) === 0x09) return undefined;
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  // a last line of white space alone: its breaks are read in more than one way
  if (last > 0 && /^[ \t]+$/.test(lines[last - 1]!)) return undefined;
  const body = lines.slice(0, last).join('\n');
  if (chomping === '-') return { value: body, end: start };
  if (chomping === '+') return { value: lines.length === 0 ? '' : `${lines.join('\n')}\n`, end: start };
  return { value: last === 0 ? '' : `${body}\n`, end: start };
}
