import type { Item, Leaf, Node } from './tree.ts';

const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\]]|[^\s{}[\],:"]+/g;

interface Open {
  readonly type: 'map' | 'list';
  readonly start: number;
  readonly items: Item[];
  key?: { readonly text: string; readonly start: number; readonly end: number };
}

/** The values of a JSON text that was found right, with their places. */
export function jsonTree(text: string): Node {
  const open: Open[] = [];
  let root: Node | undefined;
  const put = (node: Node) => {
    const parent = open.at(-1);
    if (!parent) root = node;
    else if (parent.type === 'list') parent.items.push({ start: node.start, keyEnd: node.start, node, isOdd: false });
    else {
      const { text: key, start, end: keyEnd } = parent.key!;
      parent.items.push({ key, start, keyEnd, node, isOdd: false });
      parent.key = undefined;
    }
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const end = index + token.length;
    const parent = open.at(-1);
    if (token === '{' || token === '[') open.push({ type: token === '{' ? 'map' : 'list', start: index, items: [] });
    else if (token === '}' || token === ']') {
      const { type, start, items } = open.pop()!;
      put({ type, start, end, isFlow: true, items });
    } else if (parent?.type === 'map' && !parent.key) parent.key = { text: JSON.parse(token) as string, start: index, end };
    else put(leafOf(token, index, end));
  }
  return root!;
}

function leafOf(token: string, start: number, end: number): Leaf {
  const isText = token.startsWith('"');
  return { type: 'leaf', start, end, value: isText ? (JSON.parse(token) as string) : token, style: isText ? 'double' : 'plain' };
}
