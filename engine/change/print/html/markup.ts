import type { Text } from '../../../problem/index.ts';
import { escaped } from '../../../report/html/markup.ts';
import type { FieldChange, Risk } from '../../change.ts';
import type { Line, Mark, Span } from '../line.ts';
import { toldFields } from '../fields.ts';
import { clipped } from '../values.ts';
import { riskNames, words } from '../words.ts';
import { fill } from '../../../report/phrases.ts';

/** Fields of one change that the page lists; the JSON report has all. */
const FIELDS = 50;
/** Characters of one value; `escaped` shortens each line of it. */
const VALUE = 10_000;
/** Names that stand in a line; more are folded. */
const NAMES = 16;

const SYMBOLS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '~', warning: '!', plain: '·' };
const RISK_MARKS: Readonly<Record<Risk, string>> = { low: '✓', medium: '◆', high: '▲', blocked: '✗' };

/** Both languages, of which the page shows one; the sentence may hold values, also what looks like a placeholder. */
export const pair = ({ zh, en }: Text): string => (zh === en ? escaped(en) : `<span lang="zh">${escaped(zh)}</span><span lang="en">${escaped(en)}</span>`);
export const filled = (text: Text, args: Readonly<Record<string, string | number>>): string => pair(fill(text, args));

const code = (value: string): string => (value === '' ? '' : `<code>${escaped(value)}</code>`);

export const riskBadge = (risk: Risk): string => `<span class="badge ${risk}"><span aria-hidden="true">${RISK_MARKS[risk]}</span> ${pair(riskNames[risk])}</span>`;

export const spansHtml = (spans: readonly Span[]): string => spans.map(spanHtml).filter((each) => each !== '').join(' ');

function spanHtml(span: Span): string {
  if ('text' in span) return pair(span.text);
  if ('strong' in span) return `<strong>${pair(span.strong)}</strong>`;
  if ('label' in span) return `<span class="label">${pair({ zh: `${span.label.zh}：`, en: `${span.label.en}:` })}</span>`;
  if ('code' in span) return code(span.code);
  if ('risk' in span) return riskBadge(span.risk);
  const all = span.names.map(code).join(', ');
  if (span.names.length <= NAMES) return all;
  return `<details><summary>${span.names.slice(0, 3).map(code).join(', ')}, +${span.names.length - 3}</summary>${all}</details>`;
}

export const lines = (all: readonly Line[]): string => `<ul class="lines">\n${all.map(line).join('\n')}\n</ul>`;

function line({ mark, spans, under = [], block, fields = [] }: Line): string {
  const below = under.length > 0 ? `\n<ul class="under">${under.map((each) => `<li>${spansHtml(each)}</li>`).join('')}</ul>` : '';
  const taken = block ? blocks(block) : '';
  return `<li><span class="mark ${mark}" aria-hidden="true">${SYMBOLS[mark]}</span>${spansHtml(spans)}${below}${taken}${fieldTable(fields)}</li>`;
}

/** Line by line, since `escaped` writes out what would break a line. */
const severalLines = (text: string): string => text.split('\n').map(escaped).join('\n');
const blocks = ({ zh, en }: Text): string => (zh === en ? `<pre>${severalLines(en)}</pre>` : `<pre lang="zh">${severalLines(zh)}</pre><pre lang="en">${severalLines(en)}</pre>`);

function fieldTable(fields: readonly FieldChange[]): string {
  if (fields.length === 0) return '';
  const head = [words.field, words.before, words.after].map((each) => `<th scope="col">${pair(each)}</th>`).join('');
  const { shown, left } = toldFields(fields, FIELDS);
  const rows = shown.map(({ field, before, after }) => `<tr><td>${code(field)}</td>${side(before, 'gone')}${side(after, 'new')}</tr>`).join('\n');
  return [
    `\n<details><summary>${filled(words.fields, { count: fields.length })}</summary><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}\n</tbody></table>`,
    ...(left > 0 ? [`<p class="more">${filled(words.moreFields, { count: left })}</p>`] : []), '</details>',
  ].join('');
}

const side = (value: string | undefined, kind: string): string => (value === undefined ? `<td><span class="label">${pair(words.absent)}</span></td>` : `<td class="value ${kind}">${severalLines(clipped(value, VALUE))}</td>`);
