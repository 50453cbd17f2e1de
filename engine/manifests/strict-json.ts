import type { SourceFile } from '../text/index.ts';
import { MAX_DEPTH } from './limits.ts';
import { note, put, type Places } from './places.ts';

/** Said once, without a stack: the place is reported already. */
const BROKEN = new Error('broken JSON');
const STRING = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\0-\x1f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /(?:true|false|null)(?!\w)/y;
const BLANK = /[ \t\n\r]*/y;

/** JSON as RFC 8259 has it. A key that appears twice is reported, and its last value kept, as Go does; undefined when it is broken. */
export function readJson(file: SourceFile, { text, offset }: { readonly text: string; readonly offset: number }, places?: Places): unknown {
  const reader = new JsonReader(file, text, offset, places);
  try {
    return reader.document();
  } catch (error) {
    if (error === BROKEN) return undefined;
    throw error;
  }
}

class JsonReader {
  private readonly file: SourceFile;
  private readonly text: string;
  private readonly offset: number;
  private readonly places: Places | undefined;
  private at = 0;
  private depth = 0;

  constructor(file: SourceFile, text: string, offset: number, places: Places | undefined) {
    this.file = file;
    this.text = text;
    this.offset = offset;
    this.places = places;
  }

  document(): unknown {
    const value = this.value();
    this.match(BLANK);
    if (this.at < this.text.length) this.fail('<EOF>');
    return value;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private fail(allowed: string): never {
    const value = this.at >= this.text.length ? '<EOF>' : /^[\w.+-]{1,40}|^[^]/u.exec(this.text.slice(this.at, this.at + 40))![0];
    this.file.refuse('CHAMP1204', this.offset + this.at, { value, format: 'JSON', allowed });
    throw BROKEN;
  }

  private value(): unknown {
    this.match(BLANK);
    switch (this.text[this.at]) {
      case '{': return this.nested('}', () => this.object());
      case '[': return this.nested(']', () => this.array());
      case '"': return this.string('"..."');
    }
    const word = this.match(WORD);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    const number = this.match(NUMBER);
    if (number === undefined) this.fail('{ [ "..." 0 true false null');
    return Number(number);
  }

  private string(allowed: string): string {
    const found = this.match(STRING);
    if (found === undefined) this.fail(allowed);
    return found.includes('\\') ? (JSON.parse(found) as string) : found.slice(1, -1);
  }

  private nested<T>(close: string, entries: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      this.file.refuse('CHAMP1113', this.offset + this.at, { value: `> ${MAX_DEPTH}`, allowed: `<= ${MAX_DEPTH}` });
      throw BROKEN;
    }
    this.at += 1;
    const value = entries();
    if (this.text[this.at] !== close) this.fail(`, ${close}`);
    this.at += 1;
    this.depth -= 1;
    return value;
  }

  private object(): Readonly<Record<string, unknown>> {
    const map: Record<string, unknown> = {};
    const starts = new Map<string, number>();
    this.match(BLANK);
    if (this.text[this.at] === '}') return map;
    for (;;) {
      this.match(BLANK);
      const start = this.at;
      const key = this.string('"key"');
      const first = starts.get(key);
      if (first === undefined) starts.set(key, start);
      else this.file.refuse('CHAMP1111', this.offset + start, { value: key, line: this.file.at(this.offset + first).line });
      this.match(BLANK);
      if (this.text[this.at] !== ':') this.fail(':');
      this.at += 1;
      note(this.places, map, key, this.offset + start);
      put(map, key, this.value());
      this.match(BLANK);
      if (this.text[this.at] !== ',') return map;
      this.at += 1;
    }
  }

  private array(): readonly unknown[] {
    const items: unknown[] = [];
    this.match(BLANK);
    if (this.text[this.at] === ']') return items;
    for (;;) {
      this.match(BLANK);
      note(this.places, items, items.length, this.offset + this.at);
      items.push(this.value());
      this.match(BLANK);
      if (this.text[this.at] !== ',') return items;
      this.at += 1;
    }
  }
}
