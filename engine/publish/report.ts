import type { GuardReport } from '../guard/index.ts';
import type { Problem } from '../problem/index.ts';
import { countsOf, type Counts } from './message.ts';
import type { Prepared } from './prepare.ts';
import type { HeldApplication } from './windows/sync-windows.ts';
import { isContent } from './zone-plan.ts';

export interface ZoneReport {
  readonly zone: string;
  readonly counts: Counts;
  /** Paths in the repository, sorted. */
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly foreign: readonly string[];
}

export type RemoteState = 'pushed' | 'unchanged' | 'planned';

export interface RemoteReport {
  /** Without user and password. */
  readonly repository: string;
  readonly branch: string;
  /** `planned` is a dry run with changes. */
  readonly state: RemoteState;
  readonly commit?: string;
  /** Tip of the branch before. */
  readonly parent?: string;
  /** The commit whose files equal those of this source commit, where nothing had to be published. */
  readonly noted?: string;
  readonly tries: number;
  readonly zones: readonly ZoneReport[];
}

export interface PublishReport {
  readonly environment: string;
  readonly source: string;
  readonly remotes: readonly RemoteReport[];
  /** Dangers of the change, those that were allowed. */
  readonly guard: Pick<GuardReport, 'rows' | 'budget' | 'spent'>;
  /** Applications that a sync window holds now. */
  readonly held: readonly HeldApplication[];
  readonly warnings: readonly Problem[];
}

export function zoneReports({ plans }: Prepared): readonly ZoneReport[] {
  return plans.map((plan) => ({
    zone: plan.zone, counts: countsOf(plan), created: plan.created.filter(isContent), changed: plan.changed.filter(isContent), removed: plan.removed.filter(isContent),
    unchanged: plan.unchanged, foreign: plan.foreign,
  }));
}
