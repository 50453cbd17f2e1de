import type { Language, Text } from '../../problem/index.ts';
import { lineHunks } from '../lines.ts';

const LONGEST = 80;
const LINES: Readonly<Record<Language, string>> = { zh: '行', en: 'lines' };

/** A value in a sentence: one line of at most 80 characters; `-` for nothing. */
export function shown(value: unknown, language: Language = 'en'): string {
  if (value === undefined) return '-';
  if (value === '') return '""';
  if (typeof value === 'string' && value.includes('\n')) return `<${value.trimEnd().split('\n').length} ${LINES[language]}>`;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '-');
  return cut(text.replace(/\s+/g, ' '));
}

export function cut(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  // not within a character of two halves
  return `${text.slice(0, longest - 3).replace(/[\ud800-\udbff]$/, '')}...`;
}

/** `3 -> 5`; of texts of several lines how many differ: `+2 -1 lines`. */
export function arrow(before: unknown, after: unknown, language: Language = 'en'): string {
  if (typeof before === 'string' && typeof after === 'string' && (before.includes('\n') || after.includes('\n'))) return lines(before, after, language);
  return `${shown(before, language)} -> ${shown(after, language)}`;
}

export function lines(before: string, after: string, language: Language = 'en'): string {
  let [added, removed] = [0, 0];
  for (const hunk of lineHunks(before, after)) {
    added += hunk.added.length;
    removed += hunk.removed.length;
  }
  return `+${added} -${removed} ${LINES[language]}`;
}

/** The first few of a list, and how many are left out. */
export function few(items: readonly (string | Text)[], most = 6): Text {
  const first = items.slice(0, most).map((each) => (typeof each === 'string' ? { zh: each, en: each } : each));
  const left = items.length - first.length;
  const [zh, en] = [first.map((each) => each.zh).join('；'), first.map((each) => each.en).join('; ')];
  return left === 0 ? { zh, en } : { zh: `${zh}；另有 ${left} 项`, en: `${en}; and ${left} more` };
}
