import type { SourceFile } from '../text/index.ts';
import type { DottedPath, Step } from './dotted-path.ts';
import { insertFlow, removeFlow } from './flow.ts';
import type { Reading, Writing } from './format.ts';
import { begins, fits, joined } from './json.ts';
import { eolAt, indentUnit, insertLine, isBlank, lineEnd, linePrefix, type Splice } from './splice.ts';
import { rootPath, type Branch, type Leaf } from './tree.ts';
import { TreeReading } from './tree-reading.ts';
import type { Hit } from './tree-search.ts';
import { behind, columnOf, removeBlock, usualStyle } from './yaml-layout.ts';
import { yamlBlock, yamlScalar, type Place } from './yaml-scalar.ts';
import { yamlTrees } from './yaml-tree.ts';

/** YAML, by dotted paths. */
export const readYaml = (file: SourceFile): Reading => new YamlReading(file, yamlTrees(file.text));

class YamlReading extends TreeReading {
  protected readonly format = 'YAML';

  protected replace({ node, trail }: Hit & { readonly node: Leaf }, value: string, { asText = false }: Writing): Splice {
    const { text } = this.file;
    // behind the colon, before a comment
    const start = node.style === 'empty' ? afterColon(text, node.start) : node.start;
    const end = node.style === 'empty' ? start : node.end;
    const parent = trail.at(-1);
    const raw = text.slice(start, end);
    const eol = eolAt(text, start);
    if (parent?.item.isOdd && node.style === 'empty') this.stuck(trail.map(({ item }) => item.key).join('.'), start);
    const isBlock = node.style === 'literal' || node.style === 'folded';
    if (isBlock || this.takesBlock(value, node, parent?.branch)) {
      const body = isBlock ? raw.slice(raw.search(/[\r\n]/)) : '';
      const indent = isBlock ? contentIndent(body, node.value) : `${parent ? this.indentBelow(parent.branch) : ''}`;
      const block = indent === undefined ? undefined : yamlBlock(value, isBlock ? raw : '|', indent, eol);
      const last = /[\r\n]$/.test(raw) ? eol : '';
      if (block !== undefined) return { start, end, text: spaced(node, block) + last };
      if (isBlock) return { start, end, text: yamlScalar(value, { isFlow: false, usual: { text: 'double', quoted: 'double' }, asText: true }) + last };
    }
    return { start, end, text: spaced(node, yamlScalar(value, { ...this.place(parent?.branch, asText), old: { style: node.style, value: node.value, raw } })) };
  }

  /** Several lines become a block, where no comment stands behind the value. */
  private takesBlock(value: string, { style, end }: Leaf, branch: Branch | undefined): boolean {
    return value.includes('\n') && (style === 'plain' || style === 'empty') && branch?.isFlow === false && isBlank(this.file.text.slice(end, lineEnd(this.file.text, end)));
  }

  private place(branch: Branch | undefined, asText: boolean): Place {
    return { isFlow: branch?.isFlow ?? false, usual: usualStyle(branch, this.trees.flatMap(({ root }) => root ?? [])), asText };
  }

  private indentBelow(branch: Branch): string {
    return columnOf(this.file.text, branch) + indentUnit(this.file.text, '  ');
  }

  protected insert(at: Hit | undefined, path: string, { steps, document }: DottedPath, value: string, { asText = false }: Writing): Splice {
    const { text } = this.file;
    if (!at) return this.first(path, steps, document, value, asText);
    const { node, rest, trail } = at;
    if (node.type === 'alias') return this.noSection(path, node.start);
    if (node.type === 'leaf') {
      const parent = trail.at(-1);
      // `server:` with nothing in it yet
      if (node.style !== 'empty' || !parent || parent.item.isOdd || parent.branch.isFlow || !begins(rest)) return this.noSection(path, node.start);
      const indent = parent.branch.type === 'map' ? this.indentBelow(parent.branch) : undefined;
      if (indent === undefined) return this.noSection(path, node.start);
      return insertLine(text, behind(text, parent.item), this.lines(rest, value, indent, asText, undefined));
    }
    if (!fits(node, rest)) return this.noSection(path, node.start);
    const inside = node.type === 'list' ? rest.slice(1) : joined(node, rest);
    if (node.isFlow) return insertFlow(text, node, '', () => this.inFlow(inside, value, node, asText, node.type === 'list'));
    const column = columnOf(text, node);
    const last = node.items.at(-1)!;
    const line = node.type === 'list' ? `${column}-${this.afterDash(inside, value, column, asText, node)}` : this.lines(inside, value, column, asText, node);
    return insertLine(text, behind(text, last), line);
  }

  /** Into a file, or a first document, that has no values. */
  private first(path: string, steps: readonly Step[], document: number | undefined, value: string, asText: boolean): Splice {
    const { text } = this.file;
    if (this.trees.length > 1 || (document ?? 1) > 1 || !begins(steps) || 'index' in steps[0]! || /^\.\.\.|^%/m.test(text)) return this.noSection(path, 0);
    return insertLine(text, text.length, this.lines(steps, value, rootPath(0), asText, undefined));
  }

  /** `a:`, `  b:`, `    c: value`, a line each. */
  private lines([step, ...rest]: readonly Step[], value: string, indent: string, asText: boolean, branch: Branch | undefined): string {
    if (!step || 'index' in step) return `${indent}-${this.afterDash(rest, value, indent, asText, undefined)}`;
    const key = `${indent}${yamlScalar(step.name, { isFlow: false, usual: { text: 'plain', quoted: 'double' }, asText: true })}:`;
    if (rest.length === 0) return `${key} ${this.newValue(value, indent, asText, branch)}`;
    const below = indent + indentUnit(this.file.text, '  ');
    return `${key}${eolAt(this.file.text, 0)}${this.lines(rest, value, below, asText, undefined)}`;
  }

  /** ` value`, or ` key: value` of a mapping in the list. */
  private afterDash(steps: readonly Step[], value: string, indent: string, asText: boolean, branch: Branch | undefined): string {
    if (steps.length === 0) return ` ${this.newValue(value, indent, asText, branch)}`;
    return ` ${this.lines(steps, value, `${indent}  `, asText, undefined).slice(indent.length + 2)}`;
  }

  private newValue(value: string, indent: string, asText: boolean, branch: Branch | undefined): string {
    const block = value.includes('\n') ? yamlBlock(value, '|', indent + indentUnit(this.file.text, '  '), eolAt(this.file.text, 0)) : undefined;
    return block ?? yamlScalar(value, this.place(branch, asText));
  }

  /** `key: value`, or `{key: value}` within brackets. */
  private inFlow([step, ...rest]: readonly Step[], value: string, branch: Branch, asText: boolean, isWhole: boolean): string {
    if (!step) return yamlScalar(value, { ...this.place(branch, asText), isFlow: true });
    if ('index' in step) return `[${this.inFlow(rest, value, branch, asText, true)}]`;
    const key = yamlScalar(step.name, { isFlow: true, usual: { text: 'plain', quoted: 'double' }, asText: true });
    const pair = `${key}: ${this.inFlow(rest, value, branch, asText, true)}`;
    return isWhole ? `{${pair}}` : pair;
  }

  protected remove({ trail }: Hit, path: string): Splice {
    return this.removeAt(trail, path);
  }

  private removeAt(trail: Hit['trail'], path: string): Splice {
    const { text } = this.file;
    const { branch, item } = trail.at(-1) ?? this.stuck(path, 0);
    if (item.isOdd) return this.stuck(path, item.start);
    if (branch.isFlow) return removeFlow(text, branch, branch.items.indexOf(item));
    if (branch.items.length > 1) return removeBlock(text, branch, branch.items.indexOf(item));
    const above = trail.at(-2);
    // a section goes with the last value in it, but no item of a list does
    if (above && above.branch.type === 'map' && !above.branch.isFlow) return this.removeAt(trail.slice(0, -1), path);
    if (!above && isBlank(linePrefix(text, item.start))) return { start: item.start, end: behind(text, item), text: '' };
    return this.stuck(path, item.start);
  }
}

function afterColon(text: string, offset: number): number {
  const at = offset - /[ \t]*$/.exec(linePrefix(text, offset))![0].length;
  return /[:-]$/.test(text.slice(0, at)) ? at : offset;
}

/** Behind `key:` a value stands after a blank. */
const spaced = ({ style }: Leaf, written: string): string => (style === 'empty' ? ` ${written}` : written);

/** Blanks before each line of a block scalar, undefined when it has no content to tell them from. */
function contentIndent(body: string, value: string): string | undefined {
  const line = /^([ ]*)[^\s]/m.exec(body.replaceAll('\r', ''))?.[1];
  const own = /^([ ]*)[^\s]/m.exec(value)?.[1] ?? '';
  return line?.slice(own.length);
}
