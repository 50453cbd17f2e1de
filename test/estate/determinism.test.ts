import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyTree } from '../../engine/emit/index.ts';

const CLI = join(__dirname, '..', '..', 'cli', 'champ.js');
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function synth(env: NodeJS.ProcessEnv): string {
  const out = mkdtempSync(join(tmpdir(), 'champ-synth-'));
  folders.push(out);
  execFileSync(process.execPath, [CLI, 'synth', '--env', 'linyi', '--out', out], { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' });
  return out;
}

it('the same input gives the same bytes, whatever the locale, time zone and environment', () => {
  const [one, other] = [
    synth({ LANG: 'C', TZ: 'UTC' }),
    synth({ LANG: 'zh_CN.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Shanghai', CDK8S_DISABLE_SORT: '1', CDK8S_OUTDIR: '/nowhere', CDK8S_RECORD_CONSTRUCT_METADATA: 'true', NO_COLOR: '1' }),
  ];
  // the ledger holds the hash of every file, and each tree is what its ledger says
  expect(readFileSync(join(one!, 'linyi', 'ledger.json'), 'utf8')).toBe(readFileSync(join(other!, 'linyi', 'ledger.json'), 'utf8'));
  for (const out of [one!, other!]) expect(verifyTree(join(out, 'linyi'))).toMatchObject({ isWhole: true, foreign: [] });
}, 60_000);

it('the ledger names for every object its construct path and source file', () => {
  const ledger = JSON.parse(readFileSync(join(folders[0]!, 'linyi', 'ledger.json'), 'utf8')) as { objects: { file: string; path: string; source: string; hash: string }[] };
  const found = ledger.objects.find((each) => each.file === 'core/core-mbs/deployment.hsa-mbs.yaml');
  expect(found).toMatchObject({ path: 'linyi/core/mbs/hsa-mbs', source: 'apps/medical-insurance/mbs.ts', hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  for (const each of ledger.objects) expect([each.file, each.source]).toEqual([each.file, expect.stringMatching(/^(apps|constructs|environments)\//)]);
});
