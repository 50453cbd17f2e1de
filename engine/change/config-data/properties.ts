import { parseLines, type Pair } from 'dot-properties';
import type { Reader } from './config-data.ts';

/** Keys as they are: dots are part of them. A key that appears twice has the last value. */
export const properties: Reader = ({ text }) => {
  const pairs = parseLines(text, true).filter((node) => node.type === 'PAIR') as unknown as readonly Pair[];
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
};
