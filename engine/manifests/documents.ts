import { Problems } from '../problem/index.ts';
import { SourceFile } from '../text/index.ts';
import { readGeneralYaml, type Part } from './general-yaml.ts';
import { EMPTY, readPlainYaml } from './plain-yaml.ts';
import type { Places } from './places.ts';
import { readJson } from './strict-json.ts';

/** A document of a file, numbered from 0 as the marks `---` split the text; `value` is undefined where it could not be read. */
export interface ManifestDocument extends Part {
  readonly number: number;
  readonly value: unknown;
}

const MARK = /^(?:---|\.\.\.)(?=[ \t\n]|$)[^\n]*\n?/gm;
const CONTENT = /^(?![ \t]*(?:#|$))/m;
const DIRECTIVE = /^%[^\n]*/m;

/** All documents with content, in their order; every one is read whatever is wrong with the others. */
export function readDocuments(file: SourceFile, isJson: boolean): readonly ManifestDocument[] {
  if (isJson) return [{ number: 0, text: file.text, offset: 0, value: readJson(file, { text: file.text, offset: 0 }) }];
  return split(file).flatMap((part, number) => {
    const value = readDocument(file, part);
    return value === EMPTY ? [] : [{ ...part, number, value }];
  });
}

/** The value of one document; `places` get the offsets of all that is in it. */
export function readDocument(file: SourceFile, part: Part, isJson = false, places?: Places): unknown {
  if (isJson) return readJson(file, part, places);
  const first = part.text[0];
  if (first === '{' || first === '[') {
    const scratch = new SourceFile(file.name, part.text, new Problems());
    const value = readJson(scratch, { text: part.text, offset: 0 }, undefined);
    if (!scratch.refused) return places ? readJson(file, part, places) : value;
  }
  const before = places ? new Map(places) : undefined;
  const local: Places | undefined = places ? new Map() : undefined;
  const plain = readPlainYaml(part.text, local);
  if (plain === undefined) return readGeneralYaml(file, part, places);
  if (places && local) for (const [holder, keys] of local) if (!before?.has(holder)) places.set(holder, new Map([...keys].map(([key, offset]) => [key, offset + part.offset])));
  return plain;
}

/** The documents of a YAML text by their marks, which no indentation or block can hide. */
export function split(file: SourceFile): readonly Part[] {
  const { text } = file;
  const parts: Part[] = [];
  let start = 0;
  let isAfterEnd = false;
  const close = (end: number) => {
    const part = text.slice(start, end);
    const offset = start;
    if (isAfterEnd && CONTENT.test(part)) file.refuse('CHAMP6016', start, { value: '...' });
    const directive = part.startsWith('%') || part.includes('\n%') ? DIRECTIVE.exec(part) : null;
    if (directive && !CONTENT.test(part.replace(/^%[^\n]*/gm, ''))) {
      file.refuse('CHAMP6016', offset + directive.index, { value: directive[0] });
      parts.push({ text: '', offset });
    } else parts.push({ text: part, offset });
  };
  if (!text.includes('---') && !text.includes('...')) return [{ text, offset: 0 }];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    // a mark in the first line opens the first document
    if (index > 0) close(index);
    isAfterEnd = mark.startsWith('.');
    start = index + mark.length;
    const rest = mark.slice(3).trim();
    if (rest !== '' && !rest.startsWith('#')) {
      file.refuse('CHAMP6016', index, { value: mark.trim() });
      start = index + 3;
    }
  }
  close(text.length);
  return parts;
}
