import { destinationRules, namespaceRules } from '../../../policies/network/namespaces.ts';
import { judged } from '../../fixtures/policies.ts';

const workload = (kind: string, namespace?: string) => {
  const template = { metadata: {}, spec: { containers: [{ name: 'app', image: 'app' }] } };
  const spec = kind === 'Pod' ? template.spec : kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { template };
  return { apiVersion: { Pod: 'v1', CronJob: 'batch/v1' }[kind] ?? 'apps/v1', kind, metadata: { name: 'app', ...(namespace === undefined ? {} : { namespace }) }, spec };
};
const application = (namespace: string) => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'app', namespace: 'argocd' }, spec: { destination: { namespace } } });

describe('NSA-NET-01', () => {
  it.each(['kube-system', 'kube-public', 'kube-node-lease', 'default'])('finds workloads in %s', (namespace) => {
    for (const kind of ['Pod', 'Deployment', 'CronJob']) {
      expect(judged(namespaceRules, [workload(kind, namespace)])).toMatchObject([{ rule: 'NSA-NET-01', field: 'metadata.namespace' }]);
    }
    expect(judged(destinationRules, [application(namespace)])).toMatchObject([{ field: 'spec.destination.namespace' }]);
  });

  it('lets an own namespace pass, and one that whoever applies the object decides', () => {
    expect(judged([...namespaceRules, ...destinationRules], [workload('Deployment', 'core-mbs'), workload('Deployment'), application('core-mbs')])).toEqual([]);
  });

  it('reads the destination of applications of ArgoCD alone', () => {
    expect(judged(destinationRules, [{ ...application('kube-system'), apiVersion: 'app.k8s.io/v1beta1' }])).toEqual([]);
  });
});
