import { quantity } from '../../../../engine/quantity/index.ts';
import { renderControlPlane } from '../../../../engine/render/control-plane/index.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { smallEnvironment, type EstateOverrides } from '../../../fixtures/estate.ts';
import { outputOf } from '../guardrails/workloads.ts';

interface AuditRule {
  readonly level: string;
  readonly verbs?: readonly string[];
  readonly users?: readonly string[];
  readonly userGroups?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly resources?: readonly { readonly group: string; readonly resources?: readonly string[] }[];
}

function files(overrides: EstateOverrides = {}, zone: 'core' | 'public' = 'core', ...objects: readonly Manifest[]): Record<string, any> {
  const environment = smallEnvironment(overrides);
  const out = outputOf(environment, zone, ...objects);
  renderControlPlane(environment.zone(zone), out);
  return Object.fromEntries(out.files.map(({ file, content }) => [file.replace(`${zone}/control-plane/`, '').replace('.yaml', ''), content]));
}

interface Call { readonly verb: string; readonly group?: string; readonly resource: string; readonly namespace?: string; readonly user?: string; readonly groups?: readonly string[] }

/** The level at which the API server records a call: that of the first rule which matches, as its documentation has it. */
function levelOf(rules: readonly AuditRule[], { verb, group = '', resource, namespace = 'core-mbs', user = 'someone', groups = ['system:authenticated'] }: Call): string {
  const match = rules.find((rule) =>
    (!rule.verbs || rule.verbs.includes(verb))
    && (!rule.users && !rule.userGroups || rule.users?.includes(user) === true || rule.userGroups?.some((each) => groups.includes(each)) === true)
    && (!rule.namespaces || rule.namespaces.includes(namespace))
    && (!rule.resources || rule.resources.some((each) => each.group === group && (!each.resources || each.resources.includes(resource)))));
  return match?.level ?? 'None';
}

describe('files of the control plane', () => {
  test('come for each zone, outside every Application', () => {
    const environment = smallEnvironment();
    const out = outputOf(environment, 'public');
    renderControlPlane(environment.zone('public'), out);
    expect(out.objects).toEqual([]);
    expect(out.files.map(({ file }) => file)).toEqual(expect.arrayContaining([
      'public/control-plane/audit-policy.yaml', 'public/control-plane/encryption-configuration.yaml', 'public/control-plane/kubelet-configuration.yaml', 'public/control-plane/apiserver-flags.yaml',
    ]));
  });
});

describe('audit policy', () => {
  const { rules } = files()['audit-policy'] as { rules: readonly AuditRule[] };

  test('never records the content of Secrets, ConfigMaps and tokens, whoever asks', () => {
    for (const [group, resource] of [['', 'secrets'], ['', 'configmaps'], ['', 'serviceaccounts/token'], ['authentication.k8s.io', 'tokenreviews']] as const) {
      for (const verb of ['get', 'create', 'update']) {
        for (const user of ['someone', 'system:anonymous', 'system:kube-controller-manager']) expect(levelOf(rules, { verb, group, resource, user })).toBe('Metadata');
      }
    }
  });

  test('records who gets which right, what is admitted and who enters a container, with request and answer', () => {
    const whole = (verb: string, group: string, resource: string) => levelOf(rules, { verb, group, resource, namespace: 'elsewhere' });
    expect(whole('create', 'rbac.authorization.k8s.io', 'rolebindings')).toBe('RequestResponse');
    expect(whole('patch', 'admissionregistration.k8s.io', 'validatingadmissionpolicies')).toBe('RequestResponse');
    expect(whole('update', 'networking.k8s.io', 'networkpolicies')).toBe('RequestResponse');
    expect(whole('patch', '', 'namespaces')).toBe('RequestResponse');
    expect(whole('create', '', 'pods/exec')).toBe('RequestResponse');
    expect(whole('get', '', 'pods/exec')).toBe('RequestResponse');
  });

  test('leaves nothing out that detection needs', () => {
    const calls: readonly Call[] = [
      { verb: 'list', resource: 'pods', user: 'system:anonymous' },
      { verb: 'create', resource: 'pods' },
      { verb: 'create', resource: 'pods', user: 'system:node:a', groups: ['system:nodes'] },
      { verb: 'update', group: 'apps', resource: 'deployments', namespace: 'elsewhere' },
      { verb: 'create', group: 'batch', resource: 'cronjobs', namespace: 'elsewhere' },
      { verb: 'get', group: 'apps', resource: 'deployments' },
    ];
    for (const call of calls) expect(levelOf(rules, call)).not.toBe('None');
  });

  test('keeps every change whole in namespaces with data that must be traced, and requests elsewhere', () => {
    const change: Call = { verb: 'update', group: 'apps', resource: 'deployments' };
    expect(levelOf(rules, { ...change, namespace: 'core-mbs' })).toBe('RequestResponse');
    expect(levelOf(rules, { ...change, namespace: 'core-mw-cache' })).toBe('Request');
  });

  test('names no namespace where no service asks for a trace', () => {
    const open = files({ subsystems: [] })['audit-policy'] as { rules: readonly AuditRule[] };
    expect(open.rules.some((rule) => rule.namespaces)).toBe(false);
  });
});

describe('encryption at rest', () => {
  test('asks the KMS first and reads the clear last, with no key in the file', () => {
    const found = files()['encryption-configuration'];
    expect(found.resources).toHaveLength(1);
    expect(found.resources[0].resources).toEqual(['secrets', 'configmaps']);
    expect(found.resources[0].providers.map((each: object) => Object.keys(each)[0])).toEqual(['kms', 'identity']);
    expect(found.resources[0].providers[0].kms).toMatchObject({ apiVersion: 'v2', name: 'champ-small-core' });
    expect(JSON.stringify(found)).not.toMatch(/aescbc|aesgcm|secretbox/);
  });

  test('covers custom resources that say where credentials are, where the zone has such', () => {
    const found = files({}, 'core', { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'a', namespace: 'core-mbs' } });
    expect(found['encryption-configuration'].resources[0].resources).toEqual(['secrets', 'configmaps', 'externalsecrets.external-secrets.io', 'secretstores.external-secrets.io']);
  });
});

describe('kubelet', () => {
  test('refuses the anonymous and asks the API server about everybody else', () => {
    expect(files()['kubelet-configuration']).toMatchObject({
      authentication: { anonymous: { enabled: false }, webhook: { enabled: true } }, authorization: { mode: 'Webhook' }, readOnlyPort: 0,
      rotateCertificates: true, serverTLSBootstrap: true, tlsMinVersion: 'VersionTLS12', seccompDefault: true, protectKernelDefaults: true,
    });
  });

  test.each([['2', '8Gi'], ['1', '1Gi'], ['333m', '1001Mi']])('reserves %s cores and %s of a node, no more and no less', (cpu, memory) => {
    const nodes = { count: 3, shape: { cpu: '8', memory: '32Gi' }, reserved: { cpu, memory } };
    const found = files({ zones: { core: { nodes } } })['kubelet-configuration'];
    expect(quantity(found.kubeReserved.cpu) + quantity(found.systemReserved.cpu)).toBeCloseTo(quantity(cpu));
    expect(quantity(found.kubeReserved.memory) + quantity(found.systemReserved.memory) + quantity(found.evictionHard['memory.available'])).toBe(quantity(memory));
  });

  test('limits processes and keeps some for the node', () => {
    const found = files()['kubelet-configuration'];
    expect(found.podPidsLimit).toBeGreaterThan(0);
    expect(Number(found.systemReserved.pid)).toBeGreaterThan(0);
    expect(found.evictionHard).toHaveProperty(['pid.available']);
  });

  test('names the DNS address of the zone\'s service range', () => {
    expect(files()['kubelet-configuration'].clusterDNS).toEqual(['192.168.10.10']);
    expect(files({ zones: { core: { serviceCidr: '10.96.240.0/20' } } })['kubelet-configuration'].clusterDNS).toEqual(['10.96.240.10']);
  });
});

describe('flags', () => {
  test('turn authentication, authorization, audit and encryption on, and nothing insecure', () => {
    const { component, flags } = files()['apiserver-flags'];
    expect(component).toBe('kube-apiserver');
    expect(flags).toMatchObject({ 'authorization-mode': 'Node,RBAC', profiling: 'false', 'tls-min-version': 'VersionTLS12', 'secure-port': '6443' });
    for (const file of ['audit-policy-file', 'encryption-provider-config', 'admission-control-config-file', 'authentication-config']) {
      expect(Object.keys(files())).toContain(/([\w-]+)\.yaml$/.exec(flags[file])![1]);
    }
    expect(Object.keys(flags).filter((name) => /insecure|token-auth-file|basic-auth|anonymous-auth/.test(name))).toEqual([]);
    expect(flags['enable-admission-plugins'].split(',')).toEqual(expect.arrayContaining(['NodeRestriction', 'PodSecurity', 'EventRateLimit']));
  });

  test('let the anonymous reach the health checks alone', () => {
    expect(files()['authentication-configuration'].anonymous).toEqual({ enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }] });
  });

  test('keep controllers and scheduler on their node, each with credentials of its own', () => {
    const found = files();
    for (const name of ['controller-manager-flags', 'scheduler-flags']) expect(found[name].flags).toMatchObject({ 'bind-address': '127.0.0.1', profiling: 'false' });
    expect(found['controller-manager-flags'].flags).toMatchObject({ 'use-service-account-credentials': 'true', 'cluster-cidr': '172.10.0.0/16' });
  });

  test('make etcd ask for certificates on both sides, of an authority that is not the cluster\'s', () => {
    const { 'etcd-flags': etcd, 'apiserver-flags': apiServer } = files();
    expect(etcd.flags).toMatchObject({ 'client-cert-auth': 'true', 'peer-client-cert-auth': 'true', 'auto-tls': 'false', 'peer-auto-tls': 'false' });
    expect(etcd.flags['trusted-ca-file']).toBe(apiServer.flags['etcd-cafile']);
    expect(etcd.flags['trusted-ca-file']).not.toBe(apiServer.flags['client-ca-file']);
  });

  test('start from restricted Pod Security where a namespace says nothing', () => {
    const { plugins } = files()['admission-configuration'];
    const security = plugins.find((each: { name: string }) => each.name === 'PodSecurity').configuration;
    expect(security.defaults).toMatchObject({ enforce: 'restricted', 'enforce-version': 'v1.36' });
    expect(security.exemptions.namespaces).toEqual(['kube-system']);
  });

  test('open etcd to the control plane alone', () => {
    const rule = files()['firewall'].rules.find((each: { ports: string }) => each.ports.startsWith('2379'));
    expect(rule.from).toEqual(['10.10.0.0/29']);
  });
});
