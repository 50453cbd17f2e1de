import { rendered, workloadPart } from '../../../fixtures/middleware.ts';

const PORTS = [{ name: 'client', port: 7000 }, { name: 'raft', port: 7001 }];

it('offers every port by name, sidecars included', () => {
  const all = rendered([workloadPart({ ports: PORTS, sidecars: [{ name: 'exporter', image: 'exporter', ports: [{ name: 'metrics', port: 9121 }], sizing: workloadPart().sizing }] })]);
  const { spec } = all.find('Service', 'store');
  expect(spec).toMatchObject({ type: 'ClusterIP', selector: { 'app.kubernetes.io/name': 'store' } });
  expect(spec.ports).toEqual([...PORTS, { name: 'metrics', port: 9121 }].map(({ name, port }) => ({ name, port, targetPort: name, protocol: 'TCP' })));
});

it('lets members find each other before they are ready', () => {
  const { spec } = rendered([workloadPart({ ports: PORTS, peers: ['raft'] })]).find('Service', 'store-peers');
  expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true, ports: [{ name: 'raft', port: 7001 }] });
  expect(spec.ports).toHaveLength(1);
});

it('gives a Deployment no peers, and nothing to what nobody connects to', () => {
  expect(rendered([workloadPart({ workload: 'Deployment' })]).names('Service')).toEqual(['store']);
  expect(rendered([workloadPart({ workload: 'Job', ports: [] })]).names('Service')).toEqual([]);
  expect(rendered([workloadPart({ workload: 'DaemonSet', hostPaths: ['/var/log'] })]).names('Service')).toEqual([]);
});
