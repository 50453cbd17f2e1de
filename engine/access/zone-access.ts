import { at, isRecord, text } from '../inspect/plain.ts';
import { groupOf } from '../pods/index.ts';
import type { EstateObject, PolicyEstate } from '../policy/estate.ts';
import { Aggregation } from './aggregation.ts';
import { AGGREGATED, BUILT_IN_NAMESPACED_ROLES, BUILT_IN_ROLES } from './built-in-roles.ts';
import { nameOf, namespaceOf } from './object-name.ts';
import { grants, roleKey, roleRefOf, rulesOf, type AccessRequest, type AccessRule } from './rule.ts';
import { groupsOf, subject, subjectOf, type Subject } from './subject.ts';

export const RBAC = 'rbac.authorization.k8s.io';

/** A role with all that it grants: of its own, aggregated, built in. */
export interface AccessRole {
  readonly kind: 'Role' | 'ClusterRole';
  /** `''` for a ClusterRole. */
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  readonly rules: readonly AccessRule[];
  /** Absent for a role that is built in, or that exists without being declared. */
  readonly object?: EstateObject;
  readonly builtIn: boolean;
  /** The role exists, but what it grants is not known here. */
  readonly opaque: boolean;
}

export interface AccessBinding {
  readonly object: EstateObject;
  /** `''` for a ClusterRoleBinding. */
  readonly namespace: string;
  readonly role: AccessRole | undefined;
  readonly roleKey: string;
  readonly subjects: readonly { readonly subject: Subject; readonly index: number }[];
}

/** A role that somebody holds, in a namespace or (`''`) everywhere. */
export interface AccessHolding {
  readonly role: AccessRole;
  readonly namespace: string;
  /** Absent for what every cluster binds by itself. */
  readonly binding?: AccessBinding;
}

/** Who may do what in one cluster. */
export class ZoneAccess {
  readonly roles = new Map<string, AccessRole>();
  readonly bindings: readonly AccessBinding[];
  readonly subjects: readonly Subject[];
  /** Namespaces that are declared or used, and `kube-system`, which is always there. */
  readonly namespaces: readonly string[];
  private readonly bySubject = new Map<string, AccessHolding[]>();
  private readonly held = new Map<string, readonly AccessHolding[]>();

  constructor(objects: readonly EstateObject[], existing: readonly { readonly kind: string; readonly namespace?: string; readonly name: string }[]) {
    this.addRoles(objects, existing);
    this.bindings = objects.flatMap((object) => this.bindingOf(object) ?? []);
    const subjects = new Map<string, Subject>();
    for (const binding of this.bindings) {
      for (const { subject: each } of binding.subjects) {
        subjects.set(each.key, each);
        if (!binding.role) continue;
        const held = this.bySubject.get(each.key);
        const holding = { role: binding.role, namespace: binding.namespace, binding };
        if (held) held.push(holding);
        else this.bySubject.set(each.key, [holding]);
      }
    }
    const masters = subject('Group', 'system:masters');
    this.bySubject.set(masters.key, [{ role: this.roles.get('ClusterRole/cluster-admin')!, namespace: '' }, ...(this.bySubject.get(masters.key) ?? [])]);
    this.subjects = [...subjects.values()];
    const namespaces = new Set<string>(['kube-system']);
    for (const { manifest } of objects) namespaces.add(manifest.kind === 'Namespace' ? nameOf(manifest) : text(at(manifest, 'metadata', 'namespace')) || 'kube-system');
    for (const { kind, namespace, name } of existing) namespaces.add(kind === 'Namespace' ? name : namespace ?? 'kube-system');
    for (const each of this.subjects) if (each.namespace) namespaces.add(each.namespace);
    this.namespaces = [...namespaces];
  }

  /** What a subject holds by itself and through the groups that the API server gives it. */
  holdings(of: Subject): readonly AccessHolding[] {
    let found = this.held.get(of.key);
    if (!found) {
      found = [of.key, ...groupsOf(of).map((name) => subject('Group', name).key).filter((key) => key !== of.key)].flatMap((key) => this.bySubject.get(key) ?? []);
      this.held.set(of.key, found);
    }
    return found;
  }

  /** Something is bound to it itself. */
  isBound(of: Subject): boolean {
    return this.bySubject.has(of.key);
  }

  /** May it make this call in a namespace, or (`''`) on the cluster? */
  allows(of: Subject, namespace: string, request: AccessRequest): boolean {
    return this.holdings(of).some((each) => (each.namespace === '' || each.namespace === namespace) && each.role.rules.some((rule) => grants(rule, request)));
  }

  private bindingOf(object: EstateObject): AccessBinding | undefined {
    const { manifest } = object;
    if (groupOf(manifest.apiVersion) !== RBAC || (manifest.kind !== 'RoleBinding' && manifest.kind !== 'ClusterRoleBinding')) return undefined;
    const namespace = manifest.kind === 'RoleBinding' ? namespaceOf(manifest) : '';
    const reference = roleRefOf(manifest['roleRef'], namespace);
    const listed: unknown = manifest['subjects'];
    const subjects = !Array.isArray(listed) ? [] : listed.flatMap((each: unknown, index) => {
      const found = isRecord(each) ? subjectOf(each, namespace) : undefined;
      return found ? [{ subject: found, index }] : [];
    });
    const key = reference?.key ?? '';
    return { object, namespace, role: manifest.kind === 'ClusterRoleBinding' && reference?.kind === 'Role' ? undefined : this.roles.get(key), roleKey: key, subjects };
  }

  private addRoles(objects: readonly EstateObject[], existing: readonly { readonly kind: string; readonly namespace?: string; readonly name: string }[]): void {
    const add = (role: Omit<AccessRole, 'key'>) => {
      const key = roleKey(role.kind, role.namespace, role.name);
      this.roles.set(key, { ...role, key });
    };
    for (const { kind, namespace = '', name } of existing) {
      if (kind === 'Role' || kind === 'ClusterRole') add({ kind, namespace: kind === 'Role' ? namespace : '', name, rules: [], builtIn: false, opaque: true });
    }
    for (const [name, rules] of BUILT_IN_ROLES) add({ kind: 'ClusterRole', namespace: '', name, rules: rules ?? [], builtIn: true, opaque: rules === null });
    for (const each of BUILT_IN_NAMESPACED_ROLES) {
      const slash = each.indexOf('/');
      add({ kind: 'Role', namespace: each.slice(0, slash), name: each.slice(slash + 1), rules: [], builtIn: true, opaque: true });
    }
    const declared = objects.filter(({ manifest: { apiVersion, kind } }) => groupOf(apiVersion) === RBAC && (kind === 'Role' || kind === 'ClusterRole'));
    const ofCluster = declared.filter(({ manifest }) => manifest.kind === 'ClusterRole');
    const aggregation = new Aggregation(ofCluster);
    for (const object of declared) {
      const { kind } = object.manifest;
      const name = nameOf(object.manifest);
      const known = kind === 'ClusterRole' ? BUILT_IN_ROLES.get(name) : undefined;
      const rules = kind === 'ClusterRole' ? aggregation.rulesOf(name) : rulesOf(object.manifest['rules']);
      add({
        kind: kind as AccessRole['kind'], namespace: kind === 'Role' ? namespaceOf(object.manifest) : '', name, object,
        // the API server puts back what is missing of a built-in role
        rules: known ? [...known, ...rules] : rules, builtIn: known !== undefined, opaque: false,
      });
    }
    for (const name of AGGREGATED.keys()) {
      const role = this.roles.get(`ClusterRole/${name}`);
      if (role) add({ ...role, rules: [...new Set([...role.rules, ...aggregation.joined(name)])] });
    }
  }
}

const made = new WeakMap<PolicyEstate, Map<string, ZoneAccess>>();

/** Access of every zone of an estate, computed once. */
export function accessOf(estate: PolicyEstate): ReadonlyMap<string, ZoneAccess> {
  let zones = made.get(estate);
  if (!zones) {
    const objects = new Map<string, EstateObject[]>();
    for (const object of estate.objects) {
      const of = objects.get(object.zone);
      if (of) of.push(object);
      else objects.set(object.zone, [object]);
    }
    const { existing = [] } = estate.facts;
    zones = new Map([...objects].map(([zone, list]) => [zone, new ZoneAccess(list, existing.filter((each) => (each.zone ?? zone) === zone))]));
    made.set(estate, zones);
  }
  return zones;
}
