import { inProcess } from '../fixtures/champ.ts';

const COMMANDS = [['synth'], ['list'], ['explain'], ['images'], ['images', 'lock'], ['completion']];

it.each(COMMANDS)('%s %s: help names steps, examples, global options and exit codes, in both languages', async (...command) => {
  const path = command.filter(Boolean);
  const [en, zh] = await Promise.all([inProcess(...path, '--help'), inProcess(...path, '--help', '--lang', 'zh')]);
  expect([en.code, zh.code]).toEqual([0, 0]);
  for (const part of ['Usage: champ', 'Global Options:', '--json', 'What it does:\n  1. ', 'Examples:\n', 'Exit codes: 0 ok, 1']) expect(en.out).toContain(part);
  for (const part of ['用法: champ', '全局选项:', '--json', '步骤:\n  1. ', '示例:\n', '退出码:0 正常']) expect(zh.out).toContain(part);
  expect(en.out).not.toMatch(/[\u4e00-\u9fff]/);
  expect(zh.out).not.toMatch(/Usage|Options:|default:|choices/);
});

it('lists the commands, but not what the completion scripts call', async () => {
  const { out } = await inProcess('--help');
  for (const command of ['synth', 'list', 'explain', 'images', 'completion']) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(out).not.toMatch(/^ {2}complete /m);
});

it('help COMMAND is the help of the command', async () => {
  const [one, other] = await Promise.all([inProcess('help', 'list'), inProcess('list', '--help')]);
  expect(one).toEqual(other);
});

it('keeps every line of help within 120 columns', async () => {
  for (const command of COMMANDS) {
    for (const lang of ['zh', 'en']) {
      const { out } = await inProcess(...command, '--help', '--lang', lang);
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    }
  }
});
