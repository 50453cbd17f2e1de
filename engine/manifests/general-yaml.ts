import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser, type CST, type ParsedNode, type Scalar, type YAMLError, type YAMLMap } from 'yaml';
import type { SourceFile } from '../text/index.ts';
import { MAX_DEPTH, MAX_EXPANDED, MAX_GENERAL, MAX_TOKENS } from './limits.ts';
import { note, put, type Places } from './places.ts';
import { EMPTY } from './plain-yaml.ts';
import { unrendered } from './templates.ts';
import { oddNumber, oldBoolean } from './words.ts';

/** Syntax errors that one document reports: a parser that lost its way finds faults that are none. */
const MOST_FAULTS = 3;

/** Where a document stands in its file. */
export interface Part {
  readonly text: string;
  /** Offset of its text in the file. */
  readonly offset: number;
}

/**
 * Reads one YAML document with all that YAML has, as Kubernetes' tools would take it, and reports what is no clean input. The
 * value is undefined where it cannot be known; time and memory are bounded.
 */
export function readGeneralYaml(file: SourceFile, { text, offset }: Part, places?: Places): unknown {
  if (text.length > MAX_GENERAL) {
    file.refuse('CHAMP1102', offset, { value: text.length, allowed: `<= ${MAX_GENERAL}` });
    return undefined;
  }
  const before = { deep: false };
  const composer = new Composer({ version: '1.2', uniqueKeys: false, logLevel: 'silent' });
  const [document] = withoutStacks(() => [...composer.compose(boundedTokens(file, text, offset, before), true, text.length)]);
  if (before.deep || !document) return undefined;
  const faults = [...document.errors, ...document.warnings];
  const template = faults.length > 0 || hasOddKey(document.contents as ParsedNode | null) ? unrendered(text) : undefined;
  if (template) {
    file.refuse('CHAMP6013', offset + template.offset, { value: template.text });
    return undefined;
  }
  for (const fault of faults.slice(0, MOST_FAULTS)) refuseSyntax(file, text, offset, fault);
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  if (!contents || (isScalar(contents) && contents.value === null && !contents.anchor && (contents as Scalar.Parsed).source === '')) return EMPTY;
  return new Conversion(file, offset, places).value(contents as ParsedNode);
}

function* boundedTokens(file: SourceFile, text: string, offset: number, state: { deep: boolean }): Generator<CST.Token, void> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    count += 1;
    const deep = parser.stack.length > MAX_DEPTH + 2;
    if (deep || count > MAX_TOKENS) {
      const limit = deep ? MAX_DEPTH : MAX_TOKENS;
      file.refuse(deep ? 'CHAMP1113' : 'CHAMP1119', offset + parser.offset - lexeme.length, { value: `> ${limit}`, allowed: `<= ${limit}` });
      state.deep = true;
      return;
    }
  }
  yield* parser.end();
}

function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function refuseSyntax(file: SourceFile, text: string, offset: number, { code, message, pos }: YAMLError): void {
  const at = offset + pos[0];
  const value = text.slice(pos[0], Math.min(pos[1], pos[0] + 80));
  if (code === 'TAB_AS_INDENT') file.refuse('CHAMP1112', at);
  else if (code === 'TAG_RESOLVE_FAILED') file.refuse('CHAMP1116', at, { value });
  else file.refuse('CHAMP1110', at, { value, format: 'YAML', reason: message.split('\n')[0]!.slice(0, 200) });
}

/** A key that is a collection, as `{{ .Values.x }}` is for a YAML reader. */
function hasOddKey(node: ParsedNode | null): boolean {
  if (isSeq(node)) return node.items.some((item) => hasOddKey(item as ParsedNode));
  if (!isMap(node)) return false;
  return node.items.some(({ key, value }) => !isScalar(key) || hasOddKey(value as ParsedNode | null));
}

/** One pass over a document that makes its value and reports what two readers would take for two things. */
class Conversion {
  private readonly file: SourceFile;
  private readonly offset: number;
  private readonly places: Places | undefined;
  private readonly anchors = new Map<string, { readonly value: unknown; readonly size: number }>();
  private size = 0;
  private expanded = 0;

  constructor(file: SourceFile, offset: number, places: Places | undefined) {
    this.file = file;
    this.offset = offset;
    this.places = places;
  }

  value(node: ParsedNode): unknown {
    if (isAlias(node)) return this.alias(node.source, node.range[0]);
    const before = this.size;
    this.size += 1;
    const value = isSeq(node) ? this.list(node.items as ParsedNode[]) : isMap(node) ? this.mapping(node) : this.scalar(node as Scalar.Parsed);
    if (node.anchor) {
      this.report('CHAMP6012', node.range[0], { value: `&${node.anchor}` });
      this.anchors.set(node.anchor, { value, size: this.size - before });
    }
    return value;
  }

  private list(nodes: readonly ParsedNode[]): unknown[] {
    const items: unknown[] = [];
    for (const node of nodes) {
      note(this.places, items, items.length, this.offset + node.range[0]);
      items.push(this.value(node));
    }
    return items;
  }

  private mapping(node: YAMLMap.Parsed): Readonly<Record<string, unknown>> {
    const map: Record<string, unknown> = {};
    const seen = new Map<string, number>();
    const merged: unknown[] = [];
    for (const { key, value } of node.items) {
      const start = key.range[0];
      const name = this.key(key as ParsedNode);
      if (name === '<<' && (key as Scalar.Parsed).type === 'PLAIN') {
        this.report('CHAMP6012', start, { value: '<<' });
        if (value) merged.push(this.value(value as ParsedNode));
        continue;
      }
      const first = seen.get(name);
      if (first === undefined) seen.set(name, start);
      else this.report('CHAMP1111', start, { value: name, line: this.file.at(this.offset + first).line });
      note(this.places, map, name, this.offset + start);
      put(map, name, value ? this.value(value as ParsedNode) : null);
    }
    // a list of mappings: the first one that has a key wins, and the mapping's own key before all
    for (const source of merged.flat()) {
      if (typeof source !== 'object' || source === null) continue;
      for (const [name, value] of Object.entries(source)) if (!Object.hasOwn(map, name)) put(map, name, value);
    }
    return map;
  }

  private key(node: ParsedNode): string {
    if (!isScalar(node)) {
      const text = JSON.stringify(this.value(node)) ?? '';
      this.report('CHAMP1110', node.range[0], { value: text.slice(0, 80), format: 'YAML', reason: 'a key that is no text' });
      return text;
    }
    const { source, type, value } = node as Scalar.Parsed;
    if (node.anchor) this.report('CHAMP6012', node.range[0], { value: `&${node.anchor}` });
    if (type !== 'PLAIN') return String(value);
    // Go makes a text of the boolean
    const old = oldBoolean(source);
    if (old !== undefined) this.report('CHAMP6010', node.range[0], { value: source, read: String(old) });
    return old === undefined ? source : String(old);
  }

  private scalar({ source, type, value, range }: Scalar.Parsed): unknown {
    if (type !== 'PLAIN') return value;
    const old = oldBoolean(source);
    if (old !== undefined) {
      this.report('CHAMP6010', range[0], { value: source, read: String(old) });
      return old;
    }
    const odd = oddNumber(source);
    if (odd === undefined) return typeof value === 'bigint' ? Number(value) : value;
    this.report('CHAMP6011', range[0], { value: source, read: String(odd) });
    return odd;
  }

  private alias(anchor: string, start: number): unknown {
    this.report('CHAMP6012', start, { value: `*${anchor}` });
    const known = this.anchors.get(anchor);
    if (!known) {
      this.report('CHAMP1115', start, { value: `*${anchor}` });
      return null;
    }
    this.size += known.size;
    const before = this.expanded;
    this.expanded += known.size;
    if (this.expanded <= MAX_EXPANDED) return known.value;
    if (before <= MAX_EXPANDED) this.report('CHAMP1114', start, { value: `*${anchor}`, allowed: `<= ${MAX_EXPANDED}` });
    return null;
  }

  private report(code: Parameters<SourceFile['refuse']>[0], start: number, args: Parameters<SourceFile['refuse']>[2]): void {
    this.file.refuse(code, this.offset + start, args);
  }
}
