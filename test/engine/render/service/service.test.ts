import type { Manifest } from '../../../../engine/manifest.ts';
import { Output } from '../../../../engine/render/output.ts';
import { renderService } from '../../../../engine/render/service/service.ts';
import { smallEnvironment, type EstateOverrides } from '../../../fixtures/estate.ts';

const objectsOf = (id: string, overrides: EstateOverrides = {}): readonly Manifest[] => {
  const environment = smallEnvironment(overrides);
  const out = new Output(environment);
  renderService(environment.tryService(id)!, out);
  return out.objects.map((each) => each.manifest);
};
const one = (objects: readonly Manifest[], kind: string, name?: string): Manifest | undefined =>
  objects.find((each) => each.kind === kind && (name === undefined || each.metadata.name === name));
interface Pod { readonly initContainers?: Record<string, unknown>[]; readonly containers: Record<string, never>[]; readonly volumes: { readonly name: string; readonly emptyDir?: { readonly sizeLimit?: string } }[] }
const podOf = (deployment: Manifest | undefined) => (deployment as unknown as { spec: { template: { metadata: { annotations?: Record<string, string>; labels: Record<string, string> }; spec: Pod & Record<string, unknown> } } }).spec.template;

describe('the workload of a service', () => {
  const pod = podOf(one(objectsOf('hsa-mbs'), 'Deployment'));

  it('is hardened: restricted, read-only root, numeric user, no token', () => {
    expect(pod.spec).toMatchObject({ automountServiceAccountToken: false, serviceAccountName: 'hsa-mbs', securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } } });
    for (const container of [...pod.spec.initContainers!, ...pod.spec.containers]) {
      expect(container).toMatchObject({ securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } });
    }
  });

  it('has users of its own where the nodes of the zone can map them', () => {
    expect(pod.spec).not.toHaveProperty('hostUsers');
    expect(podOf(one(objectsOf('hsa-mbs', { zones: { core: { userNamespaces: true } } }), 'Deployment')).spec).toHaveProperty('hostUsers', false);
  });

  it('writes to bounded paths only', () => {
    const writable = pod.spec.volumes.filter((volume) => volume.emptyDir);
    expect(writable.map((volume) => volume.name)).toEqual(['tmp', 'logs', 'agents']);
    for (const volume of writable) expect(volume.emptyDir!.sizeLimit).toMatch(/^\d+[MG]i$/);
  });

  it('runs its image by digest from the registry of the environment', () => {
    expect(pod.spec.containers[0]!['image']).toMatch(/^registry\.small\.example\/champ\/champ\/hsa-mbs:1\.0\.0@sha256:[0-9a-f]{64}$/);
  });

  it('has requests and limits of its size, and a heap that leaves room', () => {
    expect(pod.spec.containers[0]).toMatchObject({ resources: { requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' } } });
    expect(JSON.stringify(pod.spec.containers[0]!['env'])).toContain('-Xmx1g');
  });

  it('registers the address of the pod with Dubbo and drains before it stops, without a shell', () => {
    expect(pod.spec.containers[0]!['env']).toContainEqual({ name: 'DUBBO_IP_TO_REGISTRY', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } });
    expect(pod.spec.containers[0]!['lifecycle']).toEqual({ preStop: { exec: { command: ['/champ/agents/bin/drain', '--wait=15s'] } } });
  });

  it('masks and audits logs as the sensitivity asks', () => {
    expect(pod.spec.containers[0]!['env']).toContainEqual({ name: 'HSAF_LOG_MASK', value: 'true' });
    expect(podOf(one(objectsOf('hsa-mbs-ui'), 'Deployment')).metadata.labels).toMatchObject({ 'champ.hsa/audit': 'true', 'champ.hsa/sensitivity': 'internal' });
  });

  it('names the schema migration that its release needs, where it needs one', () => {
    const row = smallEnvironment().facts.releases.services['hsa-mbs']!;
    const services = { ...smallEnvironment().facts.releases.services, 'hsa-mbs': { ...row, migration: '2030-04-mbs-12' } };
    expect(one(objectsOf('hsa-mbs', { releases: { services } }), 'Deployment')!.metadata.annotations).toMatchObject({ 'champ.hsa/migration': '2030-04-mbs-12' });
    expect(one(objectsOf('hsa-mbs'), 'Deployment')!.metadata.annotations).not.toHaveProperty('champ.hsa/migration');
  });

  it('carries the standard labels, the names in both languages and the artefact', () => {
    expect(one(objectsOf('hsa-mbs'), 'Deployment')!.metadata).toMatchObject({
      labels: { 'app.kubernetes.io/name': 'hsa-mbs', 'app.kubernetes.io/part-of': 'core-mbs', 'champ.hsa/layer': 'L6-subsystem', 'champ.hsa/tenant': 'vendor-02', 'champ.hsa/constraint': 'base', 'champ.hsa/app-class': 'agency-management' },
      annotations: { 'champ.hsa/name-zh': '医保业务基础服务', 'champ.hsa/artefact': 'hsa-mbs-1.0.0.jar' },
    });
  });
});

describe('scale and disruption', () => {
  it('an autoscaled workload has no replicas of its own', () => {
    const objects = objectsOf('hsa-mbs-fsi');
    expect(one(objects, 'Deployment')!['spec']).not.toHaveProperty('replicas');
    expect(one(objects, 'HorizontalPodAutoscaler')!['spec']).toMatchObject({ minReplicas: 6, maxReplicas: 8 });
  });

  it('a single pod has no disruption budget, since it would stop every node drain', () => {
    expect(one(objectsOf('hsa-mbs', { sizes: { profile: 'dev' } }), 'PodDisruptionBudget')).toBeUndefined();
    expect(one(objectsOf('hsa-mbs'), 'PodDisruptionBudget')!['spec']).toMatchObject({ maxUnavailable: 1 });
  });

  it('loses no capacity while it rolls', () => {
    expect(one(objectsOf('hsa-mbs'), 'Deployment')!['spec']).toMatchObject({ strategy: { rollingUpdate: { maxUnavailable: 0 } } });
  });

  it('the settlement path has the highest priority', () => {
    expect(podOf(one(objectsOf('hsa-mbs-fsi'), 'Deployment')).spec['priorityClassName']).toBe('champ-settlement');
    expect(podOf(one(objectsOf('hsa-mbs-ui'), 'Deployment')).spec['priorityClassName']).toBe('champ-business');
  });
});

describe('the configuration of a service', () => {
  it('gives a caller the address of the gateway for a service of the other zone, and no other', () => {
    const map = one(objectsOf('hsa-pss-pw'), 'ConfigMap')!;
    expect((map['data'] as Record<string, string>)['endpoints.properties']).toBe('hsa-mbs-fsi.url=http://hsa-gw-public.pub-gw.svc.cluster.local:8000/hsa-mbs-fsi\n');
  });

  it('puts files that name a secret into an ExternalSecret of the own tenant, and never into a ConfigMap', () => {
    const secret = one(objectsOf('hsa-mbs'), 'ExternalSecret')!;
    expect(secret['spec']).toMatchObject({ secretStoreRef: { kind: 'SecretStore', name: 'core-mbs' }, target: { name: 'hsa-mbs-config' } });
    expect((secret['spec'] as { data: { remoteRef: unknown }[] }).data).toContainEqual({ secretKey: expect.any(String), remoteRef: { key: 'hsa-mbs/cache', property: 'password' } });
    expect(JSON.stringify(one(objectsOf('hsa-mbs'), 'ConfigMap'))).not.toContain('password');
  });

  it('is overridden key by key by the files of the environment', () => {
    const config = { 'hsa-mbs': [{ path: 'application.properties', text: 'server.port=9999\nown.key=1\n', name: 'environments/small/config/hsa-mbs/application.properties' }] };
    const text = (one(objectsOf('hsa-mbs', { config }), 'ConfigMap')!['data'] as Record<string, string>)['application.properties']!;
    expect(text).toContain('server.servlet.context-path=/hsa-mbs\n');
    expect(text).toContain('own.key=1\n');
    expect(text.match(/server\.port/g)).toHaveLength(1);
  });

  it('rolls the pods with every change of a byte', () => {
    const hash = (overrides?: EstateOverrides) => podOf(one(objectsOf('hsa-mbs', overrides), 'Deployment')).metadata.annotations!['champ.hsa/config-hash'];
    const config = { 'hsa-mbs': [{ path: 'extra.json', text: '{"a": 1}', name: 'extra.json' }] };
    expect(hash()).toBe(hash());
    expect(hash({ config })).not.toBe(hash());
  });

  it('of a service with secrets for its subject is a Secret altogether', () => {
    const environment = smallEnvironment();
    const subsystems = [{ ...environment.tryService('hsa-mbs')!.subsystem.props, zone: 'core' as const, services: { 'hsa-key': { kind: 'api' as const, zh: '密', en: 'Key', port: 9400, size: 'M' as const, replicas: { min: 1, max: 1, city10M: 1 }, sensitivity: 'secret' as const, provenance: { id: 'D' as const, role: 'D' as const } } } }];
    const objects = objectsOf('hsa-key', { subsystems });
    expect(one(objects, 'ConfigMap')).toBeUndefined();
    expect(one(objects, 'ExternalSecret')).toBeDefined();
  });
});

it('exposes a gateway by a Service of its own, with the named sources and one port', () => {
  expect(one(objectsOf('hsa-gw-public'), 'Service', 'hsa-gw-public-external')!['spec']).toMatchObject({
    type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'], ports: [{ name: 'https', port: 8443 }], allocateLoadBalancerNodePorts: false,
  });
  expect(one(objectsOf('hsa-gw-public'), 'Service', 'hsa-gw-public')!['spec']).toMatchObject({ type: 'ClusterIP' });
});

describe('the Service over the pods of a Dubbo provider', () => {
  const of = (id: string, mesh: boolean) => one(objectsOf(id, { zones: { core: { mesh } } }), 'Service', `${id}-pods`);

  it('is headless and has the dubbo port alone, as plain TCP for the mesh', () => {
    expect(of('hsa-mbs', true)?.['spec']).toEqual({
      clusterIP: 'None', selector: { 'app.kubernetes.io/name': 'hsa-mbs' }, ports: [{ name: 'dubbo', port: 29050, targetPort: 'dubbo', protocol: 'TCP', appProtocol: 'tcp' }],
    });
  });

  it('is there only where a mesh must know the addresses', () => {
    expect(of('hsa-mbs', false)).toBeUndefined();
    expect(of('hsa-mbs-ui', true)).toBeUndefined();
  });
});
