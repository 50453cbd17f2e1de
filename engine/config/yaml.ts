import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Alias, type ParsedNode, type Scalar } from 'yaml';
import { parseYaml, type SourceFile } from '../text/index.ts';
import type { Format, Span, Syntax } from './format.ts';
import { jsonString, yamlBlock, yamlPart, yamlSingle, yamlWhole, type Quoting } from './quoting.ts';

/** YAML as Spring reads it: one file may hold several documents, mappings flatten to `a.b[0].c`. */
export const yaml: Format = { name: 'YAML', endings: ['.yml', '.yaml'], placeholders: true, parse };

function parse(file: SourceFile): Syntax {
  const reading = new Reading(file.text);
  for (const { contents } of parseYaml(file) ?? []) if (contents) reading.document(contents);
  return reading;
}

class Reading implements Syntax {
  readonly spans: Span[] = [];
  readonly defined = new Set<string>();
  private readonly text: string;
  private readonly targets = new Map<Alias, ParsedNode>();

  constructor(text: string) {
    this.text = text;
  }

  document(root: ParsedNode): void {
    this.collect(root, new Map());
    this.name(root, '');
  }

  /** Spans, and which node each alias means: the last one above it with the anchor. */
  private collect(node: ParsedNode, anchors: Map<string, ParsedNode>): void {
    if (isScalar(node)) this.spans.push(spanOf(node, this.text));
    if (isAlias(node)) this.targets.set(node, anchors.get(node.source)!);
    if (isCollection(node)) {
      for (const item of node.items) {
        if (!isPair(item)) this.collect(item as ParsedNode, anchors);
        else {
          const [start, end] = (item.key as ParsedNode).range;
          this.spans.push({ start, end, quoting: undefined });
          if (item.value) this.collect(item.value as ParsedNode, anchors);
        }
      }
    }
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
  }

  /** Flattened names as Spring knows them; `parseYaml` has bounded what aliases add. */
  private name(node: ParsedNode | null | undefined, path: string): void {
    if (path) this.defined.add(path);
    if (isAlias(node)) this.name(this.targets.get(node), path);
    else if (isSeq(node)) node.items.forEach((item, index) => this.name(item as ParsedNode, `${path}[${index}]`));
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        this.name(value as ParsedNode | null, name === '<<' ? path : path ? `${path}.${name}` : name);
      }
    }
  }
}

function spanOf(scalar: Scalar.Parsed, text: string): Span {
  const [start, end] = scalar.range;
  const span = (from: number, quoting: Quoting) => ({ start: from, end, quoting });
  switch (scalar.type) {
    case 'QUOTE_DOUBLE': return span(start, jsonString);
    case 'QUOTE_SINGLE': return span(start, yamlSingle);
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED': {
      const content = text.indexOf('\n', start) + 1;
      return span(content, yamlBlock(/^ *(?=\S)/m.exec(text.slice(content, end))?.[0] ?? ''));
    }
    default: return span(start, /^\$\{[^{}]*\}$/.test(text.slice(start, end)) ? yamlWhole : yamlPart);
  }
}
