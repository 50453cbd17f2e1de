import { aggregatedRoles, danglingBindings } from '../../../policies/access/aggregation.ts';
import { boundRoleRules } from '../../../policies/access/bound-roles.ts';
import type { PolicyFacts } from '../../../engine/policy/index.ts';
import { judged } from '../../fixtures/policies.ts';

const RBAC = 'rbac.authorization.k8s.io';
const binding = (role: string, more: object = {}, kind = 'ClusterRole') => ({ apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name: 'one', namespace: 'shop' }, roleRef: { apiGroup: RBAC, kind, name: role }, subjects: [{ kind: 'Group', name: 'people' }], ...more });
const clusterRole = (name: string, rules: unknown, more: object = {}, labels = {}) => ({ apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name, labels }, rules, ...more });
const ids = (manifests: readonly unknown[], facts: PolicyFacts = {}) => judged(boundRoleRules, manifests, { facts }).map(({ rule }) => rule);
const EVERYTHING = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
const SECRETS = [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }];
const JOINS = { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' };

describe('bindings judged by what their roles hold', () => {
  it('finds a role that is cluster-admin under another name, in a namespace too', () => {
    expect(ids([binding('boss'), clusterRole('boss', EVERYTHING)])).toEqual(['NSA-AUTH-07']);
    expect(ids([binding('boss'), clusterRole('boss', [{ apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'create', 'update', 'patch', 'delete'] }])])).toEqual(['NSA-AUTH-07']);
    expect(ids([clusterRole('boss', EVERYTHING)])).toEqual([]);
    expect(ids([binding('boss'), clusterRole('boss', [{ apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] }])])).toEqual([]);
  });

  it('finds in built-in roles what no object shows', () => {
    const held = ['NSA-AUTH-08', 'NSA-AUTH-09', 'NSA-AUTH-10', 'NSA-AUTH-11', 'NSA-AUTH-12'];
    expect(ids([binding('edit')])).toEqual(held);
    expect(ids([binding('admin')])).toEqual(held);
    expect(ids([binding('view')])).toEqual([]);
  });

  it('finds roles of Kubernetes itself in the hands of others', () => {
    expect(ids([binding('system:kube-controller-manager')])).toEqual(['NSA-AUTH-07']);
    expect(ids([binding('system:node-proxier', { subjects: [{ kind: 'User', name: 'system:kube-proxy' }] })])).toEqual([]);
    expect(ids([binding('system:auth-delegator')])).toEqual([]);
  });

  it('judges an aggregated role by the roles that it collects', () => {
    const collector = clusterRole('collector', [], { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { joins: 'collector' } }] } });
    expect(ids([binding('collector'), collector, clusterRole('part', SECRETS, {}, { joins: 'collector' })])).toEqual(['NSA-AUTH-09']);
    expect(ids([binding('collector'), collector, clusterRole('part', SECRETS, {}, { joins: 'another' })])).toEqual([]);
    expect(ids([binding('view'), clusterRole('part', SECRETS, {}, JOINS)])).toEqual(['NSA-AUTH-09']);
  });

  it('lets only deployers hold a role that is made for deploying', () => {
    const argocd = { kind: 'ServiceAccount', name: 'controller', namespace: 'argocd' };
    const facts = { deployers: ['ClusterRole/deploys', 'system:serviceaccount:argocd:controller'] };
    const deploys = clusterRole('deploys', [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['create'] }]);
    expect(ids([deploys, binding('deploys', { subjects: [argocd] })], facts)).toEqual([]);
    expect(judged(boundRoleRules, [deploys, binding('deploys', { subjects: [argocd, { kind: 'Group', name: 'people' }] })], { facts })).toMatchObject([{ rule: 'NSA-AUTH-11', field: 'subjects[1].name' }]);
  });
});

describe('NSA-AUTH-19', () => {
  const found = (manifests: readonly unknown[], facts: PolicyFacts = {}) => judged([aggregatedRoles, danglingBindings], manifests, { facts }).map(({ field }) => field);

  it('finds bindings to roles that are nowhere', () => {
    expect(found([binding('nowhere')])).toEqual(['roleRef.name']);
    expect(found([binding('system:made-up')])).toEqual(['roleRef.name']);
    expect(found([binding('nowhere', {}, 'Role'), clusterRole('nowhere', [])])).toEqual(['roleRef.name']);
    expect(found([binding('view'), binding('here'), clusterRole('here', [])])).toEqual([]);
    expect(found([binding('of-a-chart')], { existing: [{ kind: 'ClusterRole', name: 'of-a-chart' }] })).toEqual([]);
    expect(found([{ ...binding('x'), roleRef: null }])).toEqual(['roleRef']);
  });

  it('does not take the role of another zone for one of this', () => {
    const at = (manifest: object, zone: string) => judged(danglingBindings, [manifest], { zone });
    expect(at(binding('here'), 'core')).toHaveLength(1);
  });

  it('finds roles that widen the built-in ones', () => {
    expect(found([clusterRole('part', SECRETS, {}, JOINS)])).toEqual(['metadata.labels']);
    expect(found([clusterRole('part', [{ apiGroups: ['example.com'], resources: ['things'], verbs: ['create'] }], {}, JOINS)])).toEqual(['metadata.labels']);
    expect(found([clusterRole('part', [{ apiGroups: ['example.com'], resources: ['things'], verbs: ['create'] }], {}, { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' })])).toEqual([]);
    expect(found([clusterRole('part', [{ apiGroups: ['example.com'], resources: ['things'], verbs: ['get', 'list'] }], {}, JOINS)])).toEqual([]);
  });

  it('finds an aggregation that takes in everything', () => {
    expect(found([clusterRole('all', [], { aggregationRule: { clusterRoleSelectors: [{}] } })])).toEqual(['aggregationRule.clusterRoleSelectors[0]']);
  });
});
