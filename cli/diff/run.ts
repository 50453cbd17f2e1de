import { report, type ChangeReport } from '../../engine/change/index.ts';
import { maskOf } from '../../engine/change/mask.ts';
import type { DiffCommandOptions } from '../commands/diff.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { today } from '../output/moment.ts';
import { EXIT } from '../run.ts';
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

/** The report of a change, for whoever shows it. Throws a ProblemError when one of the sides cannot be had. */
export async function changeReport(base: string | undefined, options: DiffCommandOptions, console_: Console, folder?: string): Promise<ChangeReport> {
  const { head, live, branch, env } = options;
  const sides = await bothSides({
    branch, ...(base === undefined ? {} : { base }), ...(head === undefined ? {} : { head }), ...(live === undefined ? {} : { live }), ...(env ? { environments: env } : {}),
    ...(folder === undefined ? {} : { folder }),
    // programs get one language, whoever runs them
    language: console_.json || options.format === 'json' ? 'en' : console_.language,
    onProgress: (text, args) => console_.progress(say(text, console_.language, args)),
  });
  return report(sides.base, sides.head, {
    mask: maskOf(process.env), date: options.date ?? today(), ...(options.as === undefined ? {} : { as: options.as }), notes: sides.notes,
  });
}
