import { inProcess } from '../../fixtures/champ.ts';

const reach = (...args: readonly string[]) => inProcess('reach', '--env', 'dev', ...args);

it('says as versioned JSON what is allowed, and that nothing differs from the model', async () => {
  const { code, out, err } = await reach('--format', 'json');
  expect(code).toBe(0);
  expect(err).toMatch(/^took \d/);
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual(['version', 'environments', 'allowed', 'declaredButBlocked', 'allowedButUndeclared', 'matrix']);
  expect(report).toMatchObject({ version: 1, environments: ['dev'], declaredButBlocked: [], allowedButUndeclared: [] });
  expect(report.allowed).toContainEqual({
    from: 'core-gw/hsa-gw-ext', to: 'external/tax', port: 443, protocol: 'TCP', why: expect.stringContaining('reaches tax'), zone: 'core',
  });
  expect(report.matrix.zones).toMatchObject({ core: { core: expect.any(Number), public: 3 }, public: { core: 2 }, external: { external: 0 } });
  expect(report.matrix.layers['L6-subsystem'].middleware).toBeGreaterThan(100);
});

it('--json is --format json, and the same again', async () => {
  const [one, other] = [await reach('--format', 'json', '--to', 'tax'), await reach('--json', '--to', 'external/tax')];
  expect(one.out).toBe(other.out);
  expect(new Set(JSON.parse(one.out).allowed.map(({ to }: { to: string }) => to))).toEqual(new Set(['external/tax']));
});

it('says who may talk directly, by which port, and why', async () => {
  const { code, out } = await reach('--from', 'hsa-gap-back', '--to', 'core-gw/hsa-gw-core');
  expect(code).toBe(0);
  expect(out).toMatch(/^dev: core-gw\/hsa-gap-back may talk to core-gw\/hsa-gw-core: directly\n {2}8000\/TCP {2}hsa-gap-back calls hsa-gw-core/);
});

it('finds the way across the gap, channel by channel', async () => {
  const { out } = await reach('--from', 'hsa-pss-pay', '--to', 'hsa-mbs-fsi');
  expect(out).toMatch(/directly; there is a way of 5 steps\n/);
  expect([...out.matchAll(/^ {2}(\S+) -> (\S+) .*hsa-pss-pay calls hsa-mbs-fsi/gm)].map(([, , to]) => to)).toEqual([
    'pub-gw/hsa-gw-public', 'pub-gw/hsa-gap-front', 'external/gap-http-proxy', 'core-gw/hsa-gap-back', 'core-gw/hsa-gw-core', 'core-mbs/hsa-mbs-fsi',
  ]);
});

it('knows no way through pods that pass nothing on, and calls such a chain what it is', async () => {
  const { out } = await reach('--from', 'hsa-mbs', '--to', 'hsa-pss-pay');
  expect(out).toMatch(/^dev: core-mbs\/hsa-mbs may not talk to pub-pss\/hsa-pss-pay: no path through gateways; below is a mere technical chain/);
  expect(out).toMatch(/^ {2}core-mw-flow-control\/flow-control -> /m);
});

it('says that there is no path', async () => {
  const { code, out } = await reach('--from', 'external/tax', '--to', 'core-mbs/hsa-mbs');
  expect({ code, out }).toEqual({ code: 0, out: 'dev: external/tax may not talk to core-mbs/hsa-mbs: no path through gateways\n' });
});

it('shows the matrix of zones and layers, in both languages, as text and as Markdown', async () => {
  const [text, markdown] = [await reach(), await reach('--format', 'markdown', '--lang', 'zh')];
  expect(text.out).toMatch(/^ {2}from \\ to +core +public +outside\n {2}core +\d+ +3 +\d+\n {2}public +2 +\d+/m);
  expect(text.out).toMatch(/^ {2}L6-subsystem /m);
  expect(text.out).toMatch(/, 0 declared but blocked, 0 allowed but not declared\n$/);
  expect(markdown.out).toMatch(/^# 网络可达性:dev\n/);
  expect(markdown.out).toMatch(/^\| core 核心业务区 \| \d+ \| 3 \| \d+ \|$/m);
});

it('does not know a name that nothing has, and suggests the nearest', async () => {
  const { code, out, err } = await reach('--from', 'hsa-mbz', '--to', 'core-mbs/hsa-mbss');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/CHAMP5050 champ reach --from\n.*"hsa-mbz"\n.*hsa-mbs\n/);
  expect(err).toMatch(/CHAMP5050 champ reach --to\n.*\n.*core-mbs\/hsa-mbs\n/);
});

it('asks for the namespace of a name that several have', async () => {
  const { code, out } = await reach('--to', 'cache', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ problems: [{ code: 'CHAMP5051', args: { value: 'cache', allowed: 'core-mw-cache/cache, pub-mw-cache/cache' } }] });
});

it('JSON answers a question about two as data: directly, by a way, or not at all', async () => {
  const answer = async (from: string, to: string) => JSON.parse((await reach('--json', '--from', from, '--to', to)).out).answers;
  expect(await answer('hsa-gap-back', 'core-gw/hsa-gw-core')).toMatchObject([{ verdict: 'direct', way: ['core-gw/hsa-gap-back', 'core-gw/hsa-gw-core'] }]);
  expect(await answer('hsa-pss-pay', 'hsa-mbs-fsi')).toMatchObject([{ verdict: 'way', way: expect.arrayContaining(['pub-gw/hsa-gap-front', 'core-gw/hsa-gap-back']) }]);
  expect(await answer('external/tax', 'core-mbs/hsa-mbs')).toMatchObject([{ verdict: 'none', way: [] }]);
});
