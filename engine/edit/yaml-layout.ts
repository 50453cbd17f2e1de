import { isBlank, lineEnd, linePrefix, lineStart, nextLine, removeLines, type Splice } from './splice.ts';
import { contentEnd, type Branch, type Item, type Leaf, type Node } from './tree.ts';

/** Start of the line behind an item of a block collection; the end of the text when it is the last. */
export function behind(text: string, item: Item): number {
  const end = contentEnd(item);
  // a block scalar ends with its line
  return end > item.keyEnd && /[\r\n]/.test(text[end - 1]!) ? end : nextLine(text, end);
}

/** Blanks before the items of a block collection. */
export const columnOf = (text: string, { items, start }: Branch): string => ' '.repeat(linePrefix(text, items[0]?.start ?? start).length);

/** Takes an item out of a block collection that has others. */
export function removeBlock(text: string, { items }: Branch, index: number): Splice {
  const item = items[index]!;
  const end = behind(text, item);
  if (isBlank(linePrefix(text, item.start))) return removeLines(text, lineStart(text, item.start), end);
  // the first pair of a list's item shares its line with the dash
  const next = items[index + 1]!;
  const between = text.slice(contentEnd(item), next.start);
  return between.includes('#') ? { start: item.start, end: Math.min(contentEnd(item), lineEnd(text, contentEnd(item))), text: '' } : { start: item.start, end: next.start, text: '' };
}

/** How text is quoted in a mapping, and in the file where the mapping does not tell. */
export function usualStyle(branch: Branch | undefined, roots: readonly Node[]): { readonly text: 'plain' | 'double' | 'single'; readonly quoted: 'double' | 'single' } {
  const near = leavesOf(branch?.items.map(({ node }) => node) ?? []);
  const all = descendants(roots);
  const count = (leaves: readonly Leaf[], style: Leaf['style']) => leaves.filter((leaf) => leaf.style === style).length;
  const quotes = [near, all].find((leaves) => leaves.some(({ style }) => style === 'double' || style === 'single')) ?? [];
  const quoted = count(quotes, 'single') > count(quotes, 'double') ? 'single' : 'double';
  const words = (near.some(isText) ? near : all).filter(isText);
  return { text: count(words, 'plain') * 2 < words.length ? quoted : 'plain', quoted };
}

/** A word that could stand without quotes, so that quotes are a choice. */
const isText = ({ value, style }: Leaf): boolean => (style === 'plain' || style === 'double' || style === 'single') && /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:true|false|null|y|n|yes|no|on|off)$/i.test(value);

const leavesOf = (nodes: readonly Node[]): readonly Leaf[] => nodes.filter((node): node is Leaf => node.type === 'leaf');

function descendants(nodes: readonly Node[]): readonly Leaf[] {
  const found: Leaf[] = [];
  const visit = (node: Node) => {
    if (node.type === 'leaf') found.push(node);
    else if (node.type !== 'alias') for (const { node: inner } of node.items) visit(inner);
  };
  for (const node of nodes) visit(node);
  return found;
}
