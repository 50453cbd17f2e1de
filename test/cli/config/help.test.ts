import { inProcess } from '../../fixtures/champ.ts';

const COMMANDS = [['config'], ...['get', 'set', 'unset', 'lint', 'compare'].map((each) => ['config', each])];

it.each(COMMANDS)('%s %s: help names steps and examples in both languages, within 120 columns', async (...command) => {
  const path = command.filter(Boolean);
  const [en, zh] = [await inProcess(...path, '--help', '--lang', 'en'), await inProcess(...path, '--help', '--lang', 'zh')];
  expect([en.code, zh.code]).toEqual([0, 0]);
  for (const part of ['What it does:\n  1. ', 'Examples:\n']) expect(en.out).toContain(part);
  for (const part of ['步骤:\n  1. ', '示例:\n']) expect(zh.out).toContain(part);
  expect(en.out).not.toMatch(/[\u4e00-\u9fff]/);
  for (const line of [...en.out.split('\n'), ...zh.out.split('\n')]) expect(line.length).toBeLessThanOrEqual(120);
});

it.each([
  [['config', 'gett', 'a', '-e', 'linyi'], 'CHAMP5020'], [['config', 'get', 'a'], 'CHAMP5026'], [['config', 'set', 'a', '-e', 'linyi'], 'CHAMP5022'], [['config', 'compare', 'dev'], 'CHAMP5022'],
])('refuses %j as wrong usage', async (argv, code) => {
  const { code: exit, out } = await inProcess('--json', ...argv);
  expect(exit).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ problems: [{ code }] });
});
