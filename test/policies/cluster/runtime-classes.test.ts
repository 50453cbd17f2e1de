import { PolicyEstate } from '../../../engine/policy/index.ts';
import { runtimeClassRules } from '../../../policies/cluster/runtime-classes.ts';
import { judged, judgedEstate } from '../../fixtures/policies.ts';

const pod = (runtimeClassName?: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'a' }, spec: { containers: [], ...(runtimeClassName ? { runtimeClassName } : {}) } });
const sandbox = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'gvisor' }, handler: 'runsc' };

describe('NSA-POD-28, the RuntimeClass', () => {
  it('is declared, or known to exist', () => {
    expect(judged(runtimeClassRules, [pod(), pod('gvisor'), sandbox])).toEqual([]);
    expect(judged(runtimeClassRules, [pod('gvisor')], { facts: { existing: [{ kind: 'RuntimeClass', name: 'gvisor' }] } })).toEqual([]);
  });

  it('is found where nothing declares it, in this zone', () => {
    expect(judged(runtimeClassRules, [pod('gvisor')])).toMatchObject([{ rule: 'NSA-POD-28', field: 'spec.runtimeClassName' }]);
    expect(judgedEstate(runtimeClassRules, new PolicyEstate([{ manifest: pod('gvisor'), zone: 'core', file: 'a' }, { manifest: sandbox, zone: 'public', file: 'b' }]))).toHaveLength(1);
  });
});
