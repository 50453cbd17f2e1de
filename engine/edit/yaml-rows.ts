import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parse, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { inline, number } from '../emit/scalar.ts';
import { problem, ProblemError, Problems } from '../problem/index.ts';
import { parseYaml, SourceFile, type YamlDocument } from '../text/index.ts';

/** What a field shall be: a scalar, a mapping whose fields are changed in turn, or undefined where it shall go. */
export type RowValue = string | number | boolean | RowFields | undefined;

export interface RowFields {
  readonly [key: string]: RowValue;
}

export interface RowOptions {
  /** How problems name the file. */
  readonly name: string;
  /** How a new row is written where none stands beside it: on one line, or a field a line. Default: `block`. */
  readonly layout?: Layout;
  /** New key -> the key that it stands behind. Default: the last one of its mapping. */
  readonly behind?: Readonly<Record<string, string>>;
  /** New key -> a comment at the end of its first line. */
  readonly notes?: Readonly<Record<string, string>>;
}

type Layout = 'block' | 'flow';
type Map_ = YAMLMap.Parsed;
type Pair_ = Pair<ParsedNode, ParsedNode | null>;
type Added = readonly [key: string, value: Exclude<RowValue, undefined>];

/**
 * The text of a YAML file in which some fields have other values and all else is byte for byte as it was: comments, order, quotes, line
 * ends. New fields go behind their neighbours, in their style; an empty `{}` becomes rows of its own. Throws a ProblemError with what
 * cannot be edited in place, e.g. an alias; the result never says anything else than what was asked for.
 */
export function editRows(text: string, fields: RowFields, options: RowOptions): string {
  const problems = new Problems();
  // every line ends while it is worked on
  const end = text.endsWith('\n') ? '' : eolOf(text);
  const before = documentOf(text + end, options.name, problems);
  problems.throwIfAny();
  const edited = new RowEditor(text + end, options, problems).edit(before!.contents as Map_, fields);
  problems.throwIfAny();
  const after = edited.slice(0, edited.length - end.length);
  const found = documentOf(after, options.name, new Problems());
  if (!found || !isDeepStrictEqual(found.toJS(), merged(before!.toJS(), fields))) {
    throw new ProblemError([problem('CHAMP9220', `${options.name}:1:1`, { value: Object.keys(fields) })]);
  }
  return after;
}

const eolOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

function documentOf(text: string, name: string, problems: Problems): YamlDocument | undefined {
  const file = new SourceFile(name, text, problems);
  const documents = parseYaml(file);
  if (documents?.length === 1 && isMap(documents[0]!.contents)) return documents[0];
  if (documents) file.refuse('CHAMP9220', 0, { value: text.slice(0, 40) });
  return undefined;
}

function merged(data: unknown, fields: RowFields): Readonly<Record<string, unknown>> {
  const all = new Map<string, unknown>(Object.entries((data ?? {}) as object));
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) all.delete(key);
    else all.set(key, typeof value === 'object' ? merged(all.get(key), value) : value);
  }
  return Object.fromEntries(all);
}

class RowEditor {
  private readonly text: string;
  private readonly options: RowOptions;
  private readonly file: SourceFile;
  private readonly splices: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  private readonly eol: string;
  private step = '  ';

  constructor(text: string, options: RowOptions, problems: Problems) {
    this.text = text;
    this.options = options;
    this.file = new SourceFile(options.name, text, problems);
    this.eol = eolOf(text);
  }

  edit(root: Map_, fields: RowFields): string {
    const nested = root.items.find(({ value }) => isMap(value) && !value.flow && value.items.length > 0)?.value as Map_ | undefined;
    if (nested && !root.flow) this.step = ' '.repeat(Math.max(1, this.column(startOf(nested)) - this.column(startOf(root))));
    this.map(root, fields, []);
    let [edited, at] = ['', 0];
    for (const { start, end, text } of this.splices.sort((a, b) => a.start - b.start || a.end - b.end)) {
      edited += this.text.slice(at, start) + text;
      at = end;
    }
    return edited + this.text.slice(at);
  }

  /** `cousins` are the mappings beside this one: what a new field looks like there. */
  private map(map: Map_, fields: RowFields, cousins: readonly Map_[], owner?: Pair_): void {
    if (map.anchor) return this.refuse(map);
    const pairs = new Map(map.items.map((pair) => [nameOf(pair), pair as Pair_]));
    const mappings = map.items.flatMap(({ value }) => (isMap(value) && value.items.length > 0 ? [value as Map_] : []));
    const [added, removed]: [Added[], Set<Pair_>] = [[], new Set()];
    for (const [key, value] of Object.entries(fields)) {
      const pair = pairs.get(key);
      if (pair && value === undefined) removed.add(pair);
      else if (pair) this.replace(pair, value!, map.flow === true, mappings);
      else if (value !== undefined) added.push([key, value]);
    }
    const isSection = mappings.length > 0 && mappings.length === map.items.length && added.some(([, value]) => typeof value === 'object');
    if (!map.flow) this.block(map, added, removed, mappings, cousins, owner);
    else if (map.items.length === 0 && owner && !/[\n#]/.test(this.source(map))) this.open(owner, map, added, cousins);
    else if (isSection && owner && removed.size === 0 && !/[\n#]/.test(this.source(map))) this.unfold(owner, map, added, mappings);
    else this.flow(map, added, removed, [...mappings, ...cousins]);
  }

  private replace(pair: Pair_, value: Exclude<RowValue, undefined>, inFlow: boolean, siblings: readonly Map_[]): void {
    const node = pair.value;
    const isEmpty = !node || (isScalar(node) && node.value === null && (node.source ?? '') === '');
    if (node?.anchor || (node && 'tag' in node && isScalar(node) && node.tag !== undefined)) return this.refuse(node);
    if (typeof value === 'object') {
      if (isMap(node)) this.map(node as Map_, value, siblings.filter((each) => each !== node), inFlow ? undefined : pair);
      else if (isEmpty && !inFlow) this.open(pair, undefined, Object.entries(value) as unknown as readonly Added[], siblings);
      else this.refuse(node ?? pair.key);
    } else if (isEmpty) this.splice(this.colonOf(pair), this.colonOf(pair), ` ${scalarText(value, undefined, inFlow)}`);
    else if (isScalar(node)) this.splice(node.range[0], this.endOf(node), scalarText(value, node.type, inFlow));
    else this.refuse(node);
  }

  private block(map: Map_, added: readonly Added[], removed: ReadonlySet<Pair_>, mappings: readonly Map_[], cousins: readonly Map_[], owner?: Pair_): void {
    for (const pair of removed) {
      const start = this.lineStart(pair.key.range[0]);
      if (this.text.slice(start, pair.key.range[0]).trim() === '') this.splice(start, this.lineEnd(this.endOfPair(pair)), '');
      else this.refuse(pair.key);
    }
    const pad = ' '.repeat(this.column(startOf(map)));
    for (const [key, value] of added) {
      const target = this.targetOf(map, key);
      const rows = isMap(target.value) && mappings.includes(target.value as Map_) ? [target.value as Map_, ...mappings] : mappings;
      this.insertLines(this.endOfRow(target), this.noted(key, this.lines(key, value, pad, [...rows, ...cousins], rows[0]?.flow ? 'flow' : 'block')));
    }
    if (added.length > 0 || removed.size < map.items.length) return;
    const at = owner ? this.colonOf(owner) : startOf(map);
    this.splice(at, at, owner ? ' {}' : `{}${this.eol}`);
  }

  private flow(map: Map_, added: readonly Added[], removed: ReadonlySet<Pair_>, models: readonly Map_[]): void {
    const items = map.items as Pair_[];
    const keptLast = items.findLastIndex((pair) => !removed.has(pair));
    items.forEach((pair, index) => {
      if (removed.has(pair) && index < keptLast) this.splice(pair.key.range[0], items[index + 1]!.key.range[0], '');
    });
    if (keptLast < items.length - 1) this.splice(keptLast < 0 ? startOf(map) : this.endOfPair(items[keptLast]!), this.endOfPair(items.at(-1)!), '');
    if (added.length === 0) return;
    const texts = added.map(([key, value]) => `${keyText(key)}: ${this.inlineText(value, models)}`);
    if (items.length === 0) {
      this.splice(map.range[1] - 1, map.range[1] - 1, texts.join(', '));
      return;
    }
    const separator = this.source(map).includes('\n') ? `,${this.eol}${' '.repeat(this.column(startOf(map)))}` : ', ';
    const at = this.endOfPair(keptLast < 0 ? items.at(-1)! : items[keptLast]!);
    this.splice(at, at, (keptLast < 0 ? '' : separator) + texts.join(separator));
  }

  /** Rows below a key that has none yet: nothing behind its colon, or `{}`. */
  private open(owner: Pair_, empty: Map_ | undefined, added: readonly Added[], models: readonly Map_[]): void {
    if (added.length === 0) return;
    if (empty) this.splice(this.colonOf(owner), empty.range[1], '');
    const pad = ' '.repeat(this.column(owner.key.range[0])) + this.step;
    this.insertLines(this.lineEnd(empty ? empty.range[1] : this.colonOf(owner)), added.flatMap(([key, value]) => this.noted(key, this.lines(key, value, pad, models, this.options.layout ?? 'block'))));
  }

  /** A section on one line, of rows: each gets a line. */
  private unfold(owner: Pair_, map: Map_, added: readonly Added[], models: readonly Map_[]): void {
    const pad = ' '.repeat(this.column(owner.key.range[0])) + this.step;
    const line = this.eol + pad;
    const items = map.items as Pair_[];
    items.forEach((pair, index) => this.splice(index === 0 ? this.colonOf(owner) : this.endOfPair(items[index - 1]!), pair.key.range[0], line));
    const rows = added.flatMap(([key, value]) => this.noted(key, this.lines(key, value, pad, models, 'flow')));
    this.splice(this.endOfPair(items.at(-1)!), map.range[1], rows.map((row) => this.eol + row).join(''));
  }

  /** `models` are rows of the kind; a field of that name in them decides how it looks, `otherwise` where there is none. */
  private lines(key: string, value: Exclude<RowValue, undefined>, pad: string, models: readonly Map_[], otherwise: Layout): readonly string[] {
    if (typeof value !== 'object') return [`${pad}${keyText(key)}: ${scalarText(value, this.quotesOf(models, key), false)}`];
    const fields = Object.entries(value).filter((each): each is [string, Exclude<RowValue, undefined>] => each[1] !== undefined);
    const same = models.flatMap((each) => { const found = each.get(key, true) as unknown; return isMap(found) ? [found as Map_] : []; });
    const layout = same[0] ? (same[0].flow ? 'flow' : 'block') : otherwise;
    const below = same.length > 0 ? same : models;
    if (fields.length === 0 || layout === 'flow') return [`${pad}${keyText(key)}: ${this.inlineText(value, below)}`];
    return [`${pad}${keyText(key)}:`, ...fields.flatMap(([name, field]) => this.lines(name, field, pad + this.step, below, 'block'))];
  }

  private noted(key: string, [first = '', ...rest]: readonly string[]): readonly string[] {
    const note = this.options.notes?.[key];
    return note === undefined ? [first, ...rest] : [`${first} # ${note}`, ...rest];
  }

  private inlineText(value: Exclude<RowValue, undefined>, models: readonly Map_[]): string {
    if (typeof value !== 'object') return scalarText(value, undefined, true);
    const padded = models.find(({ flow }) => flow);
    const space = padded && this.text[padded.range[0] + 1] === ' ' ? ' ' : '';
    const fields = Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [`${keyText(key)}: ${typeof field === 'object' ? this.inlineText(field, models) : scalarText(field, this.quotesOf(models, key), true)}`]));
    return fields.length === 0 ? '{}' : `{${space}${fields.join(', ')}${space}}`;
  }

  /** Quotes that the nearest field of that name has without need. */
  private quotesOf(models: readonly Map_[], key: string): Scalar.Type | undefined {
    const found = models.map((each) => each.get(key, true) as unknown).find((each) => isScalar(each)) as Scalar | undefined;
    return found && typeof found.value === 'string' && isPlain(found.value) ? found.type : undefined;
  }

  private targetOf(map: Map_, key: string): Pair_ {
    const behind = this.options.behind?.[key];
    return (map.items.find((pair) => behind !== undefined && nameOf(pair) === behind) ?? map.items.at(-1)) as Pair_;
  }

  private refuse(node: ParsedNode): void {
    this.file.refuse('CHAMP9220', node.range[0], { value: this.source(node) });
  }

  private splice(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }

  private insertLines(at: number, lines: readonly string[]): void {
    this.splice(at, at, lines.map((line) => line + this.eol).join(''));
  }

  private source(node: ParsedNode): string {
    return this.text.slice(node.range[0], node.range[1]);
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Behind the line break. */
  private lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  private column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  private colonOf({ key }: Pair_): number {
    return this.text.indexOf(':', key.range[1]) + 1;
  }

  private endOfPair({ key, value }: Pair_): number {
    return value ? Math.max(key.range[1], this.endOf(value)) : key.range[1];
  }

  private endOf(node: ParsedNode): number {
    if (isMap(node) && !node.flow && node.items.length > 0) return this.endOfPair(node.items.at(-1) as Pair_);
    if (isSeq(node) && !node.flow && node.items.length > 0) return this.endOf(node.items.at(-1) as ParsedNode);
    let end = node.range[1];
    while (end > node.range[0] && /[\r\n]/.test(this.text[end - 1]!)) end -= 1;
    return end;
  }

  /** Behind a row and the comments below it that stand deeper than its key. */
  private endOfRow(pair: Pair_): number {
    let end = this.lineEnd(this.endOfPair(pair));
    for (;;) {
      const comment = /^( +)#/.exec(this.text.slice(end, this.lineEnd(end)));
      if (!comment || comment[1]!.length <= this.column(pair.key.range[0])) return end;
      end = this.lineEnd(end);
    }
  }
}

const nameOf = ({ key }: { readonly key: unknown }): string => (isScalar(key) ? String(key.value) : '');

/** Of the first key; a flow mapping itself starts at its brace. */
const startOf = (map: Map_): number => map.items[0]?.key.range[0] ?? map.range[0];

/** Read as the same string by YAML 1.2, in a flow mapping too. */
const isPlain = (text: string): boolean => /^[\w./](?:[\w./:@+-]*[\w./@+-])?$/.test(text) && parse(text) === text;

const keyText = (key: string): string => scalarText(key, undefined, true);

function scalarText(value: string | number | boolean, type: Scalar.Type | undefined, inFlow: boolean): string {
  if (typeof value !== 'string') return typeof value === 'number' ? number(value) : String(value);
  if (type === 'QUOTE_SINGLE' && !/[^\x20-\x7e]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (isPlain(value)) return value;
  const text = inline(value);
  return inFlow && !/^["']/.test(text) ? JSON.stringify(value) : text;
}
