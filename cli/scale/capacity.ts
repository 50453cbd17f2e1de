import type { Environment } from '../../constructs/environment.ts';
import type { Fit } from '../../engine/capacity/index.ts';
import { ProblemError, type Problem } from '../../engine/problem/index.ts';
import { render } from '../../engine/render/index.ts';
import { fitOf, podsOf } from '../estate/capacity.ts';
import { inspectFacts, renderEnvironment } from '../estate/index.ts';
import { admissionOf } from '../estate/policies.ts';

export const MOMENTS = ['rest', 'most'] as const;

export type Fits = Readonly<Record<(typeof MOMENTS)[number], Fit>>;

/** What an environment takes of its nodes, zone by zone, and whatever else keeps it from being rendered. */
export interface Taken {
  /** Empty where it cannot be rendered at all. */
  readonly zones: ReadonlyMap<string, Fits>;
  /** All but the problems of capacity. */
  readonly problems: readonly Problem[];
  /** What a zone has no room for, by zone and moment. */
  readonly overflows: ReadonlyMap<string, Problem>;
}

const OVERFLOW: Readonly<Record<string, (typeof MOMENTS)[number]>> = { CHAMP2044: 'rest', CHAMP2045: 'most' };

export function takenBy(environment: Environment): Taken {
  const found = rendered(environment);
  const problems = found.problems.filter(({ code }) => OVERFLOW[code] === undefined);
  const output = found.output ?? (problems.length === 0 ? render(environment, admissionOf) : undefined);
  const groups = output ? podsOf(environment, output, inspectFacts(environment)) : [];
  return {
    zones: new Map(output ? environment.zones.map((zone) => [zone.id, fitOf(zone, groups)]) : []),
    problems,
    overflows: new Map(found.problems.flatMap((each) => (OVERFLOW[each.code] ? [[`${each.args['zone']} ${OVERFLOW[each.code]}`, each]] : []))),
  };
}

function rendered(environment: Environment): { readonly output?: ReturnType<typeof render>; readonly problems: readonly Problem[] } {
  try {
    return { output: renderEnvironment(environment).output, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problems: error.problems };
  }
}

/** Overflows that the change brings or makes worse: an estate that is too full may be made smaller step by step. */
export function worse(before: Taken, after: Taken): readonly Problem[] {
  return [...after.overflows].flatMap(([key, found]) => {
    const [zone = '', moment] = key.split(' ') as [string, (typeof MOMENTS)[number]];
    const [was, is] = [before.zones.get(zone)?.[moment], after.zones.get(zone)?.[moment]];
    const isSmaller = before.overflows.has(key) && was && is && is.cpu <= was.cpu && is.memory <= was.memory;
    return isSmaller ? [] : [found];
  });
}
