import { inProcess } from '../fixtures/champ.ts';

it('explains a service as versioned JSON', async () => {
  const { code, out } = await inProcess('explain', 'hsa-mbs-fsi', '--env', 'dev', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: 1, found: [{ environment: 'dev', name: 'hsa-mbs-fsi', what: 'ApiService' }] });
});

it('reads well in Chinese', async () => {
  const { out } = await inProcess('explain', 'hsa-mbs-fsi', '--env', 'dev', '--lang', 'zh');
  expect(out).toMatch(/^hsa-mbs-fsi {2}定点医药机构接口服务 {2}\(dev\)\n {2}构造 {4}ApiService.*\n {2}源文件 {2}apps\//);
});

it('does not know a name that nothing has, and suggests the nearest', async () => {
  const { code, out, err } = await inProcess('explain', 'hsa-mbz', '--env', 'dev');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/CHAMP5003 champ explain\n.*"hsa-mbz"\n.*hsa-mbs\n/);
});
