import pico from 'picocolors';
import type { Language, Text } from '../../problem/index.ts';
import { say as told } from '../../report/phrases.ts';
import { printable } from '../../report/printable.ts';
import type { Risk } from '../change.ts';
import type { ChangeReport } from '../report.ts';
import { wrapped, type Piece } from './columns.ts';
import { toldFields } from './fields.ts';
import type { Line, Mark, Section, Span } from './line.ts';
import { outlineOf, type Outline } from './outline.ts';
import { clipped, wholeRows } from './values.ts';
import { riskNames, words } from './words.ts';

export type Colours = ReturnType<typeof pico.createColors>;

export interface TextOptions {
  /** @default none */
  readonly colours?: Colours;
  /** Columns of the terminal, at least 40. @default lines are not broken */
  readonly width?: number;
  /** Lines of changes; the rest is counted. @default 200 */
  readonly limit?: number;
  /** Every field and every name. @default false: fields where no sentence tells what they mean, and the first names */
  readonly verbose?: boolean;
}

/** Lines of any other list. */
const LISTED = 50;
/** Names of one line, and characters of one value, unless all are asked for. */
const NAMES = 12;
const VALUE = 160;
const FIELDS = 5;
/** Lines to take over. */
const BLOCK = 40;

const ARROW: Text = { zh: '→', en: '→' };
const SYMBOLS: Readonly<Record<Mark, string>> = { added: '+', removed: '-', changed: '~', warning: '!', plain: ' ' };

/** For people at a terminal. */
export function textReport(report: ChangeReport, language: Language, options: TextOptions = {}): string {
  return new TextWriter(language, options).outline(outlineOf(report)).join('\n') + '\n';
}

class TextWriter {
  private readonly language: Language;
  private readonly colours: Colours;
  private readonly width: number | undefined;
  private readonly limit: number;
  private readonly verbose: boolean;

  constructor(language: Language, { colours = pico.createColors(false), width, limit = 200, verbose = false }: TextOptions) {
    this.language = language;
    this.colours = colours;
    this.width = width === undefined ? undefined : Math.max(40, width);
    this.limit = limit;
    this.verbose = verbose;
  }

  outline({ risk, same, headline, sides, blocked, sections, changes }: Outline): readonly string[] {
    return [
      ...(same ? [] : this.spans([{ label: words.risk }, { risk }], 0, 2)),
      ...wrapped([{ text: this.say(headline), paint: this.colours.bold }], this.width, 0, 2),
      ...this.spans(sides, 0, 2),
      ...[...(blocked ? [blocked] : []), ...sections].flatMap((section) => {
        const most = section === blocked ? this.limit : LISTED;
        return ['', ...this.section(section, most), ...this.more(section.lines.length - most)];
      }),
      ...this.changes(changes),
    ];
  }

  private changes(sections: readonly Section[]): readonly string[] {
    const lines: string[] = [];
    let left = this.limit;
    for (const section of sections) {
      if (left === 0) break;
      lines.push('', ...this.section(section, left));
      left -= Math.min(left, section.lines.length);
    }
    return [...lines, ...this.more(sections.reduce((sum, each) => sum + each.lines.length, 0) - this.limit)];
  }

  private section({ title, place, count, spans = [], lines }: Section, limit: number): readonly string[] {
    const name: Piece = { text: place === undefined ? this.say(title) : printable(place), paint: this.colours.bold };
    const head = wrapped([name, { text: ` (${count ?? lines.length})` }, ...(spans.length > 0 ? this.pieces(spans, '  ') : [])], this.width, 0, 2);
    return [...head, ...lines.slice(0, limit).flatMap((line) => this.line(line))];
  }

  private more = (count: number): readonly string[] => (count > 0 ? [`  ${this.colours.yellow(this.say(words.moreJson, { count }))}`] : []);

  private line({ mark, spans, under = [], block, fields = [] }: Line): readonly string[] {
    const symbol: Piece = { text: `${SYMBOLS[mark]} `, paint: this.mark(mark) };
    const { shown, left } = toldFields(fields, this.verbose ? Infinity : under.length === 0 ? FIELDS : 0, !this.verbose);
    const values = shown.map(({ field, before, after }): readonly Span[] => [
      { code: `${field}:` }, ...(before === undefined ? [] : [{ code: before }]), { text: ARROW }, ...(after === undefined ? [] : [{ code: after }]),
    ]);
    return [
      ...wrapped([symbol, ...this.pieces(spans)], this.width, 2, 6),
      ...under.flatMap((each) => this.spans(each, 6, 8)),
      ...(block ? this.block(block[this.language].split('\n')) : []),
      ...values.flatMap((each) => wrapped(this.pieces(each).map(({ text }) => ({ text, paint: this.colours.dim })), this.width, 6, 8)),
      ...(shown.length > 0 && left > 0 ? [`      ${this.colours.yellow(this.say(words.moreFields, { count: left }))}`] : []),
    ];
  }

  private block(lines: readonly string[]): readonly string[] {
    const shown = wholeRows(lines, this.verbose ? Infinity : BLOCK);
    const left = lines.length - shown.length;
    return [...shown.map((each) => `      ${printable(each)}`), ...(left > 0 ? [`      ${this.colours.yellow(this.say(words.moreLines, { count: left }))}`] : [])];
  }

  private spans(spans: readonly Span[], indent: number, hanging: number): readonly string[] {
    return wrapped(this.pieces(spans), this.width, indent, hanging);
  }

  /** With a space between, but after a Chinese colon. */
  private pieces(spans: readonly Span[], before = ''): readonly Piece[] {
    const pieces: Piece[] = before ? [{ text: before }] : [];
    for (const span of spans) {
      const last = pieces.at(-1)?.text;
      if (last !== undefined && !/[\s：]$/.test(last)) pieces.push({ text: ' ' });
      pieces.push(this.piece(span));
    }
    return pieces;
  }

  private piece(span: Span): Piece {
    if ('text' in span) return { text: printable(span.text[this.language]) };
    if ('strong' in span) return { text: this.say(span.strong), paint: this.colours.bold };
    if ('label' in span) return { text: `${this.say(span.label)}${this.language === 'zh' ? '：' : ':'}` };
    if ('code' in span) return { text: this.value(span.code), paint: this.colours.cyan };
    if ('risk' in span) return this.risk(span.risk);
    const most = this.verbose ? Infinity : NAMES;
    const shown = span.names.slice(0, most).map((each) => this.value(each));
    const left = span.names.length - shown.length;
    return { text: [...shown, ...(left > 0 ? [`+${left}`] : [])].join(', '), paint: this.colours.cyan };
  }

  private value = (text: string): string => printable(this.verbose ? text : clipped(text, VALUE));

  private risk(risk: Risk): Piece {
    const { green, yellow, red, bold } = this.colours;
    const paints = { low: green, medium: yellow, high: red, blocked: (text: string) => bold(red(text)) };
    return { text: this.say(riskNames[risk]), paint: paints[risk] };
  }

  private mark(mark: Mark): ((text: string) => string) | undefined {
    const { green, yellow, red } = this.colours;
    return { added: green, removed: red, changed: undefined, warning: (text: string) => red(text), plain: yellow }[mark];
  }

  private say = (text: Text, args: Readonly<Record<string, string | number>> = {}): string => told(text, this.language, args);
}
