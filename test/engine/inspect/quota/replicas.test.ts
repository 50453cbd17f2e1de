import { mostPods } from '../../../../engine/inspect/index.ts';
import { autoscaled } from '../../../../engine/inspect/quota/replicas.ts';
import { custom, deployment, type Fields } from '../objects.ts';

const NODES = [{ zone: 'core', count: 42 }, { zone: 'core', count: 3, labels: { gpu: 'true' } }, { zone: 'public', count: 18 }];

function most(kind: string, spec: Fields, podSpec: Fields = {}, scaled = new Map<string, number>()): number {
  return mostPods(custom(kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1', kind, spec), podSpec, scaled, NODES);
}

describe('mostPods', () => {
  it('adds the surge to the replicas of a Deployment, rounded up', () => {
    expect(most('Deployment', { replicas: 3 })).toBe(4);
    expect(most('Deployment', { replicas: 10, strategy: { rollingUpdate: { maxSurge: '21%' } } })).toBe(13);
    expect(most('Deployment', { replicas: 10, strategy: { rollingUpdate: { maxSurge: 2 } } })).toBe(12);
    expect(most('Deployment', { replicas: 10, strategy: { type: 'Recreate' } })).toBe(10);
    expect(most('Deployment', {})).toBe(2);
  });

  it('takes the maximum of the autoscaler for its replicas', () => {
    const hpa = custom('autoscaling/v2', 'HorizontalPodAutoscaler', { maxReplicas: 8, scaleTargetRef: { kind: 'Deployment', name: 'hsa-mbs' } });
    expect(mostPods(deployment({}, { strategy: { rollingUpdate: { maxSurge: 1 } } }), {}, autoscaled([hpa]), [])).toBe(9);
  });

  it('adds no surge to a StatefulSet', () => {
    expect(most('StatefulSet', { replicas: 3 })).toBe(3);
  });

  it('counts the nodes of the zone for a DaemonSet, by its node selector', () => {
    expect(most('DaemonSet', {})).toBe(45);
    expect(most('DaemonSet', {}, { nodeSelector: { gpu: 'true' } })).toBe(3);
    expect(most('DaemonSet', {}, { nodeSelector: { 'kubernetes.io/os': 'linux' } })).toBe(45);
    expect(mostPods(custom('apps/v1', 'DaemonSet', {}), {}, new Map(), [])).toBe(1);
  });

  it('counts what a Job runs at once', () => {
    expect(most('Job', { parallelism: 5, completions: 3 })).toBe(3);
    expect(most('Job', {})).toBe(1);
    expect(most('CronJob', { jobTemplate: { spec: { parallelism: 2 } } })).toBe(2);
  });
});
