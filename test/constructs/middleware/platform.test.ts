/** What matters of the kinds that keep the platform itself running; what all kinds owe is in the contract test. */
import { MIDDLEWARE, type CustomPart, type Layout, type MiddlewareKind, type ObjectPart, type Part } from '../../../constructs/middleware/index.ts';
import { ownCertificate } from '../../../constructs/middleware/products/certificates.ts';
import { OPERATORS } from '../../../constructs/operators.ts';
import { EDITIONS, type Edition } from '../../../constructs/words.ts';
import { allFiles, clientLines, fileOf, HOLDER, laidOut, specOf, workload, workloads } from '../../fixtures/layout.ts';
import type { Loose } from '../../fixtures/middleware.ts';

const lay = (kind: MiddlewareKind, own: Partial<Layout> = {}) => laidOut(MIDDLEWARE[kind], own);
const PUBLIC: Partial<Layout> = { zone: 'public', namespace: 'pub-mw-coordination', holdings: [{ ...HOLDER, service: 'hsa-gw-internet', namespace: 'pub-gw', tenant: 'vendor-08' }] };
const objects = (parts: readonly Part[], kind: string): readonly ObjectPart[] => parts.filter((part): part is ObjectPart => part.part === 'object' && part.kind === kind);
const bodyOf = (parts: readonly Part[], kind: string): Loose => objects(parts, kind)[0]!.body;
const custom = (parts: readonly Part[], kind: string) => parts.find((part): part is CustomPart => part.part === 'custom' && part.kind === kind)!;
const editions = Object.keys(EDITIONS) as Edition[];
const client = (kind: MiddlewareKind, edition?: Edition) => clientLines(MIDDLEWARE[kind], edition);

describe('service-gateway and edge-gateway', () => {
  it('are gateway services of the catalogue in every edition, never a second deployment', () => {
    for (const edition of editions) {
      expect(MIDDLEWARE['service-gateway'].editions[edition]).toMatchObject({ mode: 'service', services: { core: 'hsa-gw-core', public: 'hsa-gw-public' } });
      expect(MIDDLEWARE['edge-gateway'].editions[edition]).toMatchObject({ mode: 'service', services: { public: 'hsa-gw-internet' } });
    }
    expect(MIDDLEWARE['edge-gateway'].zones).toEqual(['public']);
  });

  it('are called by the caller that the edition brings', () => {
    expect(client('service-gateway')).toMatchObject({ 'gateway.apicaller': 'kongApiCaller', 'gateway.generic.gatewayUrl': 'http://${endpoint:service-gateway:http}' });
    expect(client('service-gateway', 'alibaba')).toMatchObject({ 'gateway.apicaller': 'csbcaller4channelA', 'gateway.csb.securityKey': '${secret:vendor-09/hsa-dss-idx/service-gateway#securityKey}' });
    expect(client('service-gateway', 'tencent')).toMatchObject({ 'gateway.apicaller': 'rioApiCaller', 'gateway.tencent.gatewayUrl': expect.stringMatching(/\/ebus$/) });
  });
});

describe('ingress', () => {
  const parts = lay('ingress');
  const proxy = (own?: Partial<Layout>): Loose => bodyOf(lay('ingress', own), 'EnvoyProxy').spec.provider.kubernetes;

  it('answers in clear only to send people to TLS', () => {
    const { listeners } = specOf(parts, 'Gateway');
    expect(listeners).toEqual([
      expect.objectContaining({ name: 'http', port: 80, allowedRoutes: { namespaces: { from: 'Same' } } }),
      expect.objectContaining({ name: 'https', port: 443, protocol: 'HTTPS', tls: expect.objectContaining({ certificateRefs: [expect.objectContaining({ name: 'ingress-tls' })] }) }),
    ]);
    const routes = objects(parts, 'HTTPRoute');
    expect(routes).toHaveLength(1);
    expect(bodyOf(parts, 'HTTPRoute').spec).toMatchObject({ parentRefs: [{ name: 'ingress', sectionName: 'http' }], rules: [{ filters: [{ requestRedirect: { scheme: 'https' } }] }] });
  });

  it('takes routes only from namespaces that were allowed to', () => {
    const { listeners } = specOf(parts, 'Gateway');
    expect(listeners[1].allowedRoutes.namespaces).toMatchObject({ from: 'Selector', selector: { matchLabels: { 'champ.hsa/ingress': 'allowed' } } });
  });

  it('has a certificate of the type that the controller insists on', () => {
    expect(parts).toContainEqual({ part: 'secret', name: 'ingress-tls', type: 'kubernetes.io/tls', keys: ['tls.crt', 'tls.key'] });
  });

  it('leaves the cluster only where the environment exposes it, and then to whom it says', () => {
    expect(proxy().envoyService).toEqual({ name: 'ingress', type: 'ClusterIP' });
    expect(proxy({ exposed: { address: '10.1.2.3', sourceRanges: ['10.0.0.0/8'] } }).envoyService).toMatchObject({
      type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'], annotations: { 'metallb.io/loadBalancerIPs': '10.1.2.3' }, allocateLoadBalancerNodePorts: false,
    });
  });

  it('runs proxies with a read-only root and lets them drain', () => {
    const { container, patch, pod } = proxy().envoyDeployment;
    expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    expect(pod.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }]);
    expect(patch.value.spec.template.spec.containers).toContainEqual(expect.objectContaining({ name: 'shutdown-manager', volumeMounts: container.volumeMounts }));
    expect(proxy().envoyPDB).toEqual({ maxUnavailable: 1 });
    expect(proxy({ production: false }).envoyPDB).toBeUndefined();
  });

  it('asks its controller for its configuration', () => {
    expect(custom(parts, 'Gateway').operator).toMatchObject({ id: 'envoy-gateway', serves: [18000] });
  });
});

describe('flow-control', () => {
  const console = workload(lay('flow-control'), 'flow-control');

  it('calls its clients back, and signs people in by a password from the store', () => {
    expect(console.clientPorts).toEqual([8719]);
    expect(fileOf(console, 'application.properties')).toContain('auth.password=${secret:platform/mw/flow-control/flow-control-console#password}');
    expect(fileOf(console, 'application.properties')).toContain('server.port=8858');
  });
});

describe('tracing', () => {
  const oap = workload(lay('tracing'), 'tracing-oap');
  const env = Object.fromEntries(oap.env!.map(({ name, value }) => [name, value]));

  it('keeps traces in search, over TLS that it verifies, under an account of its own', () => {
    expect(env).toMatchObject({ SW_STORAGE: 'elasticsearch', SW_STORAGE_ES_HTTP_PROTOCOL: 'https', SW_STORAGE_ES_CLUSTER_NODES: 'http.core-mw-search.svc.cluster.local:1234' });
    expect(fileOf(oap, 'account.properties')).toContain('password=${secret:platform/tracing/search#password}');
    expect(MIDDLEWARE.tracing.holds).toContainEqual({ in: 'search', index: `${env['SW_NAMESPACE']}_*`, access: 'owner' });
  });

  it('trusts the authority of search afresh at each start, where its root file system is read-only', () => {
    const { command } = oap.init![0]!;
    expect(command.join(' ')).toMatch(/rm -f (\S+); exec keytool .*-keystore \1 /);
    expect(oap.writable!.some(({ path }) => env['SW_STORAGE_ES_SSL_JKS_PATH']!.startsWith(`${path}/`))).toBe(true);
    expect(command.join(' ')).not.toMatch(/-storepass \S/);
  });

  it('sees pods of its own namespace and nothing else of the cluster', () => {
    expect(oap.api).toEqual({ cluster: false, rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }] });
    expect(env['SW_CLUSTER_K8S_LABEL']).toBe('app.kubernetes.io/name=tracing-oap');
  });

  it('gives agents of a bought collector the token that they need', () => {
    expect(client('tracing')).toEqual({});
    expect(client('tracing', 'tencent')).toMatchObject({ 'agent.authentication': '${secret:vendor-09/hsa-dss-idx/tracing#token}' });
  });
});

describe('metrics', () => {
  const parts = lay('metrics');

  it('finds what it reads in every namespace and may not read Secrets or configuration', () => {
    expect(specOf(parts, 'Prometheus')).toMatchObject({ podMonitorNamespaceSelector: {}, serviceMonitorNamespaceSelector: {}, serviceAccountName: 'prometheus' });
    const resources: string[] = bodyOf(parts, 'ClusterRole').rules.flatMap((rule: Loose) => rule.resources ?? []);
    expect(resources).toEqual(expect.arrayContaining(['pods', 'endpointslices', 'nodes/metrics']));
    expect(resources).not.toEqual(expect.arrayContaining(['secrets']));
    expect(resources).not.toEqual(expect.arrayContaining(['configmaps']));
  });

  it('keeps a fifth of its volume free', () => {
    expect(specOf(parts, 'Prometheus').retentionSize).toBe('400GB');
    expect(specOf(lay('metrics', { storage: '1Gi' }), 'Prometheus').retentionSize).toBe('1GB');
  });

  it('sends alerts to an Alertmanager whose members find each other', () => {
    expect(specOf(parts, 'Prometheus').alerting.alertmanagers).toEqual([{ name: 'alertmanager-operated', namespace: 'core-mw-metrics', port: 'alertmanager' }]);
    expect(custom(parts, 'Alertmanager').pods[0]!.peers).toEqual(['alertmanager', 'mesh-tcp', 'mesh-udp']);
    expect(custom(parts, 'Prometheus').connects).toContainEqual({ to: 'alertmanager', ports: [9093] });
  });

  it('brings alerts in both languages, each with a severity', () => {
    const rules: Loose[] = bodyOf(parts, 'PrometheusRule').spec.groups[0].rules;
    expect(rules.map(({ alert }) => alert)).toEqual(expect.arrayContaining(['NodeNotReady', 'AgentsMissing', 'VolumeFillsUp', 'AutoscalerAtMaximum']));
    for (const { labels, annotations } of rules) {
      expect(labels.severity).toMatch(/^(?:critical|warning)$/);
      expect(annotations).toEqual({ summary_zh: expect.stringMatching(/[\u4e00-\u9fff]/), summary_en: expect.stringMatching(/[a-z]/) });
    }
  });

  it('tells of refused calls, of changes of admission and of refused pods, by what the API server counts', () => {
    const rules: Loose[] = bodyOf(parts, 'PrometheusRule').spec.groups[0].rules;
    const exprOf = (name: string): string => rules.find(({ alert }) => alert === name).expr;
    expect(exprOf('ForbiddenApiCalls')).toContain('authorization_attempts_total{result=~"denied|no-opinion"}');
    expect(exprOf('AdmissionChanged')).toContain('apiserver_request_total{group="admissionregistration.k8s.io",verb!~"GET|LIST|WATCH"');
    expect(exprOf('UnsafePodsRefused')).toContain('enforcement_action="deny"');
    expect(exprOf('PodSecurityRefused')).toContain('decision="deny",mode="enforce"');
    const { values } = OPERATORS['prometheus-operator'];
    expect(values('registry.example')).toMatchObject({ kubeApiServer: { enabled: true } });
  });

  it('takes the first event of its sort for an event, which increase does not see', () => {
    const rules: Loose[] = bodyOf(parts, 'PrometheusRule').spec.groups[0].rules;
    for (const { alert, expr } of rules) if (/^(?:AdmissionChanged|UnsafePodsRefused|PodSecurityRefused)$/.test(alert)) expect(expr).toMatch(/increase\((\w+\{[^}]*\})\[10m\]\).* or .*\1 unless \1 offset 10m\) > 0$/);
  });

  it('counts objects without reading what they hold', () => {
    const { api, args } = workload(parts, 'kube-state-metrics');
    const counted = api!.rules.flatMap((rule) => rule.resources);
    expect(args).toEqual([`--resources=${[...counted].sort().join(',')}`]);
    expect(counted).not.toContain('secrets');
    expect(new Set(api!.rules.flatMap((rule) => rule.verbs))).toEqual(new Set(['list', 'watch']));
  });

  it('signs people in to screens by a file, and lets them in no other way', () => {
    const screens = workload(parts, 'grafana');
    expect(screens.env).toContainEqual({ name: 'GF_SECURITY_ADMIN_PASSWORD__FILE', value: '/etc/grafana/admin/password' });
    expect(fileOf(screens, 'grafana.ini')).toMatch(/\[auth\.anonymous\]\nenabled = false/);
    expect(fileOf(screens, 'grafana.ini')).toContain('check_for_updates = false');
  });
});

describe('logging', () => {
  const agent = workload(lay('logging'), 'fluent-bit');
  const config = fileOf(agent, 'fluent-bit.yaml');

  it('is one agent a node that reads logs by group, without a token', () => {
    expect(agent).toMatchObject({ workload: 'DaemonSet', hostPaths: ['/var/log'], supplementalGroups: [0] });
    expect(agent.api).toBeUndefined();
    expect(agent.user).not.toBe(0);
  });

  it('keeps what it cannot send on disk, within its bound', () => {
    expect(config).toContain('storage.path: /buffers/chunks');
    expect(config).toContain('storage.type: filesystem');
    expect(config).toContain('storage.total_limit_size: 3G');
    expect(agent.writable).toContainEqual({ path: '/buffers', size: '4Gi' });
  });

  it('sends by TLS that it verifies, to indices that it may write', () => {
    expect(config).toMatch(/tls: on\n\s+tls\.verify: on/);
    expect(config).toContain('http_passwd: ${secret:platform/logging/search#password}');
    expect(MIDDLEWARE.logging.holds).toContainEqual({ in: 'search', index: 'champ-logs' });
    expect(config).toContain('logstash_prefix: champ-logs');
  });

  it('names the pod of each line, and reads no log of its own', () => {
    const regex = /regex: '(.*)'/.exec(config)![1]!;
    const file = `/var/log/containers/hsa-mbs-6c9f-abcde_core-mbs_app-${'0123456789abcdef'.repeat(4)}.log`;
    expect(new RegExp(regex).exec(file)!.groups).toMatchObject({ pod: 'hsa-mbs-6c9f-abcde', namespace: 'core-mbs', container: 'app' });
    expect(config).toContain('exclude_path: /var/log/containers/fluent-bit-*.log');
  });

  it('joins stack traces before any other filter', () => {
    expect(config.indexOf('name: multiline')).toBeLessThan(config.indexOf('name: parser'));
  });
});

describe('secrets', () => {
  const parts = lay('secrets');
  const server = workload(parts, 'secrets');
  const config = fileOf(server, 'champ.hcl');

  it('joins every member by TLS that it verifies', () => {
    for (const index of [0, 1, 2]) expect(config).toContain(`"https://secrets-${index}.secrets-peers.core-mw-secrets.svc.cluster.local:8200"`);
    expect(config.match(/leader_ca_cert_file/g)).toHaveLength(3);
    expect(bodyOf(objects(parts, 'Certificate').filter(({ name }) => name === 'secrets-tls'), 'Certificate').spec.dnsNames).toContain('*.secrets-peers.core-mw-secrets.svc.cluster.local');
  });

  it('speaks in clear on one port only, which answers metrics and nothing else', () => {
    const clear = config.split('listener "tcp"').filter((each) => each.includes('tls_disable'));
    expect(clear).toHaveLength(1);
    expect(clear[0]).toMatch(/:8202"[^]*metrics_only\s+= true/);
  });

  it('writes down who asked for what', () => {
    expect(config).toContain('audit "file"');
  });

  it('is alive while sealed, and ready only when open', () => {
    expect(server.liveness).toEqual({ type: 'tcp', port: 'http' });
    expect(server.readiness).toEqual({ type: 'exec', command: ['bao', 'status'] });
  });
});

describe('certificates of a part', () => {
  it('come from an authority of the kind\'s own, by way of a Secret named after the part', () => {
    const made = ownCertificate({ namespace: 'core-mw-a', clusterDomain: 'cluster.local' } as Layout, { part: 'store', client: true });
    expect(made.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['Issuer store-root', 'Certificate store-ca', 'Issuer store-ca', 'Certificate store-tls']);
    expect((made[3]!.body as Loose).spec).toMatchObject({ secretName: 'store-tls', issuerRef: { name: 'store-ca' }, usages: expect.arrayContaining(['server auth', 'client auth']) });
  });
});

describe('crypto', () => {
  it('is a device outside the cluster in every edition', () => {
    for (const edition of editions) expect(MIDDLEWARE.crypto.editions[edition]).toMatchObject({ mode: 'managed', ports: [{ name: 'tcp', port: 8018 }] });
    expect(client('crypto')['crypto.device.address']).toBe('${endpoint:crypto:tcp}');
  });
});

describe('coordination', () => {
  const zooKeeper = (own?: Partial<Layout>) => workload(lay('coordination', own), 'zookeeper');

  it('makes an ensemble of three members and none of one', () => {
    const config = fileOf(zooKeeper(), 'zoo.cfg');
    expect(config).toContain('server.1=zookeeper-0.zookeeper-peers.core-mw-coordination.svc.cluster.local:2888:3888');
    expect(config).toContain('server.3=zookeeper-2.');
    expect(fileOf(zooKeeper({ production: false }), 'zoo.cfg')).not.toContain('server.');
  });

  it('runs etcd where the edge gateway stands, and nowhere else', () => {
    expect(workloads(lay('coordination')).map(({ name }) => name)).toEqual(['zookeeper']);
    expect(workloads(lay('coordination', PUBLIC)).map(({ name }) => name)).toEqual(['zookeeper', 'etcd', 'etcd-provision']);
    const { endpoint } = MIDDLEWARE.coordination.editions.opensource as Extract<(typeof MIDDLEWARE.coordination.editions)['opensource'], { mode: 'self-hosted' }>;
    expect(endpoint({ zone: 'public' } as Layout)).toMatchObject({ main: 'client', ports: [{ name: 'client', port: 2181 }, { name: 'etcd', port: 2379, service: 'etcd' }] });
    expect(endpoint({ zone: 'core' } as Layout)!.ports).toHaveLength(1);
  });

  it('lets members of etcd in by certificate alone', () => {
    expect(workload(lay('coordination', PUBLIC), 'etcd').args).toEqual(expect.arrayContaining([
      '--peer-client-cert-auth', '--peer-trusted-ca-file=/etc/etcd/tls/ca.crt', '--tls-min-version=TLS1.2',
      expect.stringContaining('--initial-cluster=etcd-0=https://etcd-0.etcd-peers.pub-mw-coordination.svc.cluster.local:2380,etcd-1='),
    ]));
  });

  it('gives a service of etcd the keys below its own name', () => {
    const job = workload(lay('coordination', PUBLIC), 'etcd-provision');
    const { perm } = JSON.parse(fileOf(job, 'hsa-gw-internet/permission.json'));
    const text = (value: string) => Buffer.from(value, 'base64').toString();
    expect([perm.permType, text(perm.key), text(perm.range_end)]).toEqual(['READWRITE', '/hsa-gw-internet/', '/hsa-gw-internet0']);
    expect(text(perm.key) < '/hsa-gw-internet/routes/1' && '/hsa-gw-internet/routes/1' < text(perm.range_end)).toBe(true);
    expect(text(perm.key) <= '/hsa-gw-internet-other/a' && '/hsa-gw-internet-other/a' < text(perm.range_end)).toBe(false);
    expect(allFiles(job)).toContain('${secret:vendor-08/hsa-gw-internet/coordination#password}');
    expect(fileOf(job, 'provision.sh').trim().endsWith('ensure enable empty.json')).toBe(true);
  });
});

describe('config-reloader', () => {
  const holdings = ['hsa-dss-idx', 'hsa-dss-ivt'].map((service) => ({ ...HOLDER, service })).concat({ ...HOLDER, service: 'hsa-mbs', namespace: 'core-mbs' });
  const reloader = workload(lay('config-reloader', { holdings }), 'config-reloader');

  it('does not run where no service asks for it', () => {
    expect(lay('config-reloader', { holdings: [] })).toEqual([]);
  });

  it('watches the namespaces of those services alone, and may change their Deployments alone', () => {
    expect(reloader.args).toContain('--namespaces=core-dss,core-mbs');
    expect(reloader.api).toMatchObject({ cluster: false, namespaces: ['core-dss', 'core-mbs'] });
    const changing = reloader.api!.rules.filter(({ verbs, apiGroups }) => apiGroups.includes('apps') && verbs.some((verb) => !['get', 'list', 'watch'].includes(verb)));
    expect(changing).toEqual([{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch', 'update'], resourceNames: ['hsa-dss-idx', 'hsa-dss-ivt', 'hsa-mbs'] }]);
  });

  it('watches configuration and never Secrets', () => {
    expect(reloader.args).toContain('--resources-to-ignore=secrets');
    expect(reloader.api!.rules.flatMap((rule) => rule.resources)).not.toContain('secrets');
  });

  it('rolls pods by an annotation, which ArgoCD lets be', () => {
    expect(reloader.args).toContain('--reload-strategy=annotations');
  });
});

describe('hardening-scan', () => {
  const scan = workload(lay('hardening-scan'), 'hardening-scan');

  it('looks at the whole cluster each night and changes nothing', () => {
    expect(scan).toMatchObject({ workload: 'CronJob', schedule: '30 1 * * *', api: { cluster: true } });
    expect(new Set(scan.api!.rules.flatMap((rule) => rule.verbs))).toEqual(new Set(['get', 'list']));
    expect(scan.api!.rules.flatMap((rule) => rule.resources)).not.toContain('secrets');
  });

  it('needs no network: its controls are in its image, its findings in its log', () => {
    expect(scan.args).toEqual(expect.arrayContaining(['nsa', '--keep-local', '--use-artifacts-from=/home/nonroot/.kubescape']));
    expect(scan.connects).toBeUndefined();
  });
});

describe('kinds that are an operator alone', () => {
  it.each([['load-balancer', 'metallb'], ['image-registry', 'harbor'], ['gitops', 'argocd'], ['service-mesh', 'istio'], ['backup', 'velero']] as const)('%s is %s', (kind, operator) => {
    expect(MIDDLEWARE[kind].editions.opensource).toMatchObject({ mode: 'operator', operator });
  });

  it('stay the same in every edition unless the cloud sells the product', () => {
    const modes = (kind: MiddlewareKind) => editions.map((edition) => MIDDLEWARE[kind].editions[edition].mode);
    for (const kind of ['gitops', 'service-mesh', 'backup'] as const) expect(modes(kind)).toEqual(['operator', 'operator', 'operator']);
    for (const kind of ['load-balancer', 'image-registry'] as const) expect(modes(kind)).toEqual(['operator', 'managed', 'managed']);
  });
});
