import type { ASTNode } from '@marcbachmann/cel-js';

/** Where an expression looks: a name of its context and the fields below it, e.g. `['container', 'securityContext', 'privileged']`. */
export type Path = readonly string[];

/**
 * Everything that an expression can read of a context with these names, each with all that is below it: its value is the same
 * wherever those are the same. A name that a macro binds counts too where it hides one of the context.
 */
export function readsOf(expression: ASTNode, names: ReadonlySet<string>): readonly Path[] {
  const found = new Map<string, Path>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visit(each);
    if (!isNode(part)) return;
    const path = pathOf(part, names);
    if (path) found.set(path.join('\n'), path);
    else visit(part.args);
  };
  visit(expression);
  const paths = [...found.values()];
  return paths.filter((path) => !paths.some((other) => other.length < path.length && other.every((step, index) => step === path[index])));
}

const isNode = (part: unknown): part is ASTNode => typeof part === 'object' && part !== null && 'op' in part && 'args' in part;

/** Of a chain of fields; undefined for every other expression. */
function pathOf(node: ASTNode, names: ReadonlySet<string>): Path | undefined {
  switch (node.op) {
    case 'id': return names.has(node.args) ? [node.args] : undefined;
    case '.':
    case '.?': return below(pathOf(node.args[0], names), node.args[1]);
    case '[]':
    case '[?]': {
      const [of, key] = node.args;
      return key.op === 'value' && typeof key.args === 'string' ? below(pathOf(of, names), key.args) : undefined;
    }
    // it only takes the type away
    case 'call': return node.args[0] === 'dyn' && node.args[1].length === 1 ? pathOf(node.args[1][0]!, names) : undefined;
    default: return undefined;
  }
}

const below = (path: Path | undefined, field: unknown): Path | undefined => (path && typeof field === 'string' ? [...path, field] : undefined);
