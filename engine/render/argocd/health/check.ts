/** How the health of a kind is told from what its operator writes into the status. Plain data; `luaOf` makes the script. */

/** Keys below the object, e.g. `['status', 'phase']`. */
export type Path = readonly string[];

/** A condition that is about an older generation of the object counts as none. */
export interface ConditionTest {
  readonly condition: string;
  readonly is: 'True' | 'False';
  /** List of parts with `conditions` of their own; default: the conditions of the object's status. */
  readonly inAnyOf?: Path;
}

export type ValueTest =
  | { readonly path: Path; readonly oneOf: readonly string[] }
  /** There, and not empty. */
  | { readonly present: Path }
  | { readonly missing: Path }
  | { readonly path: Path; readonly fewerThan: Path }
  | { readonly path: Path; readonly differsFrom: Path };

/** Words of ArgoCD. */
export type Health = 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended';

/** The first whose tests all hold decides; there is one at least. */
export interface Verdict {
  readonly when: ConditionTest | readonly ValueTest[];
  readonly health: Health;
  /** A sentence, or where the operator writes one; a condition brings its own. */
  readonly message?: string | Path;
}

export interface HealthCheck {
  readonly group: string;
  readonly kind: string;
  readonly verdicts: readonly Verdict[];
  /** What is said when nothing else holds: the object is Progressing. */
  readonly waiting: string;
}
