import { GUARD_IDS, GUARDS, runGuards, type Approval } from '../../../../engine/change/guards/index.ts';
import { Belonging, type EnvironmentPair } from '../../../../engine/change/analysis/index.ts';
import type { JudgeContext } from '../../../../engine/change/context.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { parse } from 'yaml';
import { deployment, object, pair } from '../../../fixtures/changes/side.ts';

const NONE = { exposure: { opened: [], closed: [] }, access: { gained: [], lost: [] }, findings: { appeared: [], gone: [] }, waivers: { added: [], removed: [], expired: [] }, calls: [], held: [] };

function guarded(of: EnvironmentPair, context: Partial<JudgeContext> = {}, more: object = {}) {
  return runGuards({ context: { base: [of.base!], head: [of.head!], date: '2030-01-01', now: new Date('2030-01-01T00:00:00Z'), ...context }, analyses: [{ pair: of, belonging: new Belonging(of), ...NONE, ...more }], touched: [] });
}

const approval = (guard: string, target: string, more: Partial<Approval> = {}): Approval => ({ environment: 'linyi', id: `A-${target}`, guard, target, reason: 'agreed', by: 'somebody', ticket: 'T-1', expires: '2030-01-31', where: 'a.yaml:1:1', ...more });
const set = (replicas = 3): Manifest => object('apps/v1', 'StatefulSet', 'core-mw-mq/mq', { spec: { replicas, selector: { matchLabels: { a: 'b' } } } });
const map = (name: string, namespace = 'core-mbs') => object('v1', 'ConfigMap', `${namespace}/${name}`);
const crowd = Array.from({ length: 600 }, (_, index) => map(`crowd-${index}`));
const stops = ({ results }: ReturnType<typeof runGuards>) => results.filter(({ state }) => state === 'blocked').map(({ guard, target }) => `${guard} ${target}`);

describe('the guards', () => {
  it('have an id each, in order, and words in both languages', () => {
    expect(GUARDS.map(({ id }) => id)).toEqual(GUARD_IDS);
    for (const { zh, en } of GUARDS) expect([/[\u4e00-\u9fff]/.test(zh), /^[^\u4e00-\u9fff]+$/.test(en)]).toEqual([true, true]);
  });

  it('let pass what is approved, exactly and until its day', () => {
    const gone = pair([set(), map('a')], [map('a')]);
    expect(stops(guarded(gone))).toEqual(['CHG-02 StatefulSet/core-mw-mq/mq']);
    const approved = guarded(gone, { approvals: [approval('CHG-02', 'StatefulSet/core-mw-mq/mq', { expires: '2030-01-01' })] });
    expect(approved.results).toMatchObject([{ state: 'approved', approval: 'A-StatefulSet/core-mw-mq/mq', fix: { en: expect.stringContaining('somebody') } }]);
    expect(approved).toMatchObject({ notes: [], problems: [] });
  });

  it.each<[string, Partial<Approval>]>([['another guard', { guard: 'CHG-03' }], ['another target', { target: 'StatefulSet/core-mw-mq/mq2' }], ['another environment', { environment: 'dev' }]])('take no approval of %s, which is told to be idle', (_, more) => {
    const found = guarded(pair([set(), map('a')], [map('a')]), { approvals: [approval('CHG-02', 'StatefulSet/core-mw-mq/mq', more)] });
    expect(stops(found)).toHaveLength(1);
    expect(found.notes).toMatchObject([{ en: expect.stringContaining('can be removed') }]);
  });

  it('take no approval that is over, and say where it stands', () => {
    const found = guarded(pair([set(), map('a')], [map('a')]), { approvals: [approval('CHG-02', 'StatefulSet/core-mw-mq/mq', { expires: '2029-12-31' })] });
    expect(stops(found)).toHaveLength(1);
    expect(found).toMatchObject({ notes: [], problems: [{ code: 'CHAMP9104', where: 'a.yaml:1:1' }] });
  });

  it('give the row that would let it pass, which can be read as it is', () => {
    const { results: [result] } = guarded(pair([set(), map('a')], [map('a')]));
    const text = result!.fix.en.slice(result!.fix.en.indexOf('- {')).replace(/<YYYY-MM-DD>/, '2030-01-31').replace(/<(\S+)>/g, '$1');
    expect(parse(text)).toEqual([{ id: 'A-001', guard: 'CHG-02', target: 'StatefulSet/core-mw-mq/mq', reason: 'why', by: 'who', ticket: 'ticket', expires: '2030-01-31' }]);
    expect(result!.fix.zh).toContain('environments/linyi/approvals.yaml');
  });

  it('tell each thing once', () => {
    const both = guarded(pair([set(3)], [set(2)]));
    expect(stops(both)).toEqual(['CHG-02 StatefulSet/core-mw-mq/mq']);
  });
});

describe('what is deleted', () => {
  it('is in the budget up to ten, by Application with a digest of the names beyond', () => {
    const before = [...crowd, map('x', 'core-gw')];
    expect(stops(guarded(pair(before, before.slice(10))))).toEqual([]);
    const eleven = stops(guarded(pair(before, before.slice(11))));
    expect(eleven).toEqual([expect.stringMatching(/^CHG-01 core\/core-mbs\/11-[0-9a-f]{8}$/)]);
    // another list, another approval
    expect(stops(guarded(pair(before, before.filter((_, index) => index < 5 || index > 15))))).not.toEqual(eleven);
    expect(stops(guarded(pair(before, before.slice(11, -1))))).toHaveLength(2);
  });

  it('does not count when it is renamed', () => {
    const named = (name: string) => Array.from({ length: 12 }, (_, index) => object('v1', 'ConfigMap', `core-mbs/${name}-${index}`, { data: { [String(index)]: 'x' } }));
    expect(stops(guarded(pair([...crowd, ...named('old')], [...crowd, ...named('new')])))).toEqual([]);
  });

  it('goes with its Namespace, for which alone there must be an approval, but for what holds state', () => {
    const inside = [...Array.from({ length: 12 }, (_, index) => map(`in-${index}`, 'core-ces')), object('apps/v1', 'StatefulSet', 'core-ces/db', { spec: {} })];
    const before = [...crowd, object('v1', 'Namespace', 'core-ces'), ...inside];
    const found = guarded(pair(before, crowd));
    expect(stops(found)).toEqual(['CHG-02 StatefulSet/core-ces/db', 'CHG-03 Namespace/core-ces']);
    expect(found.results.find(({ guard }) => guard === 'CHG-03')!.en).toContain('13 objects');
  });

  it('is told with the namespace, the definition and the Application that it is', () => {
    const crd = object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'foos.example.org', { spec: { group: 'example.org', names: { kind: 'Foo' } } });
    const application = object('argoproj.io/v1alpha1', 'Application', 'argocd/core-mbs');
    expect(stops(guarded(pair([...crowd, crd, application], crowd)))).toEqual(['CHG-04 CustomResourceDefinition/foos.example.org', 'CHG-05 Application/argocd/core-mbs']);
  });
});

describe('what holds state', () => {
  const claims = (size: string) => object('apps/v1', 'StatefulSet', 'core-mw-mq/mq', { spec: { selector: {}, volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: { resources: { requests: { storage: size } } } }] } });

  it.each<[string, Manifest, Manifest, RegExp]>([
    ['has fewer members', set(3), set(2), /shrinks: spec\.replicas/],
    ['has other claims', claims('1Gi'), claims('2Gi'), /volumeClaimTemplates .* cannot change in place/],
    ['has another name', set(), { ...set(), metadata: { name: 'mq2', namespace: 'core-mw-mq' } }, /becomes mq2/],
  ])('is guarded when it %s', (_, before, after, words) => {
    expect(guarded(pair([before], [after])).results).toMatchObject([{ guard: 'CHG-02', en: expect.stringMatching(words) }]);
  });

  it('is guarded when it moves to another Application', () => {
    const moved = pair([set()], [set()], { application: () => 'core-other' }, {});
    expect(guarded(moved).results).toMatchObject([{ guard: 'CHG-02', en: expect.stringContaining('core-other') }]);
  });

  it('is not when an autoscaler that did not change sets its size', () => {
    const hpa = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'core-mw-mq/mq', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'mq' }, maxReplicas: 9 } });
    expect(stops(guarded(pair([set(3), hpa], [set(2), hpa])))).toEqual([]);
  });
});

it('an immutable field is guarded by itself, and a hook has none', () => {
  const job = (image: string, annotations = {}) => object('batch/v1', 'Job', 'core-mbs/setup', { metadata: { annotations }, spec: { template: { spec: { containers: [{ name: 'a', image }] } } } });
  expect(guarded(pair([job('a')], [job('b')])).results).toMatchObject([{ guard: 'CHG-06', en: expect.stringContaining('spec.template') }]);
  const hook = { 'argocd.argoproj.io/hook': 'Sync' };
  expect(stops(guarded(pair([job('a', hook)], [job('b', hook)])))).toEqual([]);
});

it('a freeze of a day or longer stops what it holds, and a shorter window does not', () => {
  const changed = pair([deployment('core-mbs/a')], [deployment('core-mbs/a', { spec: { paused: true } })]);
  const held = (schedule: string) => [{ zone: 'core', application: 'core-mbs', project: 'p', schedule, timeZone: 'UTC', until: '2030-01-05T00:00:00.000Z', manual: false }];
  expect(stops(guarded(changed, {}, { held: held('0 0 1 1 * 24h') }))).toEqual(['CHG-17 core/core-mbs']);
  expect(stops(guarded(changed, {}, { held: held('30 7 * * * 11h') }))).toEqual([]);
});
