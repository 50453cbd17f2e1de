/** Columns that a terminal shows for a text: Chinese characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
      || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6);
    columns += wide ? 2 : 1;
  }
  return columns;
}

/** Rows in aligned columns, two spaces between them; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[], indent = ''): string {
  const cells = rows.map((row) => row.map(String));
  const widths = cells.reduce<number[]>((most, row) => row.map((cell, index) => Math.max(most[index] ?? 0, width(cell))), []);
  return cells.map((row, y) => {
    const line = row.map((cell, x) => {
      const gap = ' '.repeat(Math.max(0, widths[x]! - width(cell)));
      return typeof rows[y]![x] === 'number' ? gap + cell : cell + gap;
    });
    return (indent + line.join('  ')).trimEnd();
  }).join('\n');
}
