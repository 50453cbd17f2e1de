import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { durationOf } from '../../../cli/wait/duration.ts';
import { expectedIn } from '../../../cli/wait/expected.ts';
import { application, json, refusal, serve, type Asked, type FakeServer } from '../../fixtures/argocd.ts';
import { champ } from '../../fixtures/champ.ts';

const SOURCE = ['1', '2', '3', '4'].map((digit) => digit.repeat(40)) as [string, string, string, string];
const folder = mkdtempSync(join(tmpdir(), 'champ-wait-'));
const remote = join(folder, 'config.git');
const git = (...args: readonly string[]) => execFileSync('git', ['-C', join(folder, 'work'), '-c', 'user.name=t', '-c', 'user.email=t@example', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, 'work', path)), { recursive: true });
  writeFileSync(join(folder, 'work', path), text);
};
const commit = (source: string) => {
  git('add', '.');
  git('commit', '--quiet', '-m', `linyi: change\n\nChamp-Environment: linyi\nChamp-Zones: core\nChamp-Source-Commit: ${source}`);
  return git('rev-parse', 'HEAD');
};

let server: FakeServer;
let applications: () => readonly object[];
let answer: ((asked: Asked, response: ServerResponse) => boolean) | undefined;
let [first, second] = ['', ''];

beforeAll(async () => {
  execFileSync('git', ['init', '--quiet', '--bare', '-b', 'main', remote]);
  execFileSync('git', ['clone', '--quiet', remote, join(folder, 'work')], { stdio: 'ignore' });
  git('checkout', '--quiet', '-B', 'main');
  for (const name of ['estate', 'core-mbs', 'core-dss']) put(`linyi/core/argocd/application.${name}.yaml`, `name: ${name}\n`);
  put('linyi/core/operators/application.operators.yaml', 'name: operators\n');
  put('linyi/core/core-mbs/configmap.a.yaml', 'a: 1\n');
  put('linyi/core/core-dss/configmap.a.yaml', 'a: 1\n');
  first = commit(SOURCE[0]);
  put('linyi/core/core-mbs/configmap.a.yaml', 'a: 2\n');
  second = commit(SOURCE[1]);
  git('notes', '--ref=refs/notes/champ', 'add', '-m', `Source-commit: ${SOURCE[2]}`, second);
  git('push', '--quiet', 'origin', 'main', 'refs/notes/champ');
  server = await serve((asked, response) => {
    if (answer?.(asked, response)) return;
    const name = /\/applications\/([^/]+)/.exec(asked.path)?.[1];
    if (asked.path.startsWith('/api/v1/stream/')) response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n');
    else if (asked.path.endsWith('/resource-tree') || asked.path.endsWith('/syncwindows')) json(response, {});
    else if (name === undefined) json(response, { items: applications() });
    else json(response, applications().find((each) => (each as { metadata: { name: string } }).metadata.name === name) ?? {});
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => { answer = undefined; });

const state = (name: string, revision: string, operation: string, more: object = {}, path = `linyi/core/${name}`) => application(name, {
  path, status: { sync: { status: 'Synced', revision }, health: { status: 'Healthy' }, reconciledAt: '2999-01-01T00:00:00Z', operationState: { phase: 'Succeeded', syncResult: { revision: operation } }, ...more },
});
const estate = () => state('estate', second, first, {}, 'linyi/core/argocd');
const wait = (...args: readonly string[]) => champ(['wait', '--env', 'linyi', '--zone', 'core', '--repo', remote, '--server', server.url, ...args], { ARGOCD_AUTH_TOKEN: 'mark-of-the-token' }, folder);
const rows = (out: string): Record<string, string> => Object.fromEntries((JSON.parse(out).zones[0].applications as { name: string; state: string }[]).map((each) => [each.name, each.state]));

it('ends with 0 when all are there: synced where the folder changed, compared where it did not', async () => {
  applications = () => [estate(), state('core-mbs', second, second), state('core-dss', second, first), state('other', first, first, {}, 'dev/core/other')];
  const { code, out, err } = await wait('--commit', SOURCE[1], '--json');
  expect({ code, err: err.replace(/\d+ s$/m, '') }).toMatchObject({ code: 0, err: expect.stringContaining(`core: source commit ${SOURCE[1].slice(0, 12)} is config commit ${second.slice(0, 12)}`) });
  expect(JSON.parse(out)).toMatchObject({ version: 1, landed: true, zones: [{ zone: 'core', commit: second }] });
  expect(rows(out)).toEqual({ 'core-dss': 'landed', 'core-mbs': 'landed', estate: 'landed' });
  expect(err).toContain('core core-mbs: landed');
});

it('takes a short commit, and one that changed nothing and has a note', async () => {
  applications = () => [estate(), state('core-mbs', second, second), state('core-dss', second, first)];
  expect((await wait('--commit', SOURCE[2].slice(0, 8))).code).toBe(0);
});

it('ends with 1 at the timeout, and says of each what holds it', async () => {
  applications = () => [
    estate(),
    state('core-mbs', second, first, { sync: { status: 'OutOfSync', revision: second }, operationState: { phase: 'Running', message: 'waiting for pruning confirmation of apps/StatefulSet/nacos', syncResult: { revision: second } } }),
  ];
  const { code, out, err } = await wait('--commit', SOURCE[1], '--timeout', '3s', '--json');
  expect(code).toBe(1);
  expect(rows(out)).toEqual({ 'core-dss': 'waiting', 'core-mbs': 'held', estate: 'landed' });
  expect(JSON.parse(out)).toMatchObject({ landed: false, timedOut: true });
  expect(err).toContain('CHAMP8101 linyi/core/core-mbs');
  expect(err).toContain('waits for a person to confirm that StatefulSet nacos is deleted');
  expect(err).toContain('ArgoCD does not have it yet');
});

it('says in Chinese what a sync window holds', async () => {
  applications = () => [estate(), state('core-mbs', second, first, { sync: { status: 'OutOfSync', revision: second } }), state('core-dss', second, first)];
  answer = ({ path }, response) => {
    if (!path.endsWith('/syncwindows')) return false;
    json(response, { activeWindows: [{ kind: 'deny', schedule: '30 7 * * *', duration: '11h', manualSync: true }], canSync: true });
    return true;
  };
  const { code, err } = await wait('--commit', SOURCE[1], '--timeout', '3s', '--lang', 'zh');
  expect(code).toBe(1);
  expect(err).toContain('同步窗口关闭');
});

it('asks ArgoCD to compare what is behind, once, and not with --no-refresh', async () => {
  applications = () => [estate(), state('core-mbs', first, first), state('core-dss', second, first)];
  const refreshes = () => server.asked.filter(({ query }) => query.get('refresh') === 'normal').map(({ path, query }) => `${path} ${query.get('project')}`);
  server.asked.length = 0;
  await wait('--commit', SOURCE[1], '--timeout', '4s');
  expect(refreshes()).toEqual(['/api/v1/applications/core-mbs champ-platform']);
  server.asked.length = 0;
  await wait('--commit', SOURCE[1], '--timeout', '2s', '--no-refresh');
  expect(refreshes()).toEqual([]);
});

it('goes on when an Application is deleted before it is asked to compare', async () => {
  let lists = 0;
  applications = () => [estate(), state('core-dss', second, first), ...(lists++ === 0 ? [state('core-mbs', second, first)] : [])];
  const { code, out } = await wait('--commit', SOURCE[1], '--timeout', '4s', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ timedOut: true });
  expect(rows(out)).toEqual({ 'core-dss': 'landed', 'core-mbs': 'waiting', estate: 'landed' });
});

it('is content with a second comparison that finds nothing to apply', async () => {
  let compared = 0;
  applications = () => [estate(), state('core-mbs', second, first, { reconciledAt: `2999-01-01T00:00:0${compared}Z` }), state('core-dss', second, first)];
  answer = ({ query }) => {
    if (query.get('refresh')) compared = 1;
    return false;
  };
  expect((await wait('--commit', SOURCE[1], '--timeout', '60s')).code).toBe(0);
  expect(compared).toBe(1);
});

it('ends with 3 when the token expired, without showing it', async () => {
  answer = (_, response) => {
    refusal(response, 401, 16, 'token mark-of-the-token is expired');
    return true;
  };
  const { code, out, err } = await wait('--commit', SOURCE[1], '--json');
  expect(code).toBe(3);
  expect(JSON.parse(out).problems).toMatchObject([{ code: 'CHAMP8006' }]);
  expect(out + err).not.toContain('mark-of-the-token');
});

it('names the zone whose repository does not have the commit', async () => {
  const { code, out } = await wait('--commit', SOURCE[3], '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out).problems).toMatchObject([{ code: 'CHAMP8103', args: { zone: 'core' } }]);
});

it('is wrong usage to name no commit, no duration, no zone that there is', async () => {
  const { code, out } = await wait('--commit', 'no such thing', '--timeout', 'soon', '--zone', 'cor', '--json');
  expect(code).toBe(2);
  expect((JSON.parse(out).problems as { code: string }[]).map((each) => each.code).sort()).toEqual(['CHAMP8020', 'CHAMP8104', 'CHAMP8106']);
});

it.each([['90s', 90_000], ['30m', 1_800_000], ['1h30m', 5_400_000], ['0s', undefined], ['30', undefined], ['', undefined], ['9999h', undefined], ['-5m', undefined]])('reads the duration "%s" as %p ms', (text, ms) => {
  expect(durationOf(text)).toBe(ms);
});

it('expects the Applications of the commit, each with the root that brings it', () => {
  expect(expectedIn(['linyi/core/argocd/application.estate.yaml', 'linyi/core/argocd/appproject.x.yaml', 'linyi/core/operators/application.istio.yaml', 'linyi/public/argocd/application.pub.yaml', 'linyi/core/core-mbs/application.x.yaml'], 'linyi', 'core'))
    .toEqual([{ name: 'estate', root: 'estate' }, { name: 'istio', root: 'operators' }]);
});
