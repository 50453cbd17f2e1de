import type { InspectFacts } from '../inspect/facts.ts';
import type { Places } from './analysis/places.ts';
import type { PolicyInput } from './analysis/findings.ts';
import type { SourceChange } from './analysis/rows.ts';
import type { Change, Meaning } from './change.ts';
import type { Manifest } from '../manifest.ts';
import type { Approval } from './guards/approvals.ts';
import type { SideEnvironment } from './side.ts';

/** What a judgement depends on besides the changes themselves. All but the sides, the day and the hour may be left out, and is then not judged. */
export interface JudgeContext {
  readonly base: readonly SideEnvironment[];
  readonly head: readonly SideEnvironment[];
  /** Day by which waivers and approvals are judged, YYYY-MM-DD. */
  readonly date: string;
  /** Moment at which sync windows are open or closed. */
  readonly now: Date;
  /** What a change means by itself. @default nothing is told */
  readonly meaningsOf?: (change: Change) => readonly Meaning[];
  /** Rules of hardening, with what they ask. @default findings are not judged */
  readonly policy?: PolicyInput;
  /** Names of places outside of the clusters, and which of them are the gap. @default addresses are told as blocks, and none is the gap */
  readonly places?: (environment: string) => Places;
  /** Fields of a network policy of another kind that let traffic through. @default only NetworkPolicies are judged */
  readonly allowances?: (manifest: Manifest) => readonly string[];
  /** What operators and the mesh add to pods. @default nothing */
  readonly inspect?: (environment: string) => InspectFacts;
  /** Changed files of the sources. @default unknown: owners are told by the objects */
  readonly sources?: readonly SourceChange[];
  /** Tenants whose change it is; `platform` may touch everything. @default ownership is not judged */
  readonly as?: readonly string[];
  /** Tenants that have reviewed it. @default none */
  readonly reviews?: readonly string[];
  /** Rows of `approvals.yaml` of the head, of all environments. @default none */
  readonly approvals?: readonly Approval[];
}
