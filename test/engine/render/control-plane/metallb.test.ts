import { metallb } from '../../../../engine/render/control-plane/metallb.ts';
import { render } from '../../../../engine/render/index.ts';
import { smallEnvironment, type EstateOverrides } from '../../../fixtures/estate.ts';

const of = (overrides: EstateOverrides = {}, zone: 'core' | 'public' = 'public') => metallb(smallEnvironment(overrides).zone(zone)) as Record<string, any>;
const POOL = 'metallb-address-pool';

describe('addresses of MetalLB', () => {
  test('are those that the zone exposes, on request and for the namespaces of their Services', () => {
    expect(of()[POOL]).toMatchObject({
      apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool', metadata: { namespace: 'metallb-system' },
      spec: { addresses: ['10.20.2.10/32'], autoAssign: false, serviceAllocation: { namespaces: ['pub-gw'] } },
    });
  });

  test('are announced in layer 2 by the pool\'s name', () => {
    const { [POOL]: pool, 'metallb-l2-advertisement': advertisement } = of();
    expect(advertisement).toMatchObject({ kind: 'L2Advertisement', metadata: { namespace: pool.metadata.namespace }, spec: { ipAddressPools: [pool.metadata.name] } });
  });

  test('hold one of each, in order, whatever their family, and that of the entry in its kind\'s namespace', () => {
    const row = (address: string) => ({ address, sourceRanges: ['10.0.0.0/8'] });
    const { spec } = of({ zones: { public: { exposed: { 'hsa-gw-public': row('fd00:20::10'), ingress: row('10.20.2.9'), 'hsa-gap-front': row('10.20.2.11') } } } })[POOL];
    expect(spec).toMatchObject({ addresses: ['10.20.2.11/32', '10.20.2.9/32', 'fd00:20::10/128'], serviceAllocation: { namespaces: ['pub-gw', 'pub-mw-ingress'] } });
  });

  test('are no file where nothing is exposed, or the edition buys the load balancer', () => {
    expect(of({}, 'core')).toEqual({});
    expect(of({ props: { edition: 'alibaba' } })).toEqual({});
  });

  test('hold every address that a Service asks for, in its own namespace, and lie outside every Application', () => {
    const out = render(smallEnvironment());
    const { content } = out.files.find(({ file }) => file === `public/control-plane/${POOL}.yaml`)! as { content: any };
    const services = out.objects.filter(({ manifest }) => manifest.kind === 'Service' && (manifest as any).spec.type === 'LoadBalancer').map(({ manifest }) => manifest as any);
    expect(services).toHaveLength(1);
    for (const { metadata, spec } of services) {
      expect(content.spec.addresses).toContain(`${spec.loadBalancerIP}/32`);
      expect(content.spec.serviceAllocation.namespaces).toContain(metadata.namespace);
    }
    expect(out.objects.filter(({ manifest }) => manifest.apiVersion.startsWith('metallb.io/'))).toEqual([]);
  });
});
