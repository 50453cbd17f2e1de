/** Parts of expressions that several rules need; the field paths are those of the Kubernetes API. */

/** A list of CEL strings. */
export const words = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

/** The namespace as it is written; `''` when it is left to whoever applies the object. */
export const NAMESPACE_NAME = "dyn(object).?metadata.?namespace.orValue('')";

/** True where a line of the params is exactly this, e.g. `listed('exposed', "'a' + '/' + 'b'")`; the value is never empty. */
export const listed = (key: string, value: string): string => `('\\n' + params.?data[?'${key}'].orValue('') + '\\n').contains('\\n' + ${value} + '\\n')`;

/** The condition for objects of one kind; others pass. */
export const ofKind = (kind: string, condition: string): string => `dyn(object).kind != '${kind}' || (${condition})`;

/** True for a block that holds addresses of the whole internet: fewer than 8 bits of IPv4, fewer than 20 of IPv6 that is not local, or IPv4 mapped into IPv6. */
export const tooWide = (cidr: string): string => [
  `${cidr}.matches('^[0-9.]+/0*[0-7]$')`,
  `(${cidr}.matches(':.*/0*1?[0-9]$') && !${cidr}.matches('^[fF][cCdD]'))`,
  `${cidr}.matches('^(::[fF]{4}:|64:[fF]{2}9[bB]:)')`,
].join(' || ');
