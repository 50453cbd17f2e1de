import type { Manifest } from '../../../engine/manifest.ts';
import { networkZones, reach, type MorePeers } from '../../../engine/network/index.ts';
import { policy, shown } from '../../fixtures/network.ts';

const zones = (manifests: readonly object[], more: MorePeers = {}, zone = 'core') => networkZones(manifests.map((manifest) => ({ manifest: manifest as Manifest, zone, file: '' })), more);
const deployment = (name: string, spec: object, namespace = 'a') => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { template: { metadata: { labels: { app: name } }, spec } },
});
const container = (name: string, ...ports: readonly object[]) => ({ name, image: name, ports });

describe('the network of an estate', () => {
  it('has the pods of every workload with labels and ports', () => {
    const [zone] = zones([deployment('app', { containers: [container('app', { containerPort: 8080, name: 'http' }, { containerPort: 53, protocol: 'UDP' })] })]);
    expect(zone?.peers).toMatchObject([{ id: 'a/Deployment/app', name: 'a/app', namespace: 'a', labels: { app: 'app' }, ports: [{ name: 'http', port: 8080 }, { port: 53, protocol: 'UDP' }], hostNetwork: false }]);
  });

  it('counts ports of sidecars, and none of init containers that end', () => {
    const spec = { initContainers: [container('init', { containerPort: 1 }), { ...container('sidecar', { containerPort: 2 }), restartPolicy: 'Always' }], containers: [container('app', { containerPort: 3 })] };
    expect(zones([deployment('app', spec)])[0]?.peers[0]?.ports?.map(({ port }) => port)).toEqual([2, 3]);
  });

  it('keeps zones apart, which are clusters of their own', () => {
    const objects = ['core', 'public'].map((zone) => ({ manifest: deployment('app', { containers: [] }) as unknown as Manifest, zone, file: '' }));
    expect(networkZones(objects).map((zone) => [zone.zone, zone.peers.length])).toEqual([['core', 1], ['public', 1]]);
    expect(networkZones(objects).flatMap(reach).map(shown)).toEqual(['core', 'public'].flatMap(() => ['/SCTP', '', '/UDP'].map((protocol) => `a/Deployment/app > a/Deployment/app 1-65535${protocol}`)));
  });

  it('takes the pods of an operator from what is known of them, not from their custom resource', () => {
    const resource = { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaNodePool', metadata: { name: 'broker', namespace: 'a' }, spec: { template: { pod: { metadata: { labels: { own: 'x' } } } } } };
    expect(zones([resource])[0]?.peers).toMatchObject([{ id: 'a/KafkaNodePool/broker', name: 'a/broker', labels: { own: 'x' } }]);
    expect(zones([resource], { otherPods: [{ zone: 'core', namespace: 'a', owner: 'broker', labels: { app: 'kafka' }, ports: [{ port: 9092 }] }] })[0]?.peers)
      .toEqual([{ id: 'a/broker', name: 'a/broker', zone: 'core', namespace: 'a', labels: { app: 'kafka' }, ports: [{ port: 9092 }] }]);
  });

  it('tells sets of pods apart that have one name', () => {
    const other = (part: string) => ({ zone: 'core', namespace: 'a', owner: 'cache', part, labels: { part } });
    const peers = zones([deployment('app', { containers: [] }), { ...deployment('app', { containers: [] }), kind: 'StatefulSet' }, deployment('app', { containers: [] })], { otherPods: [other('one'), other('two')] })[0]?.peers;
    expect(peers?.map(({ id, name }) => [id, name])).toEqual([
      ['a/cache#one', 'a/cache'], ['a/cache#two', 'a/cache'], ['a/Deployment/app', 'a/app'], ['a/StatefulSet/app', 'a/app'], ['a/Deployment/app#2', 'a/app'],
    ]);
  });

  it('has outside peers and pod networks where they are said to be', () => {
    const [zone] = zones([policy({})], { outside: [{ id: 'external/bank', zone: 'core', cidrs: ['10.0.0.0/28'] }], podCidrs: { core: ['10.244.0.0/16'] } });
    expect(zone).toMatchObject({ peers: [{ id: 'external/bank' }], podCidrs: ['10.244.0.0/16'], policies: [{ kind: 'NetworkPolicy' }] });
  });

  it('leaves policies of other products to those products', () => {
    expect(zones([{ ...policy({}), apiVersion: 'projectcalico.org/v3' }, deployment('app', { containers: [] })])[0]?.policies).toEqual([]);
  });
});
