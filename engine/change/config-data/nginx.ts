import { parseConfig } from '../../config/index.ts';
import { Problems } from '../../problem/index.ts';
import type { Reader } from './config-data.ts';

type Block = Record<string, unknown>;

/** A comment, blanks, a mark, or a word, as engine/config splits them. */
const TOKEN = /#[^\n]*|\s+|[;{}]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|(?:\$\{|\\[^]|[^\s;{\\])+/gy;

/** A directive by its name, its words as the value; a block by its words, `location /api`. What is said twice is a list. */
export const nginx: Reader = ({ name, text }) => {
  if (!parseConfig(text, name, new Problems())) return undefined;
  const root: Block = {};
  const open: Block[] = [root];
  let words: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^[\s#]/.test(token)) continue;
    const here = open.at(-1)!;
    if (token === ';') add(here, words[0] ?? '', words.slice(1).join(' '));
    else if (token === '{') {
      const block: Block = {};
      add(here, words.join(' '), block);
      open.push(block);
    } else if (token === '}') open.pop();
    else {
      words.push(token);
      continue;
    }
    words = [];
    if (open.length === 0) return undefined;
  }
  return root;
};

function add(block: Block, key: string, value: unknown): void {
  const before = Object.hasOwn(block, key) ? block[key] : undefined;
  const both = before === undefined ? value : Array.isArray(before) ? [...(before as unknown[]), value] : [before, value];
  Object.defineProperty(block, key, { value: both, enumerable: true, configurable: true, writable: true });
}
