import { judgeChanges, compareEnvironments, type Model, type SideEnvironment } from '../../../engine/change/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { run } from '../../fixtures/changes/case.ts';
import { editing } from '../../fixtures/changes/estate.ts';
import { container, deployment, model, object, pairOf, service, side } from '../../fixtures/changes/side.ts';

jest.setTimeout(120_000);

const judged = (before: SideEnvironment | undefined, after: SideEnvironment | undefined, more: object = {}) => judgeChanges(
  compareEnvironments(before, after), { base: before ? [before] : [], head: after ? [after] : [], date: '2030-01-01', now: new Date('2030-01-01T14:00:00Z'), ...more },
);

const of = (tag: string) => deployment('core-mbs/hsa-mbs', { pod: { containers: [container('app', { image: `registry.example/app:${tag}` })] } });
const estate: Model = model({
  services: [service('hsa-mbs'), service('hsa-gw', { namespace: 'core-gw', tenant: 'vendor-01', calls: ['hsa-mbs'] })],
  paths: [{ id: 'pay', zh: '结算', en: 'Settlement', critical: true, hops: ['hsa-gw'] }],
});
const sides = (before: readonly Manifest[], after: readonly Manifest[], was: Model | undefined = estate, is: Model | undefined = estate) => [side(before, { model: was }), side(after, { model: is })] as const;

describe('a judgement', () => {
  it('says which services, owners and paths a change is about, and what restarts', () => {
    expect(judged(...sides([of('1')], [of('2')]))).toMatchObject({
      risk: 'medium',
      changes: [{ services: ['hsa-mbs'], owners: ['vendor-02'], risk: 'medium' }],
      paths: [{ id: 'pay', critical: true, services: ['hsa-mbs'], environments: ['linyi'] }],
      restarts: [{ object: 'Deployment/core-mbs/hsa-mbs', because: ['image'] }],
      owners: [{ tenant: 'vendor-02', because: ['linyi/core/core-mbs'] }],
      guards: [], notes: [],
    });
  });

  it('hits no path by labels', () => {
    const labelled = { ...of('1'), metadata: { ...of('1').metadata, labels: { ...of('1').metadata.labels, x: 'y' } } };
    expect(judged(...sides([of('1')], [labelled]))).toMatchObject({ risk: 'low', paths: [], restarts: [] });
  });

  it('names owners by the sources where they are known', () => {
    const { owners } = judged(...sides([of('1')], [of('2')]), { sources: [{ path: 'constructs/zone.ts', before: 'a', after: 'b' }] });
    expect(owners).toEqual([{ tenant: 'platform', because: ['constructs/zone.ts'] }]);
  });

  it('says what it could not find out', () => {
    const { notes } = judged(side([of('1')]), side([of('2')], { model: estate }));
    expect(notes).toMatchObject([{ en: expect.stringContaining('the base of linyi has no model') }]);
  });

  it('tells a policy what it opens, and a file who does not take it over', () => {
    const deny = object('networking.k8s.io/v1', 'NetworkPolicy', 'core-mbs/deny', { spec: { podSelector: {}, policyTypes: ['Ingress'] } });
    const allow = object('networking.k8s.io/v1', 'NetworkPolicy', 'core-mbs/allow', { spec: { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'hsa-mbs' } }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } }], ports: [{ port: 80 }] }] } });
    const web = deployment('core-mbs/web');
    const found = judged(...sides([deny, of('1'), web], [deny, of('1'), web, allow]));
    expect(found.exposure.opened).toEqual([{ environment: 'linyi', zone: 'core', from: 'core-mbs/web', to: 'core-mbs/hsa-mbs', ports: '80', acrossGap: false }]);
    expect(found.changes[0]!.meanings).toMatchObject([{ kind: 'exposure', en: 'opens core-mbs/web -> core-mbs/hsa-mbs:80' }]);
    const reading = deployment('core-mbs/hsa-mbs', { pod: { volumes: [{ name: 'c', configMap: { name: 'c' } }] } });
    const config = (value: string) => object('v1', 'ConfigMap', 'core-mbs/c', { data: { a: value } });
    const silent = judged(...sides([reading, config('1')], [reading, config('2')]));
    expect(silent.changes[0]).toMatchObject({ risk: 'medium', meanings: [{ kind: 'restart' }] });
    expect(silent.notes).toHaveLength(1);
  });

  it('of an environment that is new or gone does not compare what one side lacks', () => {
    expect(judged(undefined, side([of('1')], { model: estate }))).toMatchObject({ risk: 'low', exposure: { opened: [] }, access: { gained: [] }, restarts: [] });
    expect(judged(side([of('1')], { model: estate }), undefined)).toMatchObject({ restarts: [], capacity: [] });
  });

  it('of no change is low and empty', () => {
    const [same] = sides([of('1')], []);
    expect(judged(same, same)).toMatchObject({ risk: 'low', changes: [], guards: [], owners: [], windows: [] });
  });

  it('is the same each time', () => {
    const each = { name: '', head: { objects: editing('NetworkPolicy', 'hsa-mbs', (copy: any) => { copy.spec.egress.pop(); }) }, classes: [], risk: 'low' } as const;
    expect(JSON.stringify(run(each).report)).toBe(JSON.stringify(run(each).report));
  });

  it('adds no value of a secret to what it was given', () => {
    const planted = 'kT8wq29ZpLm4Xv7c';
    const plant = (of: 'before' | 'after') => (objects: Parameters<ReturnType<typeof editing>>[0]) => editing('Deployment', 'hsa-pss-pw', (copy: any) => {
      copy.spec.template.spec.containers[0].env.push({ name: 'DB_PASSWORD', value: `${planted}${of}` });
    })(editing('ConfigMap', 'hsa-pss-pw-config', (copy: any) => { copy.data['extra.properties'] = `db.password=${planted}${of}\n`; })(objects));
    const { report } = run({ name: '', base: { objects: plant('before') }, head: { objects: plant('after') }, classes: [], risk: 'low' });
    expect(report.changes.length).toBeGreaterThan(0);
    const added = { ...report, changes: report.changes.map(({ before: _before, after: _after, fields: _fields, ...rest }) => rest) };
    expect(JSON.stringify(added)).not.toContain(planted);
  });
});

it('reads objects that are equal on both sides once, from the head', () => {
  let reads = 0;
  const counted = (each: SideEnvironment): SideEnvironment => ({ ...each, manifest: (file) => { reads += 1; return each.manifest(file); } });
  const [before, after] = sides([of('1'), object('v1', 'Secret', 'core-mbs/a'), object('v1', 'Secret', 'core-mbs/b')], [of('1'), object('v1', 'Secret', 'core-mbs/a'), object('v1', 'Secret', 'core-mbs/c')]);
  const pair = pairOf({ ...before, manifest: (file) => (file.includes('secret.b') ? before.manifest(file) : (() => { throw new Error(file); })()) }, counted(after));
  reads = 0;
  const [was, is] = [pair.before(() => true), pair.after(() => true)];
  expect(was.find(({ file }) => file.endsWith('deployment.hsa-mbs.yaml'))!.manifest).toBe(is.find(({ file }) => file.endsWith('deployment.hsa-mbs.yaml'))!.manifest);
  expect(reads).toBe(2);
});
