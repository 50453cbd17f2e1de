import { rmSync } from 'node:fs';
import { cloneFolder } from '../../../../engine/publish/git/clone.ts';
import { inProcess, type Ended } from '../../../fixtures/champ.ts';
import { estateRepository } from '../../../fixtures/diff/estate.ts';
import { git, repositories } from '../../../fixtures/publish/repositories.ts';

const at = repositories();
const estate = estateRepository('town');
afterAll(() => {
  rmSync(cloneFolder(at.remote), { recursive: true, force: true });
  estate.remove();
  at.remove();
});

const publish = (...args: readonly string[]): Promise<Ended> => inProcess('publish', '--environments', estate.folder, '--env', 'town', '--repo', at.remote, '--lang', 'en', ...args);
const DEPLOYMENT = 'town/core/core-mbs/deployment.hsa-mbs-fsi.yaml';

it('compares with the newest source, or with the published one whatever was merged since', async () => {
  expect(await publish('--check', '--published')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9360') });
  expect(await publish('--date', '2026-11-22')).toMatchObject({ code: 0 });
  const [, published] = [at.count(), estate.git('rev-parse', 'HEAD')];
  const equal = await publish('--check', '--json');
  expect({ code: equal.code, ...JSON.parse(equal.out) }).toMatchObject({ code: 0, version: 1, environment: 'town', equal: true, zones: [{ zone: 'core', published, source: published, deviations: [] }, { zone: 'public' }] });

  estate.edit('town/releases.yaml', (text) => text.replace(/(hsa-mbs-fsi:\n(?:.*\n)*?\s+tag: )\S+/, '$1V9.9.9'));
  estate.commit();
  const merged = await publish('--check');
  expect(merged).toMatchObject({ code: 1, err: expect.stringContaining(`earlier ${published.slice(0, 12)}`) });
  expect(merged.out.split('\n')).toContain(`${DEPLOYMENT}  differs`);
  expect(await publish('--check', '--published')).toMatchObject({ code: 0, out: '' });

  const commit = at.edit({ [DEPLOYMENT]: `${at.show(DEPLOYMENT)}\n# by hand\n` });
  expect(await publish('--check', '--published')).toMatchObject({ code: 1, out: `${DEPLOYMENT}  edited by hand  Wang <wang@example.org> ${commit.slice(0, 12)}\n` });
  expect(git(at.remote, 'rev-parse', 'main')).toBe(commit);
});

it('refuses a published commit that this clone has not, that is not in its history, or that has no such environment', async () => {
  const metadata = 'town/core/hydrator.metadata';
  const before = at.show(metadata);
  const replaced = (sha: string) => at.edit({ [metadata]: before.replace(/"drySha": "[0-9a-f]+"/, `"drySha": "${sha}"`) });
  replaced('0123456789012345678901234567890123456789');
  expect(await publish('--check', '--published')).toMatchObject({ code: 3, err: expect.stringContaining('CHAMP9361') });
  estate.git('commit', '--quiet', '--allow-empty', '-m', 'side');
  const side = estate.git('rev-parse', 'HEAD');
  estate.git('reset', '--quiet', '--hard', 'HEAD~1');
  replaced(side);
  expect(await publish('--check', '--published')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9362') });
  estate.drop('town');
  replaced(estate.commit());
  estate.add('town');
  estate.commit();
  expect(await publish('--check', '--published')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9363') });
});

it.each([['--published'], ['--check', '--dry-run'], ['--check', '--push-branch', 'x'], ['--check', '--allow-delete', 'a/b/c'], ['--check', '--date', '2026-01-01']])('wrong usage ends with 2: %j', async (...args) => {
  expect((await publish(...args)).code).toBe(2);
});
