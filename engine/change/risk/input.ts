import type { Restart } from '../report.ts';
import type { Change, MeaningKind } from '../change.ts';
import type { ChangeFacts } from './facts.ts';
import type { FoundFlow, FoundGrant } from '../analysis/index.ts';

/** One change with what was found out about it. */
export interface RiskInput {
  readonly change: Change;
  readonly facts: ChangeFacts;
  /** Kinds of what it means by itself; empty where that is not told. */
  readonly kinds: ReadonlySet<MeaningKind>;
  readonly services: readonly string[];
  /** One of its services, or its middleware, is on a critical path. */
  readonly critical: boolean;
  /** One of its services is under a strong constraint, and its image is another while its artefact is not. */
  readonly rebuilt: boolean;
  readonly restart: Restart | undefined;
  /** Configuration that somebody reads who does not restart for it. */
  readonly unread: boolean;
  /** Services that restart in all of the environment. */
  readonly restarting: number;
  /** Traffic that a policy opens or closes. */
  readonly opened: readonly FoundFlow[];
  readonly closed: readonly FoundFlow[];
  /** Rights that a role or binding gives newly. */
  readonly gained: readonly FoundGrant[];
  /** A guard stops it, or would have if nobody had approved it. */
  readonly blocked: boolean;
  readonly approved: boolean;
  /** The change adds a waiver, widens one or lets one hold longer. */
  readonly waived: boolean;
}
