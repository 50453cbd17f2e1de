import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser, type CST, type Document, type ParsedNode, type YAMLError } from 'yaml';
import { MAX_BYTES, MAX_DEPTH, MAX_EXPANDED, MAX_TOKENS } from './limits.ts';
import type { SourceFile } from './source.ts';

/** Syntax errors that one document reports. */
const MOST_FAULTS = 5;

/** `contents` is null when the text is empty. */
export type YamlDocument = Document.Parsed<ParsedNode>;

export interface YamlOptions {
  /** Reads on past a key that appears twice, so that the rest of the file is checked too; @default false */
  readonly pastDuplicates?: boolean;
}

/**
 * The documents of a YAML 1.2 text, all keys as strings. Adds a problem for each syntax error, duplicate key, tab,
 * unknown tag, dangling alias, alias bomb or deep nesting, and then returns undefined. Time and memory are bounded.
 */
export function parseYaml(file: SourceFile, { pastDuplicates = false }: YamlOptions = {}): readonly YamlDocument[] | undefined {
  if (file.text.length > MAX_BYTES) {
    file.refuse('CHAMP1102', 0, { value: file.text.length, allowed: `<= ${MAX_BYTES}` });
    return undefined;
  }
  // the library compares every key with every other: duplicates are found below in linear time
  const composer = new Composer({ version: '1.2', uniqueKeys: false, stringKeys: true, logLevel: 'silent' });
  const documents = withoutStacks(() => [...composer.compose(boundedTokens(file), true, file.text.length)] as YamlDocument[]);
  let broken = file.refused;
  for (const document of documents) {
    // a parser that lost its way finds faults that are none: the first ones are worth reading
    const faults = [...document.errors, ...document.warnings];
    for (const error of faults.slice(0, MOST_FAULTS)) refuseSyntax(file, error);
    const inspection = new Inspection(file);
    if (document.contents) inspection.visit(document.contents);
    broken ||= faults.length > 0 || inspection.broken;
  }
  return broken || (file.refused && !pastDuplicates) ? undefined : documents;
}

/** Stops at a nesting that the recursive part of the library would not survive, and at a size that takes seconds. */
function* boundedTokens(file: SourceFile): Generator<CST.Token, void> {
  const parser = new Parser();
  // the stack also holds the document and the scalar
  const deepest = MAX_DEPTH + 2;
  let count = 0;
  for (const lexeme of new Lexer().lex(file.text)) {
    yield* parser.next(lexeme);
    count += 1;
    const deep = parser.stack.length > deepest;
    if (deep || count > MAX_TOKENS) {
      const limit = deep ? MAX_DEPTH : MAX_TOKENS;
      file.refuse(deep ? 'CHAMP1113' : 'CHAMP1119', parser.offset - lexeme.length, { value: `> ${limit}`, allowed: `<= ${limit}` });
      return;
    }
  }
  yield* parser.end();
}

/** The library makes an Error for each fault; their stacks cost more than the parsing and nobody reads them. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function refuseSyntax(file: SourceFile, { code, message, pos }: YAMLError): void {
  const value = file.text.slice(...pos);
  if (code === 'TAB_AS_INDENT') file.refuse('CHAMP1112', pos[0]);
  else if (code === 'TAG_RESOLVE_FAILED') file.refuse('CHAMP1116', pos[0], { value });
  else file.refuse('CHAMP1110', pos[0], { value, format: 'YAML', reason: message.slice(0, 200) });
}

/** One pass over a document: duplicate keys, and what its aliases would expand to. */
class Inspection {
  private readonly file: SourceFile;
  private readonly sizes = new Map<string, number>();
  private expanded = 0;
  /** Anything but a key that appears twice. */
  broken = false;

  constructor(file: SourceFile) {
    this.file = file;
  }

  /** Nodes below and including this one, aliases expanded. */
  visit(node: ParsedNode): number {
    if (isAlias(node)) return this.alias(node.source, node.range[0]);
    let size = 1;
    if (isSeq(node)) for (const item of node.items) size += this.visit(item as ParsedNode);
    if (isMap(node)) {
      const seen = new Map<string, number>();
      for (const { key, value } of node.items) {
        const start = key.range[0];
        if (isScalar(key)) this.key(String(key.value), start, seen);
        size += this.visit(key) + (value ? this.visit(value) : 0);
      }
    }
    // set after the children: an alias inside its own anchor is dangling
    if (node.anchor) this.sizes.set(node.anchor, size);
    return size;
  }

  private key(key: string, start: number, seen: Map<string, number>): void {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, start);
    else if (key !== '<<') this.file.refuse('CHAMP1111', start, { value: key, line: this.file.at(first).line });
  }

  private alias(anchor: string, start: number): number {
    const size = this.sizes.get(anchor);
    if (size === undefined) this.broken = true;
    if (size === undefined) this.file.refuse('CHAMP1115', start, { value: `*${anchor}` });
    const before = this.expanded;
    this.expanded += size ?? 0;
    if (before <= MAX_EXPANDED && this.expanded > MAX_EXPANDED) {
      this.broken = true;
      this.file.refuse('CHAMP1114', start, { value: `*${anchor}`, allowed: `<= ${MAX_EXPANDED}` });
    }
    return size ?? 1;
  }
}
