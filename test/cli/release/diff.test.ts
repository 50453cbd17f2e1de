import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFolder, inProcess } from '../../fixtures/champ.ts';

const { folder, put, remove } = environmentFolder('east', 'west');
afterAll(remove);

const diff = (...args: readonly string[]) => inProcess('release', 'diff', '--environments', folder, ...args);
const releases = readFileSync(join(folder, 'east', 'releases.yaml'), 'utf8');

it('ends with 0 and says so when the images are the same', async () => {
  expect(await diff('east', 'west')).toMatchObject({ code: 0, out: '', err: 'the images of east and west are the same\n' });
});

it('ends with 1 and tells each service that differs, or stands on one side alone', async () => {
  put('west', 'releases.yaml', releases.replace('    image: champ/hsa-mbs\n    tag: V1.2.3', '    image: champ/hsa-mbs\n    tag: V1.2.4').replace(/^ {2}hsa-its:\n(?: {4}.*\n)+/m, ''));
  const text = await diff('east', 'west');
  expect(text.code).toBe(1);
  expect(text.out).toMatch(/^hsa-its {2}in east alone: champ\/hsa-its:V1\.2\.3@sha256:/m);
  expect(text.out).toMatch(/^hsa-mbs\n {2}east: champ\/hsa-mbs:V1\.2\.3@.*\n {2}west: champ\/hsa-mbs:V1\.2\.4@/m);
  const json = await diff('west', 'east', '--json');
  expect(JSON.parse(json.out)).toEqual({
    version: 1, base: 'west', head: 'east',
    differences: [
      { service: 'hsa-mbs', base: expect.stringContaining(':V1.2.4@'), head: expect.stringContaining(':V1.2.3@') },
      { service: 'hsa-its', head: expect.stringContaining('champ/hsa-its') },
    ],
  });
});

it('names every environment that is not there', async () => {
  expect(await diff('eest', 'wesst')).toMatchObject({ code: 1, err: expect.stringMatching(/did you mean: east[\s\S]*did you mean: west/) });
});
