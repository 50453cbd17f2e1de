import type { Manifest } from '../../../../engine/manifest.ts';
import { render } from '../../../../engine/render/index.ts';
import type { Flow, FlowPort, Peer } from '../../../../engine/render/network/flow.ts';
import { peerAuthentications } from '../../../../engine/render/network/peer-authentication.ts';
import { smallEnvironment } from '../../../fixtures/estate.ts';

const MESHED = { zones: { core: { mesh: true } } };
const NAME = 'app.kubernetes.io/name';
const pods = (namespace: string, name: string, labels: Record<string, string> = { [NAME]: name }): Peer => ({ zone: 'core', namespace, labels, name });
const MBS = pods('core-mbs', 'hsa-mbs');
const GATEWAY = pods('core-gw', 'hsa-gw-core');
const PROMETHEUS = pods('core-mw-metrics', 'metrics-prometheus');
const flow = (from: Peer, to: Peer, ...ports: (number | FlowPort)[]): Flow => ({ from, to, ports: ports.map((port) => (typeof port === 'number' ? { port } : port)), why: '' });

type Spec = { readonly mtls: unknown; readonly selector?: unknown; readonly portLevelMtls?: Record<string, unknown> };
const specOf = (manifest: Manifest | undefined) => manifest?.['spec'] as Spec;
const made = (...flows: Flow[]) => peerAuthentications(smallEnvironment(MESHED).zone('core'), flows);
/** What is there beside the one of the whole mesh, by name. */
const opened = (...flows: Flow[]) => Object.fromEntries(made(...flows).slice(1).map((each) => [each.metadata.name, Object.keys(specOf(each).portLevelMtls!)]));

it('demands mTLS of the whole mesh, in its root namespace', () => {
  expect(made()).toMatchObject([{
    apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'istio-system', labels: { 'app.kubernetes.io/managed-by': 'champ', 'champ.hsa/tenant': 'platform' } },
  }]);
  expect(specOf(made()[0])).toEqual({ mtls: { mode: 'STRICT' } });
});

it('opens to callers without a sidecar the ports that they call, and stays strict on all others', () => {
  const [, own] = made(flow(GATEWAY, MBS, 9050), flow(PROMETHEUS, MBS, 9404), flow(pods('core-mw-flow-control', 'sentinel'), MBS, 8719));
  expect(own!.metadata).toMatchObject({ name: 'hsa-mbs', namespace: 'core-mbs', labels: { [NAME]: 'hsa-mbs', 'app.kubernetes.io/part-of': 'core-mbs', 'champ.hsa/tenant': 'vendor-02' } });
  expect(specOf(own)).toEqual({
    selector: { matchLabels: { [NAME]: 'hsa-mbs' } }, mtls: { mode: 'STRICT' }, portLevelMtls: { 8719: { mode: 'PERMISSIVE' }, 9404: { mode: 'PERMISSIVE' } },
  });
});

it('opens nothing where only pods of the mesh call', () => {
  expect(opened(flow(GATEWAY, MBS, 9050), flow(MBS, GATEWAY, 8000))).toEqual({});
});

it('takes addresses outside of the cluster for callers without a sidecar', () => {
  expect(opened(flow({ cidrs: ['10.0.0.0/8'] }, GATEWAY, 8443))).toEqual({ 'hsa-gw-core': ['8443'] });
});

it('leaves alone what has no sidecar itself, and pods of another zone', () => {
  expect(opened(flow(MBS, PROMETHEUS, 9090), flow(PROMETHEUS, pods('core-mw-cache', 'cache'), 9121), flow(PROMETHEUS, pods('pub-pss', 'hsa-pss-pw'), 9404), flow(MBS, { cidrs: ['10.0.9.0/28'] }, 8200))).toEqual({});
});

it('has no word on UDP, which carries no TLS, nor on a call without a port', () => {
  expect(opened(flow(PROMETHEUS, MBS, { port: 9404 }, { port: 53, protocol: 'UDP' }), flow(PROMETHEUS, GATEWAY, { port: 53, protocol: 'UDP' }), flow(PROMETHEUS, GATEWAY))).toEqual({ 'hsa-mbs': ['9404'] });
});

it('selects no pods twice, whatever a flow calls them', () => {
  expect(opened(flow(PROMETHEUS, MBS, 9404), flow(PROMETHEUS, pods('core-mbs', 'job-scheduler-hsa-mbs', { [NAME]: 'hsa-mbs' }), 9999))).toEqual({ 'hsa-mbs': ['9404', '9999'] });
});

it('does not depend on the order of the declarations', () => {
  const flows = [flow(PROMETHEUS, MBS, 9404), flow(PROMETHEUS, GATEWAY, 8100), flow(PROMETHEUS, MBS, 8719, 9404)];
  expect(JSON.stringify(made(...flows))).toBe(JSON.stringify(made(...flows.toReversed())));
});

it('makes nothing without a mesh', () => {
  expect(peerAuthentications(smallEnvironment().zone('core'), [flow(PROMETHEUS, MBS, 9404)])).toEqual([]);
});

describe('in an estate with a mesh in one zone', () => {
  const { objects } = render(smallEnvironment(MESHED));
  const found = objects.filter(({ manifest }) => manifest.kind === 'PeerAuthentication');
  const project = (name: string) => objects.find(({ zone, manifest }) => zone === 'core' && manifest.kind === 'AppProject' && manifest.metadata.name === name)!.manifest['spec'] as Record<string, unknown>;
  const ENTRY = { group: 'security.istio.io', kind: 'PeerAuthentication' };

  it('they are guardrails of that zone', () => {
    expect(new Set(found.map(({ zone, application }) => `${zone}/${application}`))).toEqual(new Set(['core/core-guardrails']));
  });

  it('a service has exactly the ports open that are scraped, and a front end that only the mesh reaches none', () => {
    const ports = (name: string) => Object.keys(specOf(found.find(({ manifest }) => manifest.metadata.name === name)?.manifest)?.portLevelMtls ?? {});
    expect(ports('hsa-gw-core')).toEqual(['8100']);
    expect(ports('hsa-mbs')).toEqual(expect.arrayContaining(['9404']));
    expect(ports('hsa-mbs')).not.toEqual(expect.arrayContaining(['9050']));
    expect(ports('hsa-mbs-ui')).toEqual([]);
  });

  it('the project of the platform brings them, to the root namespace too, and no vendor does', () => {
    expect(project('champ-platform')).toMatchObject({ namespaceResourceWhitelist: expect.arrayContaining([ENTRY]), destinations: expect.arrayContaining([expect.objectContaining({ namespace: 'istio-system' })]) });
    const vendor = project('champ-vendor-02');
    expect(vendor['namespaceResourceBlacklist']).toContainEqual(ENTRY);
    expect(vendor['namespaceResourceWhitelist']).not.toContainEqual(ENTRY);
    expect(JSON.stringify(vendor['destinations'])).not.toContain('istio-system');
  });
});
