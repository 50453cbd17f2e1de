import { printable } from '../../report/printable.ts';
import { clipped } from './values.ts';

/** Characters of one value and of one sentence in a comment. */
const VALUE = 160;
const SENTENCE = 600;

/** A run of ASCII in a sentence: what opens it, what it is, what ends it. */
const RUN = /[\x21-\x7e]+/g;
const PARTS = /^(["'(]*)(.*?)([.,;:?!"')]*)$/;
/** Words and numbers that no code host takes for more than text. */
const PLAIN = /^(?:[A-Za-z0-9]+(?:[-.,'/][A-Za-z0-9]+)*|\d+(?:\.\d+)?%)$/;
/** Words that a code host may link: web addresses, commits, tickets. */
const LINKED = /^[wW]{3}\.|(?<![A-Za-z0-9])(?=[a-fA-F]*\d)[0-9a-fA-F]{7,40}(?![A-Za-z0-9])|(?<![A-Za-z0-9])(?:[A-Z][A-Z0-9]*|[gG][hH])-\d/;
const ARROWS: Readonly<Record<string, string>> = { '->': '→', '<-': '←', '=>': '⇒' };

/**
 * A value in a comment. In a code span nothing is markup, nobody is called and nothing is linked; a backtick, which alone could end it,
 * is written as the escape that it has in JSON and YAML.
 */
export const codeSpan = (value: string): string => `\`${shown(value).replaceAll('`', '\\u0060') || ' '}\``;

/** The same in a line of HTML, where Markdown is not read. */
export const codeElement = (value: string): string => `<code>${entities(shown(value))}</code>`;

/** A sentence that may hold values: words stay, whatever else a code host could take for markup, a name or a link stands in a code span. */
export const prose = (text: string): string => inert(text, codeSpan, (each) => numbered(each));

/** The same in a line of HTML. */
export const proseElement = (text: string): string => inert(text, codeElement, entities);

/** Lines to take over as they are, fenced; a line can neither end the fence nor be a command to GitLab. */
export function fenced(text: readonly string[]): readonly string[] {
  const lines = text.map((line) => printable(line).replace(/`{3,}/g, (run) => '\\u0060'.repeat(run.length)).replace(/^\//, ' /'));
  return ['```yaml', ...lines, '```'];
}

const shown = (value: string): string => printable(clipped(value, VALUE));

function inert(text: string, code: (value: string) => string, plain: (text: string) => string): string {
  return printable(clipped(text, SENTENCE)).replace(RUN, (run, offset: number) => {
    const [, before = '', word = '', end = ''] = PARTS.exec(run)!;
    const closing = word.includes('(') ? end.lastIndexOf(')') + 1 : 0;
    const [middle, after] = [word + end.slice(0, closing), end.slice(closing)];
    const body = ARROWS[middle] ?? (/^[^A-Za-z0-9]*$/.test(middle) ? numbered(middle) : PLAIN.test(middle) && !LINKED.test(middle) ? middle : code(middle));
    // a number with a point or bracket after it would begin a list
    return plain(before) + body + (offset === 0 && /^\d+$/.test(middle) ? numbered(after.slice(0, 1), /[.)]/g) + plain(after.slice(1)) : plain(after));
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };
const entities = (text: string): string => text.replace(/[&<>"'`]/g, (character) => ENTITIES[character]!);

/** As numbers of characters nothing is markup. */
const numbered = (text: string, which = /[^A-Za-z0-9"'(),.;:?! ]/g): string => text.replace(which, (character) => `&#${character.charCodeAt(0)};`);
