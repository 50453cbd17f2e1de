import { applyToBytes, editText, type Change, type Edit } from '../../engine/edit/index.ts';
import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import { SourceFile } from '../../engine/text/index.ts';
import { newProblems } from '../edit/judge.ts';
import { credentialsOf, credentialUnder } from './credentials.ts';
import type { ConfigEstate } from './estate.ts';
import type { Target } from './targets.ts';

/** What one file will hold. */
export interface Planned {
  readonly target: Target;
  readonly edit: Edit;
  readonly bytes: Uint8Array;
}

/** The edits of all targets, in memory; adds what is wrong with any of them, and with the configuration as it would be. */
export function plan(estate: ConfigEstate, targets: readonly Target[], key: string, changeFor: (target: Target) => Change, asText: boolean, problems: Problems): readonly Planned[] {
  const planned = targets.flatMap((target) => problems.gather(() => planOne(target, key, changeFor(target), asText)) ?? []);
  for (const each of planned) refuseCredential(each, key, problems);
  const after = estate.judge(planned.map(({ target: { file }, edit }) => ({ ...file, text: edit.text })));
  problems.push(...newProblems(estate.found, after));
  return planned;
}

function planOne(target: Target, key: string, change: Change, asText: boolean): Planned {
  const { file } = target;
  const edit = editText(file.decoded.text, file.format, key, change, { name: file.name, asText });
  refuseMisread(file, edit);
  return { target, edit, bytes: edit.splice ? applyToBytes(file.bytes, file.decoded, edit.splice, file.name) : file.bytes };
}

/** A reader that goes by what an XML file declares would take new characters for others. */
function refuseMisread({ decoded: { text, encoding }, format, name }: Target['file'], { splice }: Edit): void {
  const [, declared] = format === 'xml' ? /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text) ?? [] : [];
  // eslint-disable-next-line no-control-regex
  if (!splice || declared === undefined || sameEncoding(declared, encoding) || !/[^\0-\x7f]/.test(splice.text)) return;
  throw new ProblemError([problem('CHAMP1204', `${name}:1:1`, { value: `encoding="${declared}"`, format: 'XML', allowed: `encoding="${encoding.replace(/[BL]E$/, '')}"` })]);
}

const sameEncoding = (declared: string, encoding: string): boolean =>
  (/^(?:gbk|gb2312|gb18030)$/i.test(declared) ? 'GBK' : declared.toUpperCase().replace(/[BL]E$/, '')) === encoding.replace(/[BL]E$/, '');

/** By its key, and by what stands beside it in its line. */
function refuseCredential({ target: { file }, edit: { after, splice, text } }: Planned, key: string, problems: Problems): void {
  if (after === undefined || !splice) return;
  const [start, end] = [splice.start, splice.start + splice.text.length];
  const [from, to] = [text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', end)];
  const line = text.slice(from, to < 0 ? text.length : to);
  const beside = credentialsOf(line, file.path).find((each) => from + each.start < end && from + each.end > start);
  const kind = (credentialUnder(key, after) ?? beside)?.kind;
  if (kind) problems.add('CHAMP9217', new SourceFile(file.name, text, problems).place(start), { value: key, kind });
}

/** Files that the plan makes or changes. */
export const changed = (planned: readonly Planned[]): readonly Planned[] => planned.filter(({ edit, target }) => edit.splice !== undefined || target.file.isNew === true);

