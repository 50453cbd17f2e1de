import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Git, history, withRepos } from '../../../engine/publish/index.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { git, GIT_ENV, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); at.commitSource('one'); });
afterEach(() => at.remove());

const script = (name: string, text: string): string => {
  const file = join(at.folder, name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
};
const withSettings = (text: string): NodeJS.ProcessEnv => {
  const file = join(at.folder, 'gitconfig');
  writeFileSync(file, text);
  return { ...GIT_ENV, GIT_CONFIG_GLOBAL: file };
};
const pushed = { remotes: [{ state: 'pushed' }] };

it.each([
  ['signs what is pushed by hand', '[push]\n\tgpgSign = true\n'],
  ['sends options with what is pushed by hand', '[push]\n\tpushOption = ci.skip\n'],
])('publishes for somebody who %s', async (_, settings) => {
  expect(await publishTo(at, maps({ a: '1' }), { env: withSettings(settings) })).toMatchObject(pushed);
});

it.each([{ GIT_GLOB_PATHSPECS: '1' }, { GIT_ICASE_PATHSPECS: '1' }, { GIT_DEFAULT_HASH: 'sha256' }])('publishes with %j in the environment', async (more) => {
  expect(await publishTo(at, maps({ a: '1' }), { env: { ...GIT_ENV, ...more } })).toMatchObject(pushed);
  at.commitSource('two');
  expect(await publishTo(at, maps({ a: '2' }), { env: { ...GIT_ENV, ...more } })).toMatchObject(pushed);
});

it('shows the whole history to somebody whose log follows renames', async () => {
  await publishTo(at, maps({ a: '1' }));
  const env = withSettings('[log]\n\tfollow = true\n\tshowRoot = false\n');
  const found = await withRepos([{ zone: 'core', repository: at.remote }], { cacheFolder: at.cache, env }, async (repos) => {
    const [repo] = [...repos.keys()];
    await repo!.fetch();
    return history(repo!, 'linyi', ['core'], 9);
  });
  expect(found.map(({ subject }) => subject)).toEqual(['linyi: one']);
});

it('publishes to a server that takes several branches one by one only', async () => {
  git(at.remote, 'config', 'receive.advertiseAtomic', 'false');
  expect(await publishTo(at, maps({ a: '1' }))).toMatchObject(pushed);
});

it('calls SSH as the settings say', async () => {
  const env = withSettings(`[core]\n\tsshCommand = ${script('ssh', 'shift $(( $# - 1 )); exec sh -c "$1"')}\n[ssh]\n\tvariant = simple\n`);
  expect(await publishTo(at, maps({ a: '1' }), { env }, { zones: [{ zone: 'core', repository: `ssh://config.invalid${at.remote}` }] })).toMatchObject(pushed);
});

it('gives up in time on a server whose answer never ends', async () => {
  const answers: ServerResponse[] = [];
  const server = createServer((_, response) => {
    answers.push(response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' }));
    response.write('0');
  });
  await new Promise<void>((go) => { server.listen(0, '127.0.0.1', go); });
  const started = performance.now();
  const ended = await Git.open(at.source, { env: GIT_ENV, timeoutMs: 500 }).end(['ls-remote', `http://127.0.0.1:${(server.address() as AddressInfo).port}/config.git`]);
  expect(ended).toMatchObject({ code: null, isTimeout: true });
  expect(performance.now() - started).toBeLessThan(20_000);
  for (const each of answers) each.destroy();
  server.close();
});

it('names who edited hundreds of files without a process for each', async () => {
  const values = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`n${index}`, '1']));
  await publishTo(at, maps(values));
  const files = at.files().filter((file) => file.includes('/configmap.'));
  const commit = at.edit(Object.fromEntries(files.map((file) => [file, `${at.show(file)}\r\n`])));
  const log = join(at.folder, 'calls');
  script('git', `echo call >> ${log}; PATH=\${PATH#*:}; exec git "$@"`);
  at.commitSource('two');
  const found = await publishTo(at, maps({ ...values, n0: '2' }), { env: { ...GIT_ENV, PATH: `${at.folder}:${GIT_ENV['PATH']}` } }).catch((error: unknown) => error);
  expect((found as { problems: readonly unknown[] }).problems).toHaveLength(200);
  expect(found).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ code: 'CHAMP7010', args: { value: 'changed', commit: commit.slice(0, 12), author: 'Wang <wang@example.org>' } })]) });
  expect(existsSync(log) && readFileSync(log, 'utf8').split('\n').length).toBeLessThan(60);
});
