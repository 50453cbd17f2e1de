import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { nearest, type Arguments, type Code } from '../problem/index.ts';
import type { SourceFile } from '../text/index.ts';

/** What a value of a fact file must look like, and as which type it is read. */
export interface Shape<T> {
  /** What people call it: `string`, `mapping` ... */
  readonly type: string;
  /** The value, or undefined after a problem was added. */
  read(node: ParsedNode, file: SourceFile): T | undefined;
}

/** The type that a shape reads. */
export type Infer<S> = S extends Shape<infer T> ? T : never;

export const startOf = (node: ParsedNode): number => node.range[0];

/** Refuses a node; `undefined`, so that a shape can return it. */
export function refuse(file: SourceFile, code: Code, node: ParsedNode, args: Arguments): undefined {
  file.refuse(code, startOf(node), args);
  return undefined;
}

export function refuseType(file: SourceFile, node: ParsedNode, allowed: string): undefined {
  if (isAlias(node)) return refuse(file, 'CHAMP1117', node, { value: `*${node.source}` });
  const value = isScalar(node) ? (node.source ?? '') : isMap(node) ? '{...}' : '[...]';
  return refuse(file, 'CHAMP1122', node, { value: value === '' ? '(empty)' : value, type: typeOf(node), allowed });
}

function typeOf(node: ParsedNode): string {
  if (isMap(node)) return 'mapping';
  if (isSeq(node)) return 'sequence';
  const value = isScalar(node) ? node.value : undefined;
  if (value === null) return 'null';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

const MAX_WORDS = 20;

/** `allowed` and `near` of a problem about a word; a long list is cut, the nearest word is always named. */
export function words(value: string, allowed: readonly string[]): Arguments {
  const shown = allowed.slice(0, MAX_WORDS).join(', ');
  return { value, allowed: allowed.length > MAX_WORDS ? `${shown} … (${allowed.length})` : shown, near: nearest(value, allowed) };
}
