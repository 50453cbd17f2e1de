import type { AccessChange, EnvironmentPair, Exposure, FindingChange, NewCall, Touched } from '../analysis/index.ts';
import type { Belonging } from '../analysis/services.ts';
import type { WaiverChange } from '../analysis/waivers.ts';
import type { HeldApplication } from '../../publish/windows/sync-windows.ts';
import type { Text } from '../../problem/index.ts';
import type { Change } from '../change.ts';
import type { JudgeContext } from '../context.ts';

/** What was found out about one environment. */
export interface Analysis {
  readonly pair: EnvironmentPair;
  readonly belonging: Belonging;
  readonly exposure: Exposure;
  readonly access: AccessChange;
  readonly findings: FindingChange;
  readonly waivers: WaiverChange;
  readonly calls: readonly NewCall[];
  readonly held: readonly HeldApplication[];
}

/** What a guard looks at. */
export interface GuardInput {
  readonly context: JudgeContext;
  readonly analyses: readonly Analysis[];
  readonly touched: readonly Touched[];
}

/** One thing that a guard stops, with the words for this one. */
export interface Stop extends Text {
  readonly environment: string;
  /** Exact name that an approval gives: no spaces, no wildcards. */
  readonly target: string;
  /** The changes that it is about. */
  readonly changes: readonly Change[];
  /** What else to do than to approve it. */
  readonly instead?: Text;
}

/** A guard: what it stops, in general, and whether a row of approvals.yaml may let it pass. */
export interface GuardRow extends Text {
  readonly id: string;
  readonly approval: boolean;
  readonly find: (input: GuardInput) => readonly Stop[];
}
