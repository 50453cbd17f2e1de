import fc from 'fast-check';
import { checks, inspect, knownKinds, type InspectFacts } from '../../../engine/inspect/index.ts';
import type { RenderedObject } from '../../../engine/manifest.ts';
import { codes, describe as explain, type Code } from '../../../engine/problem/index.ts';
import { objectsCodes } from '../../../engine/problem/codes/objects.ts';
import { configMap, container, custom, deployment, LABELS, manifest, namespace, object, service, type Fields } from './objects.ts';
import { soak } from '../../fixtures/soak.ts';

const volumes = (...all: readonly Fields[]) => [namespace(), deployment({ volumes: all })];
const main = (fields: Fields, podSpec: Fields = {}) => [namespace(), deployment({ containers: [container(fields)], ...podSpec })];
const quota = (hard: Fields) => custom('v1', 'ResourceQuota', { hard });

/** One way to each code. */
const WAYS: Readonly<Record<keyof typeof objectsCodes, readonly RenderedObject[]>> = {
  CHAMP3001: [namespace(), object(manifest('example.com/v1', 'Thing', 'x'))],
  CHAMP3002: main({ imge: 'x' }),
  CHAMP3003: main({ command: 'sleep' }),
  CHAMP3004: main({ name: undefined }),
  CHAMP3005: main({ imagePullPolicy: 'Sometimes' }),
  CHAMP3006: main({ env: [{ name: 'A' }, { name: 'A' }] }),
  CHAMP3007: main({ resources: { limits: { cpu: 'much' } } }),
  CHAMP3011: [namespace(), configMap({}, 'Not_A_Name')],
  CHAMP3012: [namespace(), configMap({ 'a/b': '' })],
  CHAMP3013: [namespace('core-mbs', { tenant: 'a b' })],
  CHAMP3014: [object({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', annotations: { a: 'x'.repeat(300_000) } } })],
  CHAMP3015: [object({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } })],
  CHAMP3016: [namespace(), object(manifest('scheduling.k8s.io/v1', 'PriorityClass', 'a', { value: 1 }))],
  CHAMP3017: main({ ports: [{ name: 'HTTP', containerPort: 80 }] }),
  CHAMP3018: main({ ports: [{ containerPort: 70_000 }] }),
  CHAMP3021: [namespace(), configMap({}), configMap({})],
  CHAMP3022: [namespace(), namespace('core-mba'), configMap({}), object(manifest('v1', 'ConfigMap', 'settings', {}, { namespace: 'core-mba' }))],
  CHAMP3023: [configMap({})],
  CHAMP3031: volumes({ name: 'a', configMap: { name: 'none' } }),
  CHAMP3032: [configMap({ a: '' }), ...volumes({ name: 'a', configMap: { name: 'settings', items: [{ key: 'b', path: 'b' }] } })],
  CHAMP3033: [namespace(), deployment(), service({ ports: [{ port: 80, targetPort: 'web' }] })],
  CHAMP3034: [namespace(), service()],
  CHAMP3035: main({ volumeMounts: [{ name: 'none', mountPath: '/a' }] }),
  CHAMP3036: volumes({ name: 'a' }),
  CHAMP3041: [object({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', annotations: { a: 'x'.repeat(1_100_000) } } })],
  CHAMP3042: [namespace(), configMap({ a: 'x'.repeat(1_100_000) })],
  CHAMP3043: main({ resources: { requests: { cpu: 2 }, limits: { cpu: 1 } } }),
  CHAMP3044: main({ image: 'registry.example/a:1' }),
  CHAMP3045: main({ image: 'registry.example/a:latest' }),
  CHAMP3046: main({ image: 'A B' }),
  CHAMP3047: [namespace(), deployment({}, { selector: { matchLabels: { a: 'b' } } })],
  CHAMP3048: main({}, { initContainers: [container()] }),
  CHAMP3049: [namespace(), deployment({ containers: [container(), container({ name: 'b', ports: [{ containerPort: 8080 }] })] })],
  CHAMP3050: main({ livenessProbe: { tcpSocket: { port: 81 } } }),
  CHAMP3051: [namespace(), deployment(), custom('autoscaling/v2', 'HorizontalPodAutoscaler', { minReplicas: 3, maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hsa-mbs' } })],
  CHAMP3052: [namespace(), custom('argoproj.io/v1alpha1', 'Application', { source: { helm: { valuesObject: { image: { tag: 'v1' } } } } })],
  CHAMP3061: [namespace(), quota({ pods: 1 }), deployment()],
  CHAMP3062: [namespace(), deployment(), custom('v1', 'LimitRange', { limits: [{ type: 'Container', max: { cpu: '100m' } }] })],
  CHAMP3063: [quota({ 'limits.cpu': 9 }), ...main({ resources: {} })],
};

describe('inspect', () => {
  it('finds nothing in objects that are right', () => {
    expect(inspect([namespace(), deployment(), service(), configMap({ a: 'b' }), quota({ pods: 10 })], { requireDigest: true })).toEqual([]);
  });

  it.each(Object.keys(WAYS) as Code[])('finds %s, and says where, what and how to mend it in both languages', (code) => {
    const found = inspect(WAYS[code as keyof typeof WAYS], { requireDigest: true }).find((each) => each.code === code);
    expect(found?.where).toMatch(/^\S+\/\S+ \S+$/);
    for (const language of ['zh', 'en'] as const) expect(explain(found!, language)).not.toMatch(/\{\w+\}/);
    expect(codes[code].message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('is the sum of its checks, each usable alone', () => {
    const objects = [...WAYS.CHAMP3031, ...WAYS.CHAMP3061];
    expect(inspect(objects)).toEqual(checks.flatMap((check) => check(objects, {})));
  });

  it('reports all mistakes in one run', () => {
    const apart = Object.entries(WAYS).flatMap(([code, objects]) => objects.map((each) => ({ ...each, zone: code })));
    const found = inspect(apart, { requireDigest: true }).map((each) => each.code);
    expect([...new Set(found)].sort()).toEqual(Object.keys(objectsCodes).sort());
  });
});

describe('inspect of anything at all', () => {
  const kind = fc.constantFrom(...Object.keys(knownKinds())).map((key) => ({ apiVersion: key.slice(0, key.lastIndexOf('/')), kind: key.slice(key.lastIndexOf('/') + 1) }));
  const words = ['spec', 'template', 'containers', 'volumes', 'name', 'selector', 'matchLabels', 'ports', 'data', 'hard', 'limits', 'rules', 'metadata', 'labels', 'requests', 'resources', 'env'];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 6 }, fc.constantFrom('x', 1, null, true, undefined), fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...words), tie('tree'), { maxKeys: 4 })),
  }));
  const anyObject = fc.tuple(kind, tree).map(([head, body]) => ({ ...(typeof body === 'object' && body !== null ? body : { spec: body }), ...head }));

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.oneof(anyObject, tree), { maxLength: 4 }), (manifests) => Array.isArray(inspect(manifests.map((each) => object(each))))), { numRuns: soak(500, 50000) });
  });

  it('never throws on a known object with one field replaced', () => {
    const paths = [['metadata'], ['metadata', 'labels'], ['spec'], ['spec', 'selector'], ['spec', 'template'], ['spec', 'template', 'metadata'], ['spec', 'template', 'spec'], ['spec', 'template', 'spec', 'containers'], ['spec', 'replicas']];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => {
        const broken = structuredClone(deployment().manifest) as unknown as Record<string, unknown>;
        let parent = broken;
        for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
        parent[path.at(-1)!] = value;
        expect(Array.isArray(inspect([namespace(), object(broken), service()]))).toBe(true);
      }),
    );
  });

  it('ends on objects that refer to themselves or share their parts without end', () => {
    const cycle: Record<string, unknown> = { apiVersion: 'kafka.strimzi.io/v1', kind: 'Kafka', metadata: { name: 'x' } };
    cycle['spec'] = { kafka: { config: cycle } };
    let bomb: unknown = 'x';
    for (let level = 0; level < 60; level++) bomb = { a: bomb, b: bomb };
    const found = inspect([object(cycle), object({ apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: { name: 'y' }, spec: { flinkConfiguration: bomb } })]);
    expect(found.filter((each) => each.code === 'CHAMP3041')).toHaveLength(2);
  });
});

describe('inspect of a whole estate', () => {
  /** A namespace with its quota, ten services and what belongs to them. */
  function subsystem(index: number): readonly RenderedObject[] {
    const ns = `core-s${index}`;
    const inside = (apiVersion: string, kind: string, name: string, fields: Fields) => object(manifest(apiVersion, kind, name, fields, { namespace: ns, labels: { 'app.kubernetes.io/name': name } }), { application: ns });
    const services = Array.from({ length: 10 }, (_, number): readonly RenderedObject[] => {
      const name = `hsa-s${index}-${number}`;
      const labels = { ...LABELS, 'app.kubernetes.io/name': name };
      const env = Array.from({ length: 12 }, (_each, position) => ({ name: `SETTING_${position}`, value: 'value' }));
      const mounted = { volumeMounts: [{ name: 'config', mountPath: '/config' }, { name: 'tmp', mountPath: '/tmp' }], readinessProbe: { httpGet: { path: '/ready', port: 'http' } }, livenessProbe: { httpGet: { path: '/live', port: 'http' } }, env };
      const podSpec = { serviceAccountName: name, containers: [container(mounted)], volumes: [{ name: 'config', configMap: { name } }, { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }] };
      const peer = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': ns } }, podSelector: { matchLabels: labels } };
      return [
        inside('apps/v1', 'Deployment', name, { spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec } } }),
        inside('v1', 'Service', name, { spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } }),
        inside('v1', 'ServiceAccount', name, { automountServiceAccountToken: false }),
        inside('v1', 'ConfigMap', name, { data: { 'application.yaml': 'key: value\n'.repeat(50) } }),
        inside('policy/v1', 'PodDisruptionBudget', name, { spec: { maxUnavailable: 1, selector: { matchLabels: labels } } }),
        inside('autoscaling/v2', 'HorizontalPodAutoscaler', name, { spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name } } }),
        inside('networking.k8s.io/v1', 'NetworkPolicy', name, { spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'], ingress: [{ from: [peer], ports: [{ port: 8080 }] }] } }),
      ];
    });
    return [namespace(ns), inside('v1', 'ResourceQuota', ns, { spec: { hard: { 'requests.cpu': '30', pods: '60' } } }), ...services.flat()].map((each, position) => (position === 0 ? object(each.manifest, { application: 'guardrails' }) : each));
  }

  const estate = (subsystems: number) => Array.from({ length: subsystems }, (_, index) => subsystem(index)).flat();
  const facts: InspectFacts = { requireDigest: true };

  function milliseconds(work: () => unknown): number {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  }

  /** The plainest walk there is: what a look at every value costs on this machine at this moment. */
  function values(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 1;
    return Object.values(value).reduce((sum: number, each) => sum + values(each), 1);
  }

  /** The smallest of several times of each, taken in turn, since other work on the machine comes and goes. */
  function compare(one: () => unknown, other: () => unknown): readonly [number, number] {
    const times = Array.from({ length: 7 }, () => [milliseconds(one), milliseconds(other)] as const);
    return [Math.min(...times.map(([first]) => first)), Math.min(...times.map(([, second]) => second))];
  }

  it('finds nothing wrong in 3,000 sound objects, in the time of a few looks at every value', () => {
    const objects = estate(42);
    expect(objects.length).toBeGreaterThan(3000);
    expect(inspect(objects, facts)).toEqual([]);
    const [inspecting, looking] = compare(() => inspect(objects, facts), () => values(objects));
    expect(inspecting / looking).toBeLessThan(100);
  });

  // against a blow-up alone, as a busy machine is uneven: in proportion it is 8, by the square 64
  it('takes time in proportion to the number of objects', () => {
    const [few, many] = [estate(8), estate(64)];
    const [fewTime, manyTime] = compare(() => inspect(few, facts), () => inspect(many, facts));
    expect(manyTime / fewTime).toBeLessThan(40);
  });
});
