import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, type Ended } from '../fixtures/champ.ts';

const { missing } = require('../../cli/install.js') as { readonly missing: (root: string) => readonly string[] };

// a project with one package from a file: the real npm installs it without a network
const root = mkdtempSync(join(tmpdir(), 'champ-install-'));
const env = { PATH: process.env['PATH'], HOME: root, npm_config_cache: join(root, 'cache'), npm_config_offline: 'true' };
const installed = join(root, 'node_modules', 'left', 'package.json');
const npm = (cwd: string, ...args: readonly string[]) => spawnSync('npm', [...args, '--loglevel=error'], { cwd, env, encoding: 'utf8' });
const write = (file: string, content: unknown) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
};

beforeAll(() => {
  write('package/package.json', { name: 'left', version: '1.0.0' });
  npm(join(root, 'package'), 'pack', '--pack-destination', root);
  write('package.json', { name: 'project', version: '0.0.0', dependencies: { left: 'file:left-1.0.0.tgz' } });
  mkdirSync(join(root, 'cli'));
  copyFileSync(join(ROOT, 'cli', 'install.js'), join(root, 'cli', 'install.js'));
  expect(npm(root, 'install').status).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function install(): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['cli/install.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => { out += text; });
    child.stderr.on('data', (text) => { err += text; });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

it('does nothing, and says nothing, after an install by hand', async () => {
  write('node_modules/by-hand', '');
  expect(await install()).toEqual({ code: 0, out: '', err: '' });
  expect(existsSync(join(root, 'node_modules', 'by-hand'))).toBe(true);
});

it.each<[string, () => void]>([
  ['npm was killed before it wrote its list', () => rmSync(join(root, 'node_modules', '.package-lock.json'))],
  ['a package is gone', () => rmSync(join(root, 'node_modules', 'left'), { recursive: true })],
])('installs again when %s', async (_, harm) => {
  harm();
  expect(missing(root)).not.toEqual([]);
  const { code, out, err } = await install();
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/installing dependencies[^]*安装依赖/);
  expect(missing(root)).toEqual([]);
});

it('installs once when two start at the same time, also after a run that died with the lock', async () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  write('.champ/install.lock', String(pid));
  const both = await Promise.all([install(), install()]);
  expect(both.map((each) => each.code)).toEqual([0, 0]);
  expect(both.filter((each) => each.err.includes('installing dependencies'))).toHaveLength(1);
  expect(existsSync(installed)).toBe(true);
  expect(readdirSync(join(root, '.champ'))).toEqual([]);
});

it('says in both languages what to do when npm fails, and ends with 3', async () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  rmSync(join(root, 'cache'), { recursive: true });
  rmSync(join(root, 'left-1.0.0.tgz'));
  const { code, err } = await install();
  expect(code).toBe(3);
  expect(err).toMatch(/check the connection[^]*请检查网络/);
  expect(existsSync(join(root, '.champ', 'install.lock'))).toBe(false);
});

describe('what counts as missing', () => {
  const here = { optional: true, os: [process.platform], cpu: [process.arch], version: '1.0.0' };
  const compare = (wanted: object, found: Readonly<Record<string, object>>) => {
    const folder = mkdtempSync(join(root, 'compare-'));
    const path = (file: string) => join(folder, file);
    mkdirSync(path('node_modules'));
    writeFileSync(path('package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
    writeFileSync(path('node_modules/.package-lock.json'), JSON.stringify({ packages: found }));
    for (const name of Object.keys(found)) {
      mkdirSync(path(name), { recursive: true });
      writeFileSync(path(join(name, 'package.json')), '{}');
    }
    return missing(folder);
  };
  const [a, b] = ['node_modules/a', 'node_modules/b'];

  it('another version or another content of a package', () => {
    expect(compare({ [a]: { version: '1.0.0' } }, { [a]: { version: '1.0.1' } })).toEqual([a]);
    expect(compare({ [a]: { version: '1.0.0', integrity: 'x' } }, { [a]: { version: '1.0.0', integrity: 'y' } })).toEqual([a]);
  });

  it('a binary for this platform, but not one for another platform', () => {
    expect(compare({ [a]: here, [b]: { ...here, os: ['plan9'] } }, {})).toEqual([a]);
  });

  it('not a package that the lock file does not know', () => {
    expect(compare({ [a]: { version: '1.0.0' } }, { [a]: { version: '1.0.0' }, [b]: { version: '2.0.0' } })).toEqual([]);
  });

  it('all of them when there is no lock file to compare with in node_modules', () => {
    expect(missing(ROOT)).toEqual([]);
    const folder = mkdtempSync(join(root, 'fresh-'));
    copyFileSync(join(ROOT, 'package-lock.json'), join(folder, 'package-lock.json'));
    expect(missing(folder)).toEqual(['node_modules']);
  });
});
