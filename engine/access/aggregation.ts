import { at, isRecord, records, strings } from '../inspect/plain.ts';
import { selects, type Labels } from '../inspect/label-index.ts';
import type { EstateObject } from '../policy/estate.ts';
import { AGGREGATED, aggregateTo, BUILT_IN_ROLES } from './built-in-roles.ts';
import { nameOf } from './object-name.ts';
import { rulesOf, type AccessRule } from './rule.ts';

interface Candidate {
  readonly name: string;
  readonly labels: Labels;
  readonly rules: readonly AccessRule[];
  /** Absent for a role that takes in no other. */
  readonly selectors?: readonly unknown[];
}

/** The ClusterRoles of one cluster as the aggregation controller fills them: one with an aggregation rule has the rules of all it selects, and none of its own. */
export class Aggregation {
  private readonly candidates: readonly Candidate[];
  private readonly byName: ReadonlyMap<string, Candidate>;
  private readonly unions = new Map<Candidate, readonly AccessRule[]>();

  constructor(clusterRoles: readonly EstateObject[]) {
    const declared = clusterRoles.map(({ manifest }): Candidate => {
      const rule = manifest['aggregationRule'];
      return { name: nameOf(manifest), labels: strings(at(manifest, 'metadata', 'labels')), rules: rulesOf(manifest['rules']), ...(isRecord(rule) ? { selectors: records(at(rule, 'clusterRoleSelectors')) } : {}) };
    });
    const names = new Set(declared.map(({ name }) => name));
    const builtIn = [...BUILT_IN_ROLES].filter(([name]) => !names.has(name)).map(([name, rules]): Candidate => ({ name, labels: builtInLabels(name), rules: rules ?? [] }));
    this.candidates = [...declared, ...builtIn];
    this.byName = new Map(this.candidates.map((each) => [each.name, each]));
  }

  rulesOf(name: string): readonly AccessRule[] {
    const found = this.byName.get(name);
    return found ? this.union(found) : [];
  }

  /** What declared roles add to a built-in one by their labels. */
  joined(builtIn: string): readonly AccessRule[] {
    const labels = (AGGREGATED.get(builtIn) ?? []).map(aggregateTo);
    return this.candidates.filter((each) => !BUILT_IN_ROLES.has(each.name) && labels.some((label) => each.labels[label] === 'true')).flatMap((each) => this.union(each));
  }

  private union(of: Candidate): readonly AccessRule[] {
    if (!of.selectors) return of.rules;
    const known = this.unions.get(of);
    if (known) return known;
    // a circle of aggregations adds nothing the second time around
    this.unions.set(of, []);
    const { selectors } = of;
    const rules = [...new Set(this.candidates.flatMap((each) => (each !== of && selectors.some((selector) => selects(selector, each.labels)) ? this.union(each) : [])))];
    this.unions.set(of, rules);
    return rules;
  }
}

function builtInLabels(name: string): Labels {
  const joins = name === 'edit' ? 'admin' : name === 'view' ? 'edit' : name.startsWith('system:aggregate-to-') ? name.slice('system:aggregate-to-'.length) : undefined;
  return { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...(joins ? { [aggregateTo(joins)]: 'true' } : {}) };
}
