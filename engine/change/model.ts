import type { Text } from '../problem/index.ts';

/** What an environment means beyond its objects, as plain data: `champ model --json`. Lists are sorted by id. */
export interface Model {
  readonly version: 1;
  readonly environment: string;
  readonly stage: string;
  readonly zones: readonly ModelZone[];
  readonly services: readonly ModelService[];
  /** Business paths of the app. */
  readonly paths: readonly ModelPath[];
  readonly tenants: readonly ModelTenant[];
  readonly waivers: readonly ModelWaiver[];
  /** Sync windows that deny, as cron schedules in the zone's time. */
  readonly freezes: readonly { readonly schedule: string; readonly duration: string; readonly timeZone?: string; readonly applications?: readonly string[] }[];
}

export interface ModelZone extends Text {
  readonly id: string;
  readonly nodes: number;
  /** Share of the nodes that all pods request, 0 to 1: at rest with one node down, and at HPA maximum with all up. */
  readonly capacity: Readonly<Record<'rest' | 'most', { readonly cpu: number; readonly memory: number; readonly fits: boolean }>>;
}

export interface ModelService extends Text {
  readonly id: string;
  readonly zone: string;
  readonly namespace: string;
  /** ArgoCD Application, e.g. `core-mbs`. */
  readonly application: string;
  readonly subsystem: string;
  readonly tenant: string;
  readonly kind: string;
  readonly layer: string;
  /** Artefacts of `strong` services are delivered and may not be rebuilt. */
  readonly constraint: string;
  readonly image?: string;
  /** `sha256` of the delivered artefact, in hex. */
  readonly artefact?: string;
  /** Services and middleware kinds that it calls, the latter with `@`. */
  readonly calls: readonly string[];
  /** Where it is declared, `file:line`. */
  readonly source: string;
}

export interface ModelPath extends Text {
  readonly id: string;
  readonly critical: boolean;
  /** Services in order; `@` marks parties, the gap and middleware kinds. */
  readonly hops: readonly string[];
}

export interface ModelTenant extends Text {
  readonly id: string;
  readonly subsystems: readonly string[];
}

export interface ModelWaiver {
  readonly id: string;
  readonly rule: string;
  readonly target: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** Last day, YYYY-MM-DD. */
  readonly expires: string;
}
