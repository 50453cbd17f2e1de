import { at, strings, text } from '../inspect/plain.ts';
import type { EstateObject, PolicyEstate } from '../policy/estate.ts';
import { Climb } from './climb.ts';
import { GrantGates } from './grant-gate.ts';
import { nameOf, namespaceOf } from './object-name.ts';
import type { AccessRule } from './rule.ts';
import type { Step } from './step.ts';
import { subject, type Subject } from './subject.ts';
import { accessOf, type AccessBinding, type AccessHolding, type AccessRole, type ZoneAccess } from './zone-access.ts';

/** Rights that somebody can come to, with the steps; those that he holds have none. */
export interface Reached {
  /** A role by its key, or `*` for everything. */
  readonly role: string;
  /** `''` for the whole cluster. */
  readonly namespace: string;
  readonly rules: readonly AccessRule[];
  /** The role exists, but what it grants is not known. */
  readonly opaque: boolean;
  readonly steps: readonly Step[];
  /** The binding with the right that the first step needs. */
  readonly from?: AccessBinding;
}

/** A role that somebody may give to others, directly or after steps. */
export interface Grantable {
  readonly role: string;
  readonly namespace: string;
  readonly steps: readonly Step[];
  /** He holds all of the role, and that is why he may. */
  readonly byHolding: boolean;
  readonly from?: AccessBinding;
}

export interface Closure {
  readonly subject: Subject;
  readonly holdings: readonly AccessHolding[];
  readonly reached: readonly Reached[];
  readonly grantable: readonly Grantable[];
}

/** What the steps of a climb ask of its cluster. */
export interface Surroundings {
  readonly access: ZoneAccess;
  readonly gates: GrantGates;
  /** Accounts of a namespace that hold something, or of which nothing is known. */
  readonly accounts: ReadonlyMap<string, readonly { readonly account: Subject; readonly opaque: boolean }[]>;
  /** Token Secrets by namespace and name, with their accounts. */
  readonly tokens: ReadonlyMap<string, ReadonlyMap<string, Subject>>;
  /** ClusterRoles, and names of Roles and bindings of a namespace. */
  readonly clusterRoles: readonly AccessRole[];
  readonly rolesOf: (namespace: string) => readonly string[];
  readonly bindingsOf: (namespace: string) => readonly AccessBinding[];
  /** Roles that are wholly held by who holds certain others. */
  readonly heldWhole: Map<string, readonly string[]>;
  /** Namespaces in which Pod Security keeps pods from the node. */
  readonly guarded: ReadonlySet<string>;
}

const made = new WeakMap<PolicyEstate, Map<string, ReadonlyMap<string, Closure>>>();

/**
 * What each subject of a zone can reach and grant, and by which steps, from the bindings of the objects alone. The model errs on the
 * side of reach: rights of several identities add up, whoever may run or enter pods of a namespace has all of its accounts, and
 * `kube-system` is everything.
 */
export function closure(estate: PolicyEstate, zone: string): ReadonlyMap<string, Closure> {
  let zones = made.get(estate);
  if (!zones) made.set(estate, (zones = new Map()));
  const known = zones.get(zone);
  if (known) return known;
  const access = accessOf(estate).get(zone);
  const found = new Map<string, Closure>();
  if (access) {
    const around = surroundings(estate, zone, access);
    const byHolding = estate.facts.grants !== undefined;
    for (const each of access.subjects) found.set(each.key, new Climb(each, around, byHolding).climb());
  }
  zones.set(zone, found);
  return found;
}

function surroundings(estate: PolicyEstate, zone: string, access: ZoneAccess): Surroundings {
  const own = (kind: string): readonly EstateObject[] => estate.ofKind(kind).filter((object) => object.zone === zone);
  const accounts = new Map<string, Map<string, { readonly account: Subject; readonly opaque: boolean }>>();
  const add = (account: Subject, opaque: boolean) => {
    const held = access.holdings(account);
    if (held.length === 0 && !opaque) return;
    let of = accounts.get(account.namespace);
    if (!of) accounts.set(account.namespace, (of = new Map()));
    if (!of.has(account.key)) of.set(account.key, { account, opaque: opaque && held.length === 0 });
  };
  for (const each of access.subjects) if (each.kind === 'ServiceAccount') add(each, false);
  for (const { manifest } of own('ServiceAccount')) add(subject('ServiceAccount', nameOf(manifest), namespaceOf(manifest)), false);
  for (const { kind, zone: of = zone, namespace = 'default', name } of estate.facts.existing ?? []) {
    if (kind === 'ServiceAccount' && of === zone && name !== 'default') add(subject('ServiceAccount', name, namespace), true);
  }
  const tokens = new Map<string, Map<string, Subject>>();
  for (const { manifest } of own('Secret')) {
    if (manifest['type'] !== 'kubernetes.io/service-account-token') continue;
    const namespace = namespaceOf(manifest);
    const account = text(at(manifest, 'metadata', 'annotations', 'kubernetes.io/service-account.name'));
    let of = tokens.get(namespace);
    if (!of) tokens.set(namespace, (of = new Map()));
    if (account) of.set(nameOf(manifest), subject('ServiceAccount', account, namespace));
  }
  const guarded = new Set(own('Namespace').flatMap(({ manifest }) => {
    const level = strings(at(manifest, 'metadata', 'labels'))['pod-security.kubernetes.io/enforce'];
    return level === 'baseline' || level === 'restricted' ? [nameOf(manifest)] : [];
  }));
  const clusterRoles: AccessRole[] = [];
  const roles = new Map<string, string[]>();
  for (const role of access.roles.values()) {
    if (role.kind === 'ClusterRole') clusterRoles.push(role);
    else into(roles, role.namespace, role.name);
  }
  const bindings = new Map<string, AccessBinding[]>();
  for (const binding of access.bindings) into(bindings, binding.namespace, binding);
  return {
    access, accounts: new Map([...accounts].map(([namespace, of]) => [namespace, [...of.values()]])), tokens, guarded, clusterRoles, heldWhole: new Map(),
    rolesOf: (namespace) => roles.get(namespace) ?? [], bindingsOf: (namespace) => bindings.get(namespace) ?? [],
    gates: new GrantGates([...own('ValidatingAdmissionPolicy'), ...own('ValidatingAdmissionPolicyBinding')]),
  };
}

function into<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
