import { environmentFolder, inProcess } from '../../fixtures/champ.ts';

const { folder, put, remove } = environmentFolder('one', 'broken');
afterAll(remove);

const list = (...args: readonly string[]) => inProcess('release', 'list', '--environments', folder, ...args);

it('lists every service with its whole reference', async () => {
  const { code, out } = await list('--env', 'one', '--json');
  expect(code).toBe(0);
  const { version, releases, ...rest } = JSON.parse(out) as { version: number; releases: readonly { service: string; image: string; artefact?: object }[] };
  expect([version, releases.length, rest]).toEqual([1, 140, {}]);
  for (const { service, image } of releases) expect(image).toMatch(new RegExp(`^registry\\.dev\\.example/champ/${service}:V1\\.2\\.3@sha256:[0-9a-f]{64}$`));
  expect(releases.find(({ service }) => service === 'hsa-mbs')).toMatchObject({ artefact: { name: 'hsa-mbs-generic-V1.2.3-RELEASE.jar', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
});

it('prints a table for people, and says that digests are sample data', async () => {
  const { out, err } = await list('--env', 'one');
  expect(out).toMatch(/^hsa-mbs +champ\/hsa-mbs:V1\.2\.3 +sha256:[0-9a-f]{12} +hsa-mbs-generic-V1\.2\.3-RELEASE\.jar$/m);
  expect(err).toContain('sample data');
});

it('needs no environment that renders, but one whose facts can be read', async () => {
  put('broken', 'sizes.yaml', 'profile: dev\nservices: {hsa-mbs: {min: 9, max: 3}}\n');
  expect(await list('--env', 'broken')).toMatchObject({ code: 0 });
  put('broken', 'releases.yaml', 'release: V1\nservices: {hsa-mbx: {image: x, tag: y}}\n');
  expect(await list('--env', 'broken')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP1120[\s\S]*did you mean: hsa-mbs/) });
});

it('names the nearest environment', async () => {
  expect(await list('--env', 'ona')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP5001[\s\S]*did you mean: one/) });
});

it('is wrong usage without an environment', async () => {
  expect(await list()).toMatchObject({ code: 2 });
});
