import type { SourceFile } from '../text/index.ts';
import type { Span } from './format.ts';
import type { Quoting } from './quoting.ts';

interface Place {
  /** `file:line:column`. */
  readonly where: string;
  /** As written, `${...}`. */
  readonly raw: string;
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly quoting: Quoting;
}

/** `${endpoint:<service id or middleware kind>[:<port name>]}`. */
export interface EndpointReference extends Place {
  readonly type: 'endpoint';
  readonly target: string;
  readonly port?: string;
}

/** `${secret:<path>#<property>}`: a property of an entry of the external secret store. */
export interface SecretReference extends Place {
  readonly type: 'secret';
  readonly path: string;
  readonly property: string;
}

export type Reference = EndpointReference | SecretReference;

/** Any other `${name}` or `${name:default}`. */
export interface Placeholder {
  readonly name: string;
  readonly raw: string;
  readonly hasDefault: boolean;
  readonly offset: number;
}

const ID = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

const GRAMMAR = {
  endpoint: { pattern: new RegExp(`^(?<target>${ID})(?::(?<port>${ID}))?$`), form: '${endpoint:<service or middleware kind>[:<port name>]}' },
  secret: { pattern: new RegExp(`^(?<path>${ID}(?:/${ID})*)#(?<property>[A-Za-z0-9_][A-Za-z0-9_.-]*)$`), form: '${secret:<path>#<property>}' },
} as const;

export const PREFIXES = Object.keys(GRAMMAR) as readonly Reference['type'][];

/** What is read from a `${`: up to the end of its line, of its name, or of the placeholder. */
const OPENING = /\$\{([^:}\n$]*)([:}]?)/y;
const CLOSE = /[}\n]/g;

export interface Found {
  readonly references: Reference[];
  readonly placeholders: Placeholder[];
}

/** Adds what one span holds; malformed references are problems, and with `strict` any `${` without its `}` is one. */
export function scan(file: SourceFile, { start, end, quoting }: Span, strict: boolean, found: Found): void {
  const text = file.text.slice(start, end);
  let close = -1;
  for (let index = text.indexOf('${'); index >= 0; index = text.indexOf('${', index + 2)) {
    if (close < index) close = nextClose(text, index);
    OPENING.lastIndex = index;
    const [, name, mark] = OPENING.exec(text) as unknown as [string, string, string];
    const closed = text[close] === '}';
    const raw = text.slice(index, closed ? close + 1 : close);
    const offset = start + index;
    const type = PREFIXES.find((each) => each === name);
    if (!quoting) {
      // the colon of a reference ends a key of properties
      if (type && mark !== '}') file.refuse('CHAMP1214', offset, { value: raw });
    } else if (type && mark === ':' && closed) refer(file, type, raw, offset, quoting, found.references);
    else if (closed && mark !== '') found.placeholders.push({ name, raw, hasDefault: mark === ':', offset });
    else if (!closed && (type || strict)) file.refuse('CHAMP1212', offset, { value: raw });
  }
}

/** The next `}` or end of line. */
function nextClose(text: string, from: number): number {
  CLOSE.lastIndex = from;
  return CLOSE.exec(text)?.index ?? text.length;
}

function refer(file: SourceFile, type: Reference['type'], raw: string, offset: number, quoting: Quoting, references: Reference[]): void {
  const { pattern, form } = GRAMMAR[type];
  const groups = pattern.exec(raw.slice(type.length + 3, -1))?.groups;
  if (!groups) file.refuse('CHAMP1211', offset, { value: raw, allowed: form });
  else if (type === 'secret' && quoting.pipeline === undefined) file.refuse('CHAMP1215', offset, { value: raw });
  else references.push({ type, ...groups, raw, offset, where: file.place(offset), ...file.at(offset), quoting } as Reference);
}
