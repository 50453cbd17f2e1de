import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { changedArtefacts } from '../../../cli/ci/artefacts.ts';
import { Git } from '../../../engine/publish/index.ts';
import { ROOT } from '../../fixtures/champ.ts';
import { estateRepository, type EstateRepository } from '../../fixtures/diff/estate.ts';
import { GIT_ENV } from '../../fixtures/publish/repositories.ts';

let estate: EstateRepository;
beforeEach(() => {
  estate = estateRepository('town');
  estate.edit('town/releases.yaml', (text) => text.replace('sampleArtefacts: true\n', ''));
  estate.commit();
});
afterEach(() => estate.remove());

const SHA256 = 'ab'.repeat(32);
const changed = (base: string, environment = 'town') => changedArtefacts(Git.open(estate.root, { env: GIT_ENV }), base, environment, estate.folder);
const isp = (name: string, sha256: string) => estate.edit('town/releases.yaml', (text) => text.replace(/(\n {2}isp-api:\n(?:.*\n)*?\s+name: )\S+(\n\s+sha256: )\S+/, `$1${name}$2${sha256}`));

it('lists the artefacts that the base had not, with the image that they become', async () => {
  expect(await changed('HEAD')).toEqual([]);
  isp('isp-api-V2.jar', SHA256);
  estate.commit();
  expect(await changed('HEAD~1')).toEqual([{ environment: 'town', service: 'isp-api', image: 'registry.dev.example/champ/isp-api:V1.2.3', name: 'isp-api-V2.jar', sha256: SHA256 }]);
});

it('leaves what came with its image, also in a new environment', async () => {
  isp('isp-api-V2.jar', SHA256);
  estate.edit('town/releases.yaml', (text) => text.replace(/(\n {2}isp-api:\n(?:.*\n)*?\s+digest: sha256:)\S+/, `$1${'cd'.repeat(32)}`));
  expect(await changed('HEAD')).toEqual([]);
  estate.add('village');
  estate.edit('village/releases.yaml', (text) => text.replace('sampleArtefacts: true\n', ''));
  expect(await changed('HEAD', 'village')).toEqual([]);
  estate.edit('village/releases.yaml', (text) => text.replace(/(\n {2}isp-api:\n(?:.*\n)*?)\s+digest: \S+/, '$1'));
  expect((await changed('HEAD', 'village')).map(({ service }) => service)).toEqual(['isp-api']);
});

it('builds nothing of made-up checksums', async () => {
  isp('isp-api-V2.jar', SHA256);
  estate.edit('town/releases.yaml', (text) => text.replace('sampleDigests: true\n', 'sampleDigests: true\nsampleArtefacts: true\n'));
  expect(await changed('HEAD')).toEqual([]);
});

it.each(['no-such-commit', '', '--help', '0'.repeat(40)])('refuses the base %j', async (base) => {
  await expect(changed(base)).rejects.toMatchObject({ problems: [{ code: 'CHAMP9350', args: { value: base } }] });
});

it.each(['../../etc/passwd', 'a;rm', '$(x)', '-o', 'a/b.jar'])('refuses the artefact name %j, which would stand in a command', async (name) => {
  estate.edit('town/releases.yaml', (text) => text.replace(/(\n {2}isp-api:\n(?:.*\n)*?\s+name: )\S+(\n\s+sha256: )\S+/, (_, head: string, next: string) => `${head}'${name}'${next}${SHA256}`));
  await expect(changed('HEAD')).rejects.toMatchObject({ problems: [expect.objectContaining({ code: 'CHAMP9351' })] });
});

it('prints lines that a shell splits at tabs', () => {
  isp('isp-api-V2.jar', SHA256);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', 'tsx/cjs', join('cli', 'ci', 'list-artefacts.ts'), 'HEAD', estate.folder], { cwd: ROOT, encoding: 'utf8', env: GIT_ENV });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `town\tisp-api\tregistry.dev.example/champ/isp-api:V1.2.3\tisp-api-V2.jar\t${SHA256}\n`, stderr: '' });
});
