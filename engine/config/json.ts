import { MAX_DEPTH, type SourceFile } from '../text/index.ts';
import { NOTHING, type Format, type Span, type Syntax } from './format.ts';
import { jsonString } from './quoting.ts';

/** JSON as RFC 8259 has it; unlike `JSON.parse` it knows places and refuses a key that appears twice. */
export const json: Format = { name: 'JSON', endings: ['.json'], placeholders: false, parse };

interface Level {
  readonly opener: '{' | '[';
  /** Line of each key; for `{` only. */
  readonly keys: Map<string, number>;
}

/** A token of JSON, or one character that starts none. */
const TOKEN = /[ \t\n\r]+|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[^]/gy;

/** What may come next; each state lists it in the words of the problem. */
const EXPECTED = {
  value: '{ [ "..." 0 true false null',
  first: '{ [ ] "..." 0 true false null',
  key: '"key"',
  firstKey: '"key" }',
  colon: ':',
  comma: ', }',
  commaItem: ', ]',
  end: '<EOF>',
} as const;

function parse(file: SourceFile): Syntax {
  const spans: Span[] = [];
  const levels: Level[] = [];
  let state: keyof typeof EXPECTED = 'value';
  const afterValue = (): keyof typeof EXPECTED => ({ '{': 'comma', '[': 'commaItem', '': 'end' } as const)[levels.at(-1)?.opener ?? ''];

  for (const { 0: token, index } of file.text.matchAll(TOKEN)) {
    if (/^[ \t\n\r]/.test(token)) continue;
    const isString = token.length > 1 && token.startsWith('"');
    if (isString && (state === 'key' || state === 'firstKey')) {
      noteKey(file, levels.at(-1)!, token, index);
      spans.push({ start: index, end: index + token.length, quoting: undefined });
      state = 'colon';
    } else if (token === ':' && state === 'colon') state = 'value';
    else if (token === ',' && (state === 'comma' || state === 'commaItem')) state = state === 'comma' ? 'key' : 'value';
    else if ((token === '}' && (state === 'comma' || state === 'firstKey')) || (token === ']' && (state === 'commaItem' || state === 'first'))) {
      levels.pop();
      state = afterValue();
    } else if ((token === '{' || token === '[') && (state === 'value' || state === 'first')) {
      levels.push({ opener: token, keys: new Map() });
      if (levels.length > MAX_DEPTH) {
        file.refuse('CHAMP1113', index, { value: `> ${MAX_DEPTH}`, allowed: `<= ${MAX_DEPTH}` });
        return { spans, defined: NOTHING };
      }
      state = token === '{' ? 'firstKey' : 'first';
    } else if ((isString || /^(?:-?\d|true|false|null)/.test(token)) && (state === 'value' || state === 'first')) {
      if (isString) spans.push({ start: index, end: index + token.length, quoting: jsonString });
      state = afterValue();
    } else {
      refuse(file, index, EXPECTED[state]);
      return { spans, defined: NOTHING };
    }
  }
  if (state !== 'end') refuse(file, file.text.length, EXPECTED[state]);
  return { spans, defined: NOTHING };
}

function noteKey(file: SourceFile, { keys }: Level, token: string, index: number): void {
  const key = JSON.parse(token) as string;
  const first = keys.get(key);
  if (first === undefined) keys.set(key, file.at(index).line);
  else file.refuse('CHAMP1111', index, { value: key, line: first });
}

function refuse(file: SourceFile, offset: number, allowed: string): void {
  const value = offset === file.text.length ? '<EOF>' : /^[\w.+-]+|^[^]/u.exec(file.text.slice(offset, offset + 80))![0];
  file.refuse('CHAMP1204', offset, { value, format: 'JSON', allowed });
}
