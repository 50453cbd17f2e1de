import { BUDGET, budgetOf, guard, type PlacedObject } from '../../../engine/guard/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { describe as describeProblem } from '../../../engine/problem/index.ts';

type Fields = Readonly<Record<string, unknown>>;

const placed = (kind: string, at: string, fields: Fields = {}, { folder = 'core/core-mbs', apiVersion = 'v1' } = {}): PlacedObject => {
  const [name = '', namespace] = at.split('/').reverse();
  const manifest: Manifest = { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...(fields['metadata'] as Fields | undefined) }, ...(fields['spec'] ? { spec: fields['spec'] } : {}) };
  return { file: `${folder}/${kind.toLowerCase()}.${name}.yaml`, manifest };
};
const config = (name: string, folder?: string) => placed('ConfigMap', `core-mbs/${name}`, {}, { folder });
/** So many that the share of the budget is not the limit. */
const crowd = Array.from({ length: 1000 }, (_, index) => config(`crowd-${index}`));
const codes = ({ problems }: ReturnType<typeof guard>) => problems.map(({ code }) => code);
const set = (replicas: number | undefined, more: Fields = {}) => placed('StatefulSet', 'core-mbs/db', { spec: { ...(replicas === undefined ? {} : { replicas }), ...more } }, { apiVersion: 'apps/v1' });
const application = (name: string, folder = 'core/argocd') => placed('Application', `argocd/${name}`, { spec: { project: 'p', source: { path: `linyi/core/${name}` } } }, { folder, apiVersion: 'argoproj.io/v1alpha1' });

describe('the guard', () => {
  test('lets new and changed objects pass without a row', () => {
    const before = [config('a')];
    expect(guard(before, [placed('ConfigMap', 'core-mbs/a', { metadata: { labels: { x: 'y' } } }), config('b'), set(3)])).toMatchObject({ rows: [], problems: [], allowDelete: '' });
    expect(guard([], before)).toMatchObject({ rows: [], problems: [] });
  });

  test('lets as many plain objects go as the budget says, and not one more', () => {
    const pass = guard(crowd, crowd.slice(BUDGET.objects));
    expect(pass).toMatchObject({ problems: [], refused: [], budget: 10, spent: 10 });
    expect(pass.rows).toHaveLength(10);
    const refused = guard(crowd, crowd.slice(BUDGET.objects + 1));
    expect(refused.refused).toHaveLength(11);
    expect(new Set(codes(refused))).toEqual(new Set(['CHAMP7100']));
  });

  test('takes the smaller of number and share, so that a small zone cannot be emptied', () => {
    expect([budgetOf(1000), budgetOf(400), budgetOf(100), budgetOf(49), budgetOf(0)]).toEqual([10, 8, 2, 0, 0]);
    expect(codes(guard([config('a'), config('b')], [config('a')]))).toEqual(['CHAMP7100']);
  });

  test('spends no budget on what is listed', () => {
    const after = crowd.slice(BUDGET.objects + 1);
    expect(guard(crowd, after, { allow: ['ConfigMap/core-mbs/crowd-3'] })).toMatchObject({ problems: [], spent: 10 });
  });

  test('passes with the value that it gave to be pasted', () => {
    const before = [...crowd, set(3), placed('Namespace', 'core-mbs'), application('core-mbs')];
    const first = guard(before, []);
    expect(first.refused.length).toBe(before.length);
    expect(first.allowDelete.split(',')).toContain('Namespace/core-mbs');
    expect(guard(before, [], { allow: first.allowDelete.split(',') }).problems).toEqual([]);
  });

  test.each([
    ['a StatefulSet', set(3), 'state', 'CHAMP7101'],
    ['a claim', placed('PersistentVolumeClaim', 'core-mbs/data'), 'state', 'CHAMP7101'],
    ['a cluster of an operator', placed('InnoDBCluster', 'core-mbs/db', {}, { apiVersion: 'mysql.oracle.com/v2' }), 'state', 'CHAMP7101'],
    ['a Namespace', placed('Namespace', 'core-mbs'), 'namespace', 'CHAMP7102'],
    ['a definition', placed('CustomResourceDefinition', 'foos.x.io', { spec: { group: 'x.io', names: { kind: 'Foo' } } }, { apiVersion: 'apiextensions.k8s.io/v1' }), 'definition', 'CHAMP7103'],
    ['an Application', application('core-mbs'), 'application', 'CHAMP7104'],
    ['a project', placed('AppProject', 'argocd/p', {}, { apiVersion: 'argoproj.io/v1alpha1' }), 'application', 'CHAMP7104'],
  ] as const)('never lets %s go without being listed', (_, object, danger, code) => {
    const report = guard([...crowd, object], crowd);
    expect(report.rows).toMatchObject([{ danger }]);
    expect(codes(report)).toEqual([code]);
    expect(guard([...crowd, object], crowd, { allow: [report.rows[0]!.object] }).problems).toEqual([]);
  });

  test('counts what goes with a Namespace, a definition, an Application and a project, in their own zone', () => {
    const foo = placed('Foo', 'core-mbs/foo', {}, { apiVersion: 'x.io/v1' });
    const crd = placed('CustomResourceDefinition', 'foos.x.io', { spec: { group: 'x.io', names: { kind: 'Foo' } } }, { folder: 'core/core-guardrails', apiVersion: 'apiextensions.k8s.io/v1' });
    const project = placed('AppProject', 'argocd/p', {}, { folder: 'core/argocd', apiVersion: 'argoproj.io/v1alpha1' });
    const namespace = placed('Namespace', 'core-mbs', {}, { folder: 'core/core-guardrails' });
    const elsewhere = config('other', 'public/core-mbs');
    const before = [config('a'), config('b'), foo, crd, project, namespace, application('core-mbs'), elsewhere];
    const behind = Object.fromEntries(guard(before, []).rows.filter((row) => row.danger !== 'delete').map((row) => [row.object, row.with]));
    expect(behind).toEqual({
      'Namespace/core-mbs': ['ConfigMap/core-mbs/a', 'ConfigMap/core-mbs/b', 'Foo/core-mbs/foo'],
      'CustomResourceDefinition/foos.x.io': ['Foo/core-mbs/foo'],
      'Application/argocd/core-mbs': ['ConfigMap/core-mbs/a', 'ConfigMap/core-mbs/b', 'Foo/core-mbs/foo'],
      'AppProject/argocd/p': ['Application/argocd/core-mbs'],
    });
  });

  test('tells a move to another Application from a deletion', () => {
    const report = guard([...crowd, config('a')], [...crowd, config('a', 'core/core-hif')]);
    expect(report.rows).toMatchObject([{ object: 'ConfigMap/core-mbs/a', danger: 'move', why: 'CHAMP7105', to: 'core/core-hif', file: 'core/core-mbs/configmap.a.yaml' }]);
    expect(report.problems).toEqual([]);
    const state = guard([...crowd, set(3)], [...crowd, { ...set(3), file: 'core/core-hif/statefulset.db.yaml' }]);
    expect(codes(state)).toEqual(['CHAMP7106']);
  });

  test('takes a new file name in the same folder for the same object', () => {
    expect(guard([config('a')], [{ ...config('a'), file: 'core/core-mbs/renamed.yaml' }]).rows).toEqual([]);
  });

  test('takes a new version of the API for the same object, and another group for another', () => {
    const at = (apiVersion: string) => placed('Policy', 'core-mbs/a', {}, { apiVersion });
    expect(guard([at('x.io/v1beta1')], [at('x.io/v1')]).rows).toEqual([]);
    expect(guard([at('x.io/v1')], [at('y.io/v1')]).rows).toMatchObject([{ danger: 'delete' }]);
  });

  test('takes the same name in another zone for another object', () => {
    expect(guard([config('a'), config('a', 'public/core-mbs')], [config('a', 'public/core-mbs')]).rows).toMatchObject([{ zone: 'core', danger: 'delete' }]);
  });

  test('reports every immutable field of an object, and one name allows them all', () => {
    const before = [...crowd, set(3, { serviceName: 'a', podManagementPolicy: 'Parallel' })];
    const after = [...crowd, set(3, { serviceName: 'b' })];
    const report = guard(before, after);
    expect(report.rows.map(({ change, why }) => [why, change?.field])).toEqual([['CHAMP7107', 'spec.serviceName'], ['CHAMP7107', 'spec.podManagementPolicy']]);
    expect(report.allowDelete).toBe('StatefulSet/core-mbs/db');
    expect(guard(before, after, { allow: ['StatefulSet/core-mbs/db'] }).problems).toEqual([]);
  });

  test.each([
    ['fewer replicas', set(3), set(2), ['spec.replicas']],
    ['the number of replicas dropped', set(3), set(undefined), ['spec.replicas']],
    ['more replicas', set(1), set(5), []],
    ['fewer brokers', ...pair('KafkaNodePool', 'kafka.strimzi.io/v1', { replicas: 3 }, { replicas: 1 }), ['spec.replicas']],
    ['less storage of a broker', ...pair('KafkaNodePool', 'kafka.strimzi.io/v1', { storage: { volumes: [{ size: '500Gi' }] } }, { storage: { volumes: [{ size: '0.4Ti' }] } }), ['spec.storage.volumes[0].size']],
    ['more storage of a broker', ...pair('KafkaNodePool', 'kafka.strimzi.io/v1', { storage: { volumes: [{ size: '500Gi' }] } }, { storage: { volumes: [{ size: '1Ti' }] } }), []],
    ['fewer partitions', ...pair('KafkaTopic', 'kafka.strimzi.io/v1', { partitions: 12 }, { partitions: 6 }), ['spec.partitions']],
    ['a node set gone', ...pair('Elasticsearch', 'elasticsearch.k8s.elastic.co/v1', { nodeSets: [{ name: 'a', count: 3 }, { name: 'b', count: 2 }] }, { nodeSets: [{ name: 'b', count: 2 }] }), ['spec.nodeSets[a].count']],
    ['node sets in another order', ...pair('Elasticsearch', 'elasticsearch.k8s.elastic.co/v1', { nodeSets: [{ name: 'a', count: 3 }, { name: 'b', count: 2 }] }, { nodeSets: [{ name: 'b', count: 2 }, { name: 'a', count: 3 }] }), []],
    ['a smaller claim of a database', ...pair('InnoDBCluster', 'mysql.oracle.com/v2', claim('500Gi'), claim('100Gi')), ['spec.datadirVolumeClaimTemplate.resources.requests.storage']],
  ] as const)('reports what holds state and becomes smaller: %s', (_, before, after, fields) => {
    const report = guard([...crowd, before], [...crowd, after]);
    expect(report.rows.map(({ change }) => change?.field)).toEqual(fields);
    expect(codes(report)).toEqual(fields.map(() => 'CHAMP7108'));
  });

  test('leaves the number of replicas to an autoscaler', () => {
    const hpa = placed('HorizontalPodAutoscaler', 'core-mbs/db', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' } } }, { apiVersion: 'autoscaling/v2' });
    expect(guard([set(3)], [set(undefined), hpa]).rows).toEqual([]);
  });

  test('leaves hooks alone, which are made anew at every sync', () => {
    const hook = (image: string) => placed('Job', 'core-mbs/provision', { metadata: { annotations: { 'argocd.argoproj.io/hook': 'Sync' } }, spec: { template: { image } } }, { apiVersion: 'batch/v1' });
    expect(guard([hook('a')], [hook('b')]).rows).toEqual([]);
    expect(guard([hook('a')], []).rows).toEqual([]);
  });

  test.each([['a hook', 'PostSync'], ['something to be skipped', 'Skip']])('takes an object that becomes %s for a deleted one: ArgoCD prunes it', (_, value) => {
    const hook = placed('StatefulSet', 'core-mbs/db', { metadata: { annotations: { 'argocd.argoproj.io/hook': value } } }, { apiVersion: 'apps/v1' });
    expect(codes(guard([...crowd, set(3)], [...crowd, hook]))).toEqual(['CHAMP7101']);
  });

  test.each([
    ['no claims any more', ...pair('InnoDBCluster', 'mysql.oracle.com/v2', claim('500Gi'), {}), ['spec.datadirVolumeClaimTemplate']],
    ['another class', ...pair('RedisCluster', 'redis.redis.opstreelabs.in/v1beta2', { storage: { storageClassName: 'fast' } }, { storage: { storageClassName: 'slow' } }), ['spec.storage.storageClassName']],
    ['memory in its place', ...pair('KafkaNodePool', 'kafka.strimzi.io/v1', { storage: { type: 'persistent-claim' } }, { storage: { type: 'ephemeral' } }), ['spec.storage.type']],
    ['volumes that go with the pod', ...pair('Elasticsearch', 'elasticsearch.k8s.elastic.co/v1', { volumeClaimDeletePolicy: 'DeleteOnScaledownOnly' }, { volumeClaimDeletePolicy: 'DeleteOnScaledownAndClusterDeletion' }), ['spec.volumeClaimDeletePolicy']],
    ['a larger claim', ...pair('InnoDBCluster', 'mysql.oracle.com/v2', claim('500Gi'), claim('1Ti')), []],
  ] as const)('reports what holds state and gives up its storage: %s', (_, before, after, fields) => {
    const report = guard([...crowd, before], [...crowd, after]);
    expect(report.rows.map(({ change }) => change?.field)).toEqual(fields);
    expect(codes(report)).toEqual(fields.map(() => 'CHAMP7109'));
  });

  test.each([
    ['another folder', { path: 'linyi/core/hif' }, ['CHAMP7111']],
    ['another repository', { repoURL: 'https://git.example/other' }, ['CHAMP7111']],
    ['another revision', { targetRevision: 'v2' }, ['CHAMP7111']],
    ['another version of its chart', { chart: 'mysql', targetRevision: '2.1.0' }, []],
    ['the same place', {}, []],
  ])('takes an Application that follows %s as what it is', (_, more: Fields, expected) => {
    const source = { repoURL: 'https://git.example/config', path: 'linyi/core/mbs', targetRevision: 'main', ...('chart' in more ? { chart: 'mysql' } : {}) };
    const [before, after] = pair('Application', 'argoproj.io/v1alpha1', { source }, { source: { ...source, ...more } });
    expect(codes(guard([...crowd, before], [...crowd, after]))).toEqual(expected);
  });

  test('refuses a listed name that allows nothing, with the nearest that would', () => {
    const report = guard([...crowd, set(3)], crowd, { allow: ['StatefulSet/core-mbs/bd'] });
    expect(report.problems).toMatchObject([{ code: 'CHAMP7101' }, { code: 'CHAMP7110', args: { near: 'StatefulSet/core-mbs/db' } }]);
    expect(report.allowDelete).toBe('StatefulSet/core-mbs/db');
    expect(codes(guard(crowd, crowd, { allow: ['ConfigMap/core-mbs/crowd-1'] }))).toEqual(['CHAMP7110']);
  });

  test.each(['StatefulSet', 'StatefulSet/*', 'StatefulSet/core-mbs', 'statefulset/core-mbs/db', '*'])('takes %s for no name: only exact ones count', (name) => {
    expect(codes(guard([...crowd, set(3)], crowd, { allow: [name] }))).toEqual(['CHAMP7101', 'CHAMP7110']);
  });

  test('says each danger in full in both languages', () => {
    const [db, followed] = [pair('InnoDBCluster', 'mysql.oracle.com/v2', claim('500Gi'), {}), pair('Application', 'argoproj.io/v1alpha1', { source: { path: 'a' } }, { source: { path: 'b' } })];
    const before = [...crowd, set(3, { serviceName: 'a' }), placed('Namespace', 'core-x'), config('a'), application('core-mbs'), db[0], followed[0]];
    const after = [set(2, { serviceName: 'b' }), db[1], followed[1]];
    for (const each of guard(before, after, { allow: ['Foo/bar'] }).problems) for (const language of ['zh', 'en'] as const) expect(describeProblem(each, language)).not.toMatch(/\{\w+\}/);
  });

  test('takes little time for twenty thousand objects, half of them gone', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => config(`c-${index}`, `core/app-${index % 100}`));
    // of the processor: the machine may have other work
    const started = process.cpuUsage();
    expect(guard(many, many.slice(10_000)).refused).toHaveLength(10_000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
  });
});

function pair(kind: string, apiVersion: string, before: Fields, after: Fields): readonly [PlacedObject, PlacedObject] {
  const make = (spec: Fields) => placed(kind, 'core-mbs/x', { spec }, { apiVersion });
  return [make(before), make(after)];
}

function claim(storage: string): Fields {
  return { datadirVolumeClaimTemplate: { resources: { requests: { storage } } } };
}
