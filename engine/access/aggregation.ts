import { at, isRecord, records, strings, text, texts, type Plain } from '../inspect/plain.ts';
import { LabelIndex, type Labels } from '../inspect/label-index.ts';
import type { EstateObject } from '../policy/estate.ts';
import { AGGREGATED, aggregateTo, BUILT_IN_ROLES } from './built-in-roles.ts';
import { componentsOf } from './components.ts';
import { nameOf } from './object-name.ts';
import { rulesOf, type AccessRule } from './rule.ts';

interface Candidate {
  readonly name: string;
  readonly labels: Labels;
  readonly rules: readonly AccessRule[];
  /** Absent for a role that takes in no other. */
  readonly selectors?: readonly Plain[];
}

/** A role that takes in others, or a selector, which many roles may share: what it adds by itself, and what it leads to. */
interface Node {
  readonly rules: readonly AccessRule[];
  readonly next: readonly Node[];
}

const NONE: readonly never[] = [];

/** The ClusterRoles of one cluster as the aggregation controller fills them: one with an aggregation rule has the rules of all it selects, and none of its own. */
export class Aggregation {
  private readonly candidates: readonly Candidate[];
  private readonly byName: ReadonlyMap<string, Candidate>;
  private readonly unions: ReadonlyMap<Candidate, readonly AccessRule[]>;

  constructor(clusterRoles: readonly EstateObject[]) {
    const declared = clusterRoles.map(({ manifest }): Candidate => {
      const rule = manifest['aggregationRule'];
      return { name: nameOf(manifest), labels: strings(at(manifest, 'metadata', 'labels')), rules: rulesOf(manifest['rules']), ...(isRecord(rule) ? { selectors: records(at(rule, 'clusterRoleSelectors')) } : {}) };
    });
    const names = new Set(declared.map(({ name }) => name));
    const builtIn = [...BUILT_IN_ROLES].filter(([name]) => !names.has(name)).map(([name, rules]): Candidate => ({ name, labels: builtInLabels(name), rules: rules ?? [] }));
    this.candidates = [...declared, ...builtIn];
    this.byName = new Map(this.candidates.map((each) => [each.name, each]));
    this.unions = unionsOf(this.candidates);
  }

  rulesOf(name: string): readonly AccessRule[] {
    const found = this.byName.get(name);
    return found ? this.union(found) : [];
  }

  /** What declared roles add to a built-in one by their labels. */
  joined(builtIn: string): readonly AccessRule[] {
    const labels = (AGGREGATED.get(builtIn) ?? []).map(aggregateTo);
    return [...new Set(this.candidates.filter((each) => !BUILT_IN_ROLES.has(each.name) && labels.some((label) => each.labels[label] === 'true')).flatMap((each) => this.union(each)))];
  }

  private union(of: Candidate): readonly AccessRule[] {
    return of.selectors ? this.unions.get(of) ?? NONE : of.rules;
  }
}

/** The least fixpoint: the roles of a circle all have what any of them reaches. */
function unionsOf(candidates: readonly Candidate[]): ReadonlyMap<Candidate, readonly AccessRule[]> {
  const nodes = nodesOf(candidates);
  const unions = new Map<Node, readonly AccessRule[]>();
  for (const component of componentsOf(nodes.values(), ({ next }) => next)) {
    const [first] = component;
    const only = component.length === 1 && first?.next.length === 1 && first.rules.length === 0 ? unions.get(first.next[0]!) : undefined;
    const union = only ?? unionOf(component, unions);
    for (const each of component) unions.set(each, union);
  }
  return new Map([...nodes].map(([candidate, node]) => [candidate, unions.get(node) ?? NONE]));
}

/** What the nodes of a circle add, and what those outside of it do that they lead to. */
function unionOf(component: readonly Node[], unions: ReadonlyMap<Node, readonly AccessRule[]>): readonly AccessRule[] {
  const union = new Set<AccessRule>();
  for (const { rules, next } of component) {
    for (const rule of rules) union.add(rule);
    for (const target of next) for (const rule of unions.get(target) ?? NONE) union.add(rule);
  }
  return [...union];
}

/** Every role that takes in others, with its selectors, each of which is looked up once. */
function nodesOf(candidates: readonly Candidate[]): ReadonlyMap<Candidate, Node> {
  const index = new LabelIndex<Candidate>();
  for (const each of candidates) index.add(each.labels, each);
  const nodes = new Map<Candidate, { readonly rules: readonly AccessRule[]; next: readonly Node[] }>();
  for (const each of candidates) if (each.selectors) nodes.set(each, { rules: NONE, next: NONE });
  const known = new Map<string, Node>();
  const selected = (selector: Plain): Node => {
    const key = keyOf(selector);
    let node = known.get(key);
    if (!node) {
      const [rules, next]: [AccessRule[], Node[]] = [[], []];
      for (const each of index.select(selector)) {
        const inner = nodes.get(each);
        if (inner) next.push(inner);
        else for (const rule of each.rules) rules.push(rule);
      }
      known.set(key, (node = { rules, next }));
    }
    return node;
  };
  for (const [{ selectors = NONE }, node] of nodes) node.next = [...new Set(selectors.map(selected))];
  return nodes;
}

/** What a selector asks for, as a text; whatever else it holds plays no part. */
function keyOf(selector: Plain): string {
  return JSON.stringify([
    Object.entries(strings(selector['matchLabels'])).sort(([a], [b]) => (a < b ? -1 : 1)),
    records(selector['matchExpressions']).map((each) => [text(each['key']), text(each['operator']), texts(each['values'])]),
  ]);
}

function builtInLabels(name: string): Labels {
  const joins = name === 'edit' ? 'admin' : name === 'view' ? 'edit' : name.startsWith('system:aggregate-to-') ? name.slice('system:aggregate-to-'.length) : undefined;
  return { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...(joins ? { [aggregateTo(joins)]: 'true' } : {}) };
}
