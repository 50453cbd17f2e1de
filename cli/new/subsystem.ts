import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SUBSYSTEMS } from '../../apps/medical-insurance/index.ts';
import type { ConstraintLevel, TenantId, ZoneId } from '../../constructs/words.ts';
import { Problems } from '../../engine/problem/index.ts';
import { shownPath } from '../edit/files.ts';
import type { Console } from '../output/console.ts';
import { checkTitles, Source } from './place.ts';
import { quoted, withItem } from './source/insert.ts';
import { tellNew } from './tell.ts';
import { newWords as words } from './words.ts';

export interface NewSubsystemOptions {
  readonly tenant: TenantId;
  readonly constraint: ConstraintLevel;
  readonly zone: ZoneId;
  readonly zh?: string;
  readonly en?: string;
  readonly dryRun?: boolean;
}

const WHERE = 'champ new subsystem';
const ID = /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/;
/** Folders of a zone that are no subsystem's. */
const RESERVED = /^(?:agents|guardrails|mw-.*)$/;
/** No name of a variable in a module. */
const KEYWORDS = new Set('arguments await break case catch class const constructor continue debugger default delete do else enum eval export exports extends false finally for function if implements import in instanceof interface let module new null package private protected public require return static super switch this throw true try typeof undefined var void while with yield'.split(' '));

/** Writes the file of a subsystem without services, and names it where the others are named. */
export function newSubsystem(id: string, options: NewSubsystemOptions, console_: Console): number {
  const { tenant, constraint, zone, zh = id, en = id, dryRun = false } = options;
  const folder = dirname(SUBSYSTEMS[0]!.source);
  const path = join(folder, `${id}.ts`);
  check(id, path, options);
  const name = variableOf(id);
  const rows = new Source(join(folder, 'rows.ts'));
  rows.text = behindLast(rows, /^import type \{ \w+Ids \} from '.*';$/gm, `import type { ${name}Ids } from './${id}.ts';`);
  rows.text = behindLast(rows, /^ {2}\| typeof \w+Ids$/gm, `  | typeof ${name}Ids`);
  const list = new Source(join(folder, 'subsystems.ts'));
  list.text = behindLast(list, /^import \{ \w+ \} from '\.\/[\w-]+\.ts';$/gm, `import { ${name} } from './${id}.ts';`);
  list.text = withItem(list.text, list.brackets(/export const SUBSYSTEMS: readonly SubsystemRow\[\] = \[/, name), name);
  const text = `import type { SubsystemRow } from './rows.ts';

export const ${name}Ids = [] as const;

/** ${zh.replaceAll('*/', '* /')} */
export const ${name}: SubsystemRow<(typeof ${name}Ids)[number]> = {
  id: '${id}', zh: ${quoted(zh)}, en: ${quoted(en)}, tenant: '${tenant}', constraint: '${constraint}', zone: '${zone}',
  source: __filename,
  services: {},
};
`;
  return tellNew({ what: id, files: [{ path, after: text }, rows.edited, list.edited], dryRun, next: words.nextSubsystem, args: { id } }, console_);
}

function check(id: string, path: string, { zh, en }: NewSubsystemOptions): void {
  const problems = new Problems();
  const known = SUBSYSTEMS.find((each) => each.id === id);
  if (known) problems.add('CHAMP9241', WHERE, { value: id, place: shownPath(known.source) });
  else if (!ID.test(id)) problems.add('CHAMP9240', WHERE, { value: id, allowed: 'a-z, 0-9, -, <= 30' });
  else if (RESERVED.test(id) || KEYWORDS.has(id)) problems.add('CHAMP9263', WHERE, { value: id });
  else if (isTaken(variableOf(id))) problems.add('CHAMP9241', WHERE, { value: variableOf(id), place: shownPath(join(dirname(path), 'subsystems.ts')) });
  else if (existsSync(path)) problems.add('CHAMP9241', WHERE, { value: id, place: shownPath(path) });
  checkTitles([zh, en], WHERE, problems);
  problems.throwIfAny();
}

const variableOf = (id: string): string => id.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `a-1` and `a1` have the same variable. */
const isTaken = (name: string): boolean => SUBSYSTEMS.some(({ source }) => new RegExp(`^export const ${name}\\b`, 'm').test(readFileSync(source, 'utf8')));

/** A line behind the last one that a pattern matches. */
function behindLast(source: Source, pattern: RegExp, line: string): string {
  const last = [...source.text.matchAll(pattern)].at(-1) ?? source.refuse(line.trim());
  const end = last.index + last[0].length;
  return `${source.text.slice(0, end)}\n${line}${source.text.slice(end)}`;
}
