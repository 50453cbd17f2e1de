import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack } from '../../../cli/diff/sides/pack.ts';
import { inProcess } from '../../fixtures/champ.ts';

it('tells the model as versioned JSON, and as a short table in both languages', async () => {
  const { code, out } = await inProcess('model', '--env', 'dev', '--json');
  expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, version: 1, environments: [{ version: 1, environment: 'dev', stage: 'development' }] });
  expect((await inProcess('model', '--env', 'dev', '--lang', 'en')).out).toMatch(/^dev \(development\): 140 services, 7 business paths, .*\n {2}core +Core business zone, 12 nodes/);
  expect((await inProcess('model', '--env', 'dev', '--lang', 'zh')).out).toMatch(/^dev\(development\):服务 140,/);
});

it('leaves what it rendered for a comparison of another revision', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'champ-model-'));
  try {
    const { out } = await inProcess('model', '--env', 'dev', '--json', '--tree', join(folder, 'new'));
    expect(readdirSync(join(folder, 'new'))).toEqual(['dev']);
    expect(readPack(join(folder, 'new', 'dev'))).toMatchObject({ ledger: { environment: 'dev' }, model: JSON.parse(out).environments[0] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('does not know an environment that is not there, and suggests the nearest', async () => {
  expect(await inProcess('model', '--env', 'lin', '--lang', 'en')).toMatchObject({ code: 1, err: expect.stringContaining('did you mean: linyi') });
});

it.each([['zh', '步骤'], ['en', 'What it does']])('has help in %s, without what only the program itself uses', async (language, word) => {
  const { out } = await inProcess('model', '--help', '--lang', language);
  expect(out).toContain(word);
  expect(out).not.toContain('--tree');
});
