import type { Leaf } from './tree.ts';

/** A number, `true` or `false` as people write them, in JSON and in every YAML. */
export const CANONICAL = /^(?:true|false|-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?)$/;
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** A value as JSON: text stays text, and where a literal stood or nothing, a literal may stand. */
export function jsonScalar(value: string, old: Leaf | undefined, raw: string, asText: boolean): string {
  const mayBeLiteral = !asText && (old ? old.style === 'plain' && LITERAL.test(value) : CANONICAL.test(value));
  return mayBeLiteral ? value : jsonText(value, raw);
}

/** A JSON string, with what is not ASCII escaped where the string that stood there did so. */
export function jsonText(value: string, raw: string): string {
  const written = JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, hex);
  // eslint-disable-next-line no-control-regex
  const isEscaped = /\\u(?!00[0-7])[\da-f]{4}/i.test(raw) && /^[\0-\x7f]*$/.test(raw);
  if (!isEscaped) return written;
  const isUpper = /\\u[\da-f]*[A-F]/.test(raw);
  // eslint-disable-next-line no-control-regex
  return written.replace(/[^\0-\x7f]/g, (each) => (isUpper ? `\\u${hex(each).slice(2).toUpperCase()}` : hex(each)));
}

const hex = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
