import { report, type ChangeReport } from '../../engine/change/index.ts';
import { maskOf } from '../../engine/change/mask.ts';
import { Problems } from '../../engine/problem/index.ts';
import type { DiffCommandOptions } from '../commands/diff.ts';
import { buildEnvironment, environmentNames, renderEnvironment, type Rendered } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { today } from '../output/moment.ts';
import { EXIT } from '../run.ts';
import { approvalsOf } from './approvals.ts';
import { partsOf } from './context.ts';
import { bothSides } from './sides/both.ts';
import { diffWords as words } from './words.ts';
import { writeDiff } from './write.ts';

/** `champ diff`: both sides, what differs, the report. 0 where nothing does, else 1. */
export async function showDiff(base: string | undefined, options: DiffCommandOptions, console_: Console, folder?: string): Promise<number> {
  const started = process.hrtime.bigint();
  const found = await changeReport(base, options, console_, folder);
  console_.done();
  writeDiff(found, options, console_);
  console_.note(say(words.took, console_.language, { seconds: (Number(process.hrtime.bigint() - started) / 1e9).toFixed(2) }));
  return found.changes.length === 0 ? EXIT.ok : EXIT.findings;
}

/** The report of a change, for whoever shows it. Throws a ProblemError when one of the sides cannot be had or an approval cannot be read. */
export async function changeReport(base: string | undefined, options: DiffCommandOptions, console_: Console, folder?: string): Promise<ChangeReport> {
  const { head, live, branch, env, as, reviewedBy } = options;
  const sides = await bothSides({
    branch, ...(base === undefined ? {} : { base }), ...(head === undefined ? {} : { head }), ...(live === undefined ? {} : { live }), ...(env ? { environments: env } : {}),
    ...(folder === undefined ? {} : { folder }),
    // programs get one language, whoever runs them
    language: console_.json || options.format === 'json' ? 'en' : console_.language,
    onProgress: (text, args) => console_.progress(say(text, console_.language, args)),
  });
  console_.progress(say(words.judging, console_.language));
  const names = [...new Set([...sides.base.environments, ...sides.head.environments].map(({ name }) => name))].sort();
  const problems = new Problems();
  const approvals = await approvalsOf(names, { problems, ...(folder === undefined ? {} : { folder }), ...(head === undefined ? {} : { head }) });
  problems.throwIfAny();
  const found = report(sides.base, sides.head, {
    mask: maskOf(process.env), date: options.date ?? today(), now: new Date(), notes: sides.notes, approvals, ...partsOf(renderedOf(names, sides.rendered, folder)),
    ...(sides.sources ? { sources: sides.sources } : {}), ...(as ? { as } : {}), ...(reviewedBy ? { reviews: reviewedBy } : {}),
  });
  if (found.problems.length > 0) console_.warn(found.problems);
  return found.report;
}

/** Environments whose facts both sides are judged by: the work tree's, where it has them and they build. */
function renderedOf(names: readonly string[], known: ReadonlyMap<string, Rendered>, folder: string | undefined): ReadonlyMap<string, Rendered> {
  const there = environmentNames(folder);
  const problems = new Problems();
  return new Map(names.flatMap((name) => {
    const rendered = known.get(name) ?? (there.includes(name) ? problems.gather(() => renderEnvironment(buildEnvironment(name, folder))) : undefined);
    return rendered ? [[name, rendered] as const] : [];
  }));
}
