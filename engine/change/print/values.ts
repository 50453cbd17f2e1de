/** Strings as they are, all else as JSON with sorted keys. */
export const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(sorted(value)) ?? '');

/** With keys in order, so that equal values are equal text; what JSON lacks is left out. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const plain = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(plain).sort().map((key) => [key, sorted(plain[key])]));
}

/** At most so many UTF-16 units, and no half of a pair. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  return `${text.slice(0, end)}...`;
}

/** The first lines of a list in YAML, as many whole rows as fit; a row begins with a dash. */
export function wholeRows(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  let end = most;
  while (end > 0 && !lines[end]!.startsWith('- ')) end -= 1;
  return lines.slice(0, end);
}
