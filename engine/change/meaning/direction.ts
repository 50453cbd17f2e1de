import { parseQuantity } from '../../quantity/index.ts';

/** Whether an amount grew: `more`, `less`, `same`; undefined for what is no amount on both sides. */
export function direction(before: unknown, after: unknown): 'more' | 'less' | 'same' | undefined {
  const [from, to] = [amount(before), amount(after)];
  if (from === undefined || to === undefined) return undefined;
  return to > from ? 'more' : to < from ? 'less' : 'same';
}

const amount = (value: unknown): number | undefined => (typeof value === 'number' || typeof value === 'string' ? parseQuantity(String(value).replace(/%$/, '')) : undefined);
