import type { EmitReport } from '../../engine/emit/index.ts';
import type { Stopwatch } from '../estate/stages.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { synthWords as words } from './words.ts';

/** Where the time of a run went, and for how much. Seconds of the wall clock, memory in MB. */
export interface Profile {
  readonly stages: ReturnType<Stopwatch['rows']>;
  readonly seconds: number;
  readonly environments: number;
  readonly objects: number;
  readonly files: number;
  readonly bytes: number;
  readonly written: number;
  readonly peakMegabytes: number;
}

/** The profile of a run that came to `reports`; `objects` were rendered. To be asked last: `seconds` count from the start of the process. */
export function profileOf(watch: Stopwatch, reports: readonly EmitReport[], objects: number): Profile {
  const sum = (of: (each: EmitReport) => number) => reports.reduce((total, each) => total + of(each), 0);
  return {
    stages: watch.rows(), seconds: Math.round(performance.now()) / 1000, environments: reports.length, objects, files: sum(({ files }) => files), bytes: sum(({ bytes }) => bytes),
    written: sum(({ written }) => written.length), peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

export function tellProfile({ stages, seconds, environments, objects, files, bytes, written, peakMegabytes }: Profile, console_: Console): void {
  const { language } = console_;
  const rest = seconds - stages.reduce((total, each) => total + each.seconds, 0);
  const row = (text: { readonly zh: string; readonly en: string }, spent: number) => [say(text, language), spent.toFixed(3), `${String(Math.round((spent / seconds) * 100))} %`];
  console_.note(table([...stages.map((each) => row(words.stages[each.stage], each.seconds)), row(words.rest, rest), row(words.whole, seconds)], '  '));
  console_.note(say(words.counts, language, { environments, objects, files, megabytes: (bytes / 1e6).toFixed(1), written, memory: peakMegabytes }));
}
