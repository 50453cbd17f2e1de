import { sends, type Declared, type Edge, type Protocol } from '../../engine/network/index.ts';
import type { ZoneReach } from './facts.ts';
import { matrixOf, type Matrix } from './matrix.ts';

/** A connection, as reports show it. */
export interface ReachEdge {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  /** Last port of a range. */
  readonly endPort?: number;
  readonly protocol: Protocol;
  readonly why: string;
  /** With the environment in front when there are several. */
  readonly zone: string;
}

export interface EnvironmentReach {
  readonly environment: string;
  readonly zones: readonly ZoneReach[];
}

/** What `champ reach --format json` writes, beside its version. */
export interface ReachReport {
  readonly environments: readonly string[];
  readonly allowed: readonly ReachEdge[];
  readonly declaredButBlocked: readonly ReachEdge[];
  readonly allowedButUndeclared: readonly ReachEdge[];
  readonly matrix: { readonly zones: Matrix; readonly layers: Matrix };
}

/** Whom a report is about: ids of peers, everybody without them. */
export interface Ends {
  readonly from?: string;
  readonly to?: string;
}

/** Everything that was found, sorted; `allowed` is narrowed to the ends, the two lists of errors never are. */
export function reportOf(reached: readonly EnvironmentReach[], ends: Ends = {}): ReachReport {
  const prefix = (environment: string) => (reached.length > 1 ? `${environment}/` : '');
  const all = (of: (zone: ZoneReach) => readonly (Edge | Declared)[]): readonly ReachEdge[] => reached
    .flatMap(({ environment, zones }) => zones.flatMap((zone) => of(zone).map((edge) => shown(edge, `${prefix(environment)}${zone.zone}`))))
    .sort(byEnds);
  return {
    environments: reached.map(({ environment }) => environment),
    allowed: all(({ allowed }) => allowed.filter((edge) => (ends.from === undefined || sends(edge, ends.from)) && (ends.to ?? edge.to) === edge.to)),
    declaredButBlocked: all(({ declaredButBlocked }) => declaredButBlocked),
    allowedButUndeclared: all(({ allowedButUndeclared }) => allowedButUndeclared),
    matrix: matrixOf(reached, prefix),
  };
}

/** 1 when the policies and the model differ. */
export function differs({ declaredButBlocked, allowedButUndeclared }: ReachReport): boolean {
  return declaredButBlocked.length > 0 || allowedButUndeclared.length > 0;
}

function shown(edge: Edge | Declared, zone: string): ReachEdge {
  const { from, to, port, protocol, why } = edge;
  const endPort = 'endPort' in edge ? edge.endPort : undefined;
  return { from, to, port, ...(endPort === undefined ? {} : { endPort }), protocol, why, zone };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byEnds(a: ReachEdge, b: ReachEdge): number {
  return compare(a.zone, b.zone) || compare(a.from, b.from) || compare(a.to, b.to) || a.port - b.port || compare(a.protocol, b.protocol);
}
