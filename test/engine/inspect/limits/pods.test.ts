import { pods } from '../../../../engine/inspect/index.ts';
import { codesOf, container, custom, deployment, LABELS, only, type Fields } from '../objects.ts';

const probing = (probe: Fields) => deployment({ containers: [container(probe)] });

describe('pods', () => {
  it('accepts a pod that agrees with itself', () => {
    const spread = [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: LABELS } }];
    expect(codesOf(pods, [deployment({ topologySpreadConstraints: spread, containers: [container({ readinessProbe: { httpGet: { port: 'http', path: '/' } } })] })])).toEqual([]);
  });

  it('asks Jobs for a restart policy that ends, and other workloads for none', () => {
    const job = (podSpec: Fields) => custom('batch/v1', 'Job', { template: { spec: podSpec } });
    expect(only(pods, [job({})])).toMatchObject({ code: 'CHAMP3005', args: { field: 'spec.template.spec.restartPolicy', value: 'Always', allowed: 'OnFailure, Never' } });
    expect(codesOf(pods, [job({ restartPolicy: 'Never' })])).toEqual([]);
    expect(codesOf(pods, [deployment({ restartPolicy: 'Never' })])).toEqual(['CHAMP3005']);
  });

  it('refuses a selector that does not match the template', () => {
    const selector = { matchLabels: { app: 'other' } };
    expect(only(pods, [deployment({}, { selector })])).toMatchObject({ code: 'CHAMP3047', args: { field: 'spec.selector', value: 'app=other', allowed: 'app.kubernetes.io/name=hsa-mbs' } });
    expect(codesOf(pods, [deployment({}, { selector: {} })])).toEqual(['CHAMP3047']);
  });

  it('refuses a spread constraint for other pods', () => {
    const spread = [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'other' } } }];
    expect(only(pods, [deployment({ topologySpreadConstraints: spread })]).args).toMatchObject({ field: 'spec.template.spec.topologySpreadConstraints[0].labelSelector' });
  });

  it('refuses an init container with the name of another container', () => {
    expect(only(pods, [deployment({ initContainers: [{ name: 'hsa-mbs' }] })])).toMatchObject({ code: 'CHAMP3048', args: { field: 'spec.template.spec.initContainers[0].name' } });
  });

  it('refuses a port that two containers of a pod have, and lets init containers have it before', () => {
    const ports = [{ containerPort: 8080 }];
    expect(only(pods, [deployment({ containers: [container(), { name: 'b', ports }] })])).toMatchObject({ code: 'CHAMP3049', args: { value: '8080/TCP', other: 'hsa-mbs' } });
    expect(codesOf(pods, [deployment({ containers: [container(), { name: 'b', ports: [{ containerPort: 8080, protocol: 'UDP' }] }] })])).toEqual([]);
    expect(codesOf(pods, [deployment({ initContainers: [{ name: 'b', ports }] })])).toEqual([]);
    expect(codesOf(pods, [deployment({ initContainers: [{ name: 'b', ports, restartPolicy: 'Always' }] })])).toEqual(['CHAMP3049']);
  });

  it('refuses a port name that two containers of a pod have', () => {
    expect(only(pods, [deployment({ containers: [container(), { name: 'b', ports: [{ name: 'http', containerPort: 81 }] }] })])).toMatchObject({ code: 'CHAMP3048', args: { value: 'http' } });
  });

  it.each<[string, Fields]>([
    ['livenessProbe.httpGet', { livenessProbe: { httpGet: { port: 'web' } } }],
    ['readinessProbe.tcpSocket', { readinessProbe: { tcpSocket: { port: 81 } } }],
    ['startupProbe.grpc', { startupProbe: { grpc: { port: 9090 } } }],
    ['lifecycle.preStop.httpGet', { lifecycle: { preStop: { httpGet: { port: 'web' } } } }],
  ])('refuses %s of an undeclared port', (field, probe) => {
    expect(only(pods, [probing(probe)])).toMatchObject({ code: 'CHAMP3050', args: { field: `spec.template.spec.containers[0].${field}.port`, allowed: 'http, 8080' } });
  });

  it('lets a probe ask another container by number, not by name', () => {
    const other = { name: 'b', ports: [{ name: 'admin', containerPort: 81 }] };
    expect(codesOf(pods, [deployment({ containers: [container({ livenessProbe: { httpGet: { port: 81 } } }), other] })])).toEqual([]);
    expect(codesOf(pods, [deployment({ containers: [container({ livenessProbe: { httpGet: { port: 'admin' } } }), other] })])).toEqual(['CHAMP3050']);
  });

  it('refuses an autoscaler whose minimum is over its maximum', () => {
    expect(only(pods, [custom('autoscaling/v2', 'HorizontalPodAutoscaler', { minReplicas: 4, maxReplicas: 3 })])).toMatchObject({ code: 'CHAMP3051', args: { value: '4', limit: '3' } });
  });
});
