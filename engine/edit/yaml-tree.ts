import { Composer, isAlias, isMap, isScalar, isSeq, Parser, type CST, type Pair, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Alias, Branch, Item, Leaf, Node, ScalarStyle, Tree } from './tree.ts';

/** The documents of a YAML text that was found right, with the places of their values. */
export function yamlTrees(text: string): readonly Tree[] {
  const composer = new Composer({ version: '1.2', uniqueKeys: false, stringKeys: true, keepSourceTokens: true, logLevel: 'silent' });
  return [...composer.compose(new Parser().parse(text), true, text.length)].map(({ contents }) => {
    const root = contents ? new Builder(text).node(contents as ParsedNode) : undefined;
    // what a document without content has
    return { root: root?.type === 'leaf' && root.style === 'empty' ? undefined : root };
  });
}

const STYLES: Readonly<Record<string, ScalarStyle>> = { QUOTE_DOUBLE: 'double', QUOTE_SINGLE: 'single', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded' };

class Builder {
  private readonly text: string;
  private readonly anchors = new Map<string, Node>();

  constructor(text: string) {
    this.text = text;
  }

  node(node: ParsedNode): Node {
    const built = this.build(node);
    if ('anchor' in node && node.anchor) this.anchors.set(node.anchor, built);
    return built;
  }

  private build(node: ParsedNode): Node {
    if (isAlias(node)) return this.alias(node.source, node.range);
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) return this.list(node);
    return this.leaf(node as Scalar.Parsed);
  }

  private alias(name: string, [start, end]: readonly [number, number, number]): Alias {
    return { type: 'alias', start, end, value: `*${name}`, target: this.anchors.get(name)! };
  }

  private leaf({ type, range: [start, end], source, value }: Scalar.Parsed): Leaf {
    const style = start === end ? 'empty' : STYLES[type as string] ?? 'plain';
    return { type: 'leaf', start, end, value: style === 'plain' ? source : style === 'empty' ? '' : String(value), style };
  }

  private map({ items, range: [start, end], flow, srcToken }: YAMLMap.Parsed): Branch {
    const isFlow = flow === true;
    return { type: 'map', start, end, isFlow, items: (items as readonly Pair<ParsedNode, ParsedNode | null>[]).map((pair) => this.pair(pair, isFlow && srcToken?.type !== 'flow-collection')) };
  }

  /** `isImplicit` is `[a: 1]`, a mapping without braces. */
  private pair({ key, value, srcToken }: Pair<ParsedNode, ParsedNode | null>, isImplicit: boolean): Item {
    const [start, keyEnd] = key.range;
    const isOdd = isImplicit || !value || !isScalar(key) || (srcToken?.start ?? []).some(({ type }) => ODD.has(type)) || !(srcToken?.sep ?? []).some(({ type }) => type === 'map-value-ind');
    const node: Node = value ? this.node(value) : { type: 'leaf', start: keyEnd, end: keyEnd, value: '', style: 'empty' };
    return { key: isScalar(key) ? String(key.value) : this.text.slice(start, keyEnd), start, keyEnd, node, isOdd };
  }

  private list({ items, range: [start, end], flow, srcToken }: YAMLSeq.Parsed): Branch {
    const sources = srcToken && 'items' in srcToken ? (srcToken.items as readonly CST.CollectionItem[]) : [];
    return {
      type: 'list', start, end, isFlow: flow === true,
      items: (items as readonly ParsedNode[]).map((item, index) => {
        const node = this.node(item);
        const dash = sources[index]?.start.find(({ type }) => type === 'seq-item-ind');
        const isOdd = flow === true && (sources[index]?.start ?? []).some(({ type }) => ODD.has(type));
        return { start: dash?.offset ?? node.start, keyEnd: dash ? dash.offset + 1 : node.start, node, isOdd };
      }),
    };
  }
}

/** Stands before a key and is no part of its range. */
const ODD: ReadonlySet<string> = new Set(['explicit-key-ind', 'anchor', 'tag']);
