import { guard, type GuardReport, type PlacedObject } from '../guard/index.ts';
import type { Manifest } from '../manifest.ts';
import type { Problem } from '../problem/index.ts';
import { objectsOf } from './state/objects.ts';
import type { Prepared } from './prepare.ts';
import type { ConfigRepo } from './git/remote.ts';
import { heldApplications, type HeldApplication } from './windows/sync-windows.ts';

export interface Judged {
  readonly guard: GuardReport;
  readonly held: readonly HeldApplication[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface JudgeInput {
  readonly environment: string;
  readonly remotes: readonly { readonly repo: ConfigRepo; readonly prepared: Prepared }[];
  /** Every object that is wanted, where it goes. */
  readonly after: readonly PlacedObject[];
  readonly allowDelete?: readonly string[];
  readonly now: Date;
}

/** What all of the change would destroy, whatever remote it is on, and which Applications will not follow it now. */
export async function judgeChange({ environment, remotes, after, allowDelete = [], now }: JudgeInput): Promise<Judged> {
  const manifests = new Map<string, Manifest>(after.map(({ file, manifest }) => [file, manifest]));
  const before: PlacedObject[] = [];
  const changed: string[] = [];
  for (const { repo, prepared: { plans } } of remotes) {
    for (const plan of plans) {
      // what is equal is the same object, which costs nothing to compare
      const known = new Map([...plan.wanted].flatMap(([path, blob]) => (manifests.has(path) ? [[blob, manifests.get(path)!] as const] : [])));
      before.push(...await objectsOf(repo, plan.before, environment, known));
      changed.push(...plan.created, ...plan.changed, ...plan.removed);
    }
  }
  const report = guard(before, after, { allow: allowDelete });
  // a name that allows nothing may have been needed by the run before, which was cut
  const isIdle = ({ code }: Problem) => code === 'CHAMP7110';
  return {
    guard: report, held: heldApplications(after, changed, now), problems: report.problems.filter((each) => !isIdle(each)), warnings: report.problems.filter(isIdle),
  };
}
