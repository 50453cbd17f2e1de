import { alone, app, meanings, said } from '../../../fixtures/sides.ts';

const resources = (requests: object, limits: object = {}) => app({ resources: { requests, limits } });

describe('what a change of amounts means', () => {
  test('tells requests and limits of a container in one sentence', () => {
    expect(meanings('Deployment core-mbs/a', resources({ cpu: '500m', memory: '1Gi' }, { memory: '1Gi' }), resources({ cpu: '1', memory: '1Gi' }, { memory: '2Gi', 'example.org/gpu': 1 }))).toMatchObject([{
      kind: 'resources', en: 'container app: example.org/gpu limit set to 1; memory limit 1Gi -> 2Gi; CPU request 500m -> 1', zh: '容器 app example.org/gpu 上限设为 1；内存上限 1Gi -> 2Gi；CPU 请求 500m -> 1',
      data: { what: 'amounts', container: 'app', changes: ['limits.example.org/gpu - -> 1', 'limits.memory 1Gi -> 2Gi', 'requests.cpu 500m -> 1'] },
    }]);
  });

  test('knows the same amount in another writing', () => {
    expect(said(meanings('Deployment core-mbs/a', resources({ cpu: '1' }), resources({ cpu: '1000m' })))).toEqual([['resources', 'container app: CPU request 1 -> 1000m (the same, written differently)']]);
  });

  test('tells the heap of a Java process, alone, as an amount', () => {
    const of = (value: string) => app({ env: [{ name: 'JAVA_TOOL_OPTIONS', value }] });
    expect(meanings('Deployment core-mbs/a', of('-Xms1g -Xmx1g -Da=b'), of('-Xms1g -Xmx2g -Da=b'))).toMatchObject([{ kind: 'resources', en: 'container app: Java heap -Xms1g -Xmx1g -> -Xms1g -Xmx2g', data: { what: 'heap', variable: 'JAVA_TOOL_OPTIONS' } }]);
    expect(meanings('Deployment core-mbs/a', of('-Xmx1g -Da=b'), of('-Xmx2g -Da=c'))).toMatchObject([{ kind: 'config' }]);
  });

  test('tells resources of custom resources by their field', () => {
    const of = (memory: string) => ({ spec: { kafka: { resources: { requests: { memory } } } } });
    expect(said(meanings('Kafka core-mw/a', of('1Gi'), of('2Gi'), { apiVersion: 'kafka.strimzi.io/v1' }))).toEqual([['resources', 'spec.kafka.resources: memory request 1Gi -> 2Gi']]);
  });

  test('tells replicas, members and bounds of autoscaling with their direction', () => {
    expect(meanings('Deployment core-mbs/a', { spec: { replicas: 2 } }, { spec: { replicas: 3 } })).toMatchObject([{ kind: 'scale', en: 'replicas: 2 -> 3', data: { what: 'replicas', from: 2, to: 3, direction: 'more' } }]);
    expect(said(meanings('HorizontalPodAutoscaler core-mbs/a', { spec: { minReplicas: 2, maxReplicas: 4, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 60 } } }] } }, { spec: { minReplicas: 1, maxReplicas: 6, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } }] } }))).toEqual([
      ['scale', 'most replicas: 4 -> 6'], ['scale', 'fewest replicas: 2 -> 1'], ['scale', 'scaling target [Resource/cpu].resource.target.averageUtilization: 60 -> 70'],
    ]);
    expect(said(meanings('PodDisruptionBudget core-mbs/a', { spec: { maxUnavailable: 1 } }, { spec: { maxUnavailable: 0 } }))).toEqual([['scale', 'unavailable during a disruption at most: 1 -> 0']]);
    expect(said(meanings('RedisCluster core-mw/a', { spec: { clusterSize: 3 } }, { spec: { clusterSize: 5 } }, { apiVersion: 'redis.redis.opstreelabs.in/v1beta2' }))).toEqual([['scale', 'cluster members: 3 -> 5']]);
  });

  test('tells quotas as raised or lowered', () => {
    expect(said(meanings('ResourceQuota core-mbs/a', { spec: { hard: { 'requests.cpu': '8', pods: '10' } } }, { spec: { hard: { 'requests.cpu': '10', pods: '8', services: '1' } } }))).toEqual([
      ['quota', 'quota pods: 10 -> 8 (lowered)'], ['quota', 'quota requests.cpu: 8 -> 10 (raised)'], ['quota', 'quota services added: 1'],
    ]);
    expect(meanings('LimitRange core-mbs/a', { spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }, { spec: { limits: [{ type: 'Container', max: { cpu: '2' } }] } })).toMatchObject([{ kind: 'quota', en: 'defaults and bounds of [Container].max.cpu: 1 -> 2' }]);
  });

  test('tells the amounts of what is created or deleted', () => {
    expect(said(alone('created', 'HorizontalPodAutoscaler core-mbs/a', { spec: { minReplicas: 2, maxReplicas: 4 } }))).toEqual([['scale', '2 to 4 replicas']]);
    expect(said(alone('deleted', 'ResourceQuota core-mbs/a', { spec: { hard: { pods: '10' } } }))).toEqual([['quota', 'quota: pods 10']]);
    expect(said(alone('deleted', 'PersistentVolumeClaim core-mbs/a', { spec: { storageClassName: 's', resources: { requests: { storage: '1Gi' } } } }))).toEqual([['storage', 'storage 1Gi (s)']]);
  });
});
