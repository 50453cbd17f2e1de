import { covers } from '../../../policies/cluster/image-pattern.ts';
import { signatureRules } from '../../../policies/cluster/signatures.ts';
import { judged } from '../../fixtures/policies.ts';

const pod = (...images: readonly string[]) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'a' }, spec: { containers: images.map((image, index) => ({ name: `c${index}`, image })) } });
const admission = (plugins: readonly object[]) => ({ zone: '', file: 'control-plane/admission-configuration.yaml', content: { apiVersion: 'apiserver.config.k8s.io/v1', kind: 'AdmissionConfiguration', plugins } });
const sigstore = (glob: string, more: object = {}) => ({ apiVersion: 'policy.sigstore.dev/v1beta1', kind: 'ClusterImagePolicy', metadata: { name: 'p' }, spec: { images: [{ glob }], ...more } });
const kyverno = (reference: string, more: object = {}) => ({ apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', metadata: { name: 'p' }, spec: { rules: [{ verifyImages: [{ imageReferences: [reference], ...more }] }] } });
const found = (...manifests: readonly object[]) => judged(signatureRules, manifests).map(({ field, message }) => `${field} ${message.en}`);
const DIGEST = `@sha256:${'0'.repeat(64)}`;

describe('NSA-POD-26', () => {
  it('finds a cluster that verifies nothing, once', () => {
    expect(judged(signatureRules, [pod('r.example/a:1'), pod('r.example/b:1')], { files: [admission([])] })).toMatchObject([{ at: { file: 'control-plane/admission-configuration.yaml' }, message: { en: 'nothing in this cluster verifies signatures of images' } }]);
  });

  it('says nothing of the cluster of a workload alone', () => {
    expect(found(pod('r.example/a:1'))).toEqual([]);
  });

  it('takes a webhook of the API server that refuses in doubt', () => {
    const webhook = (defaultAllow: boolean) => admission([{ name: 'ImagePolicyWebhook', configuration: { imagePolicy: { defaultAllow } } }]);
    expect(judged(signatureRules, [pod('r.example/a:1')], { files: [webhook(false)] })).toEqual([]);
    expect(judged(signatureRules, [pod('r.example/a:1')], { files: [webhook(true)] })).toHaveLength(1);
  });

  it.each([
    ['Sigstore', sigstore('r.example:5000/champ/**')],
    ['Kyverno', kyverno('r.example:5000/*')],
    ['Kyverno, its own kind', { apiVersion: 'policies.kyverno.io/v1', kind: 'ImageValidatingPolicy', metadata: { name: 'p' }, spec: { matchImageReferences: [{ glob: 'r.example:5000/*' }] } }],
  ])('asks that a policy of %s covers every image', (_, policy) => {
    expect(found(policy, pod('r.example:5000/champ/app:1', `r.example:5000/champ/team/app${DIGEST}`))).toEqual([]);
    expect(found(policy, pod('r.example:5000/champ/app:1'), pod('docker.io/library/nginx:1'), pod('docker.io/library/nginx:2'))).toEqual(['spec.containers[0].image no policy verifies signatures of docker.io/library/nginx']);
  });

  it('takes no policy that only warns', () => {
    const files = [admission([])];
    expect(judged(signatureRules, [sigstore('**', { mode: 'warn' })], { files })).toHaveLength(1);
    expect(judged(signatureRules, [kyverno('*', { failureAction: 'Audit' })], { files })).toHaveLength(1);
  });
});

describe('a pattern of images', () => {
  it.each([
    ['r.example/*', 'r.example/app', true, true],
    ['r.example/*', 'r.example/team/app', false, true],
    ['r.example/**', 'r.example/team/app', true, true],
    ['r.example/*/app', 'r.example/team/app', true, true],
    ['r.example/app?', 'r.example/app1', true, true],
    ['r.example/app', 'r.example/app1', false, false],
    ['*', 'r.example', true, true],
    ['', 'r.example', false, false],
  ])('%s on %s: %s within a part, %s across', (pattern, image, within, across) => {
    expect([covers(pattern, image, false), covers(pattern, image, true)]).toEqual([within, across]);
  });

  it('is read in bounded time, whatever it holds', () => {
    const started = performance.now();
    expect(covers(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000), true)).toBe(false);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
