import { compareEnvironments, type Change } from '../../../engine/change/index.ts';
import { problem, ProblemError } from '../../../engine/problem/index.ts';
import { compared, object, side, type Fields, type Placed } from '../../fixtures/sides.ts';

const map = (name: string, value: string, place: Parameters<typeof object>[2] = {}): Placed => object(`ConfigMap core-mbs/${name}`, { data: { value } }, place);
const told = (changes: readonly Change[]) => changes.map(({ class: is, object: { kind, name }, application }) => `${is} ${kind} ${application}/${name}`);
const selector = (value: string): Fields => ({ spec: { selector: { matchLabels: { app: value } }, template: { metadata: { labels: { app: value } } } } });

describe('the changes of an environment', () => {
  test('are by object: created, changed, deleted, with fields and where they are declared', () => {
    const changes = compared([map('a', '1'), map('b', '1'), map('c', '1', { path: 'linyi/core/c' })], [map('a', '1'), map('b', '2'), object('Secret core-mbs/d')]);
    expect(told(changes)).toEqual(['changed ConfigMap core-mbs/b', 'deleted ConfigMap core-mbs/c', 'created Secret core-mbs/d']);
    expect(changes[0]).toMatchObject({
      environment: 'linyi', zone: 'core', file: 'core/core-mbs/configmap.b.yaml', path: 'linyi/core/b', source: 'apps/mbs.ts:1', object: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'core-mbs', name: 'b' },
      fields: [{ field: 'data.value', before: '1', after: '2' }],
    });
    expect(changes[1]).toMatchObject({ fields: [], before: { metadata: { name: 'c' } } });
    expect(changes[1]).not.toHaveProperty('after');
    expect(changes[2]).not.toHaveProperty('before');
  });

  test('read no file whose hash is the same', () => {
    const [before, after] = [side([map('a', '1'), map('b', '1')]), side([map('a', '1'), map('b', '2')])];
    compareEnvironments(before, after);
    expect([...before.read, ...after.read]).toEqual(['core/core-mbs/configmap.b.yaml', 'core/core-mbs/configmap.b.yaml']);
    expect(compareEnvironments(before, before)).toEqual([]);
  });

  test('know an object by group, not by version of its API', () => {
    expect(told(compared([object('HorizontalPodAutoscaler core-mbs/a', {}, { apiVersion: 'autoscaling/v1' })], [object('HorizontalPodAutoscaler core-mbs/a')]))).toEqual(['changed HorizontalPodAutoscaler core-mbs/a']);
    expect(told(compared([object('Deployment core-mbs/a', {}, { apiVersion: 'extensions/v1beta1' })], [object('Deployment core-mbs/a')])).sort()).toEqual(['created Deployment core-mbs/a', 'deleted Deployment core-mbs/a']);
  });

  test('know another zone for another cluster', () => {
    expect(told(compared([map('a', '1')], [map('a', '2', { zone: 'public' })])).sort()).toEqual(['created ConfigMap core-mbs/a', 'deleted ConfigMap core-mbs/a']);
  });

  test('tell a move to another Application, with what else changed', () => {
    const [moved, both] = compared([map('a', '1'), map('b', '1')], [map('a', '1', { application: 'core-x' }), map('b', '2', { application: 'core-x' })]);
    expect(moved).toMatchObject({ class: 'moved', application: 'core-x', from: { application: 'core-mbs', name: 'a', file: 'core/core-mbs/configmap.a.yaml' }, fields: [] });
    expect(both).toMatchObject({ class: 'moved', fields: [{ field: 'data.value' }] });
  });

  test('are replacements where the API server would refuse the change', () => {
    expect(compared([object('Deployment core-mbs/a', selector('x'))], [object('Deployment core-mbs/a', selector('y'))])).toMatchObject([{ class: 'replaced', fields: [{ field: 'spec.selector.matchLabels.app' }, {}] }]);
    const hook = (image: string) => object('Job core-mbs/a', { metadata: { annotations: { 'argocd.argoproj.io/hook': 'Sync' } }, spec: { template: { spec: { containers: [{ name: 'a', image }] } } } });
    expect(compared([hook('a')], [hook('b')])).toMatchObject([{ class: 'changed' }]);
  });

  test('leave out what is written differently and says the same', () => {
    const [before, after] = [side([map('a', '1')]), side([map('a', '1')])];
    const other = { ...after, ledger: { ...after.ledger, objects: after.ledger.objects.map((row) => ({ ...row, hash: `sha256:${'0'.repeat(64)}` })) } };
    expect(compareEnvironments(before, other)).toEqual([]);
  });

  test('are those of plain files too, by their data or, where that is none, their text', () => {
    const [before, after] = [side([], { 'core/control-plane/flags.yaml': { flags: { a: '1' } }, 'core/control-plane/notes.txt': 'a\n' }), side([], { 'core/control-plane/flags.yaml': { flags: { a: '2' } }, 'core/control-plane/notes.txt': 'b\n', 'core/control-plane/new.yaml': {} })];
    expect(compareEnvironments(before, after)).toMatchObject([
      { class: 'changed', object: { kind: 'File', name: 'core/control-plane/flags.yaml' }, zone: 'core', application: 'control-plane', fields: [{ field: 'content.flags.a', before: '1', after: '2' }] },
      { class: 'created', object: { kind: 'File', name: 'core/control-plane/new.yaml' } },
      { class: 'changed', fields: [{ field: 'content', before: 'a\n', after: 'b\n' }] },
    ]);
  });

  test('are of every object where a side has no such environment', () => {
    expect(told(compareEnvironments(undefined, side([map('a', '1')])))).toEqual(['created ConfigMap core-mbs/a']);
    expect(compareEnvironments(side([map('a', '1')]), undefined)).toMatchObject([{ class: 'deleted', environment: 'linyi' }]);
    expect(compareEnvironments(undefined, undefined)).toEqual([]);
  });

  test('are sorted by zone, Application and file, whatever order the ledgers have', () => {
    const objects = ['c', 'a', 'b'].flatMap((name) => [map(name, '1'), map(name, '1', { zone: 'public' }), map(name, '1', { application: 'core-a', zone: 'core', path: 'x' })]).filter((each, index, all) => all.findIndex((other) => other.manifest.metadata.name === each.manifest.metadata.name && other.zone === each.zone) === index);
    const files = compareEnvironments(undefined, side(objects)).map(({ file }) => file);
    expect(files).toEqual([...files].sort());
  });

  test('tell every file that cannot be read, at once', () => {
    const broken = { ...side([map('a', '1'), map('b', '1')]), manifest: (file: string) => { throw new ProblemError([problem('CHAMP9050', file, { value: file })]); } };
    expect(() => compareEnvironments(undefined, broken)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ where: 'core/core-mbs/configmap.a.yaml' }), expect.objectContaining({ where: 'core/core-mbs/configmap.b.yaml' })] }));
  });
});
