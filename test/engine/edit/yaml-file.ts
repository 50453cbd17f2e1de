import fc from 'fast-check';
import { joined, layout, word } from './edited.ts';

type Scalar = { readonly style: 'plain' | 'double' | 'single' | 'literal'; readonly value: string };
type Tree = Scalar | { readonly flow: boolean; readonly pairs: readonly (readonly [string, Tree])[] } | { readonly flow: boolean; readonly items: readonly Tree[] };

const scalar: fc.Arbitrary<Tree> = fc.record({ style: fc.constantFrom('plain', 'double', 'single', 'literal'), value: fc.oneof(word, fc.nat({ max: 99 }).map(String)) });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3 }, scalar, scalar,
    fc.record({ flow: fc.boolean(), pairs: fc.uniqueArray(fc.tuple(word, tie('tree')), { minLength: 1, maxLength: 4, selector: ([key]) => key }) }),
    fc.record({ flow: fc.boolean(), items: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) })),
}));

/** A YAML file of one mapping in all styles, with comments. */
export const yamlFile: fc.Arbitrary<string> = fc.record({
  pairs: fc.uniqueArray(fc.tuple(word, tree), { minLength: 1, maxLength: 5, selector: ([key]) => key }),
  comments: fc.array(fc.constantFrom('', '', ' # 注释', '\n# line'), { minLength: 8, maxLength: 8 }),
  layout, step: fc.constantFrom('  ', '    '), head: fc.constantFrom<readonly string[]>([], ['# head'], ['---']),
}).map(({ pairs, comments, layout: how, step, head }) => {
  let count = 0;
  const comment = () => comments[count++ % comments.length]!;
  const lines = [...head, ...block({ flow: false, pairs }, '', step, comment).flatMap((line) => line.split('\n'))];
  return joined(lines, how);
});

function block(node: Exclude<Tree, Scalar>, indent: string, step: string, comment: () => string): string[] {
  const children = 'pairs' in node ? node.pairs.map(([key, value]) => [`${key}:`, value] as const) : node.items.map((value) => ['-', value] as const);
  return children.flatMap(([start, value]) => {
    if ('style' in value) {
      if (value.style === 'literal') return [`${indent}${start} |`, `${indent}${step}${value.value}`, `${indent}${step}x`];
      return [`${indent}${start} ${inline(value)}${comment()}`];
    }
    if (value.flow) return [`${indent}${start} ${inline(value)}${comment()}`];
    const inner = block(value, indent + step, step, comment);
    // the first pair may stand behind the dash
    return start === '-' && 'pairs' in value && step === '  ' ? [`${indent}- ${inner[0]!.trimStart()}`, ...inner.slice(1)] : [`${indent}${start}`, ...inner];
  });
}

function inline(node: Tree): string {
  if ('pairs' in node) return `{${node.pairs.map(([key, value]) => `${key}: ${inline(value)}`).join(', ')}}`;
  if ('items' in node) return `[${node.items.map(inline).join(', ')}]`;
  return node.style === 'double' || node.style === 'literal' ? JSON.stringify(node.value) : node.style === 'single' ? `'${node.value}'` : node.value;
}
