import { PolicyEstate } from '../../../engine/policy/index.ts';
import { limitDefaults, namespaceLimitRules } from '../../../policies/network/namespace-limits.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';

const pod = (namespace?: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', ...(namespace ? { namespace } : {}) }, spec: { containers: [] } });
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } };
const range = (item: object, name = 'a') => ({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'r', namespace: name }, spec: { limits: [{ type: 'Container', ...item }] } });
const quota = (hard: object, more: object = {}, name = 'a') => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'q', namespace: name }, spec: { hard, ...more } });
const both = { cpu: '1', memory: '1Gi' };
const full = { 'requests.cpu': '8', 'requests.memory': '8Gi', 'limits.cpu': '8', 'limits.memory': '8Gi', pods: '20', 'services.nodeports': '0', 'services.loadbalancers': '0' };
const [single, total] = [namespaceLimitRules[0]!, namespaceLimitRules[1]!];
const found = (rule: typeof single, ...manifests: readonly object[]) => judged(rule, manifests).map(({ rule: id, message }) => `${id} ${message.en}`);

describe('NSA-NET-13', () => {
  it.each([
    ['all three', { max: both, default: both, defaultRequest: both }],
    ['a maximum, from which the API takes the rest', { max: both }],
  ])('lets a LimitRange with %s pass', (_, item) => {
    expect(found(single, pod('a'), range(item))).toEqual([]);
  });

  it('adds up the LimitRanges of a namespace', () => {
    expect(found(single, pod('a'), range({ max: { cpu: '1' } }), range({ max: { memory: '1Gi' } }))).toEqual([]);
  });

  it.each([
    ['no maximum', { default: both, defaultRequest: both }, 'max.cpu, max.memory'],
    ['one resource', { max: { cpu: '1' } }, 'max.memory, default.memory, defaultRequest.memory'],
    ['bounds of volumes only', { type: 'PersistentVolumeClaim', max: both }, 'max.cpu, max.memory, default.cpu, default.memory, defaultRequest.cpu, defaultRequest.memory'],
  ])('finds a LimitRange with %s', (_, item, missing) => {
    expect(found(single, pod('a'), range(item))).toEqual([`NSA-NET-13 the LimitRange of namespace a lacks ${missing}`]);
  });

  it('does not take the LimitRange of another namespace or zone', () => {
    expect(found(single, pod('a'), range({ max: both }, 'b'))).toHaveLength(1);
    const objects = [{ manifest: pod('a'), zone: 'core', file: 'a' }, { manifest: range({ max: both }), zone: 'public', file: 'b' }];
    expect(judgedEstate(single, new PolicyEstate(objects))).toHaveLength(1);
  });

  it('points at the Namespace where it is declared, else at the first workload', () => {
    expect(judged(single, [pod('a'), namespace])).toMatchObject([{ at: { manifest: { kind: 'Namespace' } } }]);
    expect(judged(single, [pod('a')])).toMatchObject([{ at: { manifest: { kind: 'Pod' } } }]);
  });

  it('counts pods that operators make, and asks nothing of empty, unknown and system namespaces', () => {
    expect(judged(single, [namespace], { facts: { otherPods: [{ zone: '', namespace: 'a', owner: 'chart', labels: {} }] } })).toHaveLength(1);
    expect(found(single, namespace, pod(), pod('kube-system'))).toEqual([]);
  });
});

describe('NSA-NET-14', () => {
  it('lets a whole quota pass, in one object or in two', () => {
    expect(found(total, pod('a'), quota(full))).toEqual([]);
    const { pods, ...rest } = full;
    expect(found(total, pod('a'), quota(rest), quota({ 'count/pods': pods }))).toEqual([]);
  });

  it.each([
    ['no quota', [], 'requests.cpu, requests.memory, limits.cpu, limits.memory, pods, services.nodeports, services.loadbalancers'],
    ['requests alone', [quota({ cpu: '8', memory: '8Gi' })], 'limits.cpu, limits.memory, pods, services.nodeports, services.loadbalancers'],
    ['a quota for some pods only', [quota(full, { scopes: ['BestEffort'] })], 'requests.cpu, requests.memory, limits.cpu, limits.memory, pods, services.nodeports, services.loadbalancers'],
  ])('finds a namespace with %s', (_, objects, missing) => {
    expect(found(total, pod('a'), ...objects)).toEqual([`NSA-NET-14 the ResourceQuota of namespace a lacks ${missing}`]);
  });
});

it('holds in every namespace of the estate', () => {
  expect(judgedEstate(namespaceLimitRules, estateOf('linyi'))).toEqual([]);
});

it('lists what LimitRanges give, for the params', () => {
  const estate = (...manifests: readonly object[]) => new PolicyEstate(manifests.map((manifest) => ({ manifest: manifest as never, zone: '', file: 'a' })));
  expect(limitDefaults(estate(range({ default: both, defaultRequest: { cpu: '1' } })))).toEqual(['a/limits.cpu', 'a/limits.memory', 'a/requests.cpu', 'a/requests.memory']);
  expect(limitDefaults(estate(range({ defaultRequest: { cpu: '1' } })))).toEqual(['a/requests.cpu']);
});
