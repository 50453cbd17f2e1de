import type { Language, Text } from '../../problem/index.ts';
import { say as told } from '../../report/phrases.ts';
import type { Risk } from '../change.ts';
import type { ChangeReport } from '../report.ts';
import { toldFields } from './fields.ts';
import { codeElement, codeSpan, fenced, prose, proseElement } from './inert.ts';
import type { Line, Mark, Section, Span } from './line.ts';
import { outlineOf, type Outline } from './outline.ts';
import { wholeRows } from './values.ts';
import { riskNames, words } from './words.ts';

/** First line of the comment, by which it is found and renewed. */
export const MARKER = '<!-- champ-diff -->';

/** Bytes of UTF-8. GitHub takes 65,536 characters; no host counts more characters than there are bytes. */
const MOST_BYTES = 65_536;

/** How much is told. */
interface Level {
  /** Lines of a section; what fits in fewer, shorter lines is told so. */
  readonly lines: number;
  /** Guards that block with their fix; the rest is told by guard. */
  readonly guards: number;
  /** Lines to take over of each. */
  readonly block: number;
  /** Lines below a line. */
  readonly under: number;
  readonly names: number;
  readonly fields: number;
  /** Each change, or one line an application. */
  readonly each: boolean;
}

/** From all to little, tried in turn until the whole fits. */
const LEVELS: readonly Level[] = [
  { lines: 1_000, guards: 1_000, block: 1_000, under: 20, names: 1_000, fields: 20, each: true },
  { lines: 500, guards: 200, block: 200, under: 10, names: 50, fields: 5, each: true },
  { lines: 200, guards: 100, block: 100, under: 5, names: 20, fields: 0, each: true },
  { lines: 100, guards: 50, block: 50, under: 2, names: 10, fields: 0, each: true },
  { lines: 200, guards: 50, block: 50, under: 2, names: 10, fields: 0, each: false },
  { lines: 100, guards: 20, block: 30, under: 2, names: 5, fields: 0, each: false },
  { lines: 50, guards: 10, block: 20, under: 1, names: 5, fields: 0, each: false },
  { lines: 20, guards: 5, block: 12, under: 1, names: 3, fields: 0, each: false },
  { lines: 8, guards: 3, block: 8, under: 1, names: 2, fields: 0, each: false },
  { lines: 3, guards: 1, block: 5, under: 1, names: 1, fields: 0, each: false },
  { lines: 0, guards: 0, block: 0, under: 0, names: 0, fields: 0, each: false },
];

/** Lines of changes up to which applications are unfolded at once. */
const OPEN = 30;

const SYMBOLS: Readonly<Record<Mark, string>> = { added: '➕ ', removed: '➖ ', changed: '', warning: '⚠️ ', plain: '' };
const LIGHTS: Readonly<Record<Risk, string>> = { low: '🟢', medium: '🟡', high: '🔴', blocked: '⛔' };

/**
 * A comment for a merge request, of `limit` bytes at most (and so of no more characters, however they are counted): where all of it does
 * not fit, it is rolled up step by step, from fields to names to counts, and says so; no line is ever cut. With a limit that not even
 * the counts fit in (some 2,000 bytes) it is marker, risk and sentence alone.
 */
export function markdownReport(report: ChangeReport, language: Language, limit = MOST_BYTES): string {
  const outline = outlineOf(report);
  for (const [index, level] of LEVELS.entries()) {
    const text = fitting(new MarkdownWriter(language, level).outline(outline, index > 0), limit);
    if (text !== undefined) return text;
  }
  return fitting(new MarkdownWriter(language, LEVELS.at(-1)!).head(outline), limit) ?? `${MARKER}\n`;
}

/** All lines, or nothing once they are more than `limit` bytes: what is too long is not written to its end. */
function fitting(lines: Iterable<string>, limit: number): string | undefined {
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > limit) return undefined;
    kept.push(line);
  }
  return `${kept.join('\n')}\n`;
}

class MarkdownWriter {
  private readonly language: Language;
  private readonly level: Level;

  constructor(language: Language, level: Level) {
    this.language = language;
    this.level = level;
  }

  *outline(outline: Outline, rolledUp: boolean): Iterable<string> {
    const { same, sides, blocked, sections, changes, applications } = outline;
    yield* this.head(outline);
    yield* ['', this.spans(sides)];
    if (rolledUp) yield* ['', `*${this.say(words.rolledUp)}*`];
    if (blocked) yield* this.guards(blocked);
    for (const section of sections) yield* this.section(section);
    if (same) return;
    if (this.level.each) yield* this.changes(changes, applications);
    else yield* this.section(applications);
  }

  *head({ risk, same, headline }: Outline): Iterable<string> {
    yield MARKER;
    yield `## ${same ? this.say(words.title) : `${LIGHTS[risk]} ${this.say(words.title)}: ${this.say(words.risk)} ${this.say(riskNames[risk])}`}`;
    yield '';
    yield `**${prose(headline[this.language])}**`;
  }

  /** Paragraphs, not a list: a fenced block in a list is not fenced for every host. */
  private *guards(section: Section): Iterable<string> {
    yield* this.title(section);
    const { lines, short = [] } = section;
    for (const { spans, under = [], block } of lines.slice(0, this.level.guards)) {
      yield* ['', `⛔ ${[this.spans(spans), ...under.map((each) => this.spans(each))].join('<br>')}`];
      if (block) yield* this.block(block[this.language].split('\n'));
    }
    if (lines.length <= this.level.guards) return;
    yield* this.more(lines.length - this.level.guards);
    yield '';
    for (const line of short.slice(0, Math.max(this.level.guards, 1))) yield* this.line(line);
  }

  private *block(lines: readonly string[]): Iterable<string> {
    const shown = wholeRows(lines, this.level.block);
    if (shown.length > 0) yield* ['', ...fenced(shown)];
    if (shown.length < lines.length) yield* ['', this.say(words.moreLines, { count: lines.length - shown.length })];
  }

  private *section(section: Section): Iterable<string> {
    yield* this.title(section);
    const { lines: shown, left } = this.shown(section);
    if (shown.length > 0) yield '';
    for (const line of shown) yield* this.line(line);
    yield* this.more(left);
  }

  private *changes(sections: readonly Section[], { title, count }: Section): Iterable<string> {
    yield* this.title({ id: '', title, count, lines: [] });
    const open = sections.reduce((sum, each) => sum + each.lines.length, 0) <= OPEN ? ' open' : '';
    for (const { title: own, place, spans = [], lines } of sections) {
      const name = place === undefined ? this.say(own) : codeElement(place);
      const counts = spans.map((span) => ('text' in span ? proseElement(span.text[this.language]) : 'risk' in span ? this.risk(span.risk) : '')).join(' ');
      yield* ['', `<details${open}><summary>${name} ${counts}</summary>`, ''];
      for (const line of lines) yield* this.line(line);
      yield* ['', '</details>'];
    }
  }

  private *title({ title, count, lines }: Section): Iterable<string> {
    yield* ['', `### ${this.say(title)} (${count ?? lines.length})`];
  }

  private shown({ lines, short = lines }: Section): { readonly lines: readonly Line[]; readonly left: number } {
    const { lines: most } = this.level;
    const told = lines.length <= most ? lines : short;
    const shown = told.slice(0, most);
    return { lines: shown, left: told.length - shown.length };
  }

  private *line({ mark, spans, under = [], fields = [] }: Line): Iterable<string> {
    yield `- ${SYMBOLS[mark]}${this.spans(spans)}`;
    for (const each of under.slice(0, this.level.under)) yield `  - ${this.spans(each)}`;
    const { shown, left } = toldFields(fields, this.level.fields, true);
    for (const { field, before, after } of shown) yield `  - ${codeSpan(field)}: ${[...(before === undefined ? [] : [codeSpan(before)]), '→', ...(after === undefined ? [] : [codeSpan(after)])].join(' ')}`;
    if (shown.length > 0 && left > 0) yield `  - ${this.say(words.moreFields, { count: left })}`;
  }

  private *more(left: number): Iterable<string> {
    if (left > 0) yield* ['', this.say(words.more, { count: left })];
  }

  private spans = (spans: readonly Span[]): string => spans.map((span) => this.span(span)).filter((each) => each !== '').join(' ');

  private span(span: Span): string {
    if ('text' in span) return prose(span.text[this.language]);
    if ('strong' in span) return `**${this.say(span.strong)}**`;
    if ('label' in span) return `${this.say(span.label)}${this.language === 'zh' ? '：' : ':'}`;
    if ('code' in span) return span.code === '' ? '' : codeSpan(span.code);
    if ('risk' in span) return this.risk(span.risk);
    const shown = span.names.slice(0, this.level.names).map(codeSpan);
    const left = span.names.length - shown.length;
    return [...shown, ...(left > 0 ? [`+${left}`] : [])].join(', ');
  }

  private risk = (risk: Risk): string => `${LIGHTS[risk]} ${this.say(riskNames[risk])}`;

  private say = (text: Text, args: Readonly<Record<string, string | number>> = {}): string => told(text, this.language, args);
}
