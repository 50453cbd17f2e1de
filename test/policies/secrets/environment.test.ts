import { environmentRules } from '../../../policies/secrets/environment.ts';
import { judged } from '../../fixtures/policies.ts';

const pod = (container: object, list = 'containers') => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', namespace: 'n' }, spec: { [list]: [{ name: 'app', ...container }] } });
const ref = { name: 'P', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } };

it.each([
  ['a variable from a Secret', pod({ env: [{ name: 'A', value: 'a' }, ref] }), 'spec.containers[0].env'],
  ['a whole Secret', pod({ envFrom: [{ configMapRef: { name: 'c' } }, { secretRef: { name: 'db' } }] }), 'spec.containers[0].envFrom'],
  ['one in an init container', pod({ env: [ref] }, 'initContainers'), 'spec.initContainers[0].env'],
  ['one in an ephemeral container', pod({ env: [ref] }, 'ephemeralContainers'), 'spec.ephemeralContainers[0].env'],
  ['an optional one', pod({ env: [{ ...ref, valueFrom: { secretKeyRef: { name: 'db', key: 'p', optional: true } } }] }), 'spec.containers[0].env'],
])('%s is a finding', (_, manifest, field) => {
  expect(judged(environmentRules, [manifest])).toMatchObject([{ rule: 'NSA-NET-27', container: 'app', field, message: { en: expect.stringContaining('app') } }]);
});

it.each([
  ['no variables', pod({})],
  ['a literal', pod({ env: [{ name: 'A', value: 'a' }] })],
  ['a null reference', pod({ env: [{ name: 'A', valueFrom: null }] })],
  ['a ConfigMap', pod({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }], envFrom: [{ configMapRef: { name: 'c' } }] })],
  ['a field of the pod', pod({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] })],
  ['a mounted Secret', pod({ volumeMounts: [{ name: 's', mountPath: '/s', readOnly: true }] })],
])('%s passes', (_, manifest) => {
  expect(judged(environmentRules, [manifest])).toEqual([]);
});
