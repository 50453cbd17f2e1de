import { Command, CommanderError } from 'commander';
import { usageProblem } from '../../cli/usage.ts';
import { inProcess } from '../fixtures/champ.ts';

it.each([
  [['lst'], 'CHAMP5020', 'champ', 'list'],
  [['list', '--jsn'], 'CHAMP5021', 'champ list', '--json'],
  [['synth', '--evn', 'linyi'], 'CHAMP5021', 'champ synth', '--env'],
  [['explain'], 'CHAMP5022', 'champ explain', undefined],
  [['synth', '--env'], 'CHAMP5023', 'champ synth', undefined],
  [['completion', 'tcsh'], 'CHAMP5024', 'champ completion', undefined],
  [['list', 'linyi'], 'CHAMP5025', 'champ list', undefined],
  [['images', 'lokc'], 'CHAMP5025', 'champ images', 'lock'],
  [['images', 'lock'], 'CHAMP5026', 'champ images lock', undefined],
  [['images', 'lock', '-e', 'linyi', '-e', 'dev'], 'CHAMP5026', 'champ images lock', undefined],
  [['diff', 'main', '--live'], 'CHAMP5028', 'champ diff', undefined],
])('refuses %j with %s at %s', async (argv, code, where, near) => {
  const { code: exit, out } = await inProcess('--json', ...argv);
  expect(exit).toBe(2);
  const [found, ...more] = JSON.parse(out).problems;
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code, where });
  expect(found.args.near).toBe(near);
});

it('refuses a language that it does not speak, and names those it does', async () => {
  const { code, out, err } = await inProcess('list', '--lang', 'fr');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/CHAMP5024 champ list\n.*"fr".*--lang.*\n.*zh, en/);
});

it.each([[['--json', 'list', '--env', 'nope']], [['list', '--json', '--env', 'nope']], [['list', '--env', 'nope', '--json']]])('takes a global option wherever it stands: %j', async (argv) => {
  const { code, out } = await inProcess(...argv);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ version: 1, problems: [{ code: 'CHAMP5001' }] });
});

it('says in the chosen language what is wrong', async () => {
  const { err } = await inProcess('--lang', 'zh', 'lst');
  expect(err).toMatch(/没有命令 "lst"[^]*list[^]*champ --help/);
});

it('shows the help on standard error when there is no command, which is wrong usage', async () => {
  const { code, out, err } = await inProcess();
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('Usage: champ');
});

it('has a code for what a later version of the parser may find wrong', () => {
  const error = new CommanderError(1, 'commander.unheardOf', "error: something is 'odd'");
  expect(usageProblem(error, new Command('champ'), [])).toEqual({ code: 'CHAMP5029', where: 'champ', args: { value: "something is 'odd'" } });
});
