/** Holds the encryption of Linyi's mesh against the policies that say who comes from outside of it. */
import { at, records, strings, text } from '../../engine/inspect/plain.ts';
import { LabelIndex } from '../../engine/inspect/label-index.ts';
import type { RenderedObject } from '../../engine/manifest.ts';
import { trafficLogs } from '../../policies/logging/mesh.ts';
import { meshRules } from '../../policies/network/mesh.ts';
import { strictMeshRules } from '../../policies/network/strict-mesh.ts';
import { manifests, rendered } from '../fixtures/linyi.ts';
import { estateOf, judgedEstate } from '../fixtures/policies.ts';

const { objects } = rendered().output;
const ofKind = (kind: string) => objects.filter(({ manifest }) => manifest.kind === kind);
const meshed = new Set(ofKind('Namespace').filter(({ manifest }) => manifest.metadata.labels?.['istio-injection'] === 'enabled').map(({ manifest }) => manifest.metadata.name));
const placeOf = ({ manifest }: RenderedObject) => `${manifest.metadata.namespace}/${manifest.metadata.name}`;
const authentications = ofKind('PeerAuthentication');
const own = authentications.filter(({ manifest }) => manifest.metadata.namespace !== 'istio-system');
const portsOf = ({ manifest }: RenderedObject) => Object.keys(at(manifest, 'spec', 'portLevelMtls') as object).map(Number);

it('each zone has one demand for the whole mesh', () => {
  expect(authentications.filter((each) => !own.includes(each)).map((each) => [each.zone, each.application, placeOf(each), at(each.manifest, 'spec')])).toEqual([
    ['core', 'core-guardrails', 'istio-system/default', { mtls: { mode: 'STRICT' } }], ['public', 'pub-guardrails', 'istio-system/default', { mtls: { mode: 'STRICT' } }],
  ]);
  expect(own.length).toBeGreaterThan(100);
});

it('a port is open to clear text just where a policy lets in somebody without a sidecar', () => {
  const outside = (peer: Record<string, unknown>) => peer['ipBlock'] !== undefined || !meshed.has(text(at(peer, 'namespaceSelector', 'matchLabels', 'kubernetes.io/metadata.name')) ?? '');
  const wanted = ofKind('NetworkPolicy').filter(({ manifest }) => meshed.has(manifest.metadata.namespace!)).flatMap((policy) => {
    const rules = records(at(policy.manifest, 'spec', 'ingress')).filter((rule) => records(rule['from']).some(outside));
    const ports = [...new Set(rules.flatMap((rule) => records(rule['ports']).map(({ port }) => port as number)))].sort((a, b) => a - b);
    return ports.length > 0 ? [[placeOf(policy), ports]] : [];
  });
  expect(Object.fromEntries(own.map((each) => [placeOf(each), portsOf(each)]))).toEqual(Object.fromEntries(wanted));
});

it('each is for the pods of one workload in the mesh, which have these ports', () => {
  const deployments = new LabelIndex<RenderedObject>();
  for (const each of ofKind('Deployment')) if (meshed.has(each.manifest.metadata.namespace!)) deployments.add(strings(at(each.manifest, 'spec', 'template', 'metadata', 'labels')), each);
  for (const each of own) {
    const selected = [...deployments.select(at(each.manifest, 'spec', 'selector'))];
    expect(selected.map(placeOf)).toEqual([placeOf(each)]);
    const template = at(selected[0]!.manifest, 'spec', 'template');
    const ports = records(at(template, 'spec', 'containers')).flatMap((container) => records(container['ports']).map(({ containerPort }) => containerPort));
    expect(ports).toEqual(expect.arrayContaining(portsOf(each)));
    expect(at(template, 'metadata', 'labels', 'sidecar.istio.io/inject')).toBe('true');
  }
});

it('there is nothing to find: the mesh encrypts, and tells who called whom', () => {
  expect(judgedEstate([...strictMeshRules, ...meshRules, trafficLogs], estateOf())).toEqual([]);
});

it('dev has no mesh and nothing of it', () => {
  expect(manifests('dev', 'PeerAuthentication')).toEqual([]);
});
