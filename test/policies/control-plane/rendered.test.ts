import { controlPlaneEstateRules } from '../../../policies/control-plane/index.ts';
import { controlPlane } from '../../fixtures/control-plane.ts';
import { judged } from '../../fixtures/policies.ts';

/** Admits one registry; without it images come from anywhere. */
const GATE = {
  apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', metadata: { name: 'images' },
  spec: { validations: [{ expression: "variables.containers.all(container, container.?image.orValue('').startsWith('registry.example/'))" }] },
};

const found = (file?: string, change?: (content: any) => void, objects: readonly unknown[] = [GATE]) => (
  judged(controlPlaneEstateRules, objects, { files: controlPlane(file, change), zone: 'core' })
);

describe('the rendered control plane', () => {
  it('has no finding', () => {
    expect(found().map(({ rule, field }) => `${rule} ${field}`)).toEqual([]);
  });

  it('needs a gate for images', () => {
    expect(found(undefined, undefined, []).map(({ rule }) => rule)).toEqual(['NSA-POD-23']);
  });
});

type Row = readonly [rule: string, what: string, file: string, change: (content: any) => void];

const flag = (rule: string, file: string, name: string, value?: string): Row => [
  rule, value === undefined ? `${name} removed` : `${name}=${value}`, file,
  ({ flags }) => { if (value === undefined) delete flags[name]; else flags[name] = value; },
];
const set = (rule: string, file: string, path: string, value: unknown): Row => [rule, `${path}: ${JSON.stringify(value)}`, file, (content) => {
  const steps = path.split('.');
  const last = steps.pop()!;
  const parent = steps.reduce((each, step) => each[step], content);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}];

const API = 'apiserver-flags';
const KUBELET = 'kubelet-configuration';
const ETCD = 'etcd-flags';
const MANAGER = 'controller-manager-flags';
const AUTHN = 'authentication-configuration';
const ENCRYPTION = 'encryption-configuration';
const AUDIT = 'audit-policy';

const WEAKENED: readonly Row[] = [
  set('NSA-NET-16', KUBELET, 'podPidsLimit', -1),
  set('NSA-NET-16', KUBELET, 'podPidsLimit', undefined),
  ['NSA-NET-16', 'no process ids reserved', KUBELET, ({ kubeReserved, systemReserved }) => { delete kubeReserved.pid; delete systemReserved.pid; }],
  set('NSA-NET-16', KUBELET, 'evictionHard', {}),

  flag('NSA-NET-17', API, 'insecure-port', '8080'),
  flag('NSA-NET-17', API, 'insecure-bind-address', '0.0.0.0'),
  flag('NSA-NET-17', API, 'secure-port', '0'),
  flag('NSA-NET-17', API, 'tls-cert-file'),
  flag('NSA-NET-17', API, 'tls-private-key-file'),
  flag('NSA-NET-17', API, 'tls-min-version', 'VersionTLS11'),
  flag('NSA-NET-17', API, 'tls-cipher-suites', 'TLS_RSA_WITH_AES_128_CBC_SHA'),
  ['NSA-NET-17', 'the API port open to the internet', 'firewall', ({ rules }) => { rules[0].from = [...rules[0].from, '0.0.0.0/0']; }],
  ['NSA-NET-17', 'the API port open to half of the internet', 'firewall', ({ rules }) => { rules[0].from = [...rules[0].from, '128.0.0.0/1']; }],

  ['NSA-NET-18', 'etcd open to nodes', 'firewall', ({ rules }) => { rules[1].from = rules[0].from; }],
  ['NSA-NET-18', 'etcd inside of a wider range of ports', 'firewall', ({ rules }) => { rules[2].ports = '2000-2400/tcp'; }],
  ['NSA-NET-18', 'kubelets open to everyone', 'firewall', ({ rules }) => { rules[2].from = ['::/0']; }],
  ['NSA-NET-18', 'a rule without sources', 'firewall', ({ rules }) => { rules[2].from = []; }],
  ['NSA-NET-18', 'a rule without ports', 'firewall', ({ rules }) => { delete rules[2].ports; }],

  ...['client-cert-auth', 'peer-client-cert-auth', 'cert-file', 'key-file', 'trusted-ca-file', 'peer-cert-file', 'peer-key-file', 'peer-trusted-ca-file'].map((name) => flag('NSA-NET-19', ETCD, name)),
  flag('NSA-NET-19', ETCD, 'auto-tls', 'true'),
  flag('NSA-NET-19', ETCD, 'peer-auto-tls', 'true'),
  flag('NSA-NET-19', ETCD, 'listen-client-urls', 'https://127.0.0.1:2379,http://10.0.0.1:2379'),
  flag('NSA-NET-19', ETCD, 'trusted-ca-file', '/etc/kubernetes/pki/ca.crt'),
  flag('NSA-NET-19', API, 'etcd-cafile', '/etc/kubernetes/pki/ca.crt'),
  flag('NSA-NET-19', API, 'etcd-certfile'),
  flag('NSA-NET-19', API, 'etcd-servers', 'http://10.0.0.1:2379'),

  ['NSA-NET-20', 'a controller manager on every address without authentication', MANAGER, ({ flags }) => { flags['bind-address'] = '0.0.0.0'; delete flags['authentication-kubeconfig']; }],
  ['NSA-NET-20', 'a scheduler without an address or authentication', 'scheduler-flags', ({ flags }) => { delete flags['bind-address']; delete flags['authorization-kubeconfig']; }],
  flag('NSA-NET-20', 'scheduler-flags', 'port', '10251'),
  flag('NSA-NET-20', MANAGER, 'use-service-account-credentials', 'false'),
  flag('NSA-NET-20', MANAGER, 'root-ca-file'),
  flag('NSA-NET-20', MANAGER, 'feature-gates', 'A=true,RotateKubeletServerCertificate=false'),
  flag('NSA-NET-20', API, 'kubelet-certificate-authority'),
  flag('NSA-NET-20', API, 'kubelet-client-certificate'),
  flag('NSA-NET-20', API, 'client-ca-file'),
  set('NSA-NET-20', KUBELET, 'serverTLSBootstrap', false),

  set('NSA-NET-23', KUBELET, 'authentication.anonymous.enabled', true),
  set('NSA-NET-23', KUBELET, 'authentication.anonymous.enabled', 'false'),
  set('NSA-NET-23', KUBELET, 'authentication.webhook.enabled', false),
  set('NSA-NET-23', KUBELET, 'authentication.x509.clientCAFile', undefined),
  set('NSA-NET-23', KUBELET, 'authorization.mode', 'AlwaysAllow'),
  set('NSA-NET-23', KUBELET, 'readOnlyPort', 10255),
  set('NSA-NET-23', KUBELET, 'rotateCertificates', undefined),
  set('NSA-NET-23', KUBELET, 'tlsMinVersion', 'VersionTLS10'),
  ['NSA-NET-23', 'a weak suite', KUBELET, ({ tlsCipherSuites }) => { tlsCipherSuites.push('TLS_RSA_WITH_3DES_EDE_CBC_SHA'); }],

  flag('NSA-NET-24', API, 'encryption-provider-config'),
  ['NSA-NET-24', 'identity first', ENCRYPTION, ({ resources }) => { resources[0].providers.reverse(); }],
  ['NSA-NET-24', 'no secrets', ENCRYPTION, ({ resources }) => { resources[0].resources = ['configmaps']; }],
  ['NSA-NET-24', 'secrets in a row before, in the clear', ENCRYPTION, ({ resources }) => { resources.unshift({ resources: ['*.*'], providers: [{ identity: {} }] }); }],
  ['NSA-NET-24', 'KMS v1', ENCRYPTION, ({ resources }) => { resources[0].providers[0].kms.apiVersion = 'v1'; }],
  ['NSA-NET-24', 'a key in the file', ENCRYPTION, ({ resources }) => { resources[0].providers[0] = { secretbox: { keys: [{ name: 'a', secret: 'A'.repeat(43) + '=' }] } }; }],

  flag('NSA-AUTH-01', API, 'anonymous-auth', 'true'),
  flag('NSA-AUTH-01', API, 'authentication-config'),
  set('NSA-AUTH-01', AUTHN, 'anonymous', undefined),
  set('NSA-AUTH-01', AUTHN, 'anonymous.conditions', []),
  ['NSA-AUTH-01', 'a path that tells more than health', AUTHN, ({ anonymous }) => { anonymous.conditions.push({ path: '/api/v1/secrets' }); }],

  flag('NSA-AUTH-03', API, 'token-auth-file', '/etc/tokens.csv'),
  flag('NSA-AUTH-03', API, 'basic-auth-file', '/etc/users.csv'),
  flag('NSA-AUTH-03', API, 'authentication-config'),
  flag('NSA-AUTH-03', API, 'oidc-issuer-url', 'http://issuer.example'),
  ['NSA-AUTH-03', 'an issuer in clear text', AUTHN, ({ jwt }) => { jwt.push({ issuer: { url: 'http://issuer.example', audiences: ['a'] } }); }],

  flag('NSA-AUTH-04', API, 'authorization-mode', 'Node,RBAC,AlwaysAllow'),
  flag('NSA-AUTH-04', API, 'authorization-mode', 'RBAC'),
  flag('NSA-AUTH-04', API, 'authorization-mode'),

  ...['audit-policy-file', 'audit-log-path', 'audit-log-maxage', 'audit-log-maxbackup', 'audit-log-maxsize'].map((name) => flag('NSA-LOG-01', API, name)),
  flag('NSA-LOG-01', API, 'audit-log-maxsize', '0'),

  ['NSA-LOG-02', 'bodies of Secrets', AUDIT, ({ rules }) => { rules[0].level = 'RequestResponse'; }],
  ['NSA-LOG-02', 'a wider rule before that of Secrets', AUDIT, ({ rules }) => { rules.push(rules.shift()); }],
  ['NSA-LOG-02', 'bodies of Secrets of one namespace', AUDIT, ({ rules }) => { rules.unshift({ level: 'Request', namespaces: ['apps'] }); }],
  ['NSA-LOG-02', 'bodies of Secrets for one group', AUDIT, ({ rules }) => { rules.unshift({ level: 'Request', userGroups: ['ops'], resources: [{ group: '', resources: ['*'] }] }); }],
  ['NSA-LOG-02', 'tokens in the log', AUDIT, ({ rules }) => { rules[0].resources[0].resources.pop(); rules.unshift({ level: 'Request', resources: [{ group: '', resources: ['*/token'] }] }); }],
  ['NSA-LOG-02', 'Secrets not recorded', AUDIT, ({ rules }) => { rules[0].level = 'None'; }],
  ['NSA-LOG-02', 'no last rule', AUDIT, ({ rules }) => { rules.pop(); }],

  ['NSA-LOG-03', 'anonymous calls left out', AUDIT, ({ rules }) => { rules.unshift({ level: 'None', users: ['system:anonymous'] }); }],
  ['NSA-LOG-03', 'administrators left out', AUDIT, ({ rules }) => { rules.unshift({ level: 'None', userGroups: ['system:masters'] }); }],
  ['NSA-LOG-03', 'service accounts left out', AUDIT, ({ rules }) => { rules.unshift({ level: 'None', userGroups: ['system:serviceaccounts'] }); }],
  ['NSA-LOG-03', 'exec left out', AUDIT, ({ rules }) => { rules.unshift({ level: 'None', resources: [{ group: '', resources: ['pods/*'] }] }); }],
  ['NSA-LOG-03', 'kube-system left out', AUDIT, ({ rules }) => { rules.unshift({ level: 'None', namespaces: ['kube-system'] }); }],
  ['NSA-LOG-03', 'changes of grants left out', AUDIT, ({ rules }) => { rules.unshift({ level: 'None', resources: [{ group: 'rbac.authorization.k8s.io' }] }); }],
  ['NSA-LOG-03', 'pod templates without bodies', AUDIT, ({ rules }) => { rules.unshift({ level: 'Metadata', resources: [{ group: 'apps' }] }); }],
  ['NSA-LOG-03', 'the stage that tells of a call left out', AUDIT, (content) => { content.omitStages.push('ResponseComplete'); }],
  ['NSA-LOG-03', 'no rules', AUDIT, (content) => { content.rules = []; }],
];

describe('a weakened control plane', () => {
  it.each(WEAKENED)('%s finds %s (%s)', (rule, _what, file, change) => {
    const findings = found(file, change).filter((each) => each.rule === rule);
    expect(findings).not.toEqual([]);
    for (const { message, field } of findings) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/\p{Script=Han}/u);
      expect(field).toMatch(/^[\w.[\]-]*$/);
    }
  });

  it.each(controlPlaneEstateRules)('$id is tried by a weakened file', ({ id }) => {
    expect([...WEAKENED.map(([rule]) => rule), 'NSA-POD-23']).toContain(id);
  });
});

describe('a control plane that is not handed over', () => {
  it('is no finding, and every rule says that it saw nothing', () => {
    expect(judged(controlPlaneEstateRules, [GATE])).toEqual([]);
  });

  it.each(['x', 7, null, [], { kind: 'Policy', apiVersion: 'audit.k8s.io/v1', rules: 'x' }, { kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', authentication: [null] },
    { component: 'etcd', flags: [] }, { component: 'kube-apiserver', flags: { 'tls-cert-file': { a: 1 }, 'authorization-mode': null } }, { rules: [{ to: 1, from: null, ports: {} }] },
    { kind: 'EncryptionConfiguration', apiVersion: 'apiserver.config.k8s.io/v1', resources: [{ resources: [1], providers: [null] }, null] },
    { kind: 'ClusterConfiguration', apiVersion: 'kubeadm.k8s.io/v1beta4', apiServer: { extraArgs: [null, { name: 1 }] } }])('never crashes on garbage: %j', (content) => {
    expect(() => judged(controlPlaneEstateRules, [], { files: [{ zone: '', file: 'a.yaml', content }] })).not.toThrow();
  });
});
