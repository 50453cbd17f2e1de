import { CANONICAL, jsonText } from './json-scalar.ts';
import type { ScalarStyle } from './tree.ts';

export interface Place {
  readonly isFlow: boolean;
  /** What stands there now; undefined for a new value. */
  readonly old?: { readonly style: ScalarStyle; readonly value: string; readonly raw: string };
  /** How the neighbours write text, and how any text must be quoted that cannot stand plain. */
  readonly usual: { readonly text: 'plain' | 'double' | 'single'; readonly quoted: 'double' | 'single' };
  readonly asText: boolean;
}

/** A value in one line, in the style of what stood there or of the neighbours. */
export function yamlScalar(value: string, { isFlow, old, usual, asText }: Place): string {
  const style = old && old.style !== 'empty' ? old.style : usual.text;
  if (style === 'double' || style === 'single') {
    // neighbours that quote their text leave numbers bare
    if (!old && !asText && CANONICAL.test(value)) return value;
    return quoted(value, style, old?.raw ?? '');
  }
  return canBePlain(value, isFlow) && mayBePlain(value, old, asText) ? value : quoted(value, usual.quoted, '');
}

function quoted(value: string, style: 'double' | 'single', raw: string): string {
  return style === 'single' && !UNPRINTABLE.test(value) ? `'${value.replaceAll("'", "''")}'` : jsonText(value, raw);
}

// eslint-disable-next-line no-control-regex
export const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
const START = /^(?:[-?:](?=[^\s,[\]{}])|[^-?:,[\]{}#&*!|>'"%@`\s])/;
/** A secret in a part of an unquoted scalar would break it. */
const PART_SECRET = /\$\{secret:(?!.*\}$)|^.+\$\{secret:|\$\{secret:[^}]*\}./;

function canBePlain(value: string, isFlow: boolean): boolean {
  if (value !== value.trim() || !START.test(value) || UNPRINTABLE.test(value) || /^(?:---|\.\.\.)/.test(value) || PART_SECRET.test(value)) return false;
  return isFlow ? !/[,[\]{}]|:(?=\s|$)|\s#/.test(value) : !/:(?=\s|$)|\s#/.test(value);
}

/** Text that some YAML takes for another type: of 1.2, or of 1.1, which Spring reads. */
const TYPES = [
  '~|null',
  'true|false|y|yes|n|no|on|off',
  '=|<<',
  '[-+]?0[\\d_]+',
  '[-+]?[\\d.][\\d_]*(?:\\.[\\d_]*)?(?:e[-+]?\\d+)?',
  '[-+]?0[xob][\\da-f_]+',
  '[-+]?\\d[\\d_]*(?::[0-5]?\\d)+(?:\\.\\d*)?',
  '[-+]?\\.(?:inf|nan)',
  '\\d{4}-\\d\\d?-\\d\\d?(?:[t\\s].*)?',
].map((pattern) => new RegExp(`^(?:${pattern})$`, 'i'));

/** Which of them, -1 for text. */
const typeOf = (value: string): number => (value.length <= 64 ? TYPES.findIndex((each) => each.test(value)) : -1);

/**
 * A number stays a number and text stays text; where nothing stood that tells, numbers and `true` are themselves. A date or an octal number
 * stands plain in the place of its like alone: elsewhere nobody means that Spring makes a moment of it, or eight of `010`.
 */
function mayBePlain(value: string, old: Place['old'], asText: boolean): boolean {
  const type = typeOf(value);
  if (type < 0) return true;
  if (asText) return false;
  const tells = old !== undefined && old.style === 'plain' && !/^\$\{[^{}]*\}$/.test(old.value);
  if (!tells) return CANONICAL.test(value);
  const former = typeOf(old.value);
  return former === type || (former >= 0 && (CANONICAL.test(value) || value === 'null' || value === '~'));
}

/** A value of several lines as a block scalar, undefined where it cannot be one; `header` and `indent` of what stood there. */
export function yamlBlock(value: string, header: string, indent: string, eol: string): string | undefined {
  const [, style = '|', digit = ''] = /^([|>])[-+]?([1-9]?)[-+]?/.exec(header) ?? [];
  if (value === '' || /^\n*$/.test(value) || UNPRINTABLE.test(value.replace(/[\n\t]/g, ''))) return undefined;
  if (digit === '' && /^\n*[ \t]/.test(value)) return undefined;
  const end = /\n*$/.exec(value)![0].length;
  const body = value.slice(0, value.length - end);
  // a fold would join the lines
  const mark = style === '>' && (body.includes('\n') || /^[ \t]/.test(body)) ? '|' : style;
  const chomp = end === 0 ? '-' : end === 1 ? '' : '+';
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line));
  return [mark + digit + chomp, ...lines, ...Array.from({ length: Math.max(0, end - 1) }, () => '')].join(eol);
}
