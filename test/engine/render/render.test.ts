import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { inspect } from '../../../engine/inspect/index.ts';
import { render } from '../../../engine/render/index.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

const names = (environment = smallEnvironment()) => render(environment).objects.map(({ manifest, zone, application }) => `${zone}/${application}/${manifest.kind}.${manifest.metadata.name}`);

it('gives the same objects in the same order each time', () => {
  expect(JSON.stringify(render(smallEnvironment()).objects)).toBe(JSON.stringify(render(smallEnvironment()).objects));
});

it('renders any cdk8s construct below an Application into its folder, in its namespace', () => {
  const environment = smallEnvironment();
  const { subsystem } = environment.tryService('hsa-mbs')!;
  new kplus.ConfigMap(subsystem, 'extra', { metadata: { name: 'hsa-mbs-extra' }, data: { a: '1' } });
  new ApiObject(subsystem, 'raw', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hsa-mbs-raw' } });
  const objects = render(environment).objects.filter(({ manifest }) => /hsa-mbs-(extra|raw)/.test(manifest.metadata.name));
  expect(objects.map(({ application, path, manifest }) => [application, manifest.metadata.namespace, path])).toEqual([
    ['core-mbs', 'core-mbs', 'small/core/mbs/extra/Resource'], ['core-mbs', 'core-mbs', 'small/core/mbs/raw'],
  ]);
});

it('holds such objects to the same checks', () => {
  const environment = smallEnvironment();
  new ApiObject(environment.tryService('hsa-mbs')!.subsystem, 'raw', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'stray' }, spec: { selektor: { a: 'b' }, ports: [{ port: 80 }] } });
  const stray = render(environment).objects.filter(({ manifest }) => manifest.metadata.name === 'stray');
  expect(inspect(stray, {}).map((each) => [each.code, each.args['near'] ?? ''])).toContainEqual(['CHAMP3002', 'selector']);
});

it('puts network policies, quotas and roles into the guardrails, never into a folder of a vendor', () => {
  const kinds = /\/(NetworkPolicy|PeerAuthentication|ResourceQuota|LimitRange|Role|RoleBinding|SecretStore|Namespace)\./;
  for (const name of names().filter((each) => kinds.test(each))) expect(name).toMatch(/^(core|public)\/((core|pub)-(guardrails|mw-[a-z-]+|agents)|operators)\//);
});

it('has the control plane as files outside every Application', () => {
  const { files } = render(smallEnvironment());
  expect(files.map((each) => each.file)).toEqual(expect.arrayContaining(['core/control-plane/audit-policy.yaml', 'public/control-plane/encryption-configuration.yaml', 'core/control-plane/kubelet-configuration.yaml']));
});
