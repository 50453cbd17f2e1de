import { ROUTES } from '../../../apps/medical-insurance/index.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

const environment = () => smallEnvironment();

describe('a call', () => {
  it('inside a zone is recorded with its protocol', () => {
    const fsi = environment().tryService('hsa-mbs-fsi')!;
    expect(fsi.callees.map((call) => [call.to.id, call.protocol])).toEqual([['hsa-mbs', 'dubbo']]);
  });

  it('straight into the other zone is refused and names the caller', () => {
    const tree = environment();
    tree.tryService('hsa-pss-pw')!.calls(tree.tryService('hsa-mbs')!, 'http');
    expect(tree.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2001', where: 'small/public/pss/hsa-pss-pw', args: expect.objectContaining({ value: 'hsa-mbs' }) }));
  });

  it('by a protocol that the other service does not offer is refused with those that it offers', () => {
    const tree = environment();
    tree.tryService('hsa-mbs-fsi')!.calls(tree.tryService('hsa-mbs-ui')!, 'dubbo');
    expect(tree.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2002', args: expect.objectContaining({ value: 'hsa-mbs-ui:dubbo', allowed: 'http' }) }));
  });

  it('of a service to itself is a ring', () => {
    const tree = environment();
    const mbs = tree.tryService('hsa-mbs')!;
    mbs.calls(mbs, 'http');
    expect(tree.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2003' }));
  });
});

describe('a call across the gap', () => {
  it('goes by a route of its direction', () => {
    const tree = environment();
    expect(tree.tryService('hsa-pss-pw')!.crossCallees.map((call) => [call.to.id, call.route.id])).toEqual([['hsa-mbs-fsi', 'public-to-core']]);
  });

  it('may not wait for an answer from the public zone', () => {
    const tree = environment();
    tree.tryService('hsa-mbs')!.callsAcross(tree.tryService('hsa-pss-pw')!, ROUTES['core-to-public'], 'sync');
    expect(tree.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2004', where: 'small/core/mbs/hsa-mbs' }));
  });

  it('may not take a route of the other direction', () => {
    const tree = environment();
    tree.tryService('hsa-mbs')!.callsAcross(tree.tryService('hsa-pss-pw')!, ROUTES['public-to-core']);
    expect(tree.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2005' }));
  });

  it('may not take a route that is kept for others', () => {
    const tree = environment();
    tree.tryService('hsa-pss-pw')!.callsAcross(tree.tryService('hsa-gap-back')!, ROUTES['gap-device']);
    expect(tree.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2006', args: expect.objectContaining({ allowed: 'hsa-gap-front' }) }));
  });
});

describe('the scale of a service', () => {
  it('is the HPA between the city minimum and the delivered maximum', () => {
    expect(environment().tryService('hsa-mbs-fsi')!.scale).toEqual({ min: 6, max: 8 });
  });

  it('is one pod in the profile dev', () => {
    expect(smallEnvironment({ sizes: { profile: 'dev' } }).tryService('hsa-mbs-fsi')!.scale).toEqual({ fixed: 1 });
  });

  it('follows the exceptions of sizes.yaml', () => {
    const tree = smallEnvironment({ sizes: { services: { 'hsa-mbs-fsi': { min: 7, max: 20, size: 'XL' }, 'hsa-mbs': { replicas: 5 } } } });
    expect(tree.tryService('hsa-mbs-fsi')!.scale).toEqual({ min: 7, max: 20 });
    expect(tree.tryService('hsa-mbs-fsi')!.size).toBe('XL');
    expect(tree.tryService('hsa-mbs')!.scale).toEqual({ fixed: 5 });
  });

  it('is fixed for front ends, which have no autoscaler', () => {
    expect(environment().tryService('hsa-mbs-ui')!.scale).toEqual({ fixed: 2 });
  });
});

describe('what a kind brings', () => {
  it('an API has its HTTP port, Dubbo 20000 above it, and those of its agents', () => {
    expect(environment().tryService('hsa-mbs')!.ports.map(({ name, port }) => [name, port])).toEqual([['http', 9050], ['dubbo', 29050], ['metrics', 9404], ['flow-control', 8719]]);
  });

  it('liveness is never the aggregate health', () => {
    for (const service of environment().allServices) expect(service.health.liveness ?? '').not.toMatch(/health$/);
  });

  it('every JVM service is traced, scraped, logged and flow-controlled without saying so', () => {
    expect(environment().tryService('hsa-mbs')!.uses).toEqual(expect.arrayContaining(['tracing', 'metrics', 'logging', 'flow-control']));
  });
});
