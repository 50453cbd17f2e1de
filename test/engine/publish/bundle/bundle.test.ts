import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MEMBERS } from '../../../../engine/publish/bundle/manifest.ts';
import { deployment, DIGEST, gap, IMAGE, membersOf, type Gap } from '../../../fixtures/publish/bundles.ts';
import { placed } from '../../../fixtures/publish/estate.ts';
import { refused } from '../../../fixtures/publish/problems.ts';
import { git } from '../../../fixtures/publish/repositories.ts';

// each step runs git and ssh-keygen, and the machine may have other work
jest.setTimeout(120_000);

let at: Gap;
beforeEach(() => { at = gap(); });
afterEach(() => at.here.remove());

const json = (content: Buffer | undefined) => JSON.parse(content!.toString('utf8')) as Readonly<Record<string, unknown>>;

it('is a tar that people check with tar, sha256sum, ssh-keygen and git', async () => {
  await at.publish('1');
  const file = await at.carry();
  const folder = join(at.here.folder, 'open');
  mkdirSync(folder);
  const run = (command: string, ...args: readonly string[]) => spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  expect(run('tar', '-xf', file).status).toBe(0);
  expect(run('sha256sum', '-c', '--strict', MEMBERS.checksums).stdout.match(/: OK/g)).toHaveLength(3);
  const verify = spawnSync('ssh-keygen', ['-Y', 'verify', '-n', 'champ-bundle', '-I', 'sender@ops.example', '-f', at.signers, '-s', join(folder, MEMBERS.signature)], { input: readFileSync(join(folder, MEMBERS.checksums)) });
  expect(verify.status).toBe(0);
  git(folder, 'clone', '--quiet', '--branch', 'main', MEMBERS.git, 'clone');
  expect(readFileSync(join(folder, 'clone', 'linyi/core/core-mbs/configmap.a.yaml'), 'utf8')).toContain('value: "1"');
});

it('says what it brings, from where to where', async () => {
  const first = await at.publish('1');
  const second = await at.publish('2');
  const { manifest } = await at.bundle({ since: first });
  expect(manifest).toMatchObject({ format: 'champ-bundle', environment: 'linyi', zone: 'core', branch: 'main', configFrom: first, configTo: second, source: git(at.here.source, 'rev-parse', 'HEAD'), commits: 1, objects: 2, files: 2, images: 0 });
  expect((await at.bundle()).manifest).toMatchObject({ from: null, to: manifest.to, commits: 2 });
});

it('holds nothing of another zone: no file, no commit, no word', async () => {
  await at.publish('1', 'SECRET-OF-PUBLIC-1');
  await at.publish('1', 'SECRET-OF-PUBLIC-2');
  await at.publish('2', 'SECRET-OF-PUBLIC-3');
  const file = await at.carry();
  const { applied, manifest } = await at.apply(file);
  expect([applied, manifest.commits]).toEqual([true, 2]);
  expect(git(at.there, 'log', '--format=%B', 'main')).not.toMatch(/public: \d|Champ-Zones:.*public/);
  expect(git(at.there, 'log', '--format=%B', 'main')).toMatch(/^core: 1 created|^core: \d/m);
  const objects = git(at.there, 'cat-file', '--batch-all-objects', '--batch-check').split('\n').map((line) => line.split(' '));
  const contents = objects.filter(([, type]) => type !== 'tree').map(([id]) => git(at.there, 'cat-file', '-p', id!)).join('\n');
  expect(contents).toContain('value: "2"');
  expect(contents).not.toContain('value: SECRET-OF-PUBLIC');
  expect(git(at.there, 'log', '--format=', '--name-only', 'main')).not.toContain('public');
});

it('gives the same commits on any machine, whatever was bundled before', async () => {
  await at.publish('1');
  const second = await at.publish('2');
  const to = (await at.bundle({ since: second })).manifest.to;
  await at.publish('3');
  expect((await at.bundle({ since: second })).manifest.from).toBe(to);
  const { manifest } = await at.bundle({ since: to });
  expect(manifest).toMatchObject({ from: to, commits: 1 });
});

it('takes config, source and zone commits, short ones, and commits of other zones for --since', async () => {
  const first = await at.publish('1');
  const source = git(at.here.source, 'rev-parse', 'HEAD');
  const other = await at.publish('1', '2');
  await at.publish('2');
  const { to } = (await at.bundle()).manifest;
  for (const since of [first, first.slice(0, 8), source, source.slice(0, 7), other]) expect((await at.bundle({ since })).manifest).toMatchObject({ configFrom: first, commits: 1, to });
});

it('makes no file when nothing is new', async () => {
  await at.publish('1');
  const tip = await at.publish('1', '2');
  expect((await at.bundle({ since: tip })).content).toBeUndefined();
});

it.each(['0123456', 'nonsense', '--all', 'HEAD~9', ''])('refuses --since %j', async (since) => {
  await at.publish('1');
  expect(await refused(at.bundle({ since }))).toMatchObject([{ code: 'CHAMP7216', where: '--since' }]);
});

it('refuses a zone that is not published, and an empty repository', async () => {
  expect(await refused(at.bundle())).toMatchObject([{ code: 'CHAMP7217' }]);
  await at.publish('1');
  expect(await refused(at.bundle({ zone: 'other' }))).toMatchObject([{ code: 'CHAMP7217', args: { value: 'linyi/other' } }]);
});

it('refuses a published tree that is not what its ledger says', async () => {
  await at.publish('1');
  at.here.edit({ 'linyi/core/core-mbs/configmap.a.yaml': 'kind: Else\n', 'linyi/core/stray.txt': 'x', 'linyi/core/core-mbs/configmap.b.yaml': undefined });
  expect((await refused(at.bundle())).map(({ code, args }) => [code, args['value'], args['why']])).toEqual(expect.arrayContaining([
    ['CHAMP7213', 'linyi/core/core-mbs/configmap.a.yaml', 'other bytes than the ledger says'], ['CHAMP7213', 'linyi/core/stray.txt', 'not in the ledger'], ['CHAMP7213', 'linyi/core/core-mbs/configmap.b.yaml', 'missing'],
  ]));
});

describe('the list of images', () => {
  const chart = placed({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'x', namespace: 'argocd' }, spec: { source: { repoURL: 'registry.example/charts', chart: 'redis', targetRevision: '1.2.3' } } }, 'argocd');

  it('has every image with its digest, every chart, and says which are new', async () => {
    const first = await at.publish('1', '1', [deployment(IMAGE)]);
    await at.publish('2', '1', [deployment(IMAGE), chart]);
    const { images } = await at.bundle({ since: first });
    expect(images).toEqual({
      version: 1, environment: 'linyi', zone: 'core', images: [{ image: IMAGE, digest: DIGEST, new: false }],
      charts: [{ repository: 'registry.example/charts', chart: 'redis', version: '1.2.3', new: true }],
    });
    expect((await at.bundle()).images.images).toMatchObject([{ new: true }]);
    expect(json(membersOf(await at.carry()).get(MEMBERS.images))).toMatchObject({ images: [{ image: IMAGE }] });
  });

  it.each(['registry.example/champ/app:1', 'app'])('refuses %s, which has no digest', async (image) => {
    await at.publish('1', '1', [deployment(image)]);
    expect(await refused(at.bundle())).toMatchObject([{ code: 'CHAMP7215', args: { value: image } }]);
  });

  it('has the platforms that the registry gives for the digest, of an index and of a single image', async () => {
    const blob = (content: object) => { const text = JSON.stringify(content); return { digest: `sha256:${hash('sha256', text)}`, text }; };
    const settings = blob({ os: 'linux', architecture: 'arm64', variant: 'v8' });
    const single = blob({ config: { digest: settings.digest } });
    const index = blob({ manifests: [{ platform: { os: 'linux', architecture: 'arm64' } }, { platform: { os: 'linux', architecture: 'amd64' } }, { platform: { os: 'unknown', architecture: 'unknown' } }] });
    const wrong = `sha256:${'0'.repeat(64)}`;
    const served = new Map([settings, single, index].map(({ digest, text }) => [digest, text]));
    const server = createServer(({ url = '', headers }, response) => {
      if (!headers.authorization?.startsWith('Bearer')) {
        const { port } = server.address() as AddressInfo;
        if (url.startsWith('/token')) response.end(JSON.stringify({ token: 't' }));
        else response.writeHead(401, { 'www-authenticate': `Bearer realm="http://127.0.0.1:${port}/token",service="s",scope="repository:a:pull"` }).end();
      } else if (url.endsWith(wrong)) response.end('{}');
      else response.writeHead(served.has(url.split('/').at(-1)!) ? 200 : 404).end(served.get(url.split('/').at(-1)!));
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    try {
      const name = (digest: string) => `127.0.0.1:${(server.address() as AddressInfo).port}/champ/app:1@${digest}`;
      const publish = (digest: string) => at.publish(digest, '1', [deployment(name(digest))]);
      await publish(index.digest);
      expect((await at.bundle({ registry: {} })).images.images).toMatchObject([{ platforms: ['linux/amd64', 'linux/arm64'] }]);
      await publish(single.digest);
      expect((await at.bundle({ registry: {} })).images.images).toMatchObject([{ platforms: ['linux/arm64/v8'] }]);
      await publish(wrong);
      expect(await refused(at.bundle({ registry: {} }))).toMatchObject([{ code: 'CHAMP5010', args: { value: 'other content than its digest' } }]);
      await publish(DIGEST);
      expect(await refused(at.bundle({ registry: {} }))).toMatchObject([{ code: 'CHAMP5010', args: { value: 'HTTP 404' } }]);
      await at.publish(DIGEST, '2', Array.from({ length: 20 }, (_, index) => deployment(`127.0.0.1:1/champ/app${index}:1@${DIGEST}`, index === 0 ? 'app' : `app-${index}`)));
      expect(await refused(at.bundle({ registry: {} }))).toMatchObject([{ code: 'CHAMP5011', args: { host: '127.0.0.1:1' } }]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
