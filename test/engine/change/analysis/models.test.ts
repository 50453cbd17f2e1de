import { Belonging, capacityChange, changedRows, criticalIn, heldIn, hoursOf, middlewareOf, newCalls, overflows, ownerRows, pathsHit, touchedBy, waiverChange, windowRows } from '../../../../engine/change/analysis/index.ts';
import type { Model, ModelWaiver, ModelZone } from '../../../../engine/change/index.ts';
import { deployment, model, object, pair, pairOf, service, side } from '../../../fixtures/changes/side.ts';

const between = (before: Model | undefined, after: Model | undefined) => pairOf(side([], { model: before }), side([], { model: after }));

describe('waivers', () => {
  const waiver = (id: string, more: Partial<ModelWaiver> = {}): ModelWaiver => ({ id, rule: 'NSA-POD-12', target: 'DaemonSet/a/b', reason: 'r', owner: 'o', ticket: 't', expires: '2030-06-30', ...more });
  const change = (before: readonly ModelWaiver[], after: readonly ModelWaiver[]) => waiverChange(between(model({ waivers: before }), model({ waivers: after })), '2030-01-01');

  it('are added when they are new, wider or last longer, and not when they end sooner', () => {
    expect(change([], [waiver('W-1')])).toEqual({ added: ['linyi/W-1'], removed: [], expired: [] });
    expect(change([waiver('W-1')], [waiver('W-1', { expires: '2030-07-01' })]).added).toEqual(['linyi/W-1']);
    expect(change([waiver('W-1')], [waiver('W-1', { target: 'DaemonSet/a/c' })]).added).toEqual(['linyi/W-1']);
    expect(change([waiver('W-1')], [waiver('W-1', { expires: '2030-03-01', reason: 'another' })]).added).toEqual([]);
  });

  it('are over on the day after their last', () => {
    expect(change([], [waiver('W-1', { expires: '2030-01-01' })]).expired).toEqual([]);
    expect(change([], [waiver('W-1', { expires: '2029-12-31' })]).expired).toEqual(['linyi/W-1']);
    expect(change([waiver('W-1')], []).removed).toEqual(['linyi/W-1']);
  });

  it('are no change where a side does not tell them', () => {
    expect(waiverChange(between(undefined, model({ waivers: [waiver('W-1')] })), '2030-01-01')).toEqual({ added: [], removed: [], expired: [] });
  });
});

describe('capacity', () => {
  const zone = (cpu: number, fits = true, memory = 0.5): ModelZone => ({ id: 'core', zh: 'a', en: 'a', nodes: 3, capacity: { rest: { cpu, memory, fits }, most: { cpu: cpu + 0.1, memory, fits } } });
  const change = (before: ModelZone | undefined, after: ModelZone, stage = 'production') => between(before && model({ zones: [before] }), model({ zones: [after], stage }));

  it('is told where a share differs', () => {
    expect(capacityChange(change(zone(0.78), zone(0.83)))).toMatchObject([{ zone: 'core', moment: 'rest', resource: 'cpu', before: 0.78, after: 0.83 }, { moment: 'most' }]);
    expect(capacityChange(change(zone(0.78), zone(0.7804)))).toEqual([]);
    expect(capacityChange(change(undefined, zone(0.83)))).toEqual([]);
  });

  it('overflows when what held does not any more, or is worse', () => {
    expect(overflows(change(zone(0.8), zone(1.1, false)))).toMatchObject([{ moment: 'rest', cpu: 1.1 }, { moment: 'most' }]);
    expect(overflows(change(zone(1.1, false), zone(1.1, false)))).toEqual([]);
    expect(overflows(change(zone(1.1, false), zone(1.2, false)))).toHaveLength(2);
  });

  it('need not survive a lost node in development', () => {
    expect(overflows(change(zone(0.8), zone(1.1, false), 'development'))).toMatchObject([{ moment: 'most' }]);
  });
});

describe('business paths', () => {
  const estate = model({
    services: [service('gw', { calls: ['a'] }), service('a', { calls: ['helper', '@mq'] }), service('helper', { calls: ['far'] }), service('far'), service('alone')],
    paths: [{ id: 'z-minor', zh: '', en: '', critical: false, hops: ['@client', 'gw'] }, { id: 'pay', zh: '', en: '', critical: true, hops: ['@client', 'a', '@mq'] }],
  });

  it('are hit by a hop, by what a hop calls and waits for, and by middleware; the critical come first', () => {
    expect(pathsHit(estate, new Set(['a']))).toMatchObject([{ id: 'pay', services: ['a'] }, { id: 'z-minor', services: ['a'] }]);
    expect(pathsHit(estate, new Set(['helper', '@mq']))).toMatchObject([{ id: 'pay', services: ['@mq', 'helper'] }]);
    expect(pathsHit(estate, new Set(['far', 'alone']))).toEqual([]);
    expect([...criticalIn(estate)].sort()).toEqual(['@client', '@mq', 'a', 'helper']);
  });

  it.each([['core-mw-mq', '@mq'], ['pub-mw-relational-db', '@relational-db'], ['core-mbs', undefined]])('know the middleware of %s', (application, kind) => {
    expect(middlewareOf(application)).toBe(kind);
  });
});

describe('rows of a shared file', () => {
  it.each<[string, string | undefined, string | undefined, readonly string[] | undefined]>([
    ['a row of a mapping', 'services:\n  a: {tag: 1}\n  b: {tag: 1}\n', 'services:\n  a: {tag: 2}\n  b: {tag: 1}\n', ['services.a']],
    ['another order, style and comment', 'services: {a: {tag: "1", image: x}}\n', '# c\nservices:\n  a:\n    image: x\n    tag: \'1\'\n', []],
    ['a value of its own', 'release: V1\n', 'release: V2\n', ['release']],
    ['rows of a list', '- {id: W-1, x: 1}\n- {id: W-2, x: 1}\n', '- {id: W-2, x: 2}\n- {id: W-1, x: 1}\n', ['W-2']],
    ['a row without an id', '- {x: 1}\n', '- {x: 2}\n', ['[0]']],
    ['two rows of one id', '- {id: W-1, x: 1}\n', '- {id: W-1, x: 1}\n- {id: W-1, x: 2}\n', ['W-1']],
    ['a new file', undefined, 'services: {a: {tag: 1}}\n', ['services.a']],
    ['a file that goes', 'release: V1\n', undefined, ['release']],
    ['an alias that stands for a row', 'services: {a: &x {tag: 1}, b: *x}\n', 'services: {a: {tag: 1}, b: {tag: 1}}\n', []],
    ['a key of an evil name', 'services: {a: {tag: 1}}\n', 'services: {a: {tag: 1}, __proto__: {tag: 1}}\n', ['services.__proto__']],
    ['no YAML', 'a: 1\n', 'a: [\n', undefined],
    ['a key that is there twice', 'a: 1\n', 'a: 1\na: 2\n', undefined],
    ['a text', 'a: 1\n', 'just words\n', undefined],
  ])('are known: %s', (_, before, after, rows) => {
    expect(changedRows({ path: 'x.yaml', ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })).toEqual(rows);
  });
});

describe('owners', () => {
  const estate = model({ services: [service('a', { source: 'apps/one.ts:3' }), service('b', { tenant: 'vendor-03', source: 'apps/two.ts:1', zone: 'public' })] });
  const both = between(estate, estate);
  const touched = (path: string, before?: string, after?: string) => touchedBy([{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }], [both], new Map([['linyi', new Belonging(both)]])).map(({ what, tenants }) => `${what}: ${tenants.join()}`);

  it.each([
    ['apps/one.ts', ['apps/one.ts: vendor-02']],
    ['apps/three.ts', ['apps/three.ts: platform']],
    ['constructs/zone.ts', ['constructs/zone.ts: platform']],
    ['environments/linyi/index.ts', ['environments/linyi/index.ts: platform']],
    ['environments/linyi/config/b/application.yml', ['environments/linyi/config/b/application.yml: vendor-03']],
    ['environments/linyi/config/nobody/application.yml', ['environments/linyi/config/nobody/application.yml: platform']],
    ['environments/linyi/config/README.md', ['environments/linyi/config/README.md: platform']],
  ])('of %s', (path, expected) => {
    expect(touched(path, 'a', 'b')).toEqual(expected);
  });

  it('of shared files are told by their rows', () => {
    const rows = (a: number, b: number, nacos = 1) => `services: {a: {tag: ${a}}, b: {tag: ${b}}}\nproducts: {nacos: {tag: ${nacos}}}\n`;
    expect(touched('environments/linyi/releases.yaml', rows(1, 1), rows(2, 2, 2))).toEqual([
      'environments/linyi/releases.yaml#products.nacos: platform', 'environments/linyi/releases.yaml#services.a: vendor-02', 'environments/linyi/releases.yaml#services.b: vendor-03',
    ]);
    expect(touched('environments/linyi/sizes.yaml', 'quotas: {}\n', 'quotas: {core-mbs: {pods: 9}}\n')).toEqual(['environments/linyi/sizes.yaml#quotas.core-mbs: platform']);
    expect(touched('environments/linyi/waivers.yaml', '[]\n', '- {id: W-1}\n')).toEqual(['environments/linyi/waivers.yaml#W-1: platform']);
    expect(touched('environments/linyi/releases.yaml', 'a: 1\n', 'a: [\n')).toEqual(['environments/linyi/releases.yaml: platform']);
  });

  it('are not those that the change itself names: they must look, and may not touch', () => {
    const taken = model({ services: [service('a', { source: 'policies/index.ts:1' }), service('b', { source: 'apps/two.ts:1', zone: 'public' })] });
    const pair = between(estate, taken);
    const found = ['apps/two.ts', 'policies/index.ts', 'environments/linyi/config/b/application.yml'].flatMap((path) => touchedBy([{ path }], [pair], new Map([['linyi', new Belonging(pair)]])));
    expect(found.map(({ owners }) => owners)).toEqual([['vendor-03'], ['platform'], ['vendor-03']]);
    expect(found[0]!.tenants).toEqual(['vendor-03', 'vendor-02']);
  });

  it('must look when their service gets a caller of another tenant', () => {
    const called = model({ services: [{ ...estate.services[0]!, calls: ['b', '@mq'] }, estate.services[1]!] });
    const calls = newCalls(between(estate, called));
    expect(calls).toMatchObject([{ from: 'a', to: 'b', tenant: 'vendor-02', callee: 'vendor-03', acrossGap: true }]);
    expect(ownerRows([], calls)).toEqual([{ tenant: 'vendor-03', because: ['a -> b'] }]);
    expect(newCalls(between(called, called))).toEqual([]);
  });

  it('are known of objects by label, construct or service', () => {
    const labelled = deployment('core-mbs/x', { labels: { 'champ.hsa/tenant': 'vendor-07' } });
    const { changes } = pair([], [labelled, deployment('core-mbs/a'), object('v1', 'Secret', 'core-mbs/other')], { model: estate });
    const belonging = new Belonging(pairOf(side([], { model: estate }), side([], { model: estate })));
    expect(changes.map((each) => [each.object.name, belonging.ownersOf(each), belonging.servicesOf(each)])).toEqual([['a', ['vendor-02'], ['a']], ['x', ['vendor-07'], []], ['other', ['platform'], []]]);
  });
});

describe('windows', () => {
  const project = object('argoproj.io/v1alpha1', 'AppProject', 'argocd/p', { spec: { syncWindows: [{ kind: 'deny', schedule: '30 7 * * *', duration: '11h', timeZone: 'Asia/Shanghai', applications: ['*'] }] } });
  const application = (name: string) => object('argoproj.io/v1alpha1', 'Application', `argocd/${name}`, { spec: { project: 'p', source: { path: `linyi/core/${name}` }, destination: { namespace: name } } });
  const changed = pair([project, application('core-mbs'), application('core-gw'), deployment('core-mbs/a')], [project, application('core-mbs'), application('core-gw'), deployment('core-mbs/a', { spec: { paused: true } })]);

  it('that are closed hold the changed Applications', () => {
    expect(windowRows('linyi', heldIn(changed, new Date('2030-01-02T02:00:00Z')))).toEqual([{ environment: 'linyi', schedule: '30 7 * * *', duration: '11h', applications: ['core-mbs'] }]);
    expect(heldIn(changed, new Date('2030-01-02T12:00:00Z'))).toEqual([]);
  });

  it.each([['11h', 11], ['90m', 1.5], ['1h30m', 1.5], ['x', 0]])('last as long as %s says', (text, hours) => {
    expect(hoursOf(text)).toBe(hours);
  });
});
