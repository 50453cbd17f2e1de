import { Belonging } from '../../../engine/change/analysis/index.ts';
import type { Model } from '../../../engine/change/index.ts';
import { restartsOf } from '../../../engine/change/restarts.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { container, deployment, model, object, pair, service } from '../../fixtures/changes/side.ts';

type Fields = Readonly<Record<string, unknown>>;

const image = (tag: string, more: Fields = {}) => ({ containers: [container('app', { image: `registry.example/app:${tag}`, ...more })] });
const zone = (most = true, rest = true): Model => model({ zones: [{ id: 'core', zh: '', en: '', nodes: 3, capacity: { rest: { cpu: 0.5, memory: 0.5, fits: rest }, most: { cpu: 0.9, memory: 0.9, fits: most } } }], services: [service('hsa-mbs')] });
const restarts = (before: readonly Manifest[], after: readonly Manifest[], of = zone()) => {
  const found = pair(before, after, { model: of });
  return restartsOf(found, new Belonging(found));
};
const rows = (...of: Parameters<typeof restarts>) => restarts(...of).rows;

/** The same workload with another image. */
const bumped = (kind: string, spec: Fields = {}, around: readonly Manifest[] = [], pod: Fields = {}) =>
  rows([deployment('core-mbs/hsa-mbs', { spec, pod: { ...image('1'), ...pod } }, kind), ...around], [deployment('core-mbs/hsa-mbs', { spec, pod: { ...image('2'), ...pod } }, kind), ...around]);

describe('pods are made anew', () => {
  it.each<[string, Fields, Fields, readonly string[]]>([
    ['another image', image('1'), image('2'), ['image']],
    ['a variable', image('1'), image('1', { env: [{ name: 'A', value: 'b' }] }), ['environment']],
    ['resources', image('1'), image('1', { resources: { requests: { cpu: '1' } } }), ['resources']],
    ['a probe', image('1'), image('1', { livenessProbe: { tcpSocket: { port: 1 } } }), ['probes']],
    ['where they run', image('1'), { ...image('1'), nodeSelector: { a: 'b' } }, ['scheduling']],
    ['a container more', image('1'), { containers: [...image('1').containers, container('side')] }, ['container side']],
    ['several at once', image('1'), { ...image('2'), terminationGracePeriodSeconds: 9 }, ['image', 'lifecycle']],
  ])('for %s', (_, before, after, because) => {
    expect(rows([deployment('core-mbs/hsa-mbs', { pod: before })], [deployment('core-mbs/hsa-mbs', { pod: after })])).toMatchObject([{ object: 'Deployment/core-mbs/hsa-mbs', service: 'hsa-mbs', because }]);
  });

  it.each<[string, Fields]>([['replicas', { replicas: 5 }], ['a slower rollout', { minReadySeconds: 9 }], ['history', { revisionHistoryLimit: 2 }]])('not for %s', (_, spec) => {
    expect(rows([deployment('core-mbs/hsa-mbs')], [deployment('core-mbs/hsa-mbs', { spec })])).toEqual([]);
  });

  it('not for labels of the object alone, nor for the same said in another way', () => {
    expect(rows([deployment('core-mbs/hsa-mbs')], [deployment('core-mbs/hsa-mbs', { metadata: { labels: { 'app.kubernetes.io/name': 'hsa-mbs', x: 'y' } } })])).toEqual([]);
    expect(rows([deployment('core-mbs/hsa-mbs')], [deployment('core-mbs/hsa-mbs', { pod: { nodeSelector: {} } })])).toEqual([]);
  });

  it('not when they are new, gone, or of a hook', () => {
    expect(rows([], [deployment('core-mbs/hsa-mbs')])).toEqual([]);
    expect(rows([deployment('core-mbs/hsa-mbs')], [])).toEqual([]);
    const hook = (tag: string) => object('batch/v1', 'Job', 'core-mbs/setup', { metadata: { annotations: { 'argocd.argoproj.io/hook': 'Sync' } }, spec: { template: { spec: image(tag) } } });
    expect(rows([hook('1')], [hook('2')])).toEqual([]);
  });

  it('at once where the object is made anew', () => {
    const other = deployment('core-mbs/hsa-mbs', { spec: { selector: { matchLabels: { other: 'x' } }, replicas: 2 } });
    expect(rows([deployment('core-mbs/hsa-mbs', { spec: { replicas: 2 } })], [other])).toMatchObject([{ pods: 2, because: ['replaced'], strategy: { en: expect.stringContaining('deleted and made anew') } }]);
  });

  it('in the order of the waves of their Applications, then by name', () => {
    const application = (name: string, wave: string) => object('argoproj.io/v1alpha1', 'Application', `argocd/${name}`, { metadata: { annotations: { 'argocd.argoproj.io/sync-wave': wave } }, spec: { source: { path: `linyi/core/${name}` } } });
    const waves = [application('core-mbs', '0'), application('core-mw-mq', '-10')];
    const all = (tag: string) => ['core-mbs/b', 'core-mbs/a', 'core-mw-mq/z'].map((at) => deployment(at, { pod: image(tag) }));
    expect(rows([...all('1'), ...waves], [...all('2'), ...waves]).map((each) => [each.wave, each.object])).toEqual([[-10, 'Deployment/core-mw-mq/z'], [0, 'Deployment/core-mbs/a'], [0, 'Deployment/core-mbs/b']]);
  });
});

describe('the way they are replaced', () => {
  it.each<[string, string, Fields, number, RegExp]>([
    ['with the defaults of a Deployment', 'Deployment', { replicas: 4 }, 4, /up to 1 more, 1 less/],
    ['with numbers', 'Deployment', { replicas: 4, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } } }, 4, /up to 2 more, 0 less/],
    ['with shares, surge rounded up and the rest down', 'Deployment', { replicas: 5, strategy: { rollingUpdate: { maxSurge: '30%', maxUnavailable: '30%' } } }, 5, /up to 2 more, 1 less/],
    ['all at once', 'Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, 3, /all 3 stop/],
    ['one by one', 'StatefulSet', { replicas: 3 }, 3, /1 at a time from the highest ordinal/],
    ['from an ordinal on', 'StatefulSet', { replicas: 5, updateStrategy: { rollingUpdate: { partition: 3 } } }, 2, /below ordinal 3 stay/],
    ['by nobody', 'StatefulSet', { replicas: 3, updateStrategy: { type: 'OnDelete' } }, 0, /until somebody deletes it/],
    ['node by node', 'DaemonSet', {}, 3, /node by node: 0 more and 1 less/],
    ['node by node with a surge', 'DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }, 3, /1 more and 0 less/],
  ])('is %s', (_, kind, spec, pods, words) => {
    expect(bumped(kind, spec)).toMatchObject([{ pods, strategy: { en: expect.stringMatching(words) } }]);
  });

  it('is by the next run of a CronJob', () => {
    const cron = (tag: string) => object('batch/v1', 'CronJob', 'core-mbs/tidy', { spec: { schedule: '0 1 * * *', jobTemplate: { spec: { template: { spec: image(tag) } } } } });
    expect(rows([cron('1')], [cron('2')])).toMatchObject([{ pods: 0, strategy: { en: expect.stringContaining('next run') } }]);
  });

  it('is by the operator of a custom resource', () => {
    const kafka = (version: string) => object('redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', 'core-mw-cache/cache', { spec: { clusterSize: 3, kubernetesConfig: { image: `redis:${version}` } } });
    expect(rows([kafka('7')], [kafka('8')])).toMatchObject([{ pods: 3, strategy: { en: expect.stringContaining('operator') } }]);
  });

  it('counts the pods that an autoscaler keeps at rest', () => {
    const hpa = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'core-mbs/hsa-mbs', { spec: { scaleTargetRef: { kind: 'Deployment', name: 'hsa-mbs' }, minReplicas: 6, maxReplicas: 9 } });
    expect(bumped('Deployment', {}, [hpa])).toMatchObject([{ pods: 6 }]);
  });
});

describe('a rollout stands still', () => {
  const surging = { replicas: 4, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
  const quota = (pods: number) => object('v1', 'ResourceQuota', 'core-mbs/q', { spec: { hard: { pods: String(pods) } } });
  const stalls = (found: ReturnType<typeof rows>) => found[0]?.stalls?.en;

  it('when the quota has no room for the surge and no pod may go first', () => {
    expect(stalls(bumped('Deployment', surging, [quota(4)]))).toMatch(/quota q has no room for 1 more \(pods\)/);
    expect(stalls(bumped('Deployment', surging, [quota(5)]))).toBeUndefined();
    expect(stalls(bumped('Deployment', { ...surging, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } }, [quota(4)]))).toBeUndefined();
    expect(stalls(bumped('Deployment', { replicas: 4, strategy: { type: 'Recreate' } }, [quota(4)]))).toBeUndefined();
  });

  it('with its autoscaler at the maximum, where the quota holds at rest', () => {
    const hpa = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'core-mbs/hsa-mbs', { spec: { scaleTargetRef: { kind: 'Deployment', name: 'hsa-mbs' }, minReplicas: 2, maxReplicas: 4 } });
    expect(stalls(bumped('Deployment', surging, [hpa, quota(4)]))).toMatch(/HPA at its maximum/);
    expect(stalls(bumped('Deployment', surging, [hpa, quota(5)]))).toBeUndefined();
  });

  it('when requests take more than the quota, the surge of all that restart counted', () => {
    const asking = { containers: [container('app', { resources: { requests: { cpu: '1' } } })] };
    const two = (tag: string) => ['core-mbs/a', 'core-mbs/b'].map((at) => deployment(at, { spec: surging, pod: { containers: [{ ...asking.containers[0], image: `x:${tag}` }] } }));
    const cpu = (amount: string) => object('v1', 'ResourceQuota', 'core-mbs/q', { spec: { hard: { 'requests.cpu': amount } } });
    expect(stalls(rows([...two('1'), cpu('9')], [...two('2'), cpu('9')]))).toMatch(/requests\.cpu/);
    expect(stalls(rows([...two('1'), cpu('10')], [...two('2'), cpu('10')]))).toBeUndefined();
  });

  it.each([['ReadWriteOnce', true], ['ReadWriteOncePod', true], ['ReadWriteMany', false]])('on a volume that is %s: %j', (mode, isStalled) => {
    const claim = object('v1', 'PersistentVolumeClaim', 'core-mbs/data', { spec: { accessModes: [mode] } });
    const found = bumped('Deployment', { replicas: 1 }, [claim], { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] });
    expect(stalls(found) !== undefined).toBe(isStalled);
  });

  it('with one pod a node on as many nodes as pods', () => {
    const apart = { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: {} }] } } };
    const three = { replicas: 3, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
    expect(stalls(bumped('Deployment', three, [], apart))).toMatch(/3 nodes have no place/);
    expect(stalls(bumped('Deployment', { ...three, replicas: 2 }, [], apart))).toBeUndefined();
    expect(stalls(bumped('Deployment', three, [], { hostNetwork: true, containers: [container('app', { ports: [{ containerPort: 80 }] })] }))).toBeUndefined();
  });

  it('on nodes that are full', () => {
    const [before, after] = ['1', '2'].map((tag) => [deployment('core-mbs/hsa-mbs', { spec: surging, pod: image(tag) })]);
    expect(stalls(rows(before!, after!, zone(false)))).toMatch(/HPAs at their maximum/);
    expect(stalls(rows(before!, after!, zone(false, false)))).toMatch(/nodes are full/);
  });

  it('when it is paused', () => {
    expect(stalls(bumped('Deployment', { paused: true, replicas: 2 }))).toMatch(/paused/);
  });

  it('never for a disruption budget, which holds evictions alone', () => {
    const none = object('policy/v1', 'PodDisruptionBudget', 'core-mbs/hsa-mbs', { spec: { maxUnavailable: 0, selector: { matchLabels: { 'app.kubernetes.io/name': 'hsa-mbs' } } } });
    expect(stalls(bumped('Deployment', surging, [none]))).toBeUndefined();
    expect(stalls(bumped('StatefulSet', { replicas: 3 }, [none]))).toBeUndefined();
  });
});

describe('configuration', () => {
  const files = (data: Fields) => object('v1', 'ConfigMap', 'core-mbs/files', { data });
  const mounting = (metadata: Fields = {}) => deployment('core-mbs/hsa-mbs', { pod: { volumes: [{ name: 'c', configMap: { name: 'files' } }] }, metadata });
  const hashed = (hash: string): Manifest => {
    const { spec: of, ...rest } = mounting();
    const { template, ...spec } = of as { readonly template: { readonly metadata: Fields; readonly spec: Fields } };
    return { ...rest, spec: { ...spec, template: { ...template, metadata: { ...template.metadata, annotations: { 'champ.hsa/config-hash': hash } } } } } as unknown as Manifest;
  };

  it('restarts those whose template has its checksum, file by file', () => {
    const { rows: found, unread } = restarts([files({ 'a.yml': '1', 'b.yml': '1' }), hashed('x')], [files({ 'a.yml': '2', 'b.yml': '1' }), hashed('y')]);
    expect(found).toMatchObject([{ because: ['config files/a.yml'] }]);
    expect(unread.size).toBe(0);
  });

  it('is told not to restart those that mount it without', () => {
    const { rows: found, unread } = restarts([files({ 'a.yml': '1' }), mounting()], [files({ 'a.yml': '2' }), mounting()]);
    expect(found).toEqual([]);
    expect([...unread.values()]).toMatchObject([{ kind: 'restart', en: expect.stringMatching(/does not restart Deployment\/core-mbs\/hsa-mbs.*load them again/), data: { restarts: false, readers: ['Deployment/core-mbs/hsa-mbs'] } }]);
  });

  it('of variables stays as it was until a restart', () => {
    const reading = deployment('core-mbs/hsa-mbs', { pod: { containers: [container('app', { envFrom: [{ configMapRef: { name: 'files' } }] })] } });
    const { unread } = restarts([files({ A: '1' }), reading], [files({ A: '2' }), reading]);
    expect([...unread.values()]).toMatchObject([{ en: expect.stringContaining('keep the old values') }]);
  });

  it('is none where Reloader restarts them, where nobody reads it, or where labels alone changed', () => {
    const reloaded = mounting({ annotations: { 'reloader.stakater.com/auto': 'true' } });
    expect(restarts([files({ a: '1' }), reloaded], [files({ a: '2' }), reloaded]).unread.size).toBe(0);
    expect(restarts([files({ a: '1' })], [files({ a: '2' })]).unread.size).toBe(0);
    const labelled = { ...files({ a: '1' }), metadata: { name: 'files', namespace: 'core-mbs', labels: { x: 'y' } } };
    expect(restarts([files({ a: '1' }), mounting()], [labelled, mounting()]).unread.size).toBe(0);
  });

  it('that an ExternalSecret makes is read by the name of its Secret', () => {
    const external = (key: string) => object('external-secrets.io/v1', 'ExternalSecret', 'core-mbs/creds', { spec: { target: { name: 'db' }, data: [{ secretKey: 'p', remoteRef: { key } }] } });
    const reading = deployment('core-mbs/hsa-mbs', { pod: { volumes: [{ name: 's', projected: { sources: [{ secret: { name: 'db' } }] } }] } });
    expect(restarts([external('a'), reading], [external('b'), reading]).unread.size).toBe(1);
  });
});
