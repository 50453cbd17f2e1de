import { relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { EmitReport } from '../../engine/emit/index.ts';
import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import { ROOT } from '../estate/environments.ts';
import * as lazy from '../lazy.ts';
import type { Console } from '../output/console.ts';
import { help } from '../output/help.ts';
import { say } from '../output/language.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export interface SynthOptions extends EnvironmentOptions {
  readonly out: string;
}

export function synthCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  program.command('synth')
    .description(text(words.synth))
    .addOption(environmentOption(declare))
    .option('-o, --out <dir>', text(words.out), 'dist')
    .addHelpText('after', `\n${text(help.synth)}`)
    .action((options: SynthOptions) => run((console_, folder) => {
      const started = process.hrtime.bigint();
      const reports = synth(options, console_, folder);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (console_.json) console_.document({ environments: reports });
      for (const each of reports) summary(each, options.out, console_);
      console_.note(say(words.took, console_.language, { seconds: seconds.toFixed(2) }));
      return 0;
    }, words.nothingWritten));
}

const SOURCES = ['.git', 'apps', 'bench', 'cli', 'constructs', 'engine', 'environments', 'node_modules', 'policies', 'test'];

/** Changed files that are named one by one. */
const MOST_LISTED = 40;

/** Renders environments into `out`; throws a ProblemError with everything that was found in all of them, and then nothing is written. */
function synth(options: SynthOptions, console_: Console, folder?: string): readonly EmitReport[] {
  checkOut(options.out);
  const { buildEnvironment, chosenEnvironments, renderEnvironment } = lazy.estate();
  const { emit } = lazy.emitter();
  const problems = new Problems();
  const trees = chosenEnvironments(options.env, folder).flatMap((name) => {
    console_.progress(say(words.rendering, console_.language, { name }));
    return problems.gather(() => renderEnvironment(buildEnvironment(name, folder)).tree) ?? [];
  });
  problems.throwIfAny();
  console_.progress(say(words.writing, console_.language));
  const reports = emit(resolve(options.out), trees);
  console_.done();
  return reports;
}

/** The output has a folder of its own: never the project itself, nor one of its sources. */
function checkOut(out: string): void {
  const [first = '', ...rest] = relative(ROOT, resolve(out)).split(sep);
  const own = (first === '' && rest.length === 0) || SOURCES.includes(first);
  if (out === '' || own) throw new ProblemError([problem('CHAMP5008', 'champ synth --out', { value: out })]);
}

function summary(report: EmitReport, out: string, console_: Console): void {
  const { language } = console_;
  console_.note(say(words.wrote, language, {
    name: report.environment, out, files: report.files, written: report.written.length, removed: report.removed.length, unchanged: report.unchanged,
  }));
  const list = (text: { zh: string; en: string }, files: readonly string[]) => {
    if (files.length === 0) return;
    console_.note(say(text, language, { count: files.length, files: files.slice(0, 5).join(', ') + (files.length > 5 ? ' ...' : '') }));
  };
  // a small change is read file by file, a large one with git or diff
  if (report.unchanged > 0 && report.written.length + report.removed.length <= MOST_LISTED) {
    for (const file of report.written) console_.note(`  + ${file}`);
    for (const file of report.removed) console_.note(`  - ${file}`);
  }
  list(words.restored, report.restored);
  list(words.foreign, report.foreign);
  if (report.warnings.length > 0) console_.warn(report.warnings);
}
