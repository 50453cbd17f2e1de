import type { ServerResponse } from 'node:http';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { application, json, serve, type FakeServer } from '../../fixtures/argocd.ts';
import { champ, inProcess, ROOT } from '../../fixtures/champ.ts';

const REVISION = 'd'.repeat(40);
const good = { sync: { status: 'Synced', revision: REVISION }, health: { status: 'Healthy' } };
const bad = { sync: { status: 'OutOfSync', revision: REVISION }, health: { status: 'Degraded' }, resources: [{ kind: 'ConfigMap', namespace: 'core-dss', name: 'old', status: 'OutOfSync', requiresPruning: true }] };
const tree = { nodes: [{ kind: 'Pod', name: 'web-1', namespace: 'core-dss', uid: 'u', health: { status: 'Degraded' }, info: [{ name: 'Status Reason', value: 'ImagePullBackOff' }] }] };

let server: FakeServer;
let items: readonly object[];
let isAway = false;
const streams: ServerResponse[] = [];
beforeAll(async () => {
  server = await serve(({ path }, response) => {
    const name = /\/applications\/([^/]+)/.exec(path)?.[1];
    if (path.includes('/stream/')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n');
      streams.push(response);
    } else if (path.endsWith('/resource-tree') && isAway) response.writeHead(503, { 'retry-after': '0' }).end();
    else if (path.endsWith('/resource-tree')) json(response, tree);
    else if (path.endsWith('/syncwindows')) json(response, { canSync: true });
    else json(response, name ? items.find((each) => (each as { metadata: { name: string } }).metadata.name === name) : { items });
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.asked.length = 0;
  items = [
    application('core-dss', { status: bad }), application('core-mbs', { status: good, metadata: { annotations: { 'champ.hsa/name-zh': '医保业务基础子系统', 'champ.hsa/name-en': 'Business base' } } }),
    application('core-mw-cache', { status: good }), application('dev-thing', { path: 'dev/core/thing', status: good }),
  ];
});

const ENV = { ARGOCD_AUTH_TOKEN: 'a-token-of-tests' };
const args = (...more: readonly string[]) => ['status', '--env', 'linyi', '--zone', 'core', '--server', server.url, ...more];

it('shows zone, groups and Applications in columns, with the causes of what is not well', async () => {
  const { code, out } = await champ(args(), ENV);
  expect(code).toBe(1);
  const lines = out.split('\n').map((line) => line.trim().replace(/\s{2,}/g, ' | '));
  expect(lines).toContain('2 good, 0 under way, 0 held, 1 broken');
  expect(lines).toContain('good | core-mbs | Synced | Healthy | dddddddddd | Business base');
  expect(lines).toContain('Pod core-dss/web-1 cannot pull its image: ImagePullBackOff');
  expect(lines).toContain('ConfigMap core-dss/old differs from Git (to be deleted)');
  expect(out).not.toContain('dev-thing');
});

it('speaks Chinese', async () => {
  const { out } = await champ(args('--lang', 'zh'), ENV);
  for (const part of ['临沂市医疗保障信息平台', '子系统', '医保业务基础子系统', '拉取镜像失败', '将删除']) expect(out).toContain(part);
});

it('gives machines all of it', async () => {
  const { out } = await champ(args('--json'), ENV);
  const [zone] = JSON.parse(out).environments[0].zones;
  expect(zone).toMatchObject({ zone: 'core', counts: { good: 2, broken: 1 } });
  expect(zone.applications.find((each: { name: string }) => each.name === 'core-dss')).toMatchObject({
    group: 'subsystems', part: 'dss', state: 'broken', sync: 'OutOfSync', health: 'Degraded', revision: REVISION,
    outOfSync: [{ object: 'ConfigMap core-dss/old', prune: true }], pods: [{ name: 'web-1', reason: 'ImagePullBackOff' }],
  });
});

it('asks for few fields of all and for the whole of those alone that are not well', async () => {
  await champ(args(), ENV);
  expect(server.asked.find(({ path }) => path === '/api/v1/applications')?.query.get('fields')).toContain('items.status.sync.status');
  expect(server.asked.filter(({ path }) => path.endsWith('/resource-tree')).map(({ path }) => path)).toEqual(['/api/v1/applications/core-dss/resource-tree']);
});

it('shows the subsystems and kinds of middleware that are named, and ends with 0 when these are well', async () => {
  const { code, out } = await champ(args('--subsystem', 'mbs', '--subsystem', 'cache'), ENV);
  expect(code).toBe(0);
  expect(out).toContain('core-mw-cache');
  expect(out).not.toContain('core-dss');
});

it('names the nearest when no zone has what is asked for', async () => {
  const { code, err } = await champ(args('--subsystem', 'mbss'), ENV);
  expect(code).toBe(1);
  expect(err).toContain('CHAMP8105');
  expect(err).toContain('did you mean: mbs');
});

it('says that a server without any Application of the environment may be another zone\'s', async () => {
  items = [application('dev-thing', { path: 'dev/core/thing', status: good })];
  const { code, err } = await champ(args(), ENV);
  expect(code).toBe(1);
  expect(err).toMatch(/CHAMP8102[\s\S]*champ bootstrap/);
});

it('is wrong usage without address or token, and a failure with a closed port', async () => {
  expect((await inProcess('status', '--env', 'linyi')).code).toBe(2);
  const { code, err } = await champ(['status', '--env', 'linyi', '--server', 'http://127.0.0.1:9'], ENV);
  expect(code).toBe(3);
  expect(err).toContain('CHAMP8001');
});

/** `champ status --watch`, once it has shown the first state. */
async function watching() {
  streams.length = 0;
  const child = spawn(process.execPath, [join(ROOT, 'cli', 'champ.js'), ...args('--watch')], { cwd: ROOT, env: { PATH: process.env['PATH'], ...ENV }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { out += text; });
  const until = async (test: (out: string) => boolean) => {
    for (let tries = 0; tries < 600 && !test(out); tries++) await new Promise((go) => setTimeout(go, 50));
    if (!test(out)) throw new Error(out);
  };
  await until(() => streams.length > 0 && server.asked.filter(({ path }) => path === '/api/v1/applications').length >= 3);
  return { child, until };
}

it('says a line for each change with --watch, and ends at Ctrl-C', async () => {
  const { child, until } = await watching();
  streams.at(-1)!.write(`data: ${JSON.stringify({ result: { type: 'MODIFIED', application: application('core-mbs', { status: { ...good, health: { status: 'Progressing' } } }) } })}\n\n`);
  await until((out) => /core core-mbs: .*Progressing/.test(out));
  const ended = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});

it('goes on with --watch when the server is away as it asks for the causes', async () => {
  const { child, until } = await watching();
  const ended = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  isAway = true;
  for (const health of ['Degraded', 'Progressing']) {
    streams.at(-1)!.write(`data: ${JSON.stringify({ result: { type: 'MODIFIED', application: application('core-mbs', { status: { ...good, health: { status: health } } }) } })}\n\n`);
    await until((out) => new RegExp(`core core-mbs: .*${health}`).test(out));
  }
  isAway = false;
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
