import type { SubsystemRow } from '../../../../apps/medical-insurance/index.ts';
import { Output } from '../../../../engine/render/output.ts';
import { render } from '../../../../engine/render/render.ts';
import { serviceFlows } from '../../../../engine/render/network/service-flows.ts';
import { renderService } from '../../../../engine/render/service/service.ts';
import { SMALL_SUBSYSTEMS, smallEnvironment } from '../../../fixtures/estate.ts';

const subsystems = [...SMALL_SUBSYSTEMS, {
  id: 'tst', zh: '测试', en: 'Test', tenant: 'vendor-04', constraint: 'base', zone: 'core', source: __filename,
  services: {
    'hsa-tst-center': { kind: 'api', zh: '例', en: 'Example', port: 9300, size: 'M', replicas: { min: 1, max: 1, city10M: 1 }, sensitivity: 'internal', configSource: 'config-center', provenance: { id: 'D', role: 'D' } },
    'hsa-tst-reload': { kind: 'api', zh: '例', en: 'Example', port: 9301, size: 'M', replicas: { min: 1, max: 1, city10M: 1 }, sensitivity: 'internal', hotReload: true, provenance: { id: 'D', role: 'D' } },
  },
} as SubsystemRow];
const environment = smallEnvironment({ subsystems });
const rendered = (id: string) => {
  const out = new Output(environment);
  renderService(environment.tryService(id)!, out);
  return out.objects.map((each) => each.manifest);
};
const named = (id: string, kind: string, name: string) => rendered(id).find((each) => each.kind === kind && each.metadata.name === name);
const dataOf = (id: string, name: string): string => JSON.stringify([named(id, 'ConfigMap', name), named(id, 'ExternalSecret', name)]);

describe('a service with files as its source', () => {
  it('switches its Nacos client off and has no way to the configuration centre', () => {
    expect(dataOf('hsa-mbs', 'hsa-mbs-config')).toContain('spring.cloud.nacos.config.enabled=false');
    expect(serviceFlows(environment.tryService('hsa-mbs')!).map((flow) => flow.why).filter((why) => why.includes('config-center'))).toEqual([]);
  });
});

describe('a service with the configuration centre as its source', () => {
  const id = 'hsa-tst-center';

  it('mounts only what it needs to find the centre', () => {
    expect(dataOf(id, `${id}-config`)).toContain('spring.cloud.nacos.config.enabled=true');
    expect(dataOf(id, `${id}-config`)).not.toContain('server.port');
  });

  it('has its files imported from this repository by a hardened Job at every sync', () => {
    const job = named(id, 'Job', `${id}-config-import`)!;
    expect(job.metadata.annotations).toMatchObject({ 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' });
    expect(job['spec']).toMatchObject({ template: { spec: { securityContext: { runAsNonRoot: true }, automountServiceAccountToken: false } } });
    expect(dataOf(id, `${id}-import`)).toContain('server.port=9300');
  });

  it('has what was changed in the centre reported', () => {
    expect(named(id, 'CronJob', `${id}-config-drift`)!['spec']).toMatchObject({ concurrencyPolicy: 'Forbid', timeZone: 'Asia/Shanghai' });
  });

  it('opens the centre to itself and to both', () => {
    const senders = serviceFlows(environment.tryService(id)!).filter((flow) => flow.why.includes('config')).map((flow) => ('name' in flow.from ? flow.from.name : ''));
    expect(new Set(senders)).toEqual(new Set([id, `${id}-config-import`, `${id}-config-drift`]));
  });
});

it('a service that reloads by itself carries the annotation of Reloader instead of a hash', () => {
  const deployment = named('hsa-tst-reload', 'Deployment', 'hsa-tst-reload')!;
  expect(deployment.metadata.annotations).toMatchObject({ 'reloader.stakater.com/auto': 'true' });
  expect(JSON.stringify(deployment['spec'])).not.toContain('config-hash');
});

it('a service that reloads by itself brings Reloader into its zone, which is nowhere else', () => {
  const out = render(environment);
  expect(environment.problems.all()).toEqual([]);
  const objects = out.objects.filter(({ application }) => application.endsWith('-mw-config-reloader'));
  expect([...new Set(objects.map(({ zone }) => zone))]).toEqual(['core']);
  expect(objects.find(({ manifest }) => manifest.kind === 'Role')!.manifest.metadata.namespace).toBe('core-tst');
  const project = out.objects.find(({ manifest }) => manifest.kind === 'AppProject' && manifest.metadata.name === 'champ-platform')!.manifest['spec'] as { readonly destinations: readonly { readonly namespace: string }[] };
  expect(project.destinations.map(({ namespace }) => namespace)).toContain('core-tst');
});
