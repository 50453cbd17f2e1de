import { controlPlaneEstateRules } from '../../../policies/control-plane/index.ts';
import { judged } from '../../fixtures/policies.ts';

const pod = (component: string, container: object, metadata: object = {}) => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { name: `${component}-node`, namespace: 'kube-system', ...metadata }, spec: { containers: [{ name: component, image: `registry.example/${component}:v1.36.0`, ...container }] },
});
const file = (content: object) => ({ zone: '', file: 'vendor.yaml', content });
const found = (rule: string, objects: readonly unknown[], files: readonly object[] = []) => (
  judged(controlPlaneEstateRules, objects, { files: files.map(file) }).filter((each) => each.rule === rule).map(({ field, message }) => `${field} ${message.en}`)
);

describe('flags of a static pod', () => {
  it.each([
    ['in its command', { command: ['kube-apiserver', '--authorization-mode=AlwaysAllow'] }],
    ['with the value beside', { command: ['/usr/local/bin/kube-apiserver', '--authorization-mode', 'AlwaysAllow'] }],
    ['in its args', { args: ['--authorization-mode=AlwaysAllow'] }],
    ['behind a shell', { command: ['/bin/sh', '-c', 'exec kube-apiserver \\\n  --authorization-mode=AlwaysAllow 2>&1'] }],
  ])('are read %s', (_where, container) => {
    expect(found('NSA-AUTH-04', [pod('kube-apiserver', container)])).toEqual([expect.stringContaining('is AlwaysAllow')]);
  });

  it('count the last of a flag that stands twice', () => {
    expect(found('NSA-AUTH-04', [pod('kube-apiserver', { command: ['kube-apiserver', '--authorization-mode=AlwaysAllow', '--authorization-mode=Node,RBAC'] })])).toEqual([]);
  });

  it('are not looked for in other programs that name the component', () => {
    expect(judged(controlPlaneEstateRules, [pod('scanner', { command: ['scan', '--of', 'kube-apiserver'] }), pod('app', { command: ['etcd'] }, { namespace: 'app' })])).toEqual([]);
  });

  it('are judged for the etcd of the cluster', () => {
    expect(found('NSA-NET-19', [pod('etcd', { command: ['etcd', '--client-cert-auth'] })]).join()).toContain('--peer-client-cert-auth of etcd is not set');
  });
});

describe('a configuration of kubeadm', () => {
  const cluster = (version: string, extraArgs: unknown) => ({ apiVersion: `kubeadm.k8s.io/${version}`, kind: 'ClusterConfiguration', apiServer: { extraArgs } });

  it('has the defaults of kubeadm', () => {
    expect(found('NSA-AUTH-04', [], [cluster('v1beta4', [])])).toEqual([]);
    expect(found('NSA-NET-17', [], [cluster('v1beta4', [])])).toEqual([]);
  });

  it.each([
    ['v1beta3', { 'authorization-mode': 'AlwaysAllow' }],
    ['v1beta4', [{ name: 'authorization-mode', value: 'AlwaysAllow' }]],
  ])('has the extra arguments of %s', (version, extraArgs) => {
    expect(found('NSA-AUTH-04', [], [cluster(version, extraArgs)])).toEqual([expect.stringContaining('is AlwaysAllow')]);
  });

  it('judges the kubelets that join', () => {
    const join = { apiVersion: 'kubeadm.k8s.io/v1beta4', kind: 'JoinConfiguration', nodeRegistration: { kubeletExtraArgs: [{ name: 'read-only-port', value: '10255' }] } };
    expect(found('NSA-NET-23', [], [join])).toEqual([expect.stringContaining('--read-only-port of kubelet is 10255')]);
  });
});

describe('what a kubelet has by default', () => {
  it('is safe but for rotation and the authority of clients', () => {
    const fields = found('NSA-NET-23', [], [{ apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' }]).map((each) => each.split(' ')[0]);
    expect(fields).toEqual(['rotateCertificates', 'authentication.x509.clientCAFile']);
  });
});

describe('an AuthorizationConfiguration', () => {
  const flags = { component: 'kube-apiserver', flags: { 'authorization-config': '/etc/authz.yaml' } };
  const authorizers = (...types: readonly string[]) => ({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'AuthorizationConfiguration', authorizers: types.map((type) => ({ type, name: type })) });

  it('stands for the flag', () => {
    expect(found('NSA-AUTH-04', [], [flags, authorizers('Node', 'RBAC')])).toEqual([]);
  });

  it('must have both authorizers', () => {
    expect(found('NSA-AUTH-04', [], [flags, authorizers('Webhook', 'RBAC')])).toEqual([expect.stringContaining('authorizers')]);
  });

  it('must be handed over', () => {
    expect(found('NSA-AUTH-04', [], [flags])).toHaveLength(1);
  });
});

describe('a gate for images', () => {
  const flags = { component: 'kube-apiserver', flags: {} };
  const webhook = (defaultAllow: boolean) => ({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'AdmissionConfiguration', plugins: [{ name: 'ImagePolicyWebhook', configuration: { imagePolicy: { defaultAllow } } }] });

  it.each([
    ['a webhook that refuses without an answer', [], [webhook(false)]],
    ['a policy of Kyverno', [{ apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', metadata: { name: 'a' }, spec: { rules: [{ verifyImages: [{}] }] } }], []],
    ['a policy of its own kind', [{ apiVersion: 'policies.kyverno.io/v1', kind: 'ImageValidatingPolicy', metadata: { name: 'a' } }], []],
  ])('is %s', (_what, objects, files) => {
    expect(found('NSA-POD-23', objects, [flags, ...files])).toEqual([]);
  });

  it('is no webhook that lets everything through when it is asleep', () => {
    expect(found('NSA-POD-23', [], [flags, webhook(true)])).toHaveLength(1);
  });
});

describe('an audit policy of somebody else', () => {
  const policy = (...rules: readonly object[]) => ({ apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules });

  it('passes when it records everything whole but what is confidential', () => {
    const good = policy(
      { level: 'None', nonResourceURLs: ['/healthz*'] },
      { level: 'Metadata', resources: [{ group: '', resources: ['secrets', 'configmaps', 'serviceaccounts/*'] }, { group: 'authentication.k8s.io', resources: ['*'] }] },
      { level: 'RequestResponse' },
    );
    expect([...found('NSA-LOG-02', [], [good]), ...found('NSA-LOG-03', [], [good])]).toEqual([]);
  });

  it('fails when only one Secret is kept out of the log', () => {
    const named = policy({ level: 'Metadata', resources: [{ group: '', resources: ['secrets'], resourceNames: ['one'] }] }, { level: 'RequestResponse' });
    expect(found('NSA-LOG-02', [], [named]).join()).toContain('the log gets the content of secrets');
  });

  it('fails when it records metadata of everything: nobody sees a changed security context', () => {
    expect(found('NSA-LOG-03', [], [policy({ level: 'Metadata' })])).toEqual([expect.stringContaining('changes of security contexts')]);
  });
});
