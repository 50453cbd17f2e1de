import type { ObjectChange, RollbackPlan } from '../../engine/publish/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { tellDangers, tellHeld } from '../publish/text.ts';
import { publishWords } from '../publish/words.ts';
import { rollbackWords as words } from './words.ts';

const MARKS: Readonly<Record<ObjectChange['change'], string>> = { created: '+', changed: '~', removed: '-', moved: '>' };
/** Objects that are named one by one. */
const MOST_LISTED = 60;

/** What a rollback does or did, for people. */
export function tellRollback(plan: RollbackPlan, console_: Console): void {
  for (const { repository, branch, to, state, commit = '', zones } of plan.remotes) {
    console_.note(say(words[state], console_.language, { repository, branch, to: to.slice(0, 12), commit: commit.slice(0, 12) }));
    if (state !== 'unchanged') for (const { zone, counts, unchanged } of zones) console_.note(say(publishWords.counts, console_.language, { zone, ...counts, unchanged }));
  }
  for (const each of plan.changes.slice(0, MOST_LISTED)) console_.note(`    ${changeLine(each)}`);
  if (plan.changes.length > MOST_LISTED) console_.note(say(publishWords.more, console_.language, { count: plan.changes.length - MOST_LISTED }));
  tellDangers(plan.guard.rows, console_);
  tellHeld(plan.held, console_);
  if (plan.warnings.length > 0) console_.warn(plan.warnings);
}

/** `~ core  Deployment/core-mbs/hsa-mbs`. */
export const changeLine = ({ change, zone, object, from }: ObjectChange): string => `${MARKS[change]} ${zone}  ${object}${from === undefined ? '' : `  (${from})`}`;
