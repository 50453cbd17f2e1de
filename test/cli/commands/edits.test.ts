/** Help and completion of the commands that edit the repository's own files. */
import { inProcess } from '../../fixtures/champ.ts';

const COMMANDS = [
  ['release', 'set'], ['release', 'list'], ['release', 'diff'], ['scale'], ['new', 'service'], ['new', 'subsystem'], ['new', 'environment'], ['store', 'list'], ['store', 'show'], ['store', 'add'],
];

it.each(COMMANDS)('%s %s: help names steps, examples and exit codes in both languages, within 120 columns', async (...command) => {
  const path = command.filter(Boolean);
  const [en, zh] = await Promise.all([inProcess(...path, '--help'), inProcess(...path, '--help', '--lang', 'zh')]);
  for (const part of ['Usage: champ', 'What it does:\n  1. ', 'Examples:\n', 'Exit codes: 0 ok, 1']) expect(en.out).toContain(part);
  for (const part of ['用法: champ', '步骤:\n  1. ', '示例:\n', '退出码:0 正常']) expect(zh.out).toContain(part);
  expect(en.out).not.toMatch(/[\u4e00-\u9fff]/);
  expect(zh.out).not.toMatch(/Usage|Options:|default:|choices/);
  for (const line of [...en.out.split('\n'), ...zh.out.split('\n')]) expect(line.length).toBeLessThanOrEqual(120);
});

it.each(COMMANDS)('%s %s: every option of the examples is one that it has', async (...command) => {
  const { out } = await inProcess(...command.filter(Boolean), '--help');
  const [options = '', examples = ''] = out.split('Examples:\n');
  const own = examples.split('\n').filter((line) => line.startsWith(`  champ ${command.filter(Boolean).join(' ')} `) || line.trim() === `champ ${command.filter(Boolean).join(' ')}`);
  expect(own.length).toBeGreaterThan(0);
  for (const [option] of own.join('\n').matchAll(/--[\w-]+/g)) expect(options).toContain(option);
});

it.each([
  ['release', 'set', 'nope', '--env', 'dev', '--image', `champ/x:V1@sha256:${'a'.repeat(64)}`],
  ['new', 'service', 'hsa-mbs', '--subsystem', 'mbs'],
  ['store', 'add', 'nope', '--name', 'x'],
  ['scale', 'nope', '--env', 'dev', '--replicas', '2'],
  ['config', 'set', 'no.such.key', 'x', '--env', 'dev'],
])('says that nothing was written when it refuses: %s %s', async (...args) => {
  const { code, err } = await inProcess(...args, '--lang', 'en');
  expect(code).toBeGreaterThan(0);
  expect(err).toMatch(/CHAMP\d{4}[\s\S]*\nnothing was written\n$/);
});
