import { nearest, type Problems } from '../problem/index.ts';
import { excerpt, MAX_BYTES, MAX_PROBLEMS, SourceFile } from '../text/index.ts';
import { NOTHING, type Format } from './format.ts';
import { json } from './json.ts';
import { nginx } from './nginx.ts';
import { properties } from './properties.ts';
import { PREFIXES, scan, type Found, type Placeholder, type Reference } from './reference.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

const FORMATS: readonly Format[] = [properties, yaml, xml, json, nginx];
const ENDINGS = FORMATS.flatMap((format) => format.endings);

/** A configuration file of a service whose syntax is right. */
export interface ConfigFile {
  readonly name: string;
  readonly text: string;
  readonly format: string;
  /** Whether the product resolves `${name}` itself. */
  readonly resolvesPlaceholders: boolean;
  /** In the order of the file. */
  readonly references: readonly Reference[];
  /** Every other `${...}`, for `checkPlaceholders`. */
  readonly placeholders: readonly (Placeholder & { readonly where: string })[];
  /** Names that the file defines: keys, flattened with dots, or properties of logback. */
  readonly defined: ReadonlySet<string>;
}

/** Reads a file by the format that the end of its name tells; undefined when its syntax is broken, without the references that are malformed. */
export function parseConfig(text: string, name: string, problems: Problems): ConfigFile | undefined {
  const file = new SourceFile(name, text, problems);
  const format = FORMATS.find(({ endings }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));
  if (!format) file.refuse('CHAMP1201', 0, { value: name.slice(name.lastIndexOf('/') + 1), allowed: ENDINGS });
  if (text.length > MAX_BYTES) file.refuse('CHAMP1102', 0, { value: text.length, allowed: `<= ${MAX_BYTES}` });
  if (!format || file.refused) return undefined;
  const { spans, defined } = format.parse(file);
  const broken = file.refused;
  const found: Found = { references: [], placeholders: [] };
  for (const span of spans) scan(file, span, format.placeholders, found);
  // a malformed reference does not hide what else is wrong: the file goes on, the problem stays
  if (broken) return undefined;
  const placeholders = found.placeholders.map((each) => ({ ...each, where: file.place(each.offset) }));
  return { name, text, format: format.name, resolvesPlaceholders: format.placeholders, references: found.references, placeholders, defined };
}

/**
 * Checks that each `${name}` of the files has a default, or is defined in one of them or in `known`;
 * a name that is nearly `endpoint:` or `secret:` is taken for a misspelt reference.
 */
export function checkPlaceholders(files: readonly ConfigFile[], known: ReadonlySet<string>, problems: Problems): void {
  const names = new Set([...known, ...files.flatMap((file) => [...file.defined])]);
  for (const { placeholders, resolvesPlaceholders } of files) {
    const unknown = placeholders.filter(({ name }) => !names.has(name));
    for (const [index, { name, raw, hasDefault, where }] of unknown.slice(0, MAX_PROBLEMS).entries()) {
      const value = excerpt(raw);
      const meant = hasDefault ? PREFIXES.find((prefix) => nearest(prefix, [name])) : undefined;
      // to compare with every name is dear: hints for the first few will do
      const near = () => (index < MAX_HINTS ? nearest(name, names) : undefined);
      if (meant) problems.add('CHAMP1210', where, { value, allowed: PREFIXES.map((prefix) => `${prefix}:`), near: `${meant}:` });
      else if (resolvesPlaceholders && !hasDefault && !RANDOM.test(name)) problems.add('CHAMP1213', where, { value, near: near() });
    }
  }
}

const MAX_HINTS = 20;

/** Spring makes these values itself. */
const RANDOM = /^random\.(?:value|int|long|uuid)\b/;

/** The references of one file that stands alone, all `${...}` checked; empty when its syntax is broken. */
export function references(text: string, name: string, problems: Problems, known: ReadonlySet<string> = NOTHING): readonly Reference[] {
  const file = parseConfig(text, name, problems);
  if (!file) return [];
  checkPlaceholders([file], known, problems);
  return file.references;
}
