import { Problems, type Problem } from '../../engine/problem/index.ts';
import type { CredentialKind } from '../../engine/secrets/index.ts';
import { SourceFile } from '../../engine/text/index.ts';
import { chosenEnvironments } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { problemsAsJson, total } from '../output/report.ts';
import { EXIT } from '../run.ts';
import { credentialsOf, credentialUnder } from './credentials.ts';
import { encodingOf } from './edit.ts';
import { ConfigEstate, hasFormat, readingOf, type ServiceFile } from './estate.ts';
import { configWords as words } from './words.ts';

export interface LintOptions {
  readonly env?: readonly string[];
}

/** `champ config lint`: every configuration file of the environments. */
export function lintConfig({ env }: LintOptions, console_: Console, folder?: string): number {
  const linted = chosenEnvironments(env, folder).map((name) => {
    console_.progress(say(words.reading, console_.language, { name }));
    const estate = new ConfigEstate(name, folder);
    return { estate, problems: problemsOf(estate) };
  });
  console_.done();
  const all = linted.flatMap(({ problems }) => problems);
  if (all.length > 0) console_.warn(all);
  if (console_.json) console_.document({ environments: linted.map(({ estate, problems }) => documentOf(estate, problems)) });
  else for (const { estate, problems } of linted) console_.data(say(words.linted, console_.language, { name: estate.name, files: estate.files.length, encodings: encodings(estate) || '-', problems: problems.length }));
  if (all.length > 1) console_.note(total(all, console_.language));
  return all.length > 0 ? EXIT.findings : EXIT.ok;
}

/** What is unusual in a file, what is wrong in it, and the credentials in it. */
function problemsOf(estate: ConfigEstate): readonly Problem[] {
  const problems = new Problems();
  problems.push(...estate.unreadable, ...estate.found);
  for (const file of estate.files) {
    problems.push(...file.decoded.unusual);
    credentials(file, problems);
  }
  return problems.all();
}

/** One of each line: a value and the line that it stands in are two ways to find the same. */
function credentials(file: ServiceFile, problems: Problems): void {
  const { text } = file.decoded;
  const source = new SourceFile(file.name, text, problems);
  const lines = new Set<number>();
  const add = (offset: number, kind: CredentialKind, key: string) => {
    const { line } = source.at(offset);
    if (lines.has(line)) return;
    lines.add(line);
    problems.add('CHAMP9218', source.place(offset), { value: key, kind });
  };
  // what is broken was reported
  const entries = hasFormat(file) ? new Problems().gather(() => readingOf(file).entries) ?? [] : [];
  for (const { key, value, start } of entries) {
    const found = credentialUnder(key, value);
    if (found) add(start, found.kind, key);
  }
  for (const { start, kind, key } of credentialsOf(text, file.path)) add(start, kind, key ?? file.path);
}

function encodings({ files }: ConfigEstate): string {
  const counts = new Map<string, number>();
  for (const { decoded } of files) counts.set(encodingOf(decoded), (counts.get(encodingOf(decoded)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} x${count}`).join('; ');
}

function documentOf({ name, files }: ConfigEstate, problems: readonly Problem[]) {
  return {
    name,
    files: files.map(({ service, path, format, decoded: { encoding, hasBom, lineEnds } }) => ({ service, file: path, format: format ?? null, encoding, bom: hasBom, lineEnds })),
    problems: problemsAsJson(problems),
  };
}
