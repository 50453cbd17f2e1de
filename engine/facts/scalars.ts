import { isScalar, type ParsedNode } from 'yaml';
import { parseQuantity } from '../quantity/index.ts';
import { refuse, refuseType, words, type Shape } from './shape.ts';

const valueOf = (node: ParsedNode): unknown => (isScalar(node) ? node.value : undefined);

export interface TextOptions<A extends string> {
  /** The only values there are; the value is typed as one of them. */
  readonly allowed?: readonly A[];
  readonly pattern?: RegExp;
  /** The pattern as people read it, e.g. `<major>.<minor>`. @default the regular expression */
  readonly form?: string;
}

/** A string that is not blank. */
export function text<const A extends string = string>({ allowed, pattern = /\S/, form }: TextOptions<A> = {}): Shape<A> {
  const written = form ?? (pattern.source === '\\S' ? 'text' : pattern.source);
  return {
    type: 'string',
    read(node, file) {
      const value = valueOf(node);
      if (typeof value !== 'string') return refuseType(file, node, 'string');
      if (allowed && !allowed.includes(value as A)) return refuse(file, 'CHAMP1123', node, words(value, allowed));
      if (!pattern.test(value)) return refuse(file, 'CHAMP1125', node, { value, allowed: written });
      return value as A;
    },
  };
}

/** A whole number, `min` and `max` included. @default min 0 */
export function integer({ min = 0, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {}): Shape<number> {
  return {
    type: 'integer',
    read(node, file) {
      const value = valueOf(node);
      if (typeof value !== 'number' || !(Number.isInteger(value) || Math.abs(value) === Infinity)) return refuseType(file, node, 'integer');
      if (value < min || value > max) return refuse(file, 'CHAMP1124', node, { value, allowed: `${min} .. ${max}` });
      return value;
    },
  };
}

/** `true` or `false`; YAML 1.2 reads `yes` and `on` as strings, so they are refused. */
export const boolean: Shape<boolean> = {
  type: 'boolean',
  read(node, file) {
    const value = valueOf(node);
    return typeof value === 'boolean' ? value : refuseType(file, node, 'true, false');
  },
};

/** One of some literals, e.g. `oneOf('small', 'large')` or `oneOf(1, 3, 5)`. */
export function oneOf<const L extends string | number | boolean>(...allowed: readonly L[]): Shape<L> {
  const names = allowed.map(String);
  return {
    type: names.join(' | '),
    read(node, file) {
      const value = valueOf(node);
      if (allowed.includes(value as L)) return value as L;
      if (!isScalar(node) || !allowed.some((each) => typeof each === typeof value)) return refuseType(file, node, names.join(', '));
      return refuse(file, 'CHAMP1123', node, words(String(value), names));
    },
  };
}

/** A Kubernetes quantity as it is written (`500m`, `2`, `1Gi`), `min` and `max` included. @default min 0 */
export function quantity({ min = '0', max }: { readonly min?: string; readonly max?: string } = {}): Shape<string> {
  const [least, most] = [parseQuantity(min) ?? 0, max === undefined ? Infinity : (parseQuantity(max) ?? Infinity)];
  return {
    type: 'quantity',
    read(node, file) {
      const value = valueOf(node);
      if (typeof value !== 'string' && typeof value !== 'number') return refuseType(file, node, 'quantity');
      // the source, not the number: 1.50 stays 1.50
      const written = typeof value === 'string' ? value : String((isScalar(node) && node.source) || value);
      const amount = parseQuantity(written);
      if (amount === undefined || !Number.isFinite(amount)) return refuse(file, 'CHAMP1125', node, { value: written, allowed: '500m, 2, 512Mi, 1Gi' });
      if (amount < least || amount > most) return refuse(file, 'CHAMP1124', node, { value: written, allowed: max === undefined ? `>= ${min}` : `${min} .. ${max}` });
      return written;
    },
  };
}

/** An image digest. */
export const digest: Shape<string> = text({ pattern: /^sha256:[0-9a-f]{64}$/, form: 'sha256:<64 hexadecimal digits, lower case>' });

/** The checksum of a delivered file, as `sha256sum` prints it. */
export const sha256: Shape<string> = text({ pattern: /^[0-9a-f]{64}$/, form: '<64 hexadecimal digits, lower case>' });

/** A day of the calendar, `YYYY-MM-DD`. */
export const date: Shape<string> = {
  type: 'date',
  read(node, file) {
    const value = valueOf(node);
    if (typeof value !== 'string') return refuseType(file, node, 'YYYY-MM-DD');
    return isDay(value) ? value : refuse(file, 'CHAMP1125', node, { value, allowed: 'YYYY-MM-DD' });
  },
};

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
