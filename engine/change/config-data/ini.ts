import type { Reader } from './config-data.ts';

const SECTION = /^\[([^\]\n]{1,200})\]$/;
const ENTRY = /^([\w.:/-]{1,200})(?:\s*[=:]\s*|\s+)(.*)$/;
const FLAG = /^[\w.-]{1,200}$/;

/** `key = value`, `key: value`, `key value` or a lone `key`, below sections in brackets; undefined where a line is anything else. */
export const ini: Reader = ({ text }) => {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  sections.set('', section);
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || /^[#;!]/.test(line)) continue;
    const head = SECTION.exec(line)?.[1];
    if (head !== undefined) {
      section = sections.get(head) ?? new Map<string, string>();
      sections.set(head, section);
      continue;
    }
    const [, key, value] = ENTRY.exec(line) ?? (FLAG.test(line) ? [line, line, ''] : []);
    if (key === undefined || value === undefined) return undefined;
    section.set(key, section.has(key) ? `${section.get(key)!} ${value}` : value);
  }
  const [own, ...rest] = [...sections].map(([name, entries]) => [name, Object.fromEntries(entries)] as const);
  return { ...own![1], ...Object.fromEntries(rest) };
};
