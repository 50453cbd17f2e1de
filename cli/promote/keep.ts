import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { editText, formatOf, getValue, readForEdit } from '../../engine/edit/index.ts';
import { list, object, optional, readFacts, text } from '../../engine/facts/index.ts';
import { Problems } from '../../engine/problem/index.ts';
import { shownPath } from '../edit/files.ts';

/** What of a configuration stays as the target has it; what is not said is any. A row without a key keeps whole files. */
export interface Kept {
  readonly service?: string;
  readonly file?: string;
  readonly key?: string;
  /** Place of the row, for problems. */
  readonly where: string;
}

const document = object({ keep: list(object({ service: optional(text()), file: optional(text()), key: optional(text()) })) });

/** Rows of the environment's promote.yaml; none where there is no such file. What cannot be read is a problem. */
export function readKept(home: string, services: readonly string[], problems: Problems): readonly Kept[] {
  const path = join(home, 'promote.yaml');
  if (!existsSync(path)) return [];
  const read = readFacts(path, document, problems, { name: shownPath(path) });
  return (read?.value.keep ?? []).flatMap((row, index): readonly Kept[] => {
    const where = read!.at(['keep', index]);
    if (row.service === undefined && row.file === undefined && row.key === undefined) problems.add('CHAMP9364', where, { allowed: ['service', 'file', 'key'] });
    else if (row.service !== undefined && !services.includes(row.service)) problems.add('CHAMP9226', where, { value: row.service, environment: home.split(/[/\\]/).at(-1) });
    else return [{ ...row, where }];
    return [];
  });
}

interface File {
  readonly service: string;
  readonly path: string;
  /** Undefined where the target has no such file. */
  readonly target: string | undefined;
  readonly source: string;
}

/**
 * The text that a file gets: that of the source, with the values that the target keeps. A key that the target lacks is taken out. The
 * text of the target itself where all of it stays.
 */
export function withKept({ service, path, target, source }: File, kept: readonly Kept[], problems: Problems): string {
  const rows = kept.filter((row) => (row.service ?? service) === service && (row.file ?? path) === path);
  if (target !== undefined && rows.some(({ key }) => key === undefined)) return target;
  let result = source;
  for (const { key, where, ...row } of rows) {
    if (key === undefined || target === undefined) continue;
    const isNamed = row.service !== undefined && row.file !== undefined;
    const format = formatOf(path);
    if (!format) {
      if (isNamed) problems.add('CHAMP9338', where, { service, file: path, value: key, allowed: ['.properties', '.yml', '.yaml', '.json', '.xml', '.conf'] });
      continue;
    }
    // a key that is meant for any file need be none of this format
    const found = isNamed ? problems : new Problems();
    const value = found.gather(() => ({ value: getValue(target, format, key, path) }));
    const isThere = found.gather(() => getValue(result, format, key, path) !== undefined);
    if (value === undefined || isThere === undefined || (value.value === undefined && !isThere)) continue;
    const edited = problems.gather(() => editText(result, format, key, value.value === undefined ? { unset: true } : { set: value.value }, { name: path, asText: isText(target, path, key) }));
    result = edited?.text ?? result;
  }
  return result;
}

/** Whether a value that looks like a number or `true` is written as text where formats tell them apart. */
function isText(text_: string, path: string, key: string): boolean {
  const format = formatOf(path)!;
  const entry = new Problems().gather(() => readForEdit(text_, format, path).find(key));
  return entry !== undefined && /^["']/.test(text_.slice(entry.start, entry.end));
}
