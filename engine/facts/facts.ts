import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { Problems } from '../problem/index.ts';
import { MAX_BYTES, parseYaml, readText, SourceFile, type ReadOptions } from '../text/index.ts';
import { MAX_PLAIN_BYTES, plainNodes } from './plain.ts';
import { startOf, type Shape } from './shape.ts';

/** What a fact file says, and where it says it. */
export interface Facts<T> {
  readonly value: T;
  /** `file:line:column` of a value: of a scalar itself, of a collection's key; of what is nearest above when there is none. */
  at(path: readonly (string | number)[]): string;
}

/** As `Facts`; `whole` is false where something was refused, and the value then lacks it. */
export interface PartialFacts<T> extends Facts<Partial<T>> {
  readonly whole: boolean;
}

/** Reads a YAML text by a shape; undefined after problems, all of them at once. */
export function parseFacts<T>(text: string, name: string, shape: Shape<T>, problems: Problems): Facts<T> | undefined {
  const read = parsePartialFacts(text, name, shape, problems);
  return read?.whole ? { value: read.value as T, at: read.at } : undefined;
}

/** As `parseFacts`, but what could be read is returned beside the problems; undefined when that is nothing. */
export function parsePartialFacts<T>(text: string, name: string, shape: Shape<T>, problems: Problems): PartialFacts<T> | undefined {
  const plain = plainNodes(text);
  const isLarge = text.length > MAX_BYTES;
  if (!plain) return parseGeneral(text, name, shape, problems);
  // what is wrong is told by the reader that knows the place of every value, where it may read the file at all
  const file = new SourceFile(name, text, isLarge ? problems : new Problems());
  const value = shape.read(plain, file);
  if (file.refused && !isLarge) return parseGeneral(text, name, shape, problems);
  if (value === undefined) return undefined;
  let root: ParsedNode | undefined;
  return { value: value as T, at: (path) => file.place(locate(root ??= (isLarge ? undefined : rootOf(text, name)) ?? plain, path)), whole: !file.refused };
}

const rootOf = (text: string, name: string): ParsedNode | undefined => parseYaml(new SourceFile(name, text, new Problems()))?.[0]?.contents ?? undefined;

function parseGeneral<T>(text: string, name: string, shape: Shape<T>, problems: Problems): PartialFacts<T> | undefined {
  const file = new SourceFile(name, text, problems);
  const documents = parseYaml(file, { pastDuplicates: true });
  if (!documents) return undefined;
  for (const extra of documents.slice(1)) file.refuse('CHAMP1118', extra.range[0]);
  const root = documents[0]!.contents;
  if (!root) file.refuse('CHAMP1122', 0, { value: '(empty)', type: 'null', allowed: shape.type });
  const value = root && shape.read(root, file);
  if (!root || value === undefined) return undefined;
  return { value: value as T, at: (path) => file.place(locate(root, path)), whole: !file.refused };
}

/** As `parsePartialFacts`, of a file. */
export function readPartialFacts<T>(path: string, shape: Shape<T>, problems: Problems, options: ReadOptions = {}): PartialFacts<T> | undefined {
  const text = problems.gather(() => readText(path, { maxBytes: MAX_PLAIN_BYTES, ...options }));
  return text === undefined ? undefined : parsePartialFacts(text, options.name ?? path, shape, problems);
}

/** As `parseFacts`, of a file; what keeps it from being read is a problem too. */
export function readFacts<T>(path: string, shape: Shape<T>, problems: Problems, options: ReadOptions = {}): Facts<T> | undefined {
  const text = problems.gather(() => readText(path, { maxBytes: MAX_PLAIN_BYTES, ...options }));
  return text === undefined ? undefined : parseFacts(text, options.name ?? path, shape, problems);
}

function locate(root: ParsedNode, path: readonly (string | number)[]): number {
  let [node, offset] = [root, startOf(root)];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair?.value) return offset;
      node = pair.value;
      offset = startOf(isScalar(node) ? node : pair.key);
    } else if (isSeq(node) && node.items[Number(step)]) {
      node = node.items[Number(step)] as ParsedNode;
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}
