import type { SourceFile } from '../text/index.ts';
import type { Entry, Reading } from './format.ts';
import { refuse, refuseSeveral } from './refuse.ts';
import { bare, indexOf, numbered, parseSlashed, slashStep, type SlashStep } from './slash-path.ts';
import { blanksBefore, eolAt, isBlank, linePrefix, type Splice } from './splice.ts';
import { insertStatement, removeStatement } from './statement.ts';
import { contentOf, decodeXml, encodeAttribute, encodeCdata, encodeText, UNWRITABLE } from './xml-text.ts';
import { xmlRoot, type Attribute, type Element } from './xml-tree.ts';

/** XML, by a part of XPath: `a/b[@id=x]/@attribute`, `a/b[2]` for the text of an element. */
export const readXml = (file: SourceFile): Reading => new XmlReading(file);

const FORM = 'a/b[@id=x]/@attribute, a/b[2]/c';
const ATTRIBUTE_CONDITION = /^@([^=\s]+)\s*=\s*([^]*)$/;

interface Target {
  readonly steps: readonly SlashStep[];
  readonly attribute: string | undefined;
}

class XmlReading implements Reading {
  readonly entries: readonly Entry[];
  private readonly file: SourceFile;
  private readonly root: Element | undefined;

  constructor(file: SourceFile) {
    this.file = file;
    this.root = xmlRoot(file.text);
    this.entries = this.root ? this.list(this.root, slashStep(this.root.name)) : [];
  }

  private list(element: Element, path: string): Entry[] {
    const { text } = this.file;
    const entries: Entry[] = element.attributes.map((each) => this.attributeEntry(each, path));
    if (element.children.length === 0) {
      const { value, start, end } = contentOf(text, element);
      if (value !== '' || element.attributes.length === 0) entries.push({ key: path, value, start, end });
    }
    for (const [key, child] of numbered(element.children)) for (const entry of this.list(child, `${path}/${key}`)) entries.push(entry);
    return entries;
  }

  private attributeEntry({ name, start, end }: Attribute, path: string): Entry {
    return { key: `${path}/@${name}`, value: decodeXml(this.file.text.slice(start, end), true), start, end };
  }

  find(path: string): Entry | undefined {
    const { steps, attribute } = this.parse(path);
    const element = this.element(path, steps);
    if (!element) return undefined;
    if (attribute !== undefined) {
      const found = element.attributes.find(({ name }) => name === attribute);
      return found && { ...this.attributeEntry(found, ''), key: path };
    }
    if (element.children.length > 0) return refuse(this.file, 'CHAMP9203', element.start, { value: path });
    const { value, start, end } = contentOf(this.file.text, element);
    return { key: path, value, start, end };
  }

  set(path: string, value: string): Splice {
    const { steps, attribute } = this.parse(path);
    const wrong = UNWRITABLE.exec(value)?.[0];
    if (wrong !== undefined) refuse(this.file, 'CHAMP9208', 0, { value: `U+${wrong.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`, format: 'XML' });
    const element = this.element(path, steps);
    if (!element) return this.addElement(path, steps, attribute, value);
    return attribute === undefined ? this.setText(path, element, value) : this.setAttribute(element, attribute, value);
  }

  private setAttribute(element: Element, attribute: string, value: string): Splice {
    const { text } = this.file;
    const found = element.attributes.find(({ name }) => name === attribute);
    if (found) return { start: found.start, end: found.end, text: encodeAttribute(value, text[found.end]!) };
    const last = element.attributes.at(-1);
    if (!last) {
      const start = element.start + 1 + element.name.length;
      return { start, end: start, text: ` ${attribute}="${encodeAttribute(value, '"')}"` };
    }
    const quote = text[last.end]!;
    const prefix = linePrefix(text, last.nameStart);
    const gap = isBlank(prefix) ? eolAt(text, element.start) + prefix : ' ';
    return { start: last.end + 1, end: last.end + 1, text: `${gap}${attribute}=${quote}${encodeAttribute(value, quote)}${quote}` };
  }

  private setText(path: string, element: Element, value: string): Splice {
    const { text } = this.file;
    const eol = eolAt(text, element.start);
    const { start, end, isCdata, isMixed } = contentOf(text, element);
    if (isMixed) return refuse(this.file, 'CHAMP9205', element.start, { value: path });
    if (element.isClosed) {
      return { start: blanksBefore(text, element.innerStart - 2), end: element.innerStart, text: `>${encodeText(value, eol)}</${element.name}>` };
    }
    return { start, end, text: isCdata && !value.includes('\r') ? encodeCdata(value, eol) : encodeText(value, eol) };
  }

  /** A new element in one that is there; its conditions become its attributes. */
  private addElement(path: string, steps: readonly SlashStep[], attribute: string | undefined, value: string): Splice {
    const last = steps.at(-1)!;
    const parent = steps.length > 1 ? this.element(path, steps.slice(0, -1)) : undefined;
    const given = last.conditions.map((each) => ATTRIBUTE_CONDITION.exec(each));
    const { text } = this.file;
    if (!parent || given.includes(null) || (parent.children.length === 0 && contentOf(text, parent).value !== '')) {
      return refuse(this.file, 'CHAMP9206', parent?.start ?? this.root?.start ?? 0, { value: path });
    }
    const attributes = [...given.map((each) => [each![1]!, bare(each![2]!)] as const), ...(attribute === undefined ? [] : [[attribute, value] as const])]
      .map(([name, content]) => ` ${name}="${encodeAttribute(content, '"')}"`).join('');
    const element = attribute === undefined ? `<${last.name}${attributes}>${encodeText(value, eolAt(text, parent.start))}</${last.name}>` : `<${last.name}${attributes}/>`;
    const inserted = insertStatement(text, { ...parent, last: parent.children.at(-1) }, element, { usualIndent: '  ', gap: '' });
    // `<a/>` is opened
    return parent.isClosed ? { start: blanksBefore(text, parent.innerStart - 2), end: parent.innerStart, text: `>${inserted.text}</${parent.name}>` } : inserted;
  }

  unset(path: string): Splice | undefined {
    const { steps, attribute } = this.parse(path);
    const element = this.element(path, steps);
    if (!element) return undefined;
    const { text } = this.file;
    if (attribute !== undefined) {
      const found = element.attributes.find(({ name }) => name === attribute);
      if (!found) return undefined;
      return { start: blanksBefore(text, found.nameStart), end: found.end + 1, text: '' };
    }
    if (element === this.root) return refuse(this.file, 'CHAMP9203', element.start, { value: path });
    // its attributes would go with it
    if (element.attributes.some(({ name }) => !this.isNamed(steps.at(-1)!, name))) return refuse(this.file, 'CHAMP9203', element.start, { value: path });
    return removeStatement(text, element.start, element.end, isBlank);
  }

  private isNamed({ conditions }: SlashStep, attribute: string): boolean {
    return conditions.some((each) => ATTRIBUTE_CONDITION.exec(each)?.[1] === attribute);
  }

  private parse(path: string): Target {
    const steps = parseSlashed(path);
    const last = steps?.at(-1);
    const isAttribute = last?.name.startsWith('@') === true;
    const elements = isAttribute ? steps!.slice(0, -1) : steps ?? [];
    const isRight = elements.length > 0 && !elements.some(({ name, conditions }) => !NAME.test(name) || conditions.some((each) => !ATTRIBUTE_CONDITION.test(each) && indexOf(each) === undefined))
      && (!isAttribute || (NAME.test(last!.name.slice(1)) && last!.conditions.length === 0));
    if (!isRight) return refuse(this.file, 'CHAMP9204', 0, { value: path, format: 'XML', allowed: FORM });
    return { steps: elements, attribute: isAttribute ? last!.name.slice(1) : undefined };
  }

  private element(path: string, steps: readonly SlashStep[]): Element | undefined {
    let found: readonly Element[] = this.root ? [this.root] : [];
    steps.forEach((step, level) => {
      found = (level === 0 ? [found] : found.map(({ children }) => children)).flatMap((each) => this.matching(each, step));
    });
    return found.length > 1 ? refuseSeveral(this.file, path, found.map(({ start }) => start)) : found[0];
  }

  private matching(elements: readonly Element[], { name, conditions }: SlashStep): readonly Element[] {
    return conditions.reduce<readonly Element[]>((found, condition) => {
      const index = indexOf(condition);
      if (index !== undefined) return found.slice(index - 1, index);
      const [, attribute, value = ''] = ATTRIBUTE_CONDITION.exec(condition)!;
      return found.filter(({ attributes }) => attributes.some((each) => each.name === attribute && decodeXml(this.file.text.slice(each.start, each.end), true) === bare(value)));
    }, elements.filter((each) => each.name === name));
  }
}

/** Names that need no care anywhere in a tag. */
const NAME = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u;
