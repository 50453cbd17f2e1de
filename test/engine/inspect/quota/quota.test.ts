import { quota } from '../../../../engine/inspect/index.ts';
import { codesOf, container, custom, deployment, manifest, namespace, object, only, service, configMap, type Fields } from '../objects.ts';

const limited = (hard: Fields, more: Fields = {}) => custom('v1', 'ResourceQuota', { hard, ...more }, 'quota');
const surge = { strategy: { rollingUpdate: { maxSurge: 1 } } };
/** Three pods during an update, each 500m / 1Gi of requests, 1 / 1Gi of limits. */
const running = (podSpec: Fields = {}) => deployment(podSpec, surge);

describe('quota', () => {
  it('accepts a quota that is just enough', () => {
    const hard = { 'requests.cpu': '1500m', 'requests.memory': '3Gi', 'limits.cpu': '3', 'limits.memory': '3Gi', pods: '3' };
    expect(codesOf(quota, [limited(hard), running()])).toEqual([]);
  });

  it('refuses one that is smaller than need, and names both and the largest', () => {
    const found = only(quota, [limited({ 'requests.cpu': '1400m' }), running()]);
    expect(found).toMatchObject({ code: 'CHAMP3061', where: 'v1/ResourceQuota core-mbs/quota', args: { namespace: 'core-mbs', resource: 'requests.cpu', value: '1500m', hard: '1400m', largest: 'Deployment hsa-mbs (3): 1500m' } });
  });

  it.each([
    [{ cpu: '1' }, 'cpu', '1500m'],
    [{ memory: '2Gi' }, 'memory', '3Gi'],
    [{ 'limits.memory': '2Gi' }, 'limits.memory', '3Gi'],
    [{ pods: '2' }, 'pods', '3'],
    [{ 'count/deployments.apps': '0' }, 'count/deployments.apps', '1'],
  ])('compares %j', (hard, resource, value) => {
    expect(only(quota, [limited(hard), running()]).args).toMatchObject({ resource, value });
  });

  it('counts Services, ConfigMaps, Secrets that controllers make, claims and their storage', () => {
    const external = custom('external-secrets.io/v1', 'ExternalSecret', {}, 'a');
    const claim = custom('v1', 'PersistentVolumeClaim', { storageClassName: 'local', resources: { requests: { storage: '10Gi' } } });
    const set = object(manifest('apps/v1', 'StatefulSet', 'db', { spec: { replicas: 2, template: { spec: { containers: [container()] } }, volumeClaimTemplates: [{ spec: { storageClassName: 'local', resources: { requests: { storage: '5Gi' } } } }] } }));
    const hard = { services: '0', configmaps: '0', secrets: '0', persistentvolumeclaims: '2', 'requests.storage': '19Gi', 'local.storageclass.storage.k8s.io/requests.storage': '19Gi', 'services.nodeports': '0' };
    const found = quota([limited(hard), service({ type: 'NodePort' }), configMap({}), external, claim, set], {});
    expect(Object.fromEntries(found.map((each) => [each.args['resource'], each.args['value']]))).toEqual({
      services: '1', configmaps: '2', secrets: '1', persistentvolumeclaims: '3', 'requests.storage': '20Gi', 'local.storageclass.storage.k8s.io/requests.storage': '20Gi', 'services.nodeports': '1',
    });
  });

  it('leaves pods of other namespaces and zones alone', () => {
    const elsewhere = object({ ...running().manifest, metadata: { name: 'x', namespace: 'core-mba' } });
    const otherZone = object(running().manifest, { zone: 'public' });
    expect(codesOf(quota, [limited({ pods: '0' }), elsewhere, otherZone, namespace()])).toEqual([]);
  });

  it('adds pods of operators and containers that admission injects', () => {
    const pods = [{ zone: 'core', namespace: 'core-mbs', labels: { app: 'redis' }, count: 2, requests: { cpu: '1' }, limits: { cpu: '1' } }];
    expect(only(quota, [limited({ 'requests.cpu': '3400m' }), running()], { pods }).args).toMatchObject({ value: '3500m' });
    const injected = [{ zone: 'core', namespace: 'core-mbs', requests: { cpu: '100m' }, limits: { cpu: '1' } }, { namespace: 'core-mba', requests: { cpu: '5' }, limits: { cpu: '5' } }];
    expect(only(quota, [limited({ 'requests.cpu': '1500m' }), running()], { injected }).args).toMatchObject({ value: '1800m' });
    expect(codesOf(quota, [limited({ 'requests.cpu': '1500m' }), running()], { injected: [{ labels: { mesh: 'true' }, requests: { cpu: '100m' }, limits: {} }] })).toEqual([]);
  });

  it('counts only pods of its scopes', () => {
    const scoped = (values: readonly string[]) => limited({ pods: '0' }, { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values }] } });
    expect(codesOf(quota, [scoped(['settlement']), running({ priorityClassName: 'settlement' })])).toEqual(['CHAMP3061']);
    expect(codesOf(quota, [scoped(['settlement']), running({ priorityClassName: 'batch' })])).toEqual([]);
    expect(codesOf(quota, [limited({ pods: '0' }, { scopes: ['Terminating'] }), running()])).toEqual([]);
    expect(codesOf(quota, [limited({ pods: '0' }, { scopes: ['NotTerminating', 'NotBestEffort'] }), running()])).toEqual(['CHAMP3061']);
    expect(codesOf(quota, [limited({ pods: '0' }, { scopes: ['BestEffort'] }), running({ containers: [{ name: 'a' }] })])).toEqual(['CHAMP3061']);
  });

  it('asks each container for what the quota counts, unless a LimitRange gives it', () => {
    const silent = running({ containers: [container({ resources: { requests: { cpu: '100m' } } })] });
    expect(only(quota, [limited({ 'limits.cpu': '10' }), silent])).toMatchObject({ code: 'CHAMP3063', where: 'apps/v1/Deployment core-mbs/hsa-mbs', args: { resource: 'limits.cpu', field: 'spec.template.spec.containers[0]' } });
    const range = custom('v1', 'LimitRange', { limits: [{ type: 'Container', default: { cpu: '2' } }] });
    expect(codesOf(quota, [limited({ 'limits.cpu': '10' }), silent, range])).toEqual([]);
    expect(only(quota, [limited({ 'limits.cpu': '5' }), silent, range]).args).toMatchObject({ value: '6' });
  });
});
