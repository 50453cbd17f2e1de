import { rendered, workloadPart } from '../../../fixtures/middleware.ts';

it('lets a drain take one pod of several', () => {
  expect(rendered([workloadPart()]).find('PodDisruptionBudget', 'store').spec).toEqual({ maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'store' } }, unhealthyPodEvictionPolicy: 'IfHealthyBudget' });
  expect(rendered([workloadPart({ workload: 'Deployment' })]).find('PodDisruptionBudget', 'store').spec.unhealthyPodEvictionPolicy).toBe('AlwaysAllow');
});

it('never stands in the way of a drain of a single pod, an agent or a job', () => {
  for (const own of [{ replicas: 1 }, { workload: 'DaemonSet', replicas: undefined }, { workload: 'Job', replicas: undefined }] as const) {
    expect(rendered([workloadPart(own)]).names('PodDisruptionBudget')).toEqual([]);
  }
});
