import type { Control, DecidedBy, PodSecurityLevel, Profile, Severity } from '../policy/index.ts';
import type { Problem, Text } from '../problem/index.ts';
import type { WaiverUse } from '../waivers/index.ts';

/** A finding as reports show it, with its place in the file. */
export interface ReportFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly object: { readonly apiVersion: string; readonly kind: string; readonly namespace: string; readonly name: string };
  readonly zone: string;
  readonly container?: string;
  /** From the object's root; `''` for the object itself. */
  readonly field: string;
  /** The field as a waiver names it, where that differs. */
  readonly waiverField?: string;
  readonly message: Text;
  readonly fix: Text;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly construct?: string;
  readonly source?: string;
  /** Id of the waiver that covers it. */
  readonly waiver?: string;
}

/**
 * `partly`: what manifests show is judged and passed, the rest is decided elsewhere. `absent`: nothing that it speaks of was in the input.
 * `unasked`: the profile does not ask for it.
 */
export type ControlStatus = 'passed' | 'failed' | 'waived' | 'partly' | 'elsewhere' | 'absent' | 'unasked';

/** A row of the control list with its verdict: nothing is left out. */
export interface CoverageRow {
  readonly id: string;
  readonly title: Text;
  readonly section: string;
  readonly origin: Control['origin'];
  readonly decided: DecidedBy;
  readonly severity: Severity;
  readonly level?: PodSecurityLevel;
  readonly rationale: Text;
  /** How to mend what its rule finds. @default the fix of its first finding */
  readonly fix?: Text;
  /** Who decides what manifests do not show, and how. */
  readonly elsewhere?: Text;
  readonly status: ControlStatus;
  readonly findings: number;
  readonly waived: number;
  /** Enforced in the cluster by an admission policy too. */
  readonly admission: boolean;
}

/** Something in the input that could not be judged, with the reason: never passed over in silence. */
export interface NotJudged {
  readonly what: string;
  readonly zone: string;
  readonly file: string;
  readonly why: Text;
}

export interface CheckReport {
  readonly profile: Profile;
  readonly kubernetes: string;
  /** Day by which waivers are judged, `YYYY-MM-DD`. */
  readonly date: string;
  /** Commit of what was judged, as the caller names it. @default none is shown */
  readonly commit?: string;
  /** What was judged: names of environments, or paths. */
  readonly inputs: readonly string[];
  readonly objects: number;
  readonly pods: number;
  readonly containers: number;
  /** Not waived; sorted by severity, then rule, then place. */
  readonly findings: readonly ReportFinding[];
  readonly waived: readonly ReportFinding[];
  readonly waivers: readonly WaiverUse[];
  readonly coverage: readonly CoverageRow[];
  readonly notJudged: readonly NotJudged[];
  /** Files that could not be read or are not clean input. */
  readonly problems: readonly Problem[];
}
