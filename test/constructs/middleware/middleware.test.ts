import { addressOf } from '../../../constructs/middleware/index.ts';
import { PUBLICATION, publicationAccess } from '../../../constructs/route.ts';
import { rendered } from '../../fixtures/linyi.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

const { environment } = rendered();
const core = environment.zone('core');

describe('the volumes of a middleware', () => {
  it('are encrypted where a service keeps personal data in it, and plain elsewhere', () => {
    expect(core.middleware.get('distributed-db')!.layout.storageClass).toBe(core.props.storageClasses.encrypted);
    expect(core.middleware.get('graph-db')!.holdings.every(({ service }) => ['public', 'internal'].includes(environment.tryService(service)?.props.sensitivity ?? 'public')))
      .toBe(core.middleware.get('graph-db')!.layout.storageClass === core.props.storageClasses.standard);
  });

  it('are a twentieth in the profile dev, and what sizes.yaml says where it says something', () => {
    const small = smallEnvironment({ sizes: { profile: 'dev', middleware: { mq: { storage: '7Gi', replicas: 2 } } } }).zone('core');
    expect([small.middleware.get('relational-db')!.storage, small.middleware.get('mq')!.storage, small.middleware.get('mq')!.replicas]).toEqual(['25Gi', '7Gi', 2]);
  });
});

describe('the address of a kind', () => {
  it('is the Service of its product', () => {
    expect(addressOf(core, 'cache')).toBe('cache-leader.core-mw-cache.svc.cluster.local:6379');
  });

  it('is that of the backing kind for a library', () => {
    expect(addressOf(core, 'id-generator')).toBe(addressOf(core, 'cache'));
  });

  it('is the gateway service of the zone for the kinds that gateways are', () => {
    expect(addressOf(core, 'service-gateway')).toBe('hsa-gw-core.core-gw.svc.cluster.local:8000');
    expect(addressOf(environment.zone('public'), 'edge-gateway')).toBe('hsa-gw-internet.pub-gw.svc.cluster.local:9080');
  });

  it('is missing for a port that the product does not have', () => {
    expect(addressOf(core, 'cache', 'nothing')).toBeUndefined();
  });
});

describe('what services hold', () => {
  it('is a schema of their own with an account that reads and writes it', () => {
    expect(core.middleware.get('relational-db')!.holdings).toContainEqual(expect.objectContaining({ service: 'hsa-ips', schema: 'hsa_ips', access: 'readWrite', tenant: 'vendor-01' }));
  });

  it('is the publication schema too for publishers, to read only for those on the other side', () => {
    const holders = (zone: 'core' | 'public') => environment.zone(zone).middleware.get('relational-db')!.holdings.filter((each) => each.schema === PUBLICATION).map((each) => [each.service, each.access]);
    expect(holders('core')).toEqual([['hsa-bim-cat', 'readWrite'], ['hsa-ces-pub', 'readWrite']]);
    expect(holders('public')).toEqual([['hsa-pss-pw', 'readOnly']]);
    expect(publicationAccess(environment.tryService('hsa-mbs')!)).toBeUndefined();
  });

  it('is what other kinds keep there as well', () => {
    expect(core.middleware.get('relational-db')!.holdings).toContainEqual(expect.objectContaining({ service: 'data-warehouse', tenant: 'platform', access: 'owner' }));
  });
});
