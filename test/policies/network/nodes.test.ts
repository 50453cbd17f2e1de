import { exposedNodeRules, nodeRules } from '../../../policies/network/nodes.ts';
import { judged } from '../../fixtures/policies.ts';

const pods = (spec: object, namespace = 'gw') => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'door', namespace }, spec: { template: { metadata: { labels: { app: 'door', tier: 'edge' } }, spec: { containers: [], ...spec } } } });
const service = (type: string, selector: unknown = { app: 'door' }) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'door', namespace: 'gw' }, spec: { type, selector } });
const affinity = (terms: readonly object[]) => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } });
const found = (...manifests: readonly object[]) => judged([...nodeRules, ...exposedNodeRules], manifests).map(({ field }) => field.replace('spec.template.spec.', ''));

describe('NSA-NET-22', () => {
  it.each([
    ['the control plane', { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }, 'tolerations[0].key'],
    ['the control plane by its old name', { key: 'node-role.kubernetes.io/master' }, 'tolerations[0].key'],
    ['every taint', { operator: 'Exists' }, 'tolerations[0].operator'],
    ['every taint, with an empty key', { key: '', operator: 'Exists', effect: 'NoExecute' }, 'tolerations[0].operator'],
  ])('finds a toleration of %s', (_, toleration, field) => {
    expect(found(pods({ tolerations: [toleration] }))).toEqual([field]);
  });

  it('finds pods that ask for nodes of the control plane', () => {
    expect(found(pods({ nodeSelector: { 'node-role.kubernetes.io/control-plane': '' } }))).toEqual(['nodeSelector']);
  });

  it('lets tolerations of other taints and other pools pass', () => {
    expect(found(pods({ tolerations: [{ key: 'pool', operator: 'Exists' }, { key: 'node.kubernetes.io/not-ready', operator: 'Exists', tolerationSeconds: 30 }], nodeSelector: { pool: 'edge' } }))).toEqual([]);
  });

  it.each(['NodePort', 'LoadBalancer'])('finds pods behind a %s that run anywhere', (type) => {
    expect(found(service(type), pods({}))).toEqual(['nodeSelector']);
    expect(found(service(type), pods(affinity([{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['edge'] }] }, {}])))).toEqual(['nodeSelector']);
  });

  it('lets exposed pods with nodes of their own pass', () => {
    expect(found(service('LoadBalancer'), pods({ nodeSelector: { pool: 'edge' } }))).toEqual([]);
    expect(found(service('LoadBalancer'), pods(affinity([{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['edge'] }] }])))).toEqual([]);
  });

  it('leaves alone what no exposed Service selects', () => {
    expect(found(service('ClusterIP'), pods({}))).toEqual([]);
    expect(found(service('LoadBalancer', { app: 'other' }), pods({}))).toEqual([]);
    expect(found(service('LoadBalancer', null), pods({}))).toEqual([]);
    expect(found(service('LoadBalancer'), pods({}, 'other'))).toEqual([]);
  });
});
