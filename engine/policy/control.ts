import type { Text } from '../problem/index.ts';

/** How far a finding is from harm: `low` weakens a second line, `medium` a first one, `high` opens it, `critical` gives the node or the cluster away. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

export type PodSecurityLevel = 'baseline' | 'restricted';

/**
 * Where a control is decided: on one `object` (and so, where CEL can say it, at admission too), on the `estate` (several objects together), on a `file` of
 * the control plane that is in the estate, in the `cluster` or on the node, or by people in a `process`.
 */
export type DecidedBy = 'object' | 'estate' | 'file' | 'cluster' | 'process';

/** One recommendation of the control list, judged here or not. */
export interface Control {
  readonly id: string;
  readonly title: Text;
  /** Chapter and heading of the NSA/CISA guide, or the source of an extension, e.g. `Pod security: non-root containers`. */
  readonly section: string;
  /** `guide`: in the chapters; `appendix`: only in an example; `extension`: not in the guide, but part of a good pack. */
  readonly origin: 'guide' | 'appendix' | 'extension';
  readonly decided: DecidedBy;
  readonly severity: Severity;
  /** The Pod Security level that asks for it too. */
  readonly level?: PodSecurityLevel;
  /** Why, in a line. */
  readonly rationale: Text;
  /** For `cluster` and `process`, or for the part of a control that manifests do not show: who decides it and how. */
  readonly elsewhere?: Text;
}
