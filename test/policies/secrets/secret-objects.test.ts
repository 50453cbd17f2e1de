import { secretObjectRules } from '../../../policies/secrets/secret-objects.ts';
import { base64, password } from '../../engine/secrets/made.ts';
import { judged } from '../../fixtures/policies.ts';

const secret = (rest: object, apiVersion = 'v1') => ({ apiVersion, kind: 'Secret', metadata: { name: 'x', namespace: 'n' }, ...rest });

it.each([
  ['data', secret({ data: { password: base64(password()) } }), ['data']],
  ['text', secret({ stringData: { password: password() } }), ['stringData']],
  ['both', secret({ data: { a: base64('a') }, stringData: { b: 'b' } }), ['data', 'stringData']],
  ['a token of a ServiceAccount', secret({ type: 'kubernetes.io/service-account-token' }), ['type']],
  ['a bootstrap token', secret({ type: 'bootstrap.kubernetes.io/token', stringData: { 'token-id': 'a' } }), ['stringData', 'type']],
  ['data that is no map', secret({ data: 7 }), ['data']],
])('a Secret with %s is refused', (_, manifest, fields) => {
  expect(judged(secretObjectRules, [manifest]).map(({ rule, field }) => [rule, field])).toEqual(fields.map((field) => ['NSA-NET-26', field]));
});

it.each([
  ['a Secret that somebody else fills', secret({ type: 'Opaque' })],
  ['an empty Secret', secret({ data: {}, stringData: null })],
  ['a Secret that SOPS has encrypted', secret({ data: { a: 'ENC[AES256_GCM,data:...]' }, sops: { version: '3' } })],
  ['a SealedSecret', { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 'x' }, spec: { encryptedData: { a: 'b' } } }],
  ['an ExternalSecret', { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'x' }, spec: { data: [] } }],
  ['a Secret of another API', secret({ data: { a: 'b' } }, 'example.com/v1')],
])('%s passes', (_, manifest) => {
  expect(judged(secretObjectRules, [manifest])).toEqual([]);
});

it('is not asked at admission, where every Secret has data', () => {
  expect(secretObjectRules.map(({ admission }) => admission)).toEqual([false]);
});
