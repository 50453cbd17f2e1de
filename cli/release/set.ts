import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ImageRow } from '../../constructs/facts.ts';
import { editRows, type RowFields } from '../../engine/edit/yaml-rows.ts';
import { ProblemError, Problems } from '../../engine/problem/index.ts';
import { diffOf } from '../edit/diff.ts';
import { shownPath, writeFiles } from '../edit/files.ts';
import { newProblems, problemsOf } from '../edit/judge.ts';
import { buildWith, definitionOf, ENVIRONMENTS } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { imageText } from './list.ts';
import { rowOf } from './rows.ts';
import { withoutSampleNote } from './sample-note.ts';
import type { Wanted } from './wanted.ts';
import { releaseWords as words } from './words.ts';

/** Writes images into releases.yaml: all of them, or a ProblemError and none. */
export function setReleases(wanted: readonly Wanted[], { env, dryRun = false }: { readonly env: string; readonly dryRun?: boolean }, console_: Console, folder: string = ENVIRONMENTS): number {
  const definition = definitionOf(env, folder);
  const home = join(folder, env);
  const path = join(home, 'releases.yaml');
  const former = buildWith(definition, home);
  const problems = new Problems();
  wanted.forEach(({ service, where }, index) => {
    if (wanted.findIndex((each) => each.service === service) < index) problems.add('CHAMP9232', where, { value: service });
  });
  const rows = wanted.map((each) => [each.service, rowOf(each, former, problems)] as const);
  problems.throwIfAny();
  const before = readFileSync(path, 'utf8');
  const known = former.facts.releases.services;
  const fields = { services: Object.fromEntries(rows) as RowFields };
  const after = rows.reduce((text, [service, row]) => (row!['artefact'] || !known[service]?.artefact ? withoutSampleNote(text, service) : text),
    editRows(before, fields, { name: shownPath(path), behind: neighbours(wanted, definition.services, known) }));
  const found = newProblems(former.problems.all(), problemsOf(() => buildWith(definition, home, { releases: after })));
  if (found.length > 0) throw new ProblemError(found);
  const file = { path, before, after };
  const isChanged = after !== before;
  if (isChanged && !dryRun) writeFiles([file]);
  const { registry } = former.props;
  const releases = rows.map(([service, row]) => {
    const [was, is] = [known[service] && imageText(registry, known[service]), imageText(registry, { ...known[service], ...row } as ImageRow)];
    return { service, ...(was === undefined ? {} : { before: was }), after: is };
  });
  if (console_.json) console_.document({ environment: env, changed: isChanged, written: isChanged && !dryRun, releases });
  else if (isChanged) console_.data(diffOf(file));
  const count = rows.filter(([service, row]) => !isDeepStrictEqual({ ...known[service], ...row }, known[service])).length;
  console_.note(say(!isChanged ? words.same : dryRun ? words.wouldWrite : words.written, console_.language, { count, file: shownPath(path) }));
  return EXIT.ok;
}

/** A service without a row gets it behind the one before it in the list of services. */
function neighbours(wanted: readonly Wanted[], services: readonly string[], known: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(wanted.flatMap(({ service }) => {
    const before = services.slice(0, services.indexOf(service)).findLast((id) => Object.hasOwn(known, id));
    return before === undefined || Object.hasOwn(known, service) ? [] : [[service, before]];
  }));
}
