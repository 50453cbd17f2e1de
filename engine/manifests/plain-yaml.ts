import { MAX_DEPTH } from './limits.ts';
import { note, put, type Places } from './places.ts';
import { literalBlock } from './literal-block.ts';
import { oddNumber, oldBoolean } from './words.ts';

/** Said once, without a stack: the text is not plain enough. */
const NOT_PLAIN = new Error('not plain YAML');

/** A document without content. */
export const EMPTY = Symbol('empty document');

/**
 * Reads one YAML document in the plain style that most manifests have: block mappings and lists, scalars of one line, literal
 * blocks, flow collections on one line. About forty times as fast as the general reader. It never guesses: undefined for
 * anything else, also for whatever a reader may take for something else (doubled keys, anchors, `yes`, `0644`, errors).
 */
export function readPlainYaml(text: string, places?: Places): unknown {
  if (FORBIDDEN.test(text) || (text !== '' && !text.endsWith('\n'))) return undefined;
  try {
    return new PlainReader(text, places).document();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const KEY = /(?:[A-Za-z0-9_./$]|-(?=[A-Za-z]))[A-Za-z0-9_./$@*+~()-]*(?=:[ \n])/y;
const QUOTED_KEY = /(?:"[^"\\\n\t]*"|'[^'\n\t]*')(?=:[ \n])/y;
const DOUBLE = /"[^"\\\n\t]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\n\t]*)*"/y;
const SINGLE = /'[^'\n\t]*(?:''[^'\n\t]*)*'/y;
const REST = /[^\n]*/y;
const AFTER = /(?: +#[^\n]*| *)(?=\n)/y;
/** First characters that a plain scalar cannot have, or that only the general reader should judge. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`\t]|[-?:](?:[ \t]|$))/;
const NUMBER = /^[-+]?(?:\d+|\.\d+|\d+\.\d*)(?:[eE][-+]?\d+)?$/;
const ODD = /^[-+]?(?:0[xX]|\.inf|\.nan|\.Inf|\.INF|\.NaN|\.NAN)/;
const FLOW_PLAIN = /[A-Za-z0-9_./*$-][A-Za-z0-9_./*$+@-]*(?= *[,\]}:])/y;
const SPACE = 0x20;
const DASH = 0x2d;
const NEWLINE = 0x0a;
const HASH = 0x23;

/** YAML's spaces alone: a scalar may end with others, such as U+00A0. */
function withoutEndSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === SPACE) end -= 1;
  return line.slice(0, end);
}

class PlainReader {
  private readonly text: string;
  private readonly places: Places | undefined;
  private at = 0;
  private depth = 0;

  constructor(text: string, places: Places | undefined) {
    this.text = text;
    this.places = places;
  }

  document(): unknown {
    const indent = this.nextLine();
    if (indent < 0) return EMPTY;
    const value = this.block(indent);
    if (this.nextLine() >= 0) throw NOT_PLAIN;
    return value;
  }

  /** Goes to the first character of the next line with content; returns its indent, -1 at the end. `at` is at the start of a line. */
  private nextLine(): number {
    const { text } = this;
    for (let start = this.at; start < text.length;) {
      let at = start;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (code !== NEWLINE && code !== HASH) {
        this.at = at;
        return at - start;
      }
      start = text.indexOf('\n', at) + 1;
    }
    this.at = text.length;
    return -1;
  }

  /** The indent of the next line with content, staying where it is. */
  private peek(): number {
    const { at } = this;
    const indent = this.nextLine();
    this.at = at;
    return indent;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private isItem(): boolean {
    if (this.text.charCodeAt(this.at) !== DASH) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === SPACE || next === NEWLINE;
  }

  /** A mapping or list whose first entry is at `at`, in column `indent`. */
  private block(indent: number): unknown {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw NOT_PLAIN;
    const value = this.isItem() ? this.list(indent) : this.mapping(indent);
    this.depth -= 1;
    return value;
  }

  private mapping(indent: number): unknown {
    const start = this.at;
    let key = this.key();
    if (key === undefined) {
      // a document or an item that is one value
      this.at = start;
      if (this.text[start] === '|') throw NOT_PLAIN;
      return this.scalar(indent - 1);
    }
    const map: Record<string, unknown> = {};
    let keyAt = start;
    for (;;) {
      if (Object.hasOwn(map, key)) throw NOT_PLAIN;
      note(this.places, map, key, keyAt);
      put(map, key, this.valueOf(indent, true));
      const before = this.at;
      const next = this.nextLine();
      if (next !== indent || this.isItem()) {
        if (next > indent) throw NOT_PLAIN;
        this.at = before;
        return map;
      }
      keyAt = this.at;
      const found = this.key();
      if (found === undefined) throw NOT_PLAIN;
      key = found;
    }
  }

  private key(): string | undefined {
    const quoted = this.match(QUOTED_KEY)?.slice(1, -1);
    const key = quoted ?? this.match(KEY);
    if (key === undefined) return undefined;
    if (quoted === undefined && (key === 'null' || key === 'Null' || key === 'NULL' || key === '~' || oldBoolean(key) !== undefined || oddNumber(key) !== undefined)) throw NOT_PLAIN;
    this.at += 1;
    return key;
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (;;) {
      this.at += 1;
      const dash = this.at;
      while (this.text.charCodeAt(this.at) === SPACE) this.at++;
      const code = this.text.charCodeAt(this.at);
      if (code === NEWLINE || code === HASH) {
        this.at = this.text.indexOf('\n', this.at) + 1;
        this.nextLine();
        note(this.places, items, items.length, this.at);
        this.at = dash;
        items.push(this.valueOf(indent, false));
      } else {
        note(this.places, items, items.length, this.at);
        items.push(this.inItem(indent, indent + 1 + this.at - dash));
      }
      const before = this.at;
      const next = this.nextLine();
      if (next !== indent || !this.isItem()) {
        if (next > indent) throw NOT_PLAIN;
        this.at = before;
        return items;
      }
    }
  }

  /** What stands behind a dash: a mapping or list of its own, or a scalar that belongs to the list. */
  private inItem(indent: number, column: number): unknown {
    if (this.isItem()) return this.block(column);
    const start = this.at;
    const key = this.key();
    this.at = start;
    return key === undefined ? this.scalar(indent) : this.block(column);
  }

  /** The value behind `key:` or `-`, of an entry in column `indent`; `at` is behind the mark. */
  private valueOf(indent: number, inMapping: boolean): unknown {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
    const code = this.text.charCodeAt(this.at);
    if (code !== NEWLINE && !(code === HASH && this.text.charCodeAt(this.at - 1) === SPACE)) return this.scalar(indent);
    this.at = this.text.indexOf('\n', this.at) + 1;
    const before = this.at;
    const next = this.nextLine();
    if (next > indent || (next === indent && inMapping && this.isItem())) return this.block(next);
    this.at = before;
    return null;
  }

  /** A value that starts on this line, of an entry in column `indent`; ends behind its last line. */
  private scalar(indent: number): unknown {
    const first = this.text[this.at];
    if (first === '|') return this.literal(indent);
    let value: unknown;
    if (first === '"' || first === "'") value = this.quoted();
    else if (first === '{' || first === '[') value = this.flow();
    else return this.plain(indent);
    this.endOfLine();
    return value;
  }

  private endOfLine(): void {
    if (this.match(AFTER) === undefined) throw NOT_PLAIN;
    this.at += 1;
  }

  private literal(indent: number): string {
    const block = literalBlock(this.text, this.at, indent);
    if (!block) throw NOT_PLAIN;
    this.at = block.end;
    return block.value;
  }

  private quoted(): string {
    const double = this.match(DOUBLE);
    if (double !== undefined) return double.includes('\\') ? (JSON.parse(double) as string) : double.slice(1, -1);
    const single = this.match(SINGLE);
    if (single === undefined) throw NOT_PLAIN;
    return single.slice(1, -1).replaceAll("''", "'");
  }

  private plain(indent: number): unknown {
    const line = this.match(REST)!;
    const comment = line.indexOf(' #');
    const text = withoutEndSpaces(comment < 0 ? line : line.slice(0, comment));
    if (INDICATOR.test(text) || text.includes(': ') || text.endsWith(':') || line.includes('\t')) throw NOT_PLAIN;
    this.at += 1;
    if (this.peek() > indent) throw NOT_PLAIN;
    return resolve(text);
  }

  /** A collection in brackets on one line. */
  private flow(): unknown {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw NOT_PLAIN;
    const open = this.text[this.at];
    this.at += 1;
    const list: unknown[] = [];
    const map: Record<string, unknown> = {};
    const [holder, close] = open === '[' ? [list, ']'] : [map, '}'];
    for (let first = true; ; first = false) {
      this.spaces();
      if (this.text[this.at] === close && first) break;
      const itemAt = this.at;
      if (open === '[') {
        note(this.places, list, list.length, itemAt);
        list.push(this.flowValue());
      } else {
        const isQuoted = /["']/.test(this.text[this.at] ?? '');
        const key = isQuoted ? this.quoted() : this.match(FLOW_PLAIN);
        if (key === undefined || Object.hasOwn(map, key) || (!isQuoted && typeof resolve(key) !== 'string') || this.text.slice(this.at, this.at + 2) !== ': ') throw NOT_PLAIN;
        this.at += 2;
        this.spaces();
        note(this.places, map, key, itemAt);
        put(map, key, this.flowValue());
      }
      this.spaces();
      if (this.text[this.at] === close) break;
      if (this.text[this.at] !== ',') throw NOT_PLAIN;
      this.at += 1;
    }
    this.at += 1;
    this.depth -= 1;
    return holder;
  }

  private flowValue(): unknown {
    const first = this.text[this.at];
    if (first === '[' || first === '{') return this.flow();
    if (first === '"' || first === "'") return this.quoted();
    const text = this.match(FLOW_PLAIN);
    if (text === undefined || INDICATOR.test(text)) throw NOT_PLAIN;
    const value = resolve(text);
    this.spaces();
    if (this.text[this.at] === ':') throw NOT_PLAIN;
    return value;
  }

  private spaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }
}

/** A plain scalar of YAML 1.2 where every reader agrees. */
function resolve(text: string): unknown {
  if (text.length <= 5) {
    switch (text) {
      case 'true': case 'True': case 'TRUE': return true;
      case 'false': case 'False': case 'FALSE': return false;
      case '': case 'null': case 'Null': case 'NULL': case '~': return null;
    }
    if (oldBoolean(text) !== undefined) throw NOT_PLAIN;
  }
  const code = text.charCodeAt(0);
  // letters and the slash begin most values
  if (code > 0x39 || code === 0x2f) return text;
  if (NUMBER.test(text) && !(/^[-+]?0\d/.test(text) && oddNumber(text) !== undefined)) return Number(text);
  if (ODD.test(text) || oddNumber(text) !== undefined) throw NOT_PLAIN;
  return text;
}
