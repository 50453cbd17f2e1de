import { declaredNamespaceRules, podSecurityRules } from '../../../policies/cluster/pod-security.ts';
import { PolicyEstate } from '../../../engine/policy/index.ts';
import { judged, judgedEstate } from '../../fixtures/policies.ts';

const PREFIX = 'pod-security.kubernetes.io/';
const labels = (enforce = 'restricted', version = 'v1.36', audit = 'restricted', warn = 'restricted') => ({ [`${PREFIX}enforce`]: enforce, [`${PREFIX}enforce-version`]: version, [`${PREFIX}audit`]: audit, [`${PREFIX}warn`]: warn });
const namespace = (own?: Readonly<Record<string, string>>, name = 'a') => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...(own ? { labels: own } : {}) } });
const application = (syncOptions: readonly string[], own?: object) => ({
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'app', namespace: 'argocd' },
  spec: { destination: { namespace: 'a' }, syncPolicy: { syncOptions, ...(own ? { managedNamespaceMetadata: { labels: own } } : {}) } },
});
const found = (manifest: object) => judged(podSecurityRules, [manifest]).map(({ message }) => message.en);
const ENFORCE = `the label ${PREFIX}enforce is not baseline or restricted`;
const VERSION = `the label ${PREFIX}enforce-version pins no version`;
const OTHERS = `the labels ${PREFIX}audit and warn are not restricted`;
const CREATED = 'CreateNamespace=true makes a namespace without the labels of Pod Security';

describe('NSA-POD-21', () => {
  it.each([namespace(labels()), namespace(labels('baseline', 'v1.34')), application(['CreateNamespace=false']), application(['CreateNamespace=true'], labels())])('lets whole labels pass', (manifest) => {
    expect(found(manifest)).toEqual([]);
  });

  it.each([
    ['no labels', namespace(), [ENFORCE, VERSION, OTHERS]],
    ['privileged', namespace(labels('privileged')), [ENFORCE]],
    ['a level in another case', namespace(labels('Restricted')), [ENFORCE]],
    ['the newest version, whatever it is', namespace(labels('restricted', 'latest')), [VERSION]],
    ['no audit', namespace(labels('restricted', 'v1.36', 'baseline')), [OTHERS]],
    ['no warning', namespace(labels('restricted', 'v1.36', 'restricted', '')), [OTHERS]],
    // a name is no exemption
    ['no labels on kube-system', namespace(undefined, 'kube-system'), [ENFORCE, VERSION, OTHERS]],
    ['a namespace that ArgoCD makes without labels', application(['CreateNamespace=true']), [CREATED]],
    ['one that it makes as privileged', application(['CreateNamespace=true'], labels('privileged')), [CREATED]],
    ['one of an ApplicationSet', { ...application([]), kind: 'ApplicationSet', spec: { template: { spec: application(['CreateNamespace=true']).spec } } }, [CREATED]],
  ])('finds %s', (_, manifest, messages) => {
    expect(found(manifest)).toEqual(messages);
  });
});

describe('a namespace with pods', () => {
  const pod = (name?: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', ...(name ? { namespace: name } : {}) }, spec: { containers: [] } });
  const undeclared = (...manifests: readonly object[]) => judged(declaredNamespaceRules, manifests).map(({ message }) => message.en);

  it('is declared, or made by ArgoCD with its labels, or known to exist', () => {
    expect(undeclared(pod('a'), namespace())).toEqual([]);
    expect(undeclared(pod('a'), application(['CreateNamespace=true'], labels()))).toEqual([]);
    expect(judged(declaredNamespaceRules, [pod('a')], { facts: { existing: [{ kind: 'Namespace', name: 'a' }] } })).toEqual([]);
  });

  it('is found once when nothing declares it', () => {
    expect(undeclared(pod('a'), pod('a'), pod('b'), namespace(undefined, 'b'))).toEqual(['nothing declares the namespace a']);
    expect(undeclared(pod('a'), application(['CreateNamespace=true']))).toEqual(['nothing declares the namespace a']);
  });

  it('is found when only another zone declares it', () => {
    const objects = [{ manifest: pod('a'), zone: 'core', file: 'a' }, { manifest: namespace(), zone: 'public', file: 'b' }];
    expect(judgedEstate(declaredNamespaceRules, new PolicyEstate(objects))).toHaveLength(1);
  });

  it('is left alone when the object does not say which one it is, or every cluster has it', () => {
    expect(undeclared(pod(), pod('default'), pod('kube-system'))).toEqual([]);
  });
});
