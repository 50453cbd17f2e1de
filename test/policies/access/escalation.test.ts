import { closure } from '../../../engine/access/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate, type EstateObject, type GrantFact } from '../../../engine/policy/index.ts';
import { centreOf, grantsName, roleName, ROLES } from '../../../engine/render/guardrails/roles.ts';
import { escalation } from '../../../policies/access/escalation.ts';
import { estateOf, judgedEstate } from '../../fixtures/policies.ts';

/** The `grants` column of the platform's own table, group by group. */
const grants: readonly GrantFact[] = ROLES.filter((row) => row.grants.length > 0).map(({ centre, group, grants: given }) => ({
  from: roleName(centre, group),
  to: given.flatMap((each) => [roleName(centre, each), ...(ROLES.some((row) => row.centre === centre && row.group === each && row.grants.length > 0) ? [grantsName(centre, each)] : [])]),
}));
const facts = { grants };

const linyi = estateOf('linyi', facts);
const VENDOR = 'champ-application-management';
const NAMESPACE = 'core-gw';

type Change = (manifest: Manifest) => Manifest | undefined;

/** The core zone after a change: `undefined` takes an object away. */
function changed(change: Change, ...more: readonly Manifest[]): PolicyEstate {
  const zone = linyi.objects.filter((object) => object.zone === 'core');
  const objects = zone.flatMap((object): readonly EstateObject[] => {
    const manifest = change(object.manifest);
    return manifest ? [manifest === object.manifest ? object : { ...object, manifest }] : [];
  });
  return new PolicyEstate([...objects, ...more.map((manifest) => ({ manifest, zone: 'core', file: 'more.yaml' }))], [], facts);
}

type Rules = readonly { readonly apiGroups: readonly string[]; readonly resources: readonly string[]; readonly verbs: readonly string[]; readonly resourceNames?: readonly string[] }[];
const RBAC = 'rbac.authorization.k8s.io';

const inRole = (name: string, edit: (rules: Rules) => Rules): Change => (manifest) => (
  manifest.kind === 'ClusterRole' && manifest.metadata.name === name ? { ...manifest, rules: edit(manifest['rules'] as Rules) } : manifest
);
const adds = (name: string, ...rules: Rules) => inRole(name, (own) => [...own, ...rules]);
const same: Change = (manifest) => manifest;

const object = (kind: string, name: string, body: object, apiVersion = `${RBAC}/v1`): Manifest => ({ apiVersion, kind, metadata: { name, namespace: NAMESPACE }, ...body });
/** An account in a vendor's namespace that reads its Secrets. */
const strong: readonly Manifest[] = [
  object('ServiceAccount', 'strong', { automountServiceAccountToken: false }, 'v1'),
  object('Role', 'strong', { rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }] }),
  object('RoleBinding', 'strong', { roleRef: { apiGroup: RBAC, kind: 'Role', name: 'strong' }, subjects: [{ kind: 'ServiceAccount', name: 'strong', namespace: NAMESPACE }] }),
];

const broken = (estate: PolicyEstate) => judgedEstate(escalation, estate);

describe('the claim of the estate', () => {
  it('holds: nobody may give more than the table lets him, and no path leads to more', () => {
    expect(broken(linyi)).toEqual([]);
  });

  it('is about something: each group with grants may give exactly what the table says, in its namespaces', () => {
    const groups = closure(linyi, 'core');
    for (const { centre, group, grants: given } of ROLES.filter((row) => row.centre === centreOf('vendor-01'))) {
      const of = groups.get(group === 'platform-admin' ? 'Group/champ:platform:platform-admin' : `Group/champ:vendor-08:${group}`);
      const wanted = grants.find(({ from }) => from === roleName(centre, group))?.to ?? [];
      expect((of?.grantable ?? []).filter(({ namespace }) => namespace === NAMESPACE).map(({ role }) => role.replace('ClusterRole/', '')).sort()).toEqual([...wanted].sort());
      expect(wanted.length).toBeGreaterThanOrEqual(given.length);
    }
  });

  it.each<readonly [string, PolicyEstate, RegExp]>([
    ['bind loses its names', changed(inRole(`${VENDOR}-tenant-admin-grants`, (rules) => rules.map(({ apiGroups, resources, verbs }) => ({ apiGroups, resources, verbs })))), /tenant-admin .* binds ClusterRole\/cluster-admin in core-/],
    ['a role with grants gets escalate', changed(adds(`${VENDOR}-tenant-admin-grants`, { apiGroups: [RBAC], resources: ['roles'], verbs: ['escalate', 'update'] })), /rewrites a role with escalate/],
    ['tenant administrators may make platform administrators', changed(inRole(`${VENDOR}-tenant-admin-grants`, (rules) => rules.map((each) => (each.resourceNames ? { ...each, resourceNames: [...each.resourceNames, `${VENDOR}-platform-admin`] } : each)))), /may grant ClusterRole\/champ-application-management-platform-admin/],
    ['tenant administrators may give their own right to give', changed(inRole(`${VENDOR}-tenant-admin-grants`, (rules) => rules.map((each) => (each.resourceNames ? { ...each, resourceNames: [...each.resourceNames, `${VENDOR}-tenant-admin-grants`] } : each)))), /may grant ClusterRole\/champ-application-management-tenant-admin-grants/],
    ['an operator may write bindings and bind', changed(adds(`${VENDOR}-operator`, { apiGroups: [RBAC], resources: ['rolebindings'], verbs: ['create'] }, { apiGroups: [RBAC], resources: ['clusterroles'], verbs: ['bind'], resourceNames: [`${VENDOR}-tenant-admin`] })), /operator .*ClusterRole\/champ-application-management-tenant-admin/],
    ['an operator may create pods beside a stronger account', changed(adds(`${VENDOR}-operator`, { apiGroups: [''], resources: ['pods'], verbs: ['create'] }), ...strong), /runs a pod as ServiceAccount\/core-gw\/strong in core-gw/],
    ['an operator may patch workloads beside a stronger account', changed(adds(`${VENDOR}-operator`, { apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch'] }), ...strong), /runs a pod as ServiceAccount\/core-gw\/strong/],
    ['an operator may enter pods beside a stronger account', changed(adds(`${VENDOR}-operator`, { apiGroups: [''], resources: ['pods/exec'], verbs: ['get'] }), ...strong), /enters a pod/],
    ['an operator may mint tokens beside a stronger account', changed(adds(`${VENDOR}-operator`, { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] }), ...strong), /mints a token/],
    ['an operator may change the resources of operators beside a stronger account', changed(adds('champ-platform-management-operator', { apiGroups: ['flink.apache.org'], resources: ['flinkdeployments'], verbs: ['patch'] }), ...strong.map((each) => ({ ...each, metadata: { ...each.metadata, namespace: 'core-mw-tracing' }, ...(each.kind === 'RoleBinding' ? { subjects: [{ kind: 'ServiceAccount', name: 'strong', namespace: 'core-mw-tracing' }] } : {}) }))), /runs a pod as ServiceAccount\/core-mw-tracing\/strong/],
    ['auditors may change webhooks', changed(adds('champ-platform-management-auditor-cluster', { apiGroups: ['admissionregistration.k8s.io'], resources: ['mutatingwebhookconfigurations'], verbs: ['update'] })), /rewrites admission webhooks/],
    ['administrators may impersonate', changed(adds('champ-platform-management-platform-admin-cluster', { apiGroups: [''], resources: ['groups'], verbs: ['impersonate'] })), /impersonates anything/],
    ['administrators may proxy to nodes', changed(adds('champ-platform-management-platform-admin-cluster', { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] })), /takes a node/],
    ['the policy that asks for bind is gone', changed((manifest) => (manifest.kind === 'ValidatingAdmissionPolicy' && manifest.metadata.name === 'champ-grant-by-bind' ? undefined : manifest)), /may grant ClusterRole\/champ-application-management-.* since it holds it itself/],
    ['the policy only warns', changed((manifest) => (manifest.kind === 'ValidatingAdmissionPolicyBinding' && manifest.metadata.name === 'champ-grant-by-bind' ? { ...manifest, spec: { policyName: manifest.metadata.name, validationActions: ['Warn'] } } : manifest)), /since it holds it itself/],
    ['a role collects more by aggregation', changed((manifest) => (manifest.metadata.name === `${VENDOR}-operator` ? { ...manifest, aggregationRule: { clusterRoleSelectors: [{ matchLabels: { joins: 'operator' } }] } } : manifest), { ...object('ClusterRole', 'extra', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['create'] }] }), metadata: { name: 'extra', labels: { joins: 'operator' } } }, ...strong), /runs a pod as ServiceAccount\/core-gw\/strong/],
    ['a namespace has no Pod Security and an operator creates pods', changed((manifest) => adds(`${VENDOR}-operator`, { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] })(manifest.kind === 'Namespace' && manifest.metadata.name === NAMESPACE ? { ...manifest, metadata: { name: NAMESPACE } } : manifest)), /takes a node/],
  ])('breaks when %s', (_, estate, message) => {
    const found = broken(estate);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ message: { en } }) => message.test(en))).toBe(true);
    expect(found.every(({ rule, field }) => rule === 'NSA-AUTH-08' && field === 'roleRef.name')).toBe(true);
  });

  it.each<readonly [string, PolicyEstate]>([
    ['a role reads more', changed(adds(`${VENDOR}-auditor`, { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get'] }))],
    ['a stronger account stands in a namespace where nobody runs pods', changed(same, ...strong)],
  ])('still holds when %s', (_, estate) => {
    expect(broken(estate)).toEqual([]);
  });
});
