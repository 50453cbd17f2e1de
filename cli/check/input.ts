import type { EstateFile, EstateObject, PolicyFacts } from '../../engine/policy/index.ts';
import type { KubernetesVersion } from '../../engine/policy/profile.ts';
import type { Problem } from '../../engine/problem/index.ts';
import type { NotJudged } from '../../engine/report/report.ts';
import type { Waiver } from '../../engine/waivers/index.ts';

/** The objects of one cluster, with what rules ask about it. */
export interface ZoneInput {
  readonly zone: string;
  readonly objects: readonly EstateObject[];
  readonly files: readonly EstateFile[];
  readonly facts: PolicyFacts;
  /** Data of the params ConfigMap. */
  readonly params: Readonly<Record<string, string>>;
}

/** One thing to be judged: an environment, or what was found under the paths given, or a live cluster. */
export interface CheckInput {
  readonly name: string;
  readonly zones: readonly ZoneInput[];
  readonly waivers: readonly Waiver[];
  /** Version of its clusters. @default the newest known */
  readonly kubernetes?: KubernetesVersion;
  readonly notJudged: readonly NotJudged[];
  readonly problems: readonly Problem[];
  /** Line and column of a field, 1-based. */
  readonly locate: (at: EstateObject | EstateFile, field: string) => { readonly line: number; readonly column: number };
}
