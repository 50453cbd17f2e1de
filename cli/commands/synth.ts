import { join, relative, resolve, sep } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { EmitReport, Prepared } from '../../engine/emit/index.ts';
import { problem, ProblemError } from '../../engine/problem/index.ts';
import { ROOT } from '../estate/environments.ts';
import type { InStage, Stopwatch } from '../estate/stages.ts';
import * as lazy from '../lazy.ts';
import type { Console } from '../output/console.ts';
import { help } from '../output/help.ts';
import { say } from '../output/language.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';
import { profileOf, tellProfile, type Profile } from '../synth/profile.ts';
import { synthWords } from '../synth/words.ts';
import type { SynthCache } from '../synth-cache.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export interface SynthOptions extends EnvironmentOptions {
  readonly out: string;
  /** False for `--no-cache`. */
  readonly cache: boolean;
  readonly profile?: boolean;
  readonly threads?: number;
}

export function synthCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  program.command('synth')
    .description(text(words.synth))
    .addOption(environmentOption(declare))
    .option('-o, --out <dir>', text(words.out), 'dist')
    .option('--no-cache', text(words.noCache))
    .option('-j, --threads <n>', text(synthWords.threads), threadCount)
    .option('--profile', text(synthWords.profile))
    .addHelpText('after', `\n${text(help.synth)}`)
    .action((options: SynthOptions) => run(async (console_, folder) => {
      const started = process.hrtime.bigint();
      const cache = options.cache && !options.profile ? declare.cache : undefined;
      const { Stopwatch } = lazy.stages();
      const watch = options.profile ? new Stopwatch() : undefined;
      const { reports, prepared } = await synth(options, console_, { folder, cache, watch });
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const profile = watch && profileOf(watch, reports, prepared.reduce((sum, { objects }) => sum + objects, 0));
      tell(reports, options.out, seconds.toFixed(2), console_, profile);
      if (profile) tellProfile(profile, console_);
      if (cache) remember(cache, { reports, prepared, options, console_ });
      return 0;
    }, words.nothingWritten));
}

function threadCount(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('1 .. 99');
  return Number(value);
}

const SOURCES = ['.git', 'apps', 'bench', 'cli', 'constructs', 'engine', 'environments', 'node_modules', 'policies', 'test'];

/** For another run on the same output, which may render a province. */
const LOCK_WAIT_MS = 60_000;

/** Changed files that are named one by one. */
const MOST_LISTED = 40;

interface Done {
  readonly reports: readonly EmitReport[];
  readonly prepared: readonly Prepared[];
}

interface Means {
  readonly folder?: string;
  readonly cache?: SynthCache;
  readonly watch?: Stopwatch;
}

/** Renders environments into `out`; throws a ProblemError with everything that was found in all of them, and then nothing is written. */
async function synth(options: SynthOptions, console_: Console, { folder, cache, watch }: Means): Promise<Done> {
  checkOut(options.out);
  const { chosenEnvironments } = lazy.environments();
  const inStage: InStage = watch?.run ?? ((_, work) => work());
  const out = resolve(options.out);
  const names = chosenEnvironments(options.env, folder).toSorted();
  const { commit, lockTrees } = lazy.emitter();
  // held while it is rendered too: another run would come to the same, and is told who is at it
  const locks = lockTrees(out, names, LOCK_WAIT_MS);
  try {
    const prepared = await lazy.trees().prepareTrees({ names, out, folder }, {
      inStage, digestOf: cache?.digestOf, onStart: (name) => console_.progress(say(words.rendering, console_.language, { name })),
      // a profile of several threads would count seconds twice
      threads: watch ? 1 : options.threads,
    });
    console_.progress(say(words.writing, console_.language));
    const reports = inStage('write', () => commit(out, prepared, locks));
    console_.done();
    return { reports, prepared };
  } finally {
    locks.release();
  }
}

/** The output has a folder of its own: never the project itself, nor one of its sources. */
function checkOut(out: string): void {
  const [first = '', ...rest] = relative(ROOT, resolve(out)).split(sep);
  const own = (first === '' && rest.length === 0) || SOURCES.includes(first);
  if (out === '' || own) throw new ProblemError([problem('CHAMP5008', 'champ synth --out', { value: out })]);
}

function tell(reports: readonly EmitReport[], out: string, seconds: string, console_: Console, profile?: Profile): void {
  if (console_.json) console_.document({ environments: reports, ...(profile ? { profile } : {}) });
  for (const each of reports) summary(each, out, console_);
  console_.note(say(words.took, console_.language, { seconds }));
}

/** Keeps what the next run comes to if nothing changes; warnings and files of others are looked at again by a whole run. */
function remember(cache: SynthCache, { reports, prepared, options, console_ }: Done & { readonly options: SynthOptions; readonly console_: Console }): void {
  if (reports.some(({ foreign, warnings }) => foreign.length + warnings.length > 0)) return;
  let [out, err] = ['', ''];
  const unchanged = reports.map((each) => ({ ...each, written: [], unchanged: each.files, removed: [], restored: [] }));
  tell(unchanged, options.out, '\0', console_.to({ out: { write: (text) => { out += text; } }, err: { write: (text) => { err += text; } } }));
  const { lockOf } = lazy.emitter();
  const target = resolve(options.out);
  cache.remember({
    environments: prepared.map(({ environment, files }) => ({ name: environment, folder: join(target, environment), lock: lockOf(target, environment), files })),
    out, err,
  });
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
