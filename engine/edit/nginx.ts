import type { SourceFile } from '../text/index.ts';
import type { Entry, Reading } from './format.ts';
import { nginxTree, type Directive } from './nginx-tree.ts';
import { refuse, refuseSeveral } from './refuse.ts';
import { bare, indexOf, numbered, parseSlashed, type SlashStep } from './slash-path.ts';
import type { Splice } from './splice.ts';
import { insertStatement, removeStatement } from './statement.ts';

/** nginx configuration: `http/server[server_name=a]/location[/api]/proxy_pass`. A value is the words of a directive as they are written. */
export const readNginx = (file: SourceFile): Reading => new NginxReading(file);

const FORM = 'http/server/listen, server[2]/location[/api]/proxy_pass, server[server_name=a]/root';
const STYLE = { usualIndent: '    ', gap: ' ' };

/** Whether all of it stays within one directive. */
function isWords(value: string): boolean {
  const [only, ...more] = nginxTree(`a ${value};`);
  return only !== undefined && more.length === 0 && only.inner === undefined && only.end === value.length + 3 && !hasOpenEnd(value);
}

/** A comment, or a quote that does not end, where a word begins. */
const hasOpenEnd = (value: string): boolean => /(?:^|\s)[#"']/.test(value.replace(/\\[^]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/g, 'x'));

class NginxReading implements Reading {
  readonly entries: readonly Entry[];
  private readonly file: SourceFile;
  private readonly root: readonly Directive[];

  constructor(file: SourceFile) {
    this.file = file;
    this.root = nginxTree(file.text);
    this.entries = this.list(this.root, '');
  }

  private list(directives: readonly Directive[], above: string): Entry[] {
    return numbered(directives).flatMap(([name, each]) => {
      const key = above + name;
      if (!each.inner) return [this.entry(each, key)];
      const words = this.valueOf(each);
      // what a block is for is no value, but it must not change either
      const own = words.value === '' ? [] : [{ ...words, key: `${key}/{}` }];
      return [...own, ...this.list(each.inner.children, `${key}/`)];
    });
  }

  private valueOf({ words, start, name }: Directive): Omit<Entry, 'key'> {
    const [first, last] = [words[0]?.start ?? start + name.length, words.at(-1)?.end ?? start + name.length];
    return { value: this.file.text.slice(first, last), start: first, end: last };
  }

  private entry(directive: Directive, key: string): Entry {
    return { key, ...this.valueOf(directive) };
  }

  find(path: string): Entry | undefined {
    const found = this.one(path, this.parse(path));
    if (found?.inner) return refuse(this.file, 'CHAMP9203', found.start, { value: path });
    return found && this.entry(found, path);
  }

  set(path: string, value: string): Splice {
    const steps = this.parse(path);
    // eslint-disable-next-line no-control-regex
    const wrong = /[\0-\x08\x0b-\x1f\x7f]/.exec(value.replaceAll('\r\n', '\n'))?.[0];
    if (wrong !== undefined) refuse(this.file, 'CHAMP9208', 0, { value: `U+${wrong.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`, format: 'nginx' });
    const found = this.one(path, steps);
    if (!isWords(value)) refuse(this.file, 'CHAMP9219', found && !found.inner ? this.entry(found, path).start : 0, { value });
    if (!found) return this.add(path, steps, value);
    const { start, end } = this.entry(found, path);
    return { start, end, text: found.words.length === 0 && value !== '' ? ` ${value}` : value };
  }

  private add(path: string, steps: readonly SlashStep[], value: string): Splice {
    const { name, conditions } = steps.at(-1)!;
    const block = steps.length > 1 ? this.one(path, steps.slice(0, -1)) : undefined;
    if (conditions.length > 0 || /[\s;{}"'\\#]/.test(name) || (steps.length > 1 && !block?.inner)) return refuse(this.file, 'CHAMP9206', block?.start ?? 0, { value: path });
    const inner = block?.inner ?? { start: 0, end: this.file.text.length, children: this.root };
    const section = { innerStart: inner.start, innerEnd: inner.end, start: block?.start, last: inner.children.at(-1) };
    return insertStatement(this.file.text, section, `${name}${value === '' ? '' : ` ${value}`};`, STYLE);
  }

  unset(path: string): Splice | undefined {
    const found = this.one(path, this.parse(path));
    if (!found) return undefined;
    if (found.inner) return refuse(this.file, 'CHAMP9203', found.start, { value: path });
    return removeStatement(this.file.text, found.start, found.end, (rest) => /^\s*(?:#.*)?$/.test(rest));
  }

  private parse(path: string): readonly SlashStep[] {
    return parseSlashed(path) ?? refuse(this.file, 'CHAMP9204', 0, { value: path, format: 'nginx', allowed: FORM });
  }

  private one(path: string, steps: readonly SlashStep[]): Directive | undefined {
    let found: readonly Directive[] = [];
    steps.forEach((step, level) => {
      found = (level === 0 ? [this.root] : found.map(({ inner }) => inner?.children ?? [])).flatMap((each) => this.matching(each, step));
    });
    return found.length > 1 ? refuseSeveral(this.file, path, found.map(({ start }) => start)) : found[0];
  }

  private matching(directives: readonly Directive[], { name, conditions }: SlashStep): readonly Directive[] {
    return conditions.reduce<readonly Directive[]>((found, condition) => {
      const index = indexOf(condition);
      return index === undefined ? found.filter((each) => this.meets(each, condition)) : found.slice(index - 1, index);
    }, directives.filter((each) => each.name === name));
  }

  /** The words behind the name, or `directive=word` of one in the block. */
  private meets(directive: Directive, condition: string): boolean {
    const wordsOf = ({ words }: Directive) => words.map(({ start, end }) => bare(this.file.text.slice(start, end)));
    const [wanted, words] = [bare(condition), wordsOf(directive)];
    if (words.join(' ') === wanted) return true;
    const [, name, word = ''] = /^([\w-]+)=([^]+)$/.exec(wanted) ?? [];
    return directive.inner?.children.some((each) => each.name === name && [...wordsOf(each), wordsOf(each).join(' ')].includes(bare(word))) === true;
  }
}
