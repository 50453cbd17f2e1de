import { XMLValidator } from 'fast-xml-parser';
import { MAX_DEPTH, type SourceFile } from '../text/index.ts';
import type { Format, Span, Syntax } from './format.ts';
import { xmlCdata, xmlText } from './quoting.ts';

/** XML without a document type, e.g. of logback: nothing is fetched and no entity is expanded. */
export const xml: Format = { name: 'XML', endings: ['.xml'], placeholders: true, parse };

function parse(file: SourceFile): Syntax {
  const scan = new Scan(file);
  if (scan.run()) {
    const result = XMLValidator.validate(file.text);
    if (result !== true) {
      const { line, col, msg } = result.err;
      file.refuse('CHAMP1110', file.offsetOf(line, col ?? 1), { format: 'XML', value: '', reason: msg.slice(0, 200) });
    }
  }
  return scan;
}

/** Elements of logback that give a name to `${...}`, and the attribute that holds it. */
const DEFINING: Readonly<Record<string, string>> = {
  property: 'name', variable: 'name', substitutionProperty: 'name', springProperty: 'name', define: 'name', timestamp: 'key',
};
/** Names that logback defines itself. */
const LOGBACK = ['HOSTNAME', 'CONTEXT_NAME'];

const ATTRIBUTE = /\s+([^\s=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const BAD_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)[^\s;&<]{0,20};?/g;

/** What the validator does not tell: spans, names, depth, and what is opened and never closed. */
class Scan implements Syntax {
  readonly spans: Span[] = [];
  readonly defined = new Set<string>(LOGBACK);
  private readonly file: SourceFile;
  private depth = 0;

  constructor(file: SourceFile) {
    this.file = file;
  }

  /** False when the rest of the file makes no sense. */
  run(): boolean {
    const { text } = this.file;
    let offset = 0;
    while (offset < text.length) {
      const tag = text.indexOf('<', offset);
      const end = tag < 0 ? text.length : tag;
      this.text(offset, end);
      if (tag < 0) return true;
      const next = this.markup(tag);
      if (next === undefined) return false;
      offset = next;
    }
    return true;
  }

  /** The offset behind the markup at `start`. */
  private markup(start: number): number | undefined {
    const { text } = this.file;
    if (text.startsWith('<!--', start)) return this.close('<!--', start, '-->');
    if (text.startsWith('<?', start)) return this.instruction(start);
    if (text.startsWith('<![CDATA[', start)) {
      const end = this.close('<![CDATA[', start, ']]>');
      if (end) this.spans.push({ start: start + 9, end: end - 3, quoting: xmlCdata });
      return end;
    }
    if (text.startsWith('<!', start)) {
      this.file.refuse('CHAMP1205', start, { value: /^<!\w*/.exec(text.slice(start, start + 20))![0] });
      return undefined;
    }
    return this.tag(start);
  }

  private close(opener: string, start: number, closer: string): number | undefined {
    const end = this.file.text.indexOf(closer, start + opener.length);
    if (end >= 0) return end + closer.length;
    this.file.refuse('CHAMP1208', start, { value: opener, allowed: closer });
    return undefined;
  }

  private instruction(start: number): number | undefined {
    const end = this.close('<?', start, '?>');
    const encoding = end && /^<\?xml\s[^>]*?(encoding\s*=\s*["']([^"']*)["'])/.exec(this.file.text.slice(start, end));
    if (encoding && !/^utf-8$/i.test(encoding[2]!)) {
      this.file.refuse('CHAMP1204', start + encoding[0].length - encoding[1]!.length, { value: encoding[1], format: 'XML', allowed: 'encoding="UTF-8"' });
    }
    return end;
  }

  private tag(start: number): number | undefined {
    const { text } = this.file;
    const name = /[^\s<>/]*/y;
    name.lastIndex = start + 1;
    const element = name.exec(text)![0];
    let offset = start + 1 + element.length;
    for (let found; (ATTRIBUTE.lastIndex = offset, found = ATTRIBUTE.exec(text)); offset = ATTRIBUTE.lastIndex) {
      const value = found[2] ?? found[3]!;
      const valueStart = ATTRIBUTE.lastIndex - 1 - value.length;
      this.text(valueStart, valueStart + value.length);
      const less = value.indexOf('<');
      if (less >= 0) this.file.refuse('CHAMP1204', valueStart + less, { value: '<', format: 'XML', allowed: '&lt;' });
      if (DEFINING[element] === found[1]) this.defined.add(value);
    }
    const end = this.close('<', offset - 1, '>');
    if (end === undefined) return undefined;
    if (text[start + 1] === '/') this.depth -= 1;
    else if (text[end - 2] !== '/') this.depth += 1;
    if (this.depth <= MAX_DEPTH) return end;
    this.file.refuse('CHAMP1113', start, { value: `> ${MAX_DEPTH}`, allowed: `<= ${MAX_DEPTH}` });
    return undefined;
  }

  private text(start: number, end: number): void {
    if (start === end) return;
    this.spans.push({ start, end, quoting: xmlText });
    for (const { 0: value, index } of this.file.text.slice(start, end).matchAll(BAD_REFERENCE)) {
      this.file.refuse('CHAMP1204', start + index, { value, format: 'XML', allowed: '&amp; &lt; &gt; &quot; &apos; &#0;' });
    }
  }
}
