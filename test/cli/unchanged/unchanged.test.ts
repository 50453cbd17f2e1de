import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project, type Project, type RunOptions } from './project.ts';

jest.setTimeout(120_000);

let it_: Project;
beforeAll(() => { it_ = project(); });
afterAll(() => it_.remove());

const AGAIN = 'rendered: 0 written, 0 removed, 0 foreign\n';
const environment = (file: string) => join(it_.root, 'environments', 'north', file);

/** Until the result is known: what a run wrote itself is read once more. */
async function settle(): Promise<void> {
  await it_.synth();
  expect(await it_.synth()).toBe('known\n');
}

/** Puts the former file in the place of `path` in a way that `change` did not. */
function keeping(path: string, change: (path: string) => void): () => void {
  const former = readFileSync(path);
  change(path);
  return () => {
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, former);
  };
}

it('renders at first, and nothing as long as nothing changes', async () => {
  expect(await it_.synth()).toBe('rendered: 3 written, 0 removed, 0 foreign\n');
  expect(await it_.synth()).toBe('known\n');
  const [record] = it_.records();
  const before = readFileSync(record!);
  expect(await it_.synth()).toBe('known\n');
  expect(readFileSync(record!).equals(before)).toBe(true);
});

describe('sees each input that changes', () => {
  beforeEach(settle);

  it.each([
    ['a fact', 'environments/north/facts.yaml'], ['a file of an application', 'environments/north/config/a.txt'],
    ['the structure of the environment', 'environments/north/index.ts'], ['a source', 'cli/word.ts'], ['the program', 'cli/main.ts'],
    ['an installed package', 'node_modules/.package-lock.json'], ['its own code', 'cli/unchanged/store.js'],
  ])('%s', async (_what, file) => {
    const path = join(it_.root, file);
    const undo = keeping(path, (each) => writeFileSync(each, file.endsWith('s') ? `${it_.read(each)}// more\n` : `${it_.read(each)} `));
    expect(await it_.synth()).toMatch(/^rendered/);
    undo();
    expect(await it_.synth()).toMatch(/^rendered/);
  });

  it('a fact of the same length and time', async () => {
    const before = it_.read(it_.output('zone/facts.txt'));
    it_.edit(environment('facts.yaml'));
    expect(await it_.synth()).toBe('rendered: 1 written, 0 removed, 0 foreign\n');
    expect(it_.read(it_.output('zone/facts.txt'))).not.toBe(before);
  });

  it('a file that is new, renamed, a link, or gone', async () => {
    it_.write('environments/north/config/c.txt', 'c\n');
    expect(await it_.synth()).toBe('rendered: 1 written, 0 removed, 0 foreign\n');
    await settle();
    renameSync(environment('config/c.txt'), environment('config/d.txt'));
    expect(await it_.synth()).toBe('rendered: 1 written, 1 removed, 0 foreign\n');
    await settle();
    renameSync(environment('config/d.txt'), join(it_.root, 'd.txt'));
    symlinkSync(join(it_.root, 'd.txt'), environment('config/d.txt'));
    // where a link leads may change without a trace here, so nothing is kept
    expect([await it_.synth(), await it_.synth()]).toEqual([AGAIN, AGAIN]);
    rmSync(environment('config/d.txt'));
    expect(await it_.synth()).toBe('rendered: 0 written, 1 removed, 0 foreign\n');
  });

  it('an environment that is new, or gone', async () => {
    it_.write('environments/south/index.ts', "export default 'south';\n");
    expect(await it_.synth()).toBe(AGAIN);
    rmSync(join(it_.root, 'environments', 'south'), { recursive: true });
    it_.edit(environment('facts.yaml'));
    expect(await it_.synth()).toMatch(/^rendered: 1/);
  });

  it('an option, the language, the folder of the call, an option of Node', async () => {
    const changes: readonly RunOptions[] = [{ args: ['--json'] }, { env: { CHAMP_LANG: 'zh' } }, { cwd: join(it_.root, 'cli') }, { env: { NODE_OPTIONS: '--no-deprecation' } }];
    for (const options of changes) {
      expect([await it_.synth(options), await it_.synth(options)]).toEqual([AGAIN, 'known\n']);
    }
  });

  it('what it reads again when only a time changed, once', async () => {
    const [record] = it_.records();
    utimesSync(environment('facts.yaml'), new Date(), new Date());
    const before = it_.records().map((path) => statSync(path).mtimeMs);
    expect(await it_.synth()).toBe('known\n');
    const renewed = it_.records().map((path) => statSync(path).mtimeMs);
    expect(renewed).not.toEqual(before);
    expect(await it_.synth()).toBe('known\n');
    expect(it_.records().map((path) => statSync(path).mtimeMs)).toEqual(renewed);
    expect(existsSync(record!)).toBe(true);
  });
});

describe('sees what became of the output', () => {
  beforeEach(settle);
  const file = () => it_.output('zone/facts.txt');

  it('a file of the same length and time', async () => {
    const before = it_.read(file());
    it_.edit(file());
    expect(await it_.synth()).toBe('rendered: 1 written, 0 removed, 0 foreign\n');
    expect(it_.read(file())).toBe(before);
  });

  it('a file that is gone, and the ledger too', async () => {
    rmSync(file());
    expect(await it_.synth()).toBe('rendered: 1 written, 0 removed, 0 foreign\n');
    rmSync(it_.output('ledger.json'));
    expect(await it_.synth()).toMatch(/^rendered/);
    expect(existsSync(it_.output('ledger.json'))).toBe(true);
  });

  it('a link in the place of a file or a folder, also to the same content', async () => {
    for (const place of ['zone/facts.txt', 'zone']) {
      await settle();
      renameSync(it_.output(place), join(it_.root, 'aside'));
      symlinkSync(join(it_.root, 'aside'), it_.output(place));
      await expect(it_.synth()).rejects.toThrow('CHAMP4032');
      rmSync(it_.output(place));
      renameSync(join(it_.root, 'aside'), it_.output(place));
    }
  });

  it.each(['notes.txt', 'zone/config/notes.txt', 'other/notes.txt'])('a file of somebody else, as long as it is there: %s', async (name) => {
    const before = await it_.synth();
    mkdirSync(join(it_.output(name), '..'), { recursive: true });
    writeFileSync(it_.output(name), 'mine');
    for (let round = 0; round < 2; round++) expect(await it_.synth()).toBe('rendered: 0 written, 0 removed, 1 foreign\n');
    rmSync(name.startsWith('other') ? it_.output('other') : it_.output(name), { recursive: true });
    expect([before, await it_.synth()]).toEqual(['known\n', 'known\n']);
  });

  it('what a killed run leaves, and the lock of a run', async () => {
    writeFileSync(it_.output('.ledger.pending-1.json'), '{}');
    expect(await it_.synth()).toMatch(/^rendered/);
    expect(existsSync(it_.output('.ledger.pending-1.json'))).toBe(false);
    await settle();
    writeFileSync(join(it_.out, '.champ-north.lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: 'elsewhere', started: '', token: 'x' }));
    const child = it_.start();
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    expect(child.exitCode).toBe(null); // it waits
    rmSync(join(it_.out, '.champ-north.lock'));
    await new Promise((resolve) => { child.on('close', resolve); });
    expect(child.exitCode).toBe(0);
  });

  it('a file whose rights changed has its content still', async () => {
    chmodSync(file(), 0o755);
    expect(await it_.synth()).toBe('known\n');
  });
});

describe('takes nothing for known that changed while a run was under way', () => {
  it('a fact, after it was read', async () => {
    it_.edit(environment('facts.yaml'));
    await it_.synth({ env: { EDIT: 'size: 2\n' } });
    expect(it_.read(it_.output('zone/facts.txt'))).not.toContain('size: 2');
    expect(await it_.synth()).toBe('rendered: 1 written, 0 removed, 0 foreign\n');
    expect(it_.read(it_.output('zone/facts.txt'))).toContain('size: 2');
  });

  it('an output, after it was compared', async () => {
    await settle();
    it_.edit(environment('facts.yaml'));
    await it_.synth({ env: { TAMPER: 'not what was rendered' } });
    expect(await it_.synth()).toBe('rendered: 1 written, 0 removed, 0 foreign\n');
    expect(it_.read(it_.output('zone/facts.txt'))).toContain('first');
  });
});

describe('needs no cache', () => {
  beforeEach(settle);
  const cache = () => join(it_.root, 'node_modules', '.cache', 'champ-synth');

  it.each<[string, (path: string) => void]>([
    ['cut', (path) => truncateSync(path, 200)], ['empty', (path) => truncateSync(path, 0)], ['gone', (path) => rmSync(path)],
    ['changed', (path) => { const whole = readFileSync(path); whole[whole.length >> 1]! ^= 1; writeFileSync(path, whole); }],
    ['a folder', (path) => { rmSync(path); mkdirSync(path); }],
  ])('is right with a record that is %s', async (_what, damage) => {
    for (const path of it_.records()) damage(path);
    expect(await it_.synth()).toBe(AGAIN);
    it_.edit(environment('facts.yaml'));
    expect(await it_.synth()).toMatch(/^rendered: 1/);
    rmSync(cache(), { recursive: true });
  });

  it('is right where none can be kept', async () => {
    rmSync(cache(), { recursive: true });
    writeFileSync(cache(), 'a file in the way');
    expect([await it_.synth(), await it_.synth()]).toEqual([AGAIN, AGAIN]);
    rmSync(cache());
  });

  it('renders each time with --no-cache, and keeps nothing', async () => {
    rmSync(cache(), { recursive: true });
    const options = { args: ['--no-cache'] };
    expect([await it_.synth(options), await it_.synth(options), it_.records()]).toEqual([AGAIN, AGAIN, []]);
  });
});

it('works when several start at once', async () => {
  rmSync(join(it_.root, 'node_modules', '.cache'), { recursive: true });
  rmSync(it_.out, { recursive: true });
  await Promise.all([it_.synth(), it_.synth(), it_.synth()]);
  await settle();
  expect(await Promise.all([it_.synth(), it_.synth(), it_.synth()])).toEqual(['known\n', 'known\n', 'known\n']);
});

it('is right after a kill at any moment', async () => {
  for (let delay = 20; delay < 500; delay += 40) {
    it_.edit(environment('facts.yaml'));
    const child = it_.start();
    const ended = new Promise((resolve) => { child.on('close', resolve); });
    setTimeout(() => child.kill('SIGKILL'), delay);
    await ended;
    await it_.synth();
    expect(it_.read(it_.output('zone/facts.txt'))).toBe(`first ${it_.read(environment('facts.yaml'))}`);
  }
});

it('mixes neither outputs nor checkouts that share their packages', async () => {
  await settle();
  const other = join(it_.root, 'other');
  expect(await it_.synth({ out: other })).toBe('rendered: 3 written, 0 removed, 0 foreign\n');
  const second = project();
  rmSync(join(second.root, 'node_modules'), { recursive: true });
  symlinkSync(join(it_.root, 'node_modules'), join(second.root, 'node_modules'));
  expect(await second.synth({ out: it_.out, cwd: it_.root })).toMatch(/^rendered/);
  second.remove();
  cpSync(it_.out, join(it_.root, 'copy'), { recursive: true });
  rmSync(it_.out, { recursive: true });
  renameSync(join(it_.root, 'copy'), it_.out);
  await settle();
});
