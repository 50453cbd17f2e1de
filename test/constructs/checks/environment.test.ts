import { checkEnvironment } from '../../../constructs/checks/index.ts';
import type { EnvironmentProps } from '../../../constructs/environment.ts';
import linyi from '../../../environments/linyi/index.ts';
import dev from '../../../environments/dev/index.ts';

const { props } = linyi;
const zone = (changes: object): Partial<EnvironmentProps> => ({ zones: { ...props.zones, core: { ...props.zones.core, ...changes } } });

it.each([['linyi', props], ['dev', dev.props]])('finds nothing wrong with %s', (_, own) => {
  expect(checkEnvironment(own).all()).toEqual([]);
});

it.each<[string, string, Partial<EnvironmentProps>]>([
  ['a name that is no folder', 'name', { name: '../linyi' }],
  ['an edition that does not exist', 'edition', { edition: 'huawei' as 'alibaba' }],
  ['an area code without six digits', 'admdvs', { admdvs: '3713' }],
  ['a Kubernetes version that there is not', 'kubernetes', { kubernetes: '1.99' }],
  ['a registry with a scheme', 'registry', { registry: 'https://registry.example' }],
  ['a registry with a slash at the end', 'chartRegistry', { chartRegistry: 'registry.example/' }],
  ['a config repository that is no address', 'configRepository', { configRepository: 'config' }],
  ['a config repository of a zone that is no address', 'zones.core.configRepository', zone({ configRepository: 'config' })],
  ['a secret store without TLS', 'secretStore.server', { secretStore: { ...props.secretStore, server: 'http://x:8200' } }],
  ['a missing zone', 'zones.public', { zones: { core: props.zones.core } as EnvironmentProps['zones'] }],
  ['no node', 'zones.core.nodes.count', zone({ nodes: { ...props.zones.core.nodes, count: 0 } })],
  ['nodes below zero', 'zones.core.nodes.count', zone({ nodes: { ...props.zones.core.nodes, count: -3 } })],
  ['a shape that is no quantity', 'zones.core.nodes.shape.memory', zone({ nodes: { ...props.zones.core.nodes, shape: { cpu: '32', memory: '128 GB' } } })],
  ['a network that is no CIDR', 'zones.core.nodeCidrs', zone({ nodeCidrs: ['nonsense'] })],
  ['a CIDR with bits behind its prefix', 'zones.core.podCidr', zone({ podCidr: '10.128.0.1/14' })],
  ['no address of the API server', 'zones.core.apiServer.cidrs', zone({ apiServer: { cidrs: [], port: 6443 } })],
  ['a port that is none', 'zones.core.apiServer.port', zone({ apiServer: { cidrs: ['10.0.0.0/29'], port: 70000 } })],
  ['a channel of the gap without its other side', 'gap.db-sync.public', { gap: { ...props.gap, 'db-sync': { core: props.gap['db-sync'].core } as EnvironmentProps['gap']['db-sync'] } }],
  ['an exposed address that is a name', 'zones.core.exposed.hsa-gap-back.address', zone({ exposed: { 'hsa-gap-back': { address: 'gap.example', sourceRanges: ['10.0.0.0/29'] } } })],
  ['a party whose host has a scheme', 'parties.tax.host', { parties: { ...props.parties, tax: { host: 'https://tax.example', cidrs: ['10.0.0.0/28'], ports: [443] } } }],
])('refuses %s and names the place', (_, path, changes) => {
  const own = { ...props, ...changes };
  expect(checkEnvironment(own).all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2040', where: `environments/${own.name}/index.ts ${path}` }));
});

it('reports all of them in one run', () => {
  expect(checkEnvironment({ ...props, admdvs: '', edition: 'x' as 'alibaba', kubernetes: '2' }).size).toBe(3);
});
