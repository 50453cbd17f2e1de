/** The meaning of all policies of an environment together, held against its model; and that the comparison would see a mistake. */
import { beyond } from '../../cli/reach/beyond.ts';
import { reachOf, type ZoneReach } from '../../cli/reach/facts.ts';
import { crossings } from '../../cli/reach/crossings.ts';
import { ReachGraph } from '../../cli/reach/path.ts';
import type { Manifest } from '../../engine/manifest.ts';
import type { EstateObject } from '../../engine/policy/index.ts';
import { rendered } from '../fixtures/linyi.ts';

const objects = (name: 'linyi' | 'dev'): readonly EstateObject[] => rendered(name).output.objects.map(({ manifest, zone }) => ({ manifest, zone, file: '' }));
const linyi = reachOf(rendered('linyi'));
const pairs = (zones: readonly ZoneReach[], of: 'declaredButBlocked' | 'allowedButUndeclared') => zones.flatMap((zone) => zone[of].map(({ from, to, port }) => `${from} -> ${to}:${port}`));

it.each(['linyi', 'dev'] as const)('%s: the policies open what the model declares, and nothing else', (name) => {
  const zones = name === 'linyi' ? linyi : reachOf(rendered(name));
  expect(zones.map(({ zone }) => zone)).toEqual(['core', 'public']);
  expect(pairs(zones, 'declaredButBlocked')).toEqual([]);
  expect(pairs(zones, 'allowedButUndeclared')).toEqual([]);
  for (const { allowed } of zones) expect(allowed.length).toBeGreaterThan(300);
});

it('every workload of the platform is a peer, and asks for names', () => {
  for (const { zone, peers, allowed } of linyi) {
    const namespaces = new Set(rendered('linyi').environment.zone(zone as 'core').applications.map(({ name }) => name));
    const own = [...new Set(peers.filter(({ namespace }) => namespace !== undefined && namespaces.has(namespace)).map(({ id, name = id }) => name))];
    const workloads = objects('linyi').filter(({ manifest, zone: at }) => at === zone && ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'].includes(manifest.kind));
    expect(own).toEqual(expect.arrayContaining(workloads.map(({ manifest: { metadata } }) => `${metadata.namespace}/${metadata.name}`)));
    expect(own.filter((id) => !allowed.some(({ from, to, port, protocol }) => from === id && to === 'kube-system/kube-dns' && port === 53 && protocol === 'UDP'))).toEqual([]);
  }
});

describe('the zones of linyi', () => {
  const gateways = ['core-gw/hsa-gap-back', 'pub-gw/hsa-gap-front'];
  // ferries, and the database of the other zone into which the channel of one writes
  const ferries = ['core-mw-cdc/canal-ferry', 'pub-mw-relational-db/relational-db', 'core-mw-object-store/file-ferry', 'pub-mw-object-store/file-ferry'];

  it.each(['core', 'public'])('from %s nobody gets into the other zone but through the gateways and the declared ferries', (zone) => {
    expect(beyond(linyi, zone).length).toBeGreaterThan(5);
    expect(beyond(linyi, zone, [...gateways, ...ferries])).toEqual([]);
  });

  it('requests of the public zone pass both proxies of the gap', () => {
    for (const gateway of gateways) expect(beyond(linyi, 'public', [gateway, ...ferries]).filter((id) => !id.startsWith('external/'))).toEqual([]);
  });

  it('each crossing that the policies open has a proxy or a ferry at both ends', () => {
    expect(new Set(crossings(linyi).map(({ channel, from, to }) => `${channel}: ${from.id} -> ${to.id}`))).toEqual(new Set([
      'http-proxy: pub-gw/hsa-gap-front -> core-gw/hsa-gap-back',
      'mq-relay: core-gw/hsa-gap-back -> pub-gw/hsa-gap-front',
      'db-sync: core-mw-cdc/canal-ferry -> pub-mw-relational-db/relational-db',
      'file-ferry: core-mw-object-store/file-ferry -> pub-mw-object-store/file-ferry',
      'file-ferry: pub-mw-object-store/file-ferry -> core-mw-object-store/file-ferry',
    ]));
  });

  it.each(['core', 'pub'])('the file ferry of %s reaches its own store, the channel and names, and nobody reaches it', (prefix) => {
    const ferry = `${prefix}-mw-object-store/file-ferry`;
    const edges = linyi.flatMap(({ allowed }) => allowed).filter(({ from, to }) => from === ferry || to === ferry);
    expect(new Set(edges.map(({ from, to, port }) => `${from} -> ${to}:${port}`))).toEqual(new Set([
      `${ferry} -> ${prefix}-mw-object-store/object-store:9000`, `${ferry} -> external/gap-file-ferry:18022`, `${ferry} -> kube-system/kube-dns:53`,
    ]));
  });

  it('files go on from one side of their channel to the other', () => {
    const way = new ReachGraph(linyi).way('pub-mw-object-store/file-ferry', 'core-mw-object-store/object-store')!;
    expect(way.map(({ from, to, channel }) => [from, to, channel])).toEqual([
      ['pub-mw-object-store/file-ferry', 'core-mw-object-store/file-ferry', 'file-ferry'],
      ['core-mw-object-store/file-ferry', 'core-mw-object-store/object-store', undefined],
    ]);
  });

  it('no policy opens an address of the other zone, and none but these opens the gap', () => {
    const meets = (place: string) => linyi.flatMap(({ allowed }) => allowed.filter(({ from, to }) => [from, to].some((id) => id.startsWith(place))).map(({ from, to }) => (from.startsWith(place) ? to : from)));
    expect(meets('external/zone-')).toEqual([]);
    expect([...gateways, ...ferries]).toEqual(expect.arrayContaining([...new Set(meets('external/gap-'))]));
  });
});

describe('a mistake in a policy is seen', () => {
  type Edit = (policy: Manifest & { readonly spec: Record<string, any> }) => Manifest | undefined;
  const edited = (namespace: string, name: string, edit: Edit) => objects('linyi').flatMap((object): readonly EstateObject[] => {
    const { kind, metadata } = object.manifest;
    if (kind !== 'NetworkPolicy' || metadata.namespace !== namespace || !metadata.name.match(`^${name}$`)) return [object];
    const manifest = edit(structuredClone(object.manifest) as never);
    return manifest ? [{ ...object, manifest }] : [];
  });
  const found = (namespace: string, name: string, edit: Edit) => {
    const zones = reachOf(rendered('linyi'), edited(namespace, name, edit));
    return { blocked: pairs(zones, 'declaredButBlocked'), undeclared: pairs(zones, 'allowedButUndeclared') };
  };

  it('one that is dropped: what it opened is blocked', () => {
    const { blocked, undeclared } = found('core-gw', 'hsa-gap-back', () => undefined);
    expect(blocked).toEqual(expect.arrayContaining(['external/gap-http-proxy -> core-gw/hsa-gap-back:8000', 'core-gw/hsa-gap-back -> core-gw/hsa-gw-core:8000']));
    expect(undeclared).toEqual([]);
  });

  it('a selector that is widened: all pods of the namespace may do what one may', () => {
    const { undeclared } = found('core-gw', 'hsa-gw-ext', (policy) => ({ ...policy, spec: { ...policy.spec, podSelector: {} } }));
    expect(undeclared).toEqual(expect.arrayContaining(['core-gw/hsa-gw-core -> external/tax:443']));
  });

  it('a peer that is widened to a namespace, although the other side still holds it off', () => {
    const { undeclared } = found('core-gw', 'hsa-gw-ext', (policy) => {
      for (const rule of policy.spec['ingress']) for (const peer of rule.from) peer.podSelector = {};
      return policy;
    });
    expect(undeclared.length).toBeGreaterThan(0);
    expect(undeclared.every((each) => /-> core-gw\/hsa-gw-ext:/.test(each))).toBe(true);
  });

  it.each(['ingress', 'egress'])('a port that is added to %s', (side) => {
    const { undeclared, blocked } = found('core-gw', 'hsa-gap-back', (policy) => {
      policy.spec[side][0].ports.push({ port: 22, protocol: 'TCP' });
      return policy;
    });
    expect(undeclared.some((each) => each.endsWith(':22') && each.includes('core-gw/hsa-gap-back'))).toBe(true);
    expect(blocked).toEqual([]);
  });

  it('a block of addresses that is widened, and one that nobody knows', () => {
    const wider = found('core-gw', 'hsa-gw-nation', (policy) => {
      for (const rule of policy.spec['egress']) for (const peer of rule.to) if (peer.ipBlock) peer.ipBlock.cidr = '10.200.0.0/16';
      return policy;
    });
    expect(wider.undeclared).toEqual(['core-gw/hsa-gw-nation -> external/10.200.0.0/16:443']);
    const open = found('core-gw', 'hsa-gw-nation', (policy) => ({ ...policy, spec: { ...policy.spec, egress: [...policy.spec['egress'], { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] } }));
    expect(open.undeclared).toEqual(expect.arrayContaining([expect.stringMatching(/^core-gw\/hsa-gw-nation -> external\/0\.0\.0\.0\/0:/), expect.stringMatching(/-> external\/tax:/), expect.stringMatching(/-> core-gw\/hsa-gw-core:/)]));
  });

  /** Everything that policies open to one address, for pods of a policy. */
  const toAddress = (cidr: string, port: number): Edit => (policy) => {
    policy.spec['egress'].push({ to: [{ ipBlock: { cidr } }], ports: [{ port, protocol: 'TCP' }] });
    return policy;
  };

  it.each([
    ['an address of the gap', '10.60.250.18/32', 18_000, 'external/gap-http-proxy'],
    ['the far side of the gap', '10.61.250.18/32', 18_000, 'external/zone-core'],
    ['a load balancer of the other zone', '10.61.9.12/32', 8_000, 'external/zone-core'],
    ['pods of the other zone', '10.136.4.0/24', 8_000, 'external/zone-core'],
  ])('a way out by %s, found by the search itself', (_, cidr, port, entry) => {
    const zones = reachOf(rendered('linyi'), edited('core-mbs', 'hsa-mbs', toAddress(cidr, port)));
    const shut = ['core-gw/hsa-gap-back', 'core-mw-cdc/canal-ferry', 'core-mw-object-store/file-ferry'];
    expect(beyond(linyi, 'core', shut)).toEqual([]);
    expect(beyond(zones, 'core', shut)).toContain(entry);
    expect(pairs(zones, 'allowedButUndeclared')).toEqual([expect.stringMatching(/^core-mbs\/hsa-mbs -> external\//)]);
  });

  it('a block that leaves out a part of a party', () => {
    const { blocked, undeclared } = found('core-gw', 'hsa-gw-ext', (policy) => {
      for (const rule of policy.spec['egress']) for (const peer of rule.to) if (peer.ipBlock?.cidr === '10.210.1.0/28') peer.ipBlock.except = ['10.210.1.8/29'];
      return policy;
    });
    expect({ blocked, undeclared }).toEqual({ blocked: ['core-gw/hsa-gw-ext -> external/tax:443'], undeclared: [] });
  });

  it('a port that is closed at one part of a custom resource, while another part has it open', () => {
    const zones = reachOf(rendered('linyi'), edited('core-mw-cache', 'cache-follower', (policy) => {
      policy.spec['ingress'] = policy.spec['ingress'].filter(({ ports }: { ports: { port: number }[] }) => !ports.some(({ port }) => port === 9_121));
      return policy;
    }));
    expect(zones.flatMap(({ declaredButBlocked }) => declaredButBlocked)).toMatchObject([
      { from: 'core-mw-metrics/prometheus', to: 'core-mw-cache/cache', port: 9_121, why: expect.stringContaining('cache#cache-follower') },
    ]);
  });

  /** With the Deployment of hsa-mbs changed; a second is beside it. */
  const workloads = (edit: (deployment: any) => readonly Manifest[]) => {
    const zones = reachOf(rendered('linyi'), objects('linyi').flatMap((object): readonly EstateObject[] => {
      const { kind, metadata } = object.manifest;
      return kind === 'Deployment' && metadata.name === 'hsa-mbs' ? edit(structuredClone(object.manifest)).map((manifest) => ({ ...object, manifest })) : [object];
    }));
    return { blocked: pairs(zones, 'declaredButBlocked'), undeclared: pairs(zones, 'allowedButUndeclared') };
  };

  it('pods that lost the label which their policies select', () => {
    const { blocked } = workloads((deployment) => {
      deployment.spec.template.metadata.labels['app.kubernetes.io/name'] = 'hsa-mbz';
      return [deployment];
    });
    expect(blocked).toEqual(expect.arrayContaining(['core-mbs/hsa-mbs -> core-cep/hsa-cep-bic:29006', 'core-mbs/hsa-mbs-fsi -> core-mbs/hsa-mbs:9050']));
  });

  it('a workload that is not there', () => {
    expect(workloads(() => []).blocked).toContain('core-mbs/hsa-mbs-fsi -> core-mbs/hsa-mbs:9050');
  });

  it.each(['rogue', 'hsa-mbs'])('a second workload with the labels of another, named %s', (name) => {
    const { blocked, undeclared } = workloads((deployment) => [deployment, { ...deployment, kind: name === 'rogue' ? 'Deployment' : 'StatefulSet', metadata: { ...deployment.metadata, name } }]);
    expect(undeclared).toEqual(expect.arrayContaining([`core-mbs/${name} -> core-cep/hsa-cep-bic:29006`, `core-mbs/hsa-mbs-fsi -> core-mbs/${name}:9050`]));
    expect(blocked).toEqual([]);
  });

  it('a default deny that is missing: pods without a policy of their own are open', () => {
    const { undeclared } = found('core-gw', 'core-gw-(default-deny|dns|mesh)|hsa-gw-ext', () => undefined);
    expect(undeclared).toEqual(expect.arrayContaining([expect.stringMatching(/^core-gw\/hsa-gw-ext -> external\/zone-public:/), expect.stringMatching(/^external\/zone-public -> core-gw\/hsa-gw-ext:/)]));
  });
});
