/** A signed exception from one rule for one object, down to its container and field. */
export interface Waiver {
  /** Unique in the environment, e.g. `W-003`. */
  readonly id: string;
  readonly rule: string;
  readonly target: WaiverTarget;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  /** `file:line:column`. */
  readonly where: string;
}

export interface WaiverTarget {
  /** @default every zone that has the object */
  readonly zone?: string;
  readonly kind: string;
  /** @default none: an object of the cluster */
  readonly namespace?: string;
  readonly name: string;
  /** Container or volume by name. @default the whole object */
  readonly container?: string;
  /** The field of the check, e.g. `hostPath`. @default every field of the rule */
  readonly field?: string;
  /** The folder of the host, as declared; must be named where the finding is about one. @default none */
  readonly path?: string;
}

/** `ending`: within 30 days of its end. The last three are failures. */
export type WaiverState = 'used' | 'ending' | 'expired' | 'unused' | 'tooWide';

export interface WaiverUse {
  readonly waiver: Waiver;
  /** Findings that it covers. */
  readonly uses: number;
  readonly state: WaiverState;
}

export const FAILED: ReadonlySet<WaiverState> = new Set(['expired', 'unused', 'tooWide']);
