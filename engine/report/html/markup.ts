import type { Text } from '../../problem/index.ts';
import { fill } from '../phrases.ts';
import { printable } from '../printable.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text and values of attributes. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** Both languages; the page shows one. */
export function both(text: Text, args: Readonly<Record<string, string | number>> = {}): string {
  const { zh, en } = fill(text, args);
  return zh === en ? escaped(en) : `<span lang="zh">${escaped(zh)}</span><span lang="en">${escaped(en)}</span>`;
}

export const code = (text: string): string => `<code>${escaped(text)}</code>`;

/** Marks that can be told apart without colour; the name always stands beside them. */
export const badge = (kind: string, mark: string, name: Text): string => `<span class="badge ${kind}"><span aria-hidden="true">${mark}</span> ${both(name)}</span>`;

export function table(head: readonly string[], rows: readonly string[], kind = ''): string {
  const columns = head.map((each) => `<th scope="col">${each}</th>`).join('');
  return `<table${kind ? ` class="${kind}"` : ''}>\n<thead><tr>${columns}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

export const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

export const section = (id: string, title: Text, content: readonly string[]): string =>
  `<section id="${id}">\n<h2>${both(title)}</h2>\n${content.filter((each) => each !== '').join('\n')}\n</section>`;
