import { accessOf, covers, sortOf, type AccessRule, type Subject, type ZoneAccess } from '../../access/index.ts';
import { powersOf } from '../../access/powers.ts';
import type { LedgerObject } from '../../emit/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import { at, records, text } from '../../inspect/plain.ts';
import { groupOf } from '../../pods/index.ts';
import { PolicyEstate, type PolicyFacts } from '../../policy/index.ts';
import type { Change } from '../change.ts';
import type { Grant } from '../report.ts';
import { zoneOfFile, type EnvironmentPair } from './pair.ts';

/** A right that a subject has on one side alone, as one rule of one verb list. */
export interface FoundGrant extends Grant {
  /** `''` for the whole cluster. */
  readonly namespace: string;
  readonly rule: AccessRule;
  /** Roles that give it, by key. */
  readonly role: string;
  /**
   * True where nobody had expected it: in the whole cluster, in a namespace that was there before, or by a role that is new or changed.
   * A namespace that is new gives its people what they have in all others; a new account without any power over others may read its own.
   */
  readonly wider: boolean;
}

export interface AccessChange {
  readonly gained: readonly FoundGrant[];
  readonly lost: readonly FoundGrant[];
}

const NONE: AccessChange = { gained: [], lost: [] };

const RBAC = 'rbac.authorization.k8s.io';
const KINDS: ReadonlySet<string> = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']);

const isAccess = ({ apiVersion, kind }: Pick<LedgerObject, 'apiVersion' | 'kind'>): boolean => groupOf(apiVersion) === RBAC && KINDS.has(kind);

/** Rights that subjects of RBAC gain and lose. Zones without a changed role or binding are not looked at, nor an environment that is new or gone. */
export function accessChange(pair: EnvironmentPair, facts: (zone: string) => PolicyFacts = () => ({})): AccessChange {
  if (!pair.isOnBoth) return NONE;
  const found = pair.zones.map((zone) => {
    const changes = pair.changes.filter((each) => each.zone === zone && isAccess(each.object));
    return changes.length === 0 ? NONE : inZone(pair, zone, changes, facts(zone));
  });
  return { gained: found.flatMap(({ gained }) => gained), lost: found.flatMap(({ lost }) => lost) };
}

function inZone(pair: EnvironmentPair, zone: string, changes: readonly Change[], facts: PolicyFacts): AccessChange {
  const isSeen = (row: LedgerObject) => zoneOfFile(row.file) === zone && (isAccess(row) || row.kind === 'Namespace' || row.kind === 'ServiceAccount');
  const [before, after] = [pair.before(isSeen), pair.after(isSeen)];
  const [was, is] = [accessIn(zone, before, facts), accessIn(zone, after, facts)];
  if (!was || !is) return NONE;
  const touched = touchedSubjects(changes, was, is);
  const former = new Set(namesOf(before, 'Namespace'));
  const accounts = new Set(namesOf(before, 'ServiceAccount'));
  const changedRoles = new Set(changes.filter(({ object }) => object.kind.endsWith('Role')).map(({ object: { kind, namespace, name } }) => (kind === 'Role' ? `Role/${namespace}/${name}` : `ClusterRole/${name}`)));
  const isWider = (who: Subject, grant: Held): boolean => {
    if (grant.namespace === '') return true;
    if (!former.has(grant.namespace)) return changedRoles.has(grant.role) && isMighty(grant.rule);
    const isNewAccount = who.kind === 'ServiceAccount' && who.namespace === grant.namespace && !accounts.has(`${who.namespace}/${who.name}`);
    return !(isNewAccount && !isMighty(grant.rule));
  };
  const gained: FoundGrant[] = [];
  const lost: FoundGrant[] = [];
  for (const who of touched) {
    const [held, holds] = [heldBy(was, who), heldBy(is, who)];
    for (const grant of beyond(holds, held)) gained.push({ ...asGrant(pair.name, zone, who, grant), wider: isWider(who, grant) });
    for (const grant of beyond(held, holds)) lost.push({ ...asGrant(pair.name, zone, who, grant), wider: false });
  }
  return { gained, lost };
}

/** Gives power over others, or nobody knows what it gives. */
const isMighty = (rule: AccessRule): boolean => powersOf([rule]).size > 0 || rule.resources.some((each) => each.startsWith('('));

function accessIn(zone: string, objects: readonly PlacedObject[], facts: PolicyFacts): ZoneAccess | undefined {
  const estate = new PolicyEstate(objects.map(({ file, manifest }) => ({ manifest, zone, file })), [], facts);
  return accessOf(estate).get(zone);
}

const namesOf = (objects: readonly PlacedObject[], kind: string): readonly string[] =>
  objects.filter(({ manifest }) => manifest.kind === kind).map(({ manifest: { metadata: { name, namespace } } }) => (namespace ? `${namespace}/${name}` : name));

/** Those whom a changed binding names, and those who hold a changed role, also by aggregation. */
function touchedSubjects(changes: readonly Change[], ...sides: readonly ZoneAccess[]): readonly Subject[] {
  const found = new Map<string, Subject>();
  // a role that gathers others holds whatever a changed one brings it
  const gathers = sides.some(({ roles: all }) => [...all.values()].some(({ object }) => at(object?.manifest, 'aggregationRule') !== undefined));
  const aggregates = changes.some(({ object, before, after }) => object.kind === 'ClusterRole' && (gathers || [before, after].some((each) => Object.keys(each?.metadata.labels ?? {}).some((key) => key.startsWith(`${RBAC}/aggregate-to-`)) || at(each, 'aggregationRule') !== undefined)));
  const roles = new Set(changes.filter(({ object }) => object.kind.endsWith('Role')).map(({ object: { name } }) => name));
  const bindings = new Set(changes.filter(({ object }) => object.kind.endsWith('Binding')).flatMap(({ object: { kind, namespace = '', name }, from }) => [`${kind} ${namespace} ${name}`, ...(from ? [`${kind} ${namespace} ${from.name}`] : [])]));
  for (const { bindings: all } of sides) {
    for (const { object: { manifest }, subjects, roleKey } of all) {
      const isChanged = bindings.has(`${manifest.kind} ${manifest.metadata.namespace ?? ''} ${manifest.metadata.name}`);
      if (!isChanged && !aggregates && !roles.has(roleKey.slice(roleKey.lastIndexOf('/') + 1))) continue;
      for (const { subject } of subjects) found.set(subject.key, subject);
    }
  }
  // parts of Kubernetes hold what they need
  return [...found.values()].filter((each) => sortOf(each) !== 'infrastructure').sort((a, b) => (a.key < b.key ? -1 : 1));
}

interface Held {
  readonly namespace: string;
  readonly role: string;
  readonly rule: AccessRule;
}

/** What somebody holds; a role of which nobody knows what it grants stands for itself, so that it is not taken for nothing. */
function heldBy(access: ZoneAccess, who: Subject): readonly Held[] {
  const known = access.holdings(who).flatMap(({ role, namespace }) => role.rules.map((rule) => ({ namespace, role: role.key, rule })));
  const unknown = access.bindings.filter(({ role, subjects }) => (role === undefined || role.opaque) && subjects.some(({ subject }) => subject.key === who.key));
  return [...known, ...unknown.map(({ namespace, roleKey }) => ({ namespace, role: roleKey, rule: { apiGroups: [''], resources: [`(${roleKey})`], verbs: ['*'], resourceNames: [], nonResourceURLs: [] } }))];
}

/** What of `held` the `other` does not cover, each rule cut down to the resources and verbs that are more. */
function beyond(held: readonly Held[], other: readonly Held[]): readonly Held[] {
  const rulesIn = new Map<string, AccessRule[]>();
  const covering = (namespace: string): readonly AccessRule[] => {
    let rules = rulesIn.get(namespace);
    if (!rules) rulesIn.set(namespace, (rules = other.filter((each) => each.namespace === '' || each.namespace === namespace).map(({ rule }) => rule)));
    return rules;
  };
  return held.flatMap((each) => cut(each.rule, covering(each.namespace)).map((rule) => ({ ...each, rule })));
}

function cut(rule: AccessRule, by: readonly AccessRule[]): readonly AccessRule[] {
  if (covers(by, rule)) return [];
  const found: AccessRule[] = [];
  for (const group of rule.apiGroups) {
    for (const resource of rule.resources) {
      const one = { ...rule, apiGroups: [group], resources: [resource], nonResourceURLs: [] };
      const verbs = rule.verbs.filter((verb) => !covers(by, { ...one, verbs: [verb] }));
      if (verbs.length > 0) found.push({ ...one, verbs });
    }
  }
  for (const url of rule.nonResourceURLs) {
    const one = { ...rule, apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [url] };
    const verbs = rule.verbs.filter((verb) => !covers(by, { ...one, verbs: [verb] }));
    if (verbs.length > 0) found.push({ ...one, verbs });
  }
  return found;
}

function asGrant(environment: string, zone: string, who: Subject, { namespace, role, rule }: Held): Omit<FoundGrant, 'wider'> {
  const resource = rule.nonResourceURLs[0] ?? [rule.resources[0] ?? '', ...(rule.apiGroups[0] ? [rule.apiGroups[0]] : [])].join('.');
  const names = rule.resourceNames.length > 0 ? `[${rule.resourceNames.join(', ')}]` : '';
  return { environment, zone, subject: who.key, what: `${resource}${names}: ${rule.verbs.join(', ')} in ${namespace || '(cluster)'}`, namespace, role, rule };
}

/** Lines of ArgoCD's own RBAC and groups of its roles that an AppProject gains, in words; policies of a project that is new are not asked. */
export function projectGrants({ before, after, object }: Change): readonly string[] {
  if (object.kind !== 'AppProject' || !before || !after) return [];
  const linesOf = (manifest: unknown): ReadonlySet<string> => new Set(records(at(manifest, 'spec', 'roles')).flatMap((role) => {
    const name = text(role['name']) ?? '';
    const list = (key: string) => (Array.isArray(role[key]) ? (role[key] as readonly unknown[]).map(String) : []);
    return [...list('policies'), ...list('groups').map((group) => `${name}: ${group}`)];
  }));
  const known = linesOf(before);
  return [...linesOf(after)].filter((line) => !known.has(line));
}
