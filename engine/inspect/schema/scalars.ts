import { parseQuantity } from '../../quantity/index.ts';
import type { Scalar } from './schema.ts';

/** What a scalar takes, and the words for it in a message. The format is judged only once the type is right. */
export interface ScalarRow {
  readonly type: (value: unknown) => boolean;
  readonly format?: (value: unknown) => boolean;
  readonly words: string;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export const SCALARS: Readonly<Record<Exclude<Scalar, 'any'>, ScalarRow>> = {
  string: { type: isString, words: 'string' },
  integer: { type: Number.isInteger, words: 'integer' },
  number: { type: Number.isFinite, words: 'number' },
  boolean: { type: (value) => typeof value === 'boolean', words: 'boolean' },
  quantity: {
    type: (value) => isString(value) || Number.isFinite(value),
    format: (value) => parseQuantity(value as string | number) !== undefined,
    words: 'quantity (500m, 2, 512Mi)',
  },
  'int-or-string': { type: (value) => isString(value) || Number.isInteger(value), words: 'integer or string' },
  byte: { type: isString, format: (value) => BASE64.test(value as string), words: 'base64 string' },
  'date-time': { type: (value) => isString(value) || value === null, format: (value) => value === null || RFC3339.test(value as string), words: 'RFC 3339 time' },
};
