import { podOf, rendered, workloadPart, type Loose } from '../../../fixtures/middleware.ts';

const main = (own: Parameters<typeof workloadPart>[0]): Loose => podOf(rendered([workloadPart(own)]).find('StatefulSet', 'store')).containers[0];

it('takes the image by digest from the registry of the environment', () => {
  expect(main({}).image).toBe(`registry.small.example/champ/products/store:1.0.0@sha256:${'0'.repeat(64)}`);
});

it('reports an image that has no release', () => {
  const { environment } = rendered([workloadPart({ image: 'unknown' })]);
  expect(environment.problems.all()).toMatchObject([{ code: 'CHAMP2010', where: 'small/core/mw-cache', args: { value: 'unknown' } }]);
});

it('limits what a pod may write by the size of its writable paths, and requests a part of it', () => {
  const { resources } = main({ writable: [{ path: '/var/log/store', size: '1Gi' }] });
  expect(resources.limits).toEqual({ cpu: '1', memory: '256Mi', 'ephemeral-storage': '1344Mi' });
  expect(resources.requests).toEqual({ cpu: '100m', memory: '128Mi', 'ephemeral-storage': '336Mi' });
});

it('gives literals and fields of the pod as environment variables', () => {
  expect(main({ env: [{ name: 'MODE', value: 'cluster' }, { name: 'POD_IP', field: 'status.podIP' }] }).env).toEqual([
    { name: 'MODE', value: 'cluster' }, { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
  ]);
});

it('names the protocol of each port', () => {
  expect(main({ ports: [{ name: 'client', port: 7000 }, { name: 'gossip', port: 7001, protocol: 'UDP' }] }).ports).toEqual([
    { name: 'client', containerPort: 7000, protocol: 'TCP' }, { name: 'gossip', containerPort: 7001, protocol: 'UDP' },
  ]);
});

describe('probes', () => {
  const probed = { readiness: { type: 'http', port: 'client', path: '/ready' }, liveness: { type: 'tcp', port: 'client' } } as const;

  it('waits as long as a first start may take before it restarts anything', () => {
    const { startupProbe, livenessProbe, readinessProbe } = main({ ...probed, startupSeconds: 605 });
    expect(startupProbe).toMatchObject({ tcpSocket: { port: 'client' }, periodSeconds: 10, failureThreshold: 61 });
    expect(readinessProbe).toMatchObject({ httpGet: { path: '/ready', port: 'client' } });
    expect(livenessProbe.periodSeconds * livenessProbe.failureThreshold).toBeGreaterThan(readinessProbe.periodSeconds * readinessProbe.failureThreshold);
  });

  it('allows five minutes where the kind says nothing', () => {
    expect(main(probed).startupProbe.failureThreshold).toBe(30);
  });

  it('runs a command where the product has no port for it', () => {
    expect(main({ readiness: { type: 'exec', command: ['ping'] } }).readinessProbe).toMatchObject({ exec: { command: ['ping'] } });
  });

  it('asks nothing of what ends by itself', () => {
    const job = rendered([workloadPart({ name: 'once', workload: 'Job', replicas: undefined, ...probed })]).find('Job', 'once');
    expect(Object.keys(podOf(job).containers[0]).filter((key) => key.endsWith('Probe'))).toEqual([]);
  });

  it('restarts a sidecar that hangs and leaves the pod ready', () => {
    const [, sidecar] = podOf(rendered([workloadPart({ sidecars: [{ name: 'exporter', image: 'exporter', ports: [{ name: 'metrics', port: 9121 }], sizing: workloadPart().sizing }] })]).find('StatefulSet', 'store')).containers;
    expect(sidecar.livenessProbe).toMatchObject({ tcpSocket: { port: 'metrics' } });
    expect(sidecar).not.toHaveProperty('readinessProbe');
  });
});
