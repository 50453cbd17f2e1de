import type { HeldApplication, PublishReport, RemoteReport, ZoneReport } from '../../engine/publish/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { publishWords as words } from './words.ts';

/** Files of one kind of change that are named one by one. */
const MOST_LISTED = 20;

/** What was published, for people. */
export function tellPublish(report: PublishReport, console_: Console): void {
  for (const remote of report.remotes) tellRemote(remote, console_);
  tellDangers(report.guard.rows, console_);
  tellHeld(report.held, console_);
  if (report.warnings.length > 0) console_.warn(report.warnings);
}

function tellRemote(remote: RemoteReport, console_: Console): void {
  const { repository, branch, commit = '', state, noted, zones } = remote;
  console_.note(say(words[state], console_.language, { repository, branch, commit: commit.slice(0, 12) }));
  if (noted !== undefined) console_.note(say(words.noted, console_.language, { commit: noted.slice(0, 12) }));
  if (state !== 'unchanged') for (const zone of zones) tellZone(zone, console_);
}

export function tellZone({ zone, counts, unchanged, created, changed, removed }: ZoneReport, console_: Console): void {
  console_.note(say(words.counts, console_.language, { zone, ...counts, unchanged }));
  for (const [mark, paths] of [['+', created], ['~', changed], ['-', removed]] as const) {
    // the first publish of a city is not read file by file
    if (unchanged === 0 && mark === '+' && paths.length > MOST_LISTED) continue;
    for (const path of paths.slice(0, MOST_LISTED)) console_.note(`    ${mark} ${path}`);
    if (paths.length > MOST_LISTED) console_.note(say(words.more, console_.language, { count: paths.length - MOST_LISTED }));
  }
}

/** Dangers that the list or the budget let pass. */
export function tellDangers(rows: PublishReport['guard']['rows'], console_: Console): void {
  for (const { object, danger } of rows) console_.note(say(words.danger, console_.language, { object, danger }));
}

/** What people must know when they publish inside a sync window: the change waits, and how not to wait. */
export function tellHeld(held: readonly HeldApplication[], console_: Console): void {
  const { language } = console_;
  const groups = new Map<string, HeldApplication[]>();
  for (const each of held) {
    const key = [each.schedule, each.timeZone, each.until, each.manual].join('|');
    groups.set(key, [...groups.get(key) ?? [], each]);
  }
  for (const [first, ...rest] of groups.values()) {
    if (!first) continue;
    const until = first.until === undefined ? '' : say(words.until, language, { time: first.until });
    console_.alert(say(first.manual ? words.heldManual : words.heldClosed, language, { schedule: first.schedule, timeZone: first.timeZone, until }));
    for (const { application, zone } of [first, ...rest]) console_.alert(first.manual ? `  ${syncCommand(application)}  # ${zone}` : `  ${application}  # ${zone}`);
  }
}

export const syncCommand = (application: string): string => `argocd app sync ${application}`;
