import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { champ, environmentFolder, inProcess, ROOT } from '../fixtures/champ.ts';

const out = mkdtempSync(join(tmpdir(), 'champ-synth-'));
afterAll(() => rmSync(out, { recursive: true }));

it('writes an environment, and at the second run nothing', async () => {
  const run = () => champ(['synth', '--env', 'dev', '--out', out, '--json']);
  const first = await run();
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({ version: 1, environments: [{ environment: 'dev', unchanged: 0, removed: [], foreign: [] }] });
  const [report] = JSON.parse(first.out).environments;
  expect(report.written.length).toBeGreaterThan(1000);
  const ledger = join(out, 'dev', 'ledger.json');
  const before = { time: statSync(ledger).mtimeMs, text: readFileSync(ledger, 'utf8') };
  const second = await run();
  expect(JSON.parse(second.out).environments).toMatchObject([{ written: [], removed: [], restored: [], unchanged: report.written.length }]);
  expect({ time: statSync(ledger).mtimeMs, text: readFileSync(ledger, 'utf8') }).toEqual(before);
});

it('tells people on standard error what it did and what it left alone, in their language, without a terminal also without progress', async () => {
  writeFileSync(join(out, 'dev', 'notes.txt'), 'mine');
  const { code, out: data, err } = await champ(['synth', '--env', 'dev', '--out', out], { LANG: 'zh_CN.UTF-8' });
  expect({ code, data }).toEqual({ code: 0, data: '' });
  expect(err).toMatch(/dev:\d+ 个文件[^]*notes\.txt[^]*用时/);
  expect(err).not.toMatch(/\r|\u001b|渲染/);
});

describe('with mistakes in two environments', () => {
  const { folder, put, remove } = environmentFolder('east', 'west');
  const target = join(out, 'broken');
  put('east', 'sizes.yaml', 'profile: dev\nservicez: {}\nservices: {hsa-mbz: {min: 1}}\n');
  put('west', 'sizes.yaml', 'profile: dev\nprofile: dev\n');
  put('west', 'config/hsa-nothing/a.properties', 'a=1\n');
  afterAll(remove);

  it('reports all of them in one run, writes nothing and ends with 1', async () => {
    const { code, out: data, err } = await champ(['--environments', folder, 'synth', '--out', target, '--json']);
    expect(code).toBe(1);
    const { version, problems } = JSON.parse(data);
    expect(version).toBe(1);
    expect(problems).toMatchObject([
      { code: 'CHAMP1120', where: expect.stringMatching(/east\/sizes\.yaml:2:1$/), args: { near: 'services' } },
      { code: 'CHAMP1120', where: expect.stringMatching(/east\/sizes\.yaml:3:12$/), args: { near: 'hsa-mbs' } },
      { code: 'CHAMP2036', where: expect.stringMatching(/west\/config\/hsa-nothing$/) },
      { code: 'CHAMP1111', where: expect.stringMatching(/west\/sizes\.yaml:2:1$/) },
    ]);
    for (const each of problems) expect(each).toMatchObject({ message: expect.any(String), fix: expect.any(String) });
    expect(existsSync(target)).toBe(false);
    expect(err).toMatch(/4 problems\n[^]*nothing was written/);
  });

  it('tells people the same in Chinese', async () => {
    const { code, out: data, err } = await inProcess('--environments', folder, 'synth', '--out', target, '--lang', 'zh');
    expect({ code, data }).toEqual({ code: 1, data: '' });
    expect(err).toMatch(/CHAMP1120 .*east\/sizes\.yaml:2:1\n.*servicez[^]*services[^]*发现 4 个问题[^]*没有写入任何文件/);
  });
});

it.each(['', '.', 'environments', 'engine/emit', '.git/x'])('never writes into the project itself: --out %j', async (out) => {
  const { code, err } = await inProcess('synth', '--env', 'dev', '--out', out === '' ? '' : join(ROOT, out));
  expect(code).toBe(1);
  expect(err).toContain('CHAMP5008');
});
