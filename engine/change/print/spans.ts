import type { Text } from '../../problem/index.ts';
import { fill } from '../../report/phrases.ts';
import type { Span } from './line.ts';

/** A sentence; without arguments it is left as it is, since what looks like a placeholder may be a value. */
export const say = ({ zh, en }: Text, args?: Readonly<Record<string, string | number>>): Span => ({ text: args ? fill({ zh, en }, args) : { zh, en } });
export const strong = (text: Text): Span => ({ strong: text });
export const label = (text: Text): Span => ({ label: text });
export const code = (value: string): Span => ({ code: value });
export const names = (values: readonly string[]): Span => ({ names: [...new Set(values)] });

/** Puts `; ` between the parts, or what else is given. */
export function joined(parts: readonly Text[], between: Text = { zh: '；', en: '; ' }): Text {
  return { zh: parts.map(({ zh }) => zh).join(between.zh), en: parts.map(({ en }) => en).join(between.en) };
}

export const COMMA: Text = { zh: '，', en: ', ' };

/** `linyi/core`; either may be missing. */
export const placeOf = ({ environment, zone }: { readonly environment: string; readonly zone?: string }): string => [environment, zone].filter(Boolean).join('/');
