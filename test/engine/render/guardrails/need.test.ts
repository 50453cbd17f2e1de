import { needsOf } from '../../../../engine/render/guardrails/need.ts';
import { smallEnvironment } from '../../../fixtures/estate.ts';
import { autoscaler, container, outputOf, workload } from './workloads.ts';

const GIB = 2 ** 30;
const NS = 'core-mbs';

function need(...manifests: Parameters<typeof outputOf>[2][]) {
  const environment = smallEnvironment();
  return needsOf(environment.zone('core'), outputOf(environment, 'core', ...manifests)).get(NS)!;
}

describe('the need of a namespace', () => {
  test('counts an autoscaled Deployment at its maximum, with the surge that comes and the surge that goes', () => {
    const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } };
    const found = need(workload('Deployment', 'a', NS, { strategy }), autoscaler('a', NS, 10));
    // 10 + ceil(2.5) twice
    expect(found.pods).toBe(16);
    expect(found.requests).toEqual({ cpu: 8, memory: 16 * GIB });
    expect(found.limits).toEqual({ cpu: 32, memory: 32 * GIB });
  });

  test('counts a fixed Deployment that is recreated without a surge', () => {
    expect(need(workload('Deployment', 'a', NS, { replicas: 3, strategy: { type: 'Recreate' } })).pods).toBe(3);
  });

  test('counts a StatefulSet with the claims of each pod', () => {
    const claim = { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '20Gi' } } } };
    const found = need(workload('StatefulSet', 'a', NS, { replicas: 3, volumeClaimTemplates: [claim] }));
    expect(found).toMatchObject({ pods: 3, claims: 3, storage: 60 * GIB, largestClaim: 20 * GIB });
  });

  test('counts a DaemonSet once a node, those of the control plane too, and a hook Job once', () => {
    expect(need(workload('DaemonSet', 'a', NS, {})).pods).toBe(17);
    expect(need(workload('Job', 'a', NS, {})).pods).toBe(1);
  });

  test('counts native sidecars with the containers, and an init container only where it is the larger', () => {
    const small = container({ requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '256Mi' } });
    const pod = { initContainers: [{ ...small, name: 'sidecar', restartPolicy: 'Always' }, { ...small, name: 'init' }], containers: [container()] };
    expect(need(workload('Job', 'a', NS, {}, pod)).requests.cpu).toBeCloseTo(0.6);
  });

  test('takes the defaults of the LimitRange for a container that states nothing', () => {
    const found = need(workload('Job', 'a', NS, {}, { containers: [container({})] }));
    expect(found).toMatchObject({ requests: { cpu: 0.05, memory: 64 * 2 ** 20 }, limits: { cpu: 0.5, memory: 256 * 2 ** 20 } });
  });

  test('adds the sidecar of the mesh to pods of subsystems, where the zone has one', () => {
    const environment = smallEnvironment({ zones: { core: { mesh: true } } });
    const out = outputOf(environment, 'core', workload('Job', 'a', NS, {}), workload('Job', 'b', 'core-mw-registry', {}));
    const needs = needsOf(environment.zone('core'), out);
    expect(needs.get(NS)!.requests.cpu).toBeCloseTo(0.6);
    expect(needs.get('core-mw-registry')!.requests.cpu).toBeCloseTo(0.5);
  });

  test('counts the pods that an operator makes, and one more of each sort', () => {
    const environment = smallEnvironment();
    const needs = needsOf(environment.zone('core'), outputOf(environment, 'core'));
    const rows = environment.zone('core').middleware.get('cache')!.parts.flatMap((part) => (part.part === 'custom' ? part.pods : []));
    expect(rows.length).toBeGreaterThan(0);
    const cache = needs.get('core-mw-cache')!;
    expect(cache.pods).toBe(rows.reduce((sum, row) => sum + row.count + 1, 0));
    expect(cache.storage).toBeGreaterThanOrEqual(rows.reduce((sum, row) => sum + row.count, 0) * 20 * GIB);
  });

  test('counts load balancers, and their node ports unless they have none', () => {
    const service = (name: string, more: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: NS }, spec: { type: 'LoadBalancer', ports: [{ port: 80 }, { port: 443 }], ...more } });
    expect(need(service('a', { allocateLoadBalancerNodePorts: false }), service('b', {}))).toMatchObject({ loadBalancers: 2, nodePorts: 2 });
  });

  test('counts the load balancer that Envoy Gateway makes for a Gateway', () => {
    const proxy = (envoyService: object) => ({ apiVersion: 'gateway.envoyproxy.io/v1alpha1', kind: 'EnvoyProxy', metadata: { name: 'a', namespace: NS }, spec: { provider: { kubernetes: { envoyService } } } });
    expect(need(proxy({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false }))).toMatchObject({ loadBalancers: 1, nodePorts: 0 });
    expect(need(proxy({ type: 'ClusterIP' }))).toMatchObject({ loadBalancers: 0 });
  });

  test('leaves the objects of the other zone out', () => {
    const environment = smallEnvironment();
    const out = outputOf(environment, 'public', workload('Job', 'a', 'pub-pss', {}));
    expect(needsOf(environment.zone('core'), out).has('pub-pss')).toBe(false);
  });
});
