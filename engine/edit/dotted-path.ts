/** A step of a path in YAML or JSON: an index, or a name; unquoted names may be joined with dots to one key. */
export type Step = { readonly index: number } | { readonly name: string; readonly isQuoted: boolean };

export interface DottedPath {
  /** Number of the YAML document, from 1; undefined for any. */
  readonly document: number | undefined;
  readonly steps: readonly Step[];
}

export const DOTTED_FORM = 'a.b[0].c, a."key.with.dots", #2:a.b';

const NAME = /"(?:[^"\\]|\\.)*"|[^.[\]"]+/y;
const INDEX = /\[(\d{1,6})\]/y;
const DOCUMENT = /^#([1-9]\d{0,3}):/;

/** `a.b[0]."c.d"`; undefined when it is malformed. */
export function parseDotted(path: string): DottedPath | undefined {
  const document = DOCUMENT.exec(path);
  const steps: Step[] = [];
  let at = document?.[0].length ?? 0;
  if (at === path.length) return undefined;
  while (at < path.length) {
    INDEX.lastIndex = at;
    const index = INDEX.exec(path);
    if (index) {
      steps.push({ index: Number(index[1]) });
      at = INDEX.lastIndex;
      continue;
    }
    if (steps.length > 0) {
      if (path[at] !== '.') return undefined;
      at += 1;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(path)?.[0];
    if (name === undefined) return undefined;
    const isQuoted = name.startsWith('"');
    const text = isQuoted ? unquoted(name) : name;
    if (text === undefined) return undefined;
    steps.push({ name: text, isQuoted });
    at = NAME.lastIndex;
  }
  return { document: document ? Number(document[1]) : undefined, steps };
}

function unquoted(name: string): string | undefined {
  try {
    return JSON.parse(name) as string;
  } catch {
    return undefined;
  }
}

/** A key as a part of a path: quoted where it would be read as something else. */
export const nameStep = (key: string): string => (/^[^.[\]"#][^.[\]"]*$/.test(key) ? key : JSON.stringify(key));

/** A path that is all of a document. */
export const isRoot = (path: string): boolean => path === '' || /^#\d+:$/.test(path);

export const joinPath = (path: string, key: string): string => (isRoot(path) ? path : `${path}.`) + nameStep(key);
