import type { ServerResponse } from 'node:http';
import { argocd, follow, type Change, type FollowOptions } from '../../../engine/argocd/index.ts';
import { ProblemError } from '../../../engine/problem/index.ts';
import { application, json, refusal, serve, type Asked, type FakeServer } from '../../fixtures/argocd.ts';

let server: FakeServer;
let list: (asked: Asked, response: ServerResponse) => void;
let stream: (asked: Asked, response: ServerResponse) => void;
let controller: AbortController;

const event = (type: string, name: string) => `data: ${JSON.stringify({ result: { type, application: application(name) } })} \n\n`;
const open = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });

beforeAll(async () => { server = await serve((asked, response) => (asked.path.includes('/stream/') ? stream : list)(asked, response)); });
afterAll(() => server.stop());
beforeEach(() => {
  server.asked.length = 0;
  controller = new AbortController();
  list = (_, response) => json(response, { items: [application('a')] });
  stream = (_, response) => void open(response).write(':\n');
});
afterEach(() => controller.abort(new Error('over')));

const changes = (options: Partial<FollowOptions> = {}) => follow(
  argocd({ url: server.url, token: 't', retry: { tries: 1 }, signal: controller.signal }), { selector: 'x=y' }, { signal: controller.signal, settleMs: 30, listMs: 60_000, ...options },
);
const short = (change: Change) => (change.kind === 'all' ? change.applications.map((each) => each.metadata?.name).join() : `${change.kind} ${change.application.metadata?.name}`);

/** The first changes as text. */
async function first(count: number, options: Partial<FollowOptions> = {}): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const change of changes(options)) if (found.push(short(change)) === count) break;
  return found;
}

it('lists, connects, lists again at once and after the replay, since what falls between is in no event', async () => {
  expect(await first(3)).toEqual(['a', 'a', 'a']);
  expect(server.asked.map(({ path }) => path.includes('/stream/'))).toEqual([false, true, false, false]);
});

it('asks for server-sent events, with token, namespace and selector', async () => {
  await first(2);
  const { headers, query } = server.asked[1]!;
  expect(headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer t' });
  expect(headers['accept-encoding']).toBeUndefined();
  expect(Object.fromEntries(query)).toMatchObject({ appNamespace: 'argocd', selector: 'x=y' });
});

it('tells what came, changed and went, however the bytes are cut, and overhears signs of life', async () => {
  const text = `:\n${event('ADDED', 'b')}:\n${event('MODIFIED', '中')}${event('DELETED', 'b')}`;
  stream = (_, response) => {
    open(response);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7));
  };
  expect(await first(5, { settleMs: 60_000 })).toEqual(['a', 'a', 'put b', 'put 中', 'gone b']);
});

it('reads lines of JSON where a proxy dropped the Accept header', async () => {
  stream = (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write(`${JSON.stringify({ result: { type: 'ADDED', application: application('b') } })}\n`);
  expect(await first(3, { settleMs: 60_000 })).toEqual(['a', 'a', 'put b']);
});

it('overhears events without a content', async () => {
  stream = (_, response) => void open(response).write(`data: {"result":null,"error":null}\n\ndata: {"result":{"type":"ADDED","application":null}}\n\n${event('ADDED', 'b')}`);
  expect(await first(3, { settleMs: 60_000 })).toEqual(['a', 'a', 'put b']);
});

it('connects again after a cut in the middle of an event, and lists first', async () => {
  let times = 0;
  stream = (_, response) => {
    open(response);
    if (times++ > 0) response.write(event('ADDED', 'c'));
    else response.write(event('ADDED', 'b').slice(0, 20), () => response.destroy());
  };
  expect(await first(5, { settleMs: 60_000 })).toEqual(['a', 'a', 'a', 'a', 'put c']);
});

it('connects again when the server ends the stream, and when it falls silent', async () => {
  let times = 0;
  stream = (_, response) => {
    if (times++ === 0) open(response).end();
    else open(response).write(':\n');
  };
  expect(await first(7, { settleMs: 60_000, idleMs: 100 })).toHaveLength(7);
  expect(times).toBeGreaterThanOrEqual(3);
});

it('bears a server that is away for a while, and says so', async () => {
  const outages: ProblemError[] = [];
  let times = 0;
  list = (_, response) => (times++ === 1 ? refusal(response, 503, 14, 'starting') : json(response, { items: [application('a')] }));
  expect(await first(3, { onOutage: (error) => void outages.push(error) })).toEqual(['a', 'a', 'a']);
  expect(outages.map(({ problems }) => problems[0]!.code)).toEqual(['CHAMP8011']);
});

it('gives up when it is away for too long', async () => {
  list = (_, response) => refusal(response, 503, 14, 'gone');
  await expect(first(1, { outageMs: 0 })).rejects.toMatchObject({ problems: [{ code: 'CHAMP8011' }] });
});

it.each([
  ['an error frame', (response: ServerResponse) => void open(response).write(`data: ${JSON.stringify({ error: { grpc_code: 16, http_code: 401, message: 'token is expired' } })}\n\n`)],
  ['HTTP 401', (response: ServerResponse) => refusal(response, 401, 16, 'token is expired')],
])('ends when the token expired, told by %s', async (_, act) => {
  stream = (__, response) => act(response);
  await expect(first(9)).rejects.toMatchObject({ problems: [{ code: 'CHAMP8006', args: { value: expect.stringContaining('token is expired') } }] });
});

it('ends with the reason of the signal', async () => {
  setTimeout(() => controller.abort(new Error('enough')), 50);
  await expect(first(99, { settleMs: 60_000 })).rejects.toThrow('enough');
});
