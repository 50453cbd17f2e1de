import { spawnSync } from 'node:child_process';
import { champ, environmentFolder } from '../fixtures/champ.ts';

const offered = async (...typed: readonly string[]) => {
  const { code, out } = await champ(['complete', '--', ...typed]);
  expect(code).toBe(0);
  return out.split('\n').filter((line) => line && !line.startsWith(':')).map((line) => line.split('\t')[0]);
};

it('writes a script that bash can read', async () => {
  const { code, out } = await champ(['completion', 'bash']);
  expect(code).toBe(0);
  expect(out).toContain('champ complete --');
  expect(spawnSync('bash', ['-n'], { input: out }).status).toBe(0);
});

it('offers the commands', async () => {
  expect(await offered('')).toEqual(expect.arrayContaining(['synth', 'list', 'explain', 'images', 'completion']));
});

it('offers the environments that are there, for every command that takes them', async () => {
  const { folder, remove } = environmentFolder('north', 'south');
  const answers = await Promise.all([champ(['--environments', folder, 'complete', '--', 'synth', '--env', '']), offered('images', 'lock', '-e', 'd')]);
  remove();
  expect(answers[0].out).toMatch(/^north\t[^]*^south\t/m);
  expect(answers[1]).toEqual(['dev']);
});

it('offers service ids with their names in the language of the user, and kinds of middleware', async () => {
  const [services, kinds] = await Promise.all([champ(['complete', '--', 'explain', 'hsa-mbs-fs'], { LANG: 'zh_CN.UTF-8' }), offered('explain', 'relational')]);
  expect(services.out).toContain('hsa-mbs-fsi\t定点医药机构接口服务');
  expect(kinds).toEqual(['relational-db']);
  expect(await offered('reach', '--to', 'hsa-mbs-fs')).toEqual(['hsa-mbs-fsi']);
});

it('offers global options behind a command, and the values of --lang', async () => {
  const [flags, languages] = await Promise.all([offered('list', '--j'), offered('list', '--lang', '')]);
  expect(flags).toEqual(['--json']);
  expect(languages).toEqual(['zh', 'en']);
});
