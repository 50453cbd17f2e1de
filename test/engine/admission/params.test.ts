import { policyParams } from '../../../engine/admission/index.ts';
import type { Waiver, WaiverTarget } from '../../../engine/waivers/index.ts';
import { FACTS } from './decide.ts';

const waiver = (rule: string, target: WaiverTarget): Waiver => ({ id: 'W-1', rule, target, reason: 'r', owner: 'o', ticket: 't', expires: '2030-12-31', where: '' });

it('has a line for each waiver of a rule, as narrow as it is written', () => {
  const data = policyParams(FACTS, [
    waiver('NSA-POD-12', { kind: 'DaemonSet', namespace: 'agents', name: 'logs', container: 'host', field: 'hostPath', path: '/var/log' }),
    waiver('NSA-POD-12', { kind: 'DaemonSet', namespace: 'agents', name: 'disks', container: 'host', path: '/srv' }),
    waiver('NSA-POD-21', { kind: 'Namespace', name: 'agents' }),
  ]);
  expect(data).toMatchObject({
    'NSA-POD-12': 'agents/DaemonSet/disks host * /srv\nagents/DaemonSet/logs host hostPath /var/log',
    'NSA-POD-21': '/Namespace/agents * * *',
  });
});

it('names the accounts of the controllers of Kubernetes, and of others that the environment has, each once', () => {
  const ROLLOUT = 'ReplicaSet argoproj.io/v1alpha1 Rollout system:serviceaccount:argo-rollouts:argo-rollouts';
  const lines = policyParams({ ...FACTS, controllers: [ROLLOUT, ROLLOUT] })['controllers']!.split('\n');
  expect(lines.filter((line) => line === ROLLOUT)).toHaveLength(1);
  expect(lines).toEqual(expect.arrayContaining([
    'Pod apps/v1 DaemonSet system:serviceaccount:kube-system:daemon-set-controller', 'Pod apps/v1 DaemonSet system:kube-controller-manager',
    'ReplicaSet apps/v1 Deployment system:serviceaccount:kube-system:deployment-controller', 'Job batch/v1 CronJob system:serviceaccount:kube-system:cronjob-controller',
  ]));
});

it('lists the facts in one order, whatever the order they come in', () => {
  expect(policyParams({ ...FACTS, registries: ['b/', 'a/'] })).toMatchObject({ registries: 'a/\nb/' });
});
