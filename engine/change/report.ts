import type { Text } from '../problem/index.ts';
import type { Change, Meaning, Risk } from './change.ts';

/** A rule of risk that spoke, e.g. `RISK-12`. */
export interface Reason extends Text {
  readonly rule: string;
  readonly risk: Risk;
}

/** A guard that stops the change, or that an approval lets pass. */
export interface GuardResult extends Text {
  /** Id of the guard, e.g. `CHG-03`. */
  readonly guard: string;
  /** What it is about, as an approval names it, e.g. `StatefulSet/champ-core-mw-mq/mq`. */
  readonly target: string;
  readonly environment: string;
  readonly state: 'blocked' | 'approved';
  /** Id of the row in `environments/<name>/approvals.yaml`. */
  readonly approval?: string;
  /** The row that would let it pass, as text of that file, or what to do where none can. */
  readonly fix: Text;
}

/** A change with all that was found out about it. Equal changes of several zones or environments are one, with the others in `also`. */
export interface JudgedChange extends Change {
  readonly risk: Risk;
  readonly reasons: readonly Reason[];
  readonly meanings: readonly Meaning[];
  /** Services that it belongs to. */
  readonly services: readonly string[];
  /** Tenants whose review it needs. */
  readonly owners: readonly string[];
  readonly also: readonly { readonly environment: string; readonly zone: string; readonly application: string; readonly namespace?: string; readonly name: string }[];
}

/** Pods of one workload that are made anew. */
export interface Restart {
  readonly environment: string;
  readonly zone: string;
  readonly object: string;
  readonly service?: string;
  readonly pods: number;
  /** Sync wave, then name: the order in which it comes. */
  readonly wave: number;
  readonly strategy: Text;
  /** Why it would stall, e.g. a budget that lets no pod go. */
  readonly stalls?: Text;
  /** Why, e.g. `image`, `config hsa-mbs/application.yml`. */
  readonly because: readonly string[];
}

export interface ChangeReport {
  readonly version: 1;
  readonly base: { readonly label: string; readonly commit?: string };
  readonly head: { readonly label: string; readonly commit?: string };
  readonly risk: Risk;
  readonly changes: readonly JudgedChange[];
  readonly guards: readonly GuardResult[];
  readonly restarts: readonly Restart[];
  /** Business paths that a change touches, the critical first. */
  readonly paths: readonly { readonly id: string; readonly zh: string; readonly en: string; readonly critical: boolean; readonly services: readonly string[]; readonly environments: readonly string[] }[];
  /** Traffic that is possible after the change alone, or before it alone: `hsa-mbs -> mysql:3306`. */
  readonly exposure: { readonly opened: readonly Flow[]; readonly closed: readonly Flow[] };
  readonly access: { readonly gained: readonly Grant[]; readonly lost: readonly Grant[] };
  readonly findings: { readonly appeared: readonly FindingRow[]; readonly gone: readonly FindingRow[] };
  readonly waivers: { readonly added: readonly string[]; readonly removed: readonly string[]; readonly expired: readonly string[] };
  readonly capacity: readonly { readonly environment: string; readonly zone: string; readonly moment: 'rest' | 'most'; readonly resource: 'cpu' | 'memory'; readonly before: number; readonly after: number }[];
  readonly owners: readonly { readonly tenant: string; readonly because: readonly string[] }[];
  /** Sync windows that are closed now and hold what changes. */
  readonly windows: readonly { readonly environment: string; readonly schedule: string; readonly duration: string; readonly applications: readonly string[] }[];
  /** What could not be found out, e.g. since the base has no model. */
  readonly notes: readonly Text[];
}

export interface Flow {
  readonly environment: string;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly ports: string;
  readonly acrossGap: boolean;
}

export interface Grant {
  readonly environment: string;
  readonly zone: string;
  readonly subject: string;
  /** `pods/exec: create in champ-core-mbs`. */
  readonly what: string;
}

export interface FindingRow {
  readonly environment: string;
  readonly rule: string;
  readonly severity: string;
  readonly object: string;
  readonly field: string;
  readonly message: Text;
}
