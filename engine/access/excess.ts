import type { PolicyEstate } from '../policy/estate.ts';
import { closure, type Closure, type Grantable, type Reached } from './closure.ts';
import { covers, isEverything, type AccessRule } from './rule.ts';
import { sortOf, userName, type Subject } from './subject.ts';
import { accessOf, type AccessHolding, type ZoneAccess } from './zone-access.ts';

/** What somebody can reach or give beyond what he holds and is meant to give. */
export interface Excess {
  readonly subject: Subject;
  /** The whole way, its last step included. */
  readonly reached?: Reached;
  readonly grantable?: Grantable;
}

/** A role's key from a fact: ClusterRoles go by their bare names. */
const keyOf = (name: string): string => (name.includes('/') ? name : `ClusterRole/${name}`);

/**
 * Everything that breaks the claim of `facts.grants` in a zone: a role that somebody may bind though no fact lets him, and rights
 * that he reaches by any path though he neither holds them nor is meant to give them. Deployers, parts of Kubernetes and who holds
 * everything anyway are left out.
 */
export function excess(estate: PolicyEstate, zone: string): readonly Excess[] {
  const access = accessOf(estate).get(zone);
  if (!access) return [];
  const { grants, deployers = [] } = estate.facts;
  const allowed = new Map<string, string[]>();
  for (const { from, to } of grants ?? []) allowed.set(keyOf(from), [...(allowed.get(keyOf(from)) ?? []), ...to.map(keyOf)]);
  const trusted = new Set(deployers);
  return [...closure(estate, zone).values()].flatMap((each): readonly Excess[] => {
    const { subject, holdings } = each;
    if (trusted.has(userName(subject)) || sortOf(subject) === 'infrastructure') return [];
    if (holdings.some(({ namespace, role }) => namespace === '' && role.rules.some(isEverything))) return [];
    if (each.reached.length === 0 && each.grantable.length === 0) return [];
    return new Judge(each, access, grants ? allowed : undefined).excess();
  });
}

class Judge {
  private readonly closure: Closure;
  private readonly access: ZoneAccess;
  private readonly allowed: ReadonlyMap<string, readonly string[]> | undefined;
  private readonly mayGive = new Map<string, ReadonlySet<string>>();
  private readonly bases = new Map<string, readonly AccessRule[]>();

  constructor(of: Closure, access: ZoneAccess, allowed: ReadonlyMap<string, readonly string[]> | undefined) {
    this.closure = of;
    this.access = access;
    this.allowed = allowed;
  }

  excess(): readonly Excess[] {
    const { subject, grantable, reached } = this.closure;
    return [
      ...grantable.filter((each) => this.allowed && !this.may(each.namespace).has(each.role)).map((each) => ({ subject, grantable: each })),
      ...reached.filter((each) => !this.within(each)).map((each) => ({ subject, reached: each })),
    ];
  }

  /** Roles that he is meant to give in a namespace; without facts those that he may bind by name. */
  private may(namespace: string): ReadonlySet<string> {
    let found = this.mayGive.get(namespace);
    if (!found) {
      const { allowed } = this;
      found = new Set(allowed
        ? this.held(namespace).flatMap(({ role }) => allowed.get(role.key) ?? [])
        : this.closure.grantable.filter((each) => each.namespace === namespace && !this.access.roles.get(each.role)?.rules.some(isEverything)).map(({ role }) => role));
      this.mayGive.set(namespace, found);
    }
    return found;
  }

  private held(namespace: string): readonly AccessHolding[] {
    return this.closure.holdings.filter((each) => each.namespace === '' || each.namespace === namespace);
  }

  private within({ role, namespace, rules, opaque }: Reached): boolean {
    const may = this.may(namespace);
    if (may.has(role) || this.held(namespace).some((each) => each.role.key === role)) return true;
    if (opaque) return false;
    let base = this.bases.get(namespace);
    if (!base) {
      base = [...this.held(namespace).map(({ role: own }) => own), ...[...may].flatMap((key) => this.access.roles.get(key) ?? [])].flatMap((each) => each.rules);
      this.bases.set(namespace, base);
    }
    const having = base;
    return rules.every((rule) => covers(having, rule));
  }
}
