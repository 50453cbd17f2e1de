import { createConsole } from '../../../cli/output/console.ts';
import { judge, judged, type Kubectl } from '../../../cli/bootstrap/judged.ts';
import type { Bootstrap } from '../../../engine/bootstrap/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';

const manifest: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: 'argocd' } };
const answering = (stderr: string): Kubectl => () => ({ status: 1, stderr });

it('asks for a dry run at the server, by the field manager of ArgoCD, and nothing else', () => {
  const calls: { readonly args: readonly string[]; readonly input: string }[] = [];
  const told = judge(manifest, 'core', (args, input) => { calls.push({ args, input }); return { status: 0, stderr: '' }; });
  expect(told).toEqual({ object: 'v1/ConfigMap argocd/argocd-cm', verdict: 'accepted' });
  expect(calls).toHaveLength(1);
  expect(calls[0]!.args).toEqual(expect.arrayContaining(['--context', 'core', 'apply', '--server-side', '--dry-run=server', '--field-manager=argocd-controller']));
  expect(JSON.parse(calls[0]!.input)).toEqual(manifest);
});

it.each([
  ['Error from server (NotFound): namespaces "argocd" not found'],
  ['error: resource mapping not found for name: "default" namespace: "argocd" from "STDIN": no matches for kind "AppProject" in version "argoproj.io/v1alpha1"\nensure CRDs are installed first'],
])('waits for an earlier step where the server says: %s', (stderr) => {
  expect(judge(manifest, 'core', answering(stderr))).toMatchObject({ verdict: 'later' });
});

it.each([
  ['Error from server (Forbidden): configmaps "argocd-cm" is forbidden'],
  ['Error from server (BadRequest): strict decoding error: unknown field "spec.x"'],
  ['Warning: something\nThe ConfigMap "argocd-cm" is invalid: data: Invalid value'],
  ['error: Apply failed with 1 conflict: conflict with "helm": .data.url\nPlease review the fields above'],
])('takes as refused, with the reason: %s', (stderr) => {
  expect(judge(manifest, 'core', answering(stderr))).toMatchObject({ verdict: 'refused', why: expect.stringMatching(/forbidden|strict|invalid|conflict/) });
});

it.each([
  ['error: context "core" does not exist'], ['Unable to connect to the server: dial tcp: lookup x: no such host'], ['error: You must be logged in to the server (Unauthorized)'],
  ['Error from server (Timeout): the server was unable to return a response in the time allotted'], [''],
])('is a failure, not a verdict, where the server did not answer: %s', (stderr) => {
  expect(() => judge(manifest, 'core', answering(stderr))).toThrow(/CHAMP5041/);
});

it('names kubectl when it is not there', () => {
  expect(() => judge(manifest, 'core', () => ({ status: null, stderr: '', error: Object.assign(new Error('spawn'), { code: 'ENOENT' }) }))).toThrow(/CHAMP5040/);
});

describe('the whole plan', () => {
  const text = { zh: '', en: '' };
  const plan: Bootstrap = {
    environment: 'dev', zone: 'core',
    steps: [{ file: '02-settings.yaml', manifests: [manifest], content: '', title: text, commands: [] }, { file: '04-argocd.values.yaml', manifests: [], content: '', title: text, commands: [] }],
  };
  function run(kubectl: Kubectl, json = false) {
    let [out, err] = ['', ''];
    const console_ = createConsole({ language: 'en', json }, { out: { write: (each) => { out += each; } }, err: { write: (each) => { err += each; } } }, {});
    return { code: judged(plan, 'core', console_, kubectl), out: () => out, err: () => err };
  }

  it('ends with 0 where nothing is refused, and says what helm brings', () => {
    const told = run(() => ({ status: 0, stderr: '' }));
    expect(told.code).toBe(0);
    expect(told.out()).toMatch(/02-settings\.yaml +v1\/ConfigMap argocd\/argocd-cm +accepted[^]*04-argocd\.values\.yaml +installed by helm/);
    expect(told.err()).toContain('1 accepted');
  });

  it('ends with 1 and the reason where an object is refused, as data too', () => {
    const told = run(answering('Error from server (Forbidden): no'), true);
    expect(told.code).toBe(1);
    expect(JSON.parse(told.out())).toMatchObject({ steps: [{ objects: [{ verdict: 'refused', why: expect.stringContaining('Forbidden') }] }, { objects: [] }] });
    expect(told.err()).toContain('CHAMP8203');
  });
});
