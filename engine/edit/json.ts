import type { SourceFile } from '../text/index.ts';
import { keysOf, type Hit } from './tree-search.ts';
import type { DottedPath, Step } from './dotted-path.ts';
import { insertFlow, removeFlow } from './flow.ts';
import type { Reading, Writing } from './format.ts';
import { jsonScalar, jsonText } from './json-scalar.ts';
import { jsonTree } from './json-tree.ts';
import { eolAt, indentUnit, type Splice } from './splice.ts';
import type { Branch, Leaf } from './tree.ts';
import { TreeReading } from './tree-reading.ts';

/** JSON, by dotted paths. */
export const readJson = (file: SourceFile): Reading => new JsonReading(file);

class JsonReading extends TreeReading {
  protected readonly format = 'JSON';

  constructor(file: SourceFile) {
    super(file, [{ root: jsonTree(file.text) }]);
  }

  protected replace({ node: { start, end }, node }: Hit & { readonly node: Leaf }, value: string, { asText = false }: Writing): Splice {
    return { start, end, text: jsonScalar(value, node, this.file.text.slice(start, end), asText) };
  }

  protected insert(at: Hit | undefined, path: string, _: DottedPath, value: string, { asText = false }: Writing): Splice {
    const { text } = this.file;
    const branch = at?.node;
    if (!at || !branch || branch.type === 'leaf' || branch.type === 'alias' || !fits(branch, at.rest)) return this.noSection(path, branch?.start ?? 0);
    const written = jsonScalar(value, undefined, '', asText);
    const rest = branch.type === 'list' ? at.rest.slice(1) : joined(branch, at.rest);
    const colon = colonOf(text, branch);
    const layout = { colon, eol: eolAt(text, branch.start), unit: indentUnit(text, '  ') };
    const item = (indent: string | undefined): string => {
      if (branch.type === 'list') return nested(rest, written, indent, layout);
      const [first, ...more] = rest as readonly [{ readonly name: string }, ...Step[]];
      return `${jsonText(first.name, '')}${colon}${nested(more, written, indent, layout)}`;
    };
    return insertFlow(text, branch, '  ', item);
  }

  protected remove({ trail }: Hit, path: string): Splice {
    const { branch, item } = trail.at(-1) ?? this.stuck(path, 0);
    return removeFlow(this.file.text, branch, branch.items.indexOf(item));
  }
}

/** A mapping takes a name, a list the index behind its last, and a new list begins at 0. */
export const fits = ({ type, items }: Branch, [step, ...rest]: readonly Step[]): boolean =>
  step !== undefined && (type === 'map' ? 'name' in step : 'index' in step && step.index === items.length) && begins(rest);

export const begins = (steps: readonly Step[]): boolean => steps.every((step) => 'name' in step || step.index === 0);

/** Where the neighbours have keys with dots, so does the new one. */
export function joined({ items }: Branch, steps: readonly Step[]): readonly Step[] {
  const dots = items.some(({ key }) => key?.includes('.')) && !items.some(({ node }) => node.type === 'map');
  const longest = keysOf(steps).at(-1);
  return dots && longest ? [{ name: longest.key, isQuoted: true }, ...steps.slice(longest.count)] : steps;
}

function colonOf(text: string, { items }: Branch): string {
  const last = items.at(-1);
  const between = last?.key === undefined ? '' : text.slice(last.keyEnd, last.node.start);
  return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
}

interface Layout {
  readonly colon: string;
  readonly eol: string;
  readonly unit: string;
}

/** The value within what the path still asks for. */
function nested(steps: readonly Step[], value: string, indent: string | undefined, layout: Layout): string {
  const [step, ...rest] = steps;
  if (!step) return value;
  const inner = indent === undefined ? undefined : indent + layout.unit;
  const content = ('name' in step ? `${jsonText(step.name, '')}${layout.colon}` : '') + nested(rest, value, inner, layout);
  const [open, close] = 'name' in step ? ['{', '}'] : ['[', ']'];
  return inner === undefined ? open + content + close : `${open}${layout.eol}${inner}${content}${layout.eol}${indent}${close}`;
}
