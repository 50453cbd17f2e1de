import { parseLines, type Pair } from 'dot-properties';
import type { SourceFile } from '../text/index.ts';
import type { Format, Span } from './format.ts';
import { properties as quoting } from './quoting.ts';

/** Java properties, with the rules of `java.util.Properties` and without its tolerance for broken escapes. */
export const properties: Format = { name: 'properties', endings: ['.properties'], placeholders: true, parse };

function parse(file: SourceFile) {
  const lines = new Map<string, number>();
  const spans: Span[] = [];
  for (const node of parseLines(file.text, true)) {
    if (node.type !== 'PAIR') continue;
    const { key, range } = node as Required<Pair>;
    const [start, keyEnd, valueStart, end] = range;
    const first = lines.get(key);
    if (first !== undefined) file.refuse('CHAMP1111', start, { value: key, line: first });
    else lines.set(key, file.at(start).line);
    if (key === '' || (valueStart === end && !/[=:]/.test(file.text.slice(keyEnd, valueStart)))) file.refuse('CHAMP1203', start, { value: key, allowed: 'key=value' });
    refuseEscapes(file, start, end);
    spans.push({ start, end: keyEnd, quoting: undefined }, { start: valueStart, end, quoting });
  }
  return { spans, defined: new Set(lines.keys()) };
}

function refuseEscapes(file: SourceFile, start: number, end: number): void {
  const raw = file.text.slice(start, end);
  if (!raw.includes('\\')) return;
  for (const escape of raw.matchAll(/\\(?:u[\da-fA-F]{0,4}|[^])/g)) {
    if (escape[0].startsWith('\\u') && escape[0].length < 6) file.refuse('CHAMP1202', start + escape.index, { value: escape[0], allowed: '\\u0000 .. \\uFFFF' });
  }
}
