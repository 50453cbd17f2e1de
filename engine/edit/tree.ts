import type { Entry } from './format.ts';
import { joinPath } from './dotted-path.ts';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'double' | 'single' | 'literal' | 'folded' | 'empty';

export interface Leaf {
  readonly type: 'leaf';
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly style: ScalarStyle;
}

/** Stands for a node that is written elsewhere. */
export interface Alias {
  readonly type: 'alias';
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly target: Node;
}

export interface Branch {
  readonly type: 'map' | 'list';
  readonly start: number;
  readonly end: number;
  /** In brackets, as all of JSON. */
  readonly isFlow: boolean;
  readonly items: readonly Item[];
}

export type Node = Leaf | Alias | Branch;

/** A pair of a mapping or an item of a list. */
export interface Item {
  /** Of a pair. */
  readonly key?: string;
  /** Start of the key, or of the dash of a block list. */
  readonly start: number;
  readonly keyEnd: number;
  readonly node: Node;
  /** Written in a way that its place cannot be told from: `? key`, an anchor or tag before a key, a key without a value. */
  readonly isOdd: boolean;
}

/** A document of a file; `root` is undefined when it is empty. */
export interface Tree {
  readonly root: Node | undefined;
}

/** Where the content of an item ends, without comments behind it. */
export function contentEnd({ node }: Item): number {
  if (node.type === 'leaf' || node.type === 'alias' || node.isFlow) return node.end;
  const last = node.items.at(-1);
  return last ? contentEnd(last) : node.end;
}

/** All values, aliases by their names; documents from the second on have `#2:` before their paths. */
export function entriesOf(trees: readonly Tree[]): readonly Entry[] {
  const entries: Entry[] = [];
  trees.forEach(({ root }, index) => {
    if (root) collect(root, rootPath(index), entries);
  });
  return entries;
}

export const rootPath = (document: number): string => (document === 0 ? '' : `#${document + 1}:`);

function collect(node: Node, key: string, entries: Entry[]): void {
  const { start, end } = node;
  if (node.type === 'leaf' || node.type === 'alias') entries.push({ key, value: node.value, start, end });
  else if (node.items.length === 0) entries.push({ key, value: node.type === 'map' ? '{}' : '[]', start, end });
  else node.items.forEach((item, index) => collect(item.node, stepPath(key, item, index), entries));
}

export const stepPath = (path: string, { key }: Item, index: number): string => (key === undefined ? `${path}[${index}]` : joinPath(path, key));
