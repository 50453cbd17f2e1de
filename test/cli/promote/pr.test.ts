import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../../fixtures/publish/repositories.ts';
import { fakeForge, type FakeForge } from '../../engine/forge/fake-forge.ts';
import { smallFolder } from '../edit/small-folder.ts';
import { project, type Project } from '../pr/project.ts';

let forge: FakeForge;
let here: Project;
beforeEach(async () => {
  forge = await fakeForge('gitlab');
  here = project(forge);
  const small = smallFolder('staging', 'linyi');
  cpSync(small.folder, join(here.work, 'environments'), { recursive: true });
  small.remove();
  for (const name of ['staging', 'linyi']) edit(name, (text) => text.replace('sampleDigests: true', 'sampleDigests: false').replace('sampleArtefacts: true', 'sampleArtefacts: false'));
  edit('staging', (text) => text.replace(/( {2}hsa-mbs-fsi:\n {4}image: .*\n {4}tag: ).*/, '$11.0.1'));
  here.git('add', '--all');
  here.git('commit', '--quiet', '-m', 'environments');
  here.git('push', '--quiet', 'origin', 'main');
  writeFileSync(join(here.folder, 'report.md'), '# report\n');
});
afterEach(async () => {
  here.remove();
  await forge.stop();
});

const edit = (name: string, change: (text: string) => string) => {
  const path = join(here.work, 'environments', name, 'releases.yaml');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const promote = (...args: readonly string[]) => here.champ('promote', '--from', 'staging', '--to', 'linyi', '--pr', '--report', join(here.folder, 'report.md'), ...args);

it('opens a merge request of what it wrote, and of nothing else', async () => {
  here.put({ 'apps/a.ts': 'under way\n' });
  const { code, out, err } = await promote();
  expect([code, err]).toEqual([0, expect.stringContaining('opened merge request 1: Promote hsa-mbs-fsi from staging to linyi')]);
  expect(out).toMatch(/\+ {4}tag: 1\.0\.1[^]*merge_requests\/1/);
  expect(forge.requests).toMatchObject([{ branch: 'promote-hsa-mbs-fsi-from-staging-to-linyi', target: 'main' }]);
  expect(git(here.remote, 'show', '--name-only', '--format=', 'promote-hsa-mbs-fsi-from-staging-to-linyi')).toBe('environments/linyi/releases.yaml');
  expect(here.git('status', '--porcelain')).toBe('M apps/a.ts');
});

it('leaves the files when the forge refuses, and says how to go on', async () => {
  forge.failures.push({ status: 401, body: {} });
  expect(await promote()).toMatchObject({ code: 3, err: expect.stringMatching(/the files in environments\/linyi are written[^]*CHAMP9305/) });
  expect(here.git('status', '--porcelain')).toBe('M environments/linyi/releases.yaml');
  expect(here.branches()).toEqual(['main']);
});

it('writes and asks nothing with --dry-run', async () => {
  const before = here.state();
  expect(await promote('--dry-run')).toMatchObject({ code: 0, out: expect.stringContaining('+    tag: 1.0.1') });
  expect([here.state(), forge.seen.length]).toEqual([before, 0]);
});

it('writes one document under --json', async () => {
  expect(JSON.parse((await promote('--json')).out)).toMatchObject({ version: 1, request: { number: 1, outcome: 'opened' }, files: [{ path: 'environments/linyi/releases.yaml' }] });
});

it('has what champ diff finds as its report where none is given', async () => {
  const { code, err } = await here.champ('promote', '--from', 'staging', '--to', 'linyi', '--pr', '--lang', 'en');
  expect([code, err]).toEqual([0, expect.stringContaining('opened merge request 1')]);
  expect(forge.requests[0]!.description).toMatch(/hsa-mbs-fsi/);
  expect(forge.requests[0]!.description).toMatch(/1\.0\.0[^]*1\.0\.1/);
});
