import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { champ, ROOT } from '../fixtures/champ.ts';

it('speaks the language of the terminal, from any folder', async () => {
  const { code, out, err } = await champ(['--help'], { LANG: 'zh_CN.UTF-8' }, tmpdir());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('渲染环境');
});

it.each([[['lst'], 2], [['list', '--env', 'lynyi'], 1], [[], 2]])('%j ends with %i, nothing on standard output and no stack', async (argv, exit) => {
  const { code, out, err } = await champ(argv);
  expect({ code, out }).toEqual({ code: exit, out: '' });
  expect(err).not.toMatch(/^\s+at |Error:/m);
});

it('writes colours when it is made to, and not to a pipe otherwise', async () => {
  const [forced, piped] = await Promise.all([champ(['lst'], { FORCE_COLOR: '1' }), champ(['lst'], { TERM: 'xterm-256color' })]);
  expect(forced.err).toContain('\u001b[31mCHAMP5020');
  expect(piped.err).not.toContain('\u001b');
});

it('fails when standard output cannot be written, for another reason than a reader that left', () => {
  const unwritable = openSync(join(ROOT, 'package.json'), 'r');
  const { status, stderr } = spawnSync(process.execPath, ['cli/champ.js', '--help'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', unwritable, 'pipe'] });
  closeSync(unwritable);
  expect(status).toBe(3);
  expect(stderr).toMatch(/^champ: EBADF/);
});

it('says in both languages what to run when nothing is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'champ-bare-'));
  for (const file of ['champ.js', 'load.js', 'bundle', 'unchanged']) cpSync(join(ROOT, 'cli', file), join(folder, 'cli', file), { recursive: true });
  writeFileSync(join(folder, 'cli', 'main.ts'), '');
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'cli', 'champ.js'), 'list'], { encoding: 'utf8' });
  const made = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect({ status, made }).toEqual({ status: 3, made: ['cli'] });
  expect(stderr).toMatch(/run: node cli\/install\.js[^]*请运行/);
});
