import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { argocd, getApplication, listApplications, readToken, resourceEvents, resourceTree, syncApplication, syncWindows, terminateOperation } from '../../../engine/argocd/index.ts';
import { ProblemError } from '../../../engine/problem/index.ts';
import { application, authority, json, refusal, serve, type Asked, type FakeServer } from '../../fixtures/argocd.ts';

const TOKEN = 'header.payload.mark-of-the-token';
const REF = { name: 'core-mbs', namespace: 'argocd', project: 'champ-vendor-08' };
const QUICK = { tries: 3, pauseMs: 1 };

let server: FakeServer;
let answer: (asked: Asked, response: ServerResponse) => void | Promise<void>;
const client = (more: Partial<Parameters<typeof argocd>[0]> = {}) => argocd({ url: server.url, token: TOKEN, retry: QUICK, ...more });

beforeAll(async () => { server = await serve((asked, response) => answer(asked, response)); });
afterAll(() => server.stop());
beforeEach(() => {
  server.asked.length = 0;
  answer = (_, response) => json(response, {});
});

async function refused(work: Promise<unknown>) {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error(`no ProblemError: ${String(error)}`);
  return error.problems[0]!;
}

describe('what is sent', () => {
  it('has the exact Content-Type on every call but GET, also without a body, and the bearer token on all', async () => {
    const argo = client();
    await syncApplication(argo, REF, { revision: 'a'.repeat(40) });
    await terminateOperation(argo, REF);
    await listApplications(argo);
    expect(server.asked.map(({ method, headers }) => [method, headers['content-type']])).toEqual([['POST', 'application/json'], ['DELETE', 'application/json'], ['GET', undefined]]);
    expect(new Set(server.asked.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
  });

  it('names project and namespace on every call about one Application', async () => {
    const argo = client();
    await getApplication(argo, REF);
    await resourceTree(argo, REF);
    await resourceEvents(argo, REF, { name: 'web', namespace: 'core-mbs', uid: 'u' });
    await syncWindows(argo, REF);
    await terminateOperation(argo, REF);
    await syncApplication(argo, REF);
    const body = JSON.parse(server.asked.at(-1)!.body) as Record<string, unknown>;
    expect(body).toMatchObject({ project: REF.project, appNamespace: 'argocd' });
    for (const { query } of server.asked.slice(0, -1)) expect([query.get('project'), query.get('appNamespace')]).toEqual([REF.project, 'argocd']);
  });

  it('asks for the fields it needs, and for the namespace in a list', async () => {
    await listApplications(client(), { fields: ['metadata.name', 'status.health'], selector: 'champ.hsa/zone=core' });
    expect(Object.fromEntries(server.asked[0]!.query)).toEqual({ appNamespace: 'argocd', selector: 'champ.hsa/zone=core', fields: 'items.metadata.name,items.status.health' });
  });

  it('keeps a path below which ArgoCD is served', async () => {
    await listApplications(client({ url: `${server.url}/argocd/` }));
    expect(server.asked[0]!.path).toBe('/argocd/api/v1/applications');
  });
});

describe('what is read', () => {
  it('takes null for an empty list', async () => {
    answer = (_, response) => json(response, { metadata: {}, items: null });
    expect(await listApplications(client())).toEqual([]);
    expect(await resourceEvents(client(), REF, { name: 'x' })).toEqual([]);
  });

  it('takes int64 as numbers, and an answer that is packed', async () => {
    const status = { operationState: { operation: {}, phase: 'Running', startedAt: '', retryCount: 2 ** 40 } };
    answer = ({ headers }, response) => {
      expect(headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify({ items: [application('b', { status }), application('a')] })));
    };
    const found = await listApplications(client());
    expect(found.map((each) => each.metadata?.name)).toEqual(['a', 'b']);
    expect(found[1]!.status?.operationState?.retryCount).toBe(1_099_511_627_776);
  });

  it('takes an empty body as an empty object', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-length': '0' }).end();
    await expect(terminateOperation(client(), REF)).resolves.toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each([
    [401, 16, 'token has invalid claims: token is expired', 'CHAMP8006'], [403, 7, 'permission denied', 'CHAMP8007'], [404, 5, 'applications.argoproj.io "x" not found', 'CHAMP8008'],
    [409, 10, 'another operation is already in progress', 'CHAMP8009'], [400, 9, 'rollback cannot be initiated when auto-sync is enabled', 'CHAMP8012'], [400, 3, 'bad selector', 'CHAMP8012'],
    [429, 8, 'slow down', 'CHAMP8010'], [500, 2, 'rpc error', 'CHAMP8011'], [503, 14, 'connection refused', 'CHAMP8011'], [504, 4, 'context deadline exceeded', 'CHAMP8002'],
  ])('says HTTP %i with gRPC code %i (%s) as %s, at the Application, with what the server said', async (status, grpc, message, code) => {
    answer = (_, response) => refusal(response, status, grpc, message);
    const found = await refused(getApplication(client(), REF));
    expect(found).toMatchObject({ code, where: `${server.url}/applications/argocd/core-mbs` });
    expect(found.args['value']).toContain(message);
  });

  it.each([
    ['a login page', 200, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title>', 'CHAMP8005', 'text/html'],
    ['the page of a proxy', 403, 'text/html', '<html><head><title>403 Forbidden</title></head></html>', 'CHAMP8005', '403 Forbidden'],
    ['a gateway whose server is away', 502, 'text/html', '<html><title>502 Bad Gateway</title></html>', 'CHAMP8011', '502 Bad Gateway'],
    ['plain text', 415, 'text/plain', 'Invalid content type\n', 'CHAMP8012', 'Invalid content type'],
    ['JSON that is cut', 200, 'application/json', '{"items": [', 'CHAMP8019', ''],
  ])('says of %s what it is', async (_, status, type, text, code, part) => {
    answer = (__, response) => void response.writeHead(status, { 'content-type': type }).end(text);
    const found = await refused(listApplications(client()));
    expect(found.code).toBe(code);
    expect(found.args['value']).toContain(part);
  });

  it('follows no redirect: the token would go with it', async () => {
    answer = ({ path }, response) => void response.writeHead(path === '/elsewhere' ? 200 : 302, { location: `${server.url}/elsewhere?state=secret` }).end();
    const found = await refused(listApplications(client()));
    expect(found).toMatchObject({ code: 'CHAMP8018', args: { value: expect.stringContaining('/elsewhere') } });
    expect(found.args['value']).not.toContain('secret');
    expect(server.asked).toHaveLength(1);
  });

  it('never shows the token, also when the server repeats it', async () => {
    answer = (_, response) => refusal(response, 401, 16, `token ${TOKEN} is expired`);
    const error = await listApplications(client()).catch((thrown: unknown) => thrown);
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain('mark-of-the-token');
    expect(String(error)).toContain('token *** is expired');
  });

  it('says a closed port and a name that does not exist', async () => {
    const gone = await serve(() => {});
    await gone.stop();
    expect(await refused(listApplications(client({ url: gone.url })))).toMatchObject({ code: 'CHAMP8001', where: gone.url, args: { value: expect.stringContaining('ECONNREFUSED') } });
    expect(await refused(listApplications(client({ url: 'https://argocd.invalid' })))).toMatchObject({ code: 'CHAMP8001' });
  });

  it('says a server that does not answer, and one that stops in the middle', async () => {
    answer = () => new Promise(() => {});
    expect(await refused(listApplications(client({ timeoutMs: 50, retry: { tries: 1 } })))).toMatchObject({ code: 'CHAMP8002' });
    answer = (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":');
    expect(await refused(listApplications(client({ timeoutMs: 50, retry: { tries: 1 } })))).toMatchObject({ code: 'CHAMP8002' });
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await refused(listApplications(client()))).toMatchObject({ code: 'CHAMP8001', args: { value: expect.stringContaining('cut') } });
  });

  it('ends at once when the caller says so, with the reason of the caller', async () => {
    answer = () => new Promise(() => {});
    const controller = new AbortController();
    const work = listApplications(client({ signal: controller.signal }));
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(work).rejects.toThrow('enough');
  });
});

describe('another try', () => {
  it.each([429, 500, 502, 503, 504])('reads again after HTTP %i', async (status) => {
    let failures = 2;
    answer = (_, response) => (failures-- > 0 ? void response.writeHead(status, { 'content-type': 'text/plain', 'retry-after': '0' }).end('later') : json(response, { items: [application('a')] }));
    expect(await listApplications(client())).toHaveLength(1);
    expect(server.asked).toHaveLength(3);
  });

  it('reads again after a lost connection', async () => {
    let failures = 1;
    answer = (_, response) => (failures-- > 0 ? void response.destroy() : json(response, { items: [] }));
    expect(await listApplications(client())).toEqual([]);
  });

  it.each([401, 403, 404, 400])('does not insist after HTTP %i', async (status) => {
    answer = (_, response) => refusal(response, status, 3, 'no');
    await refused(listApplications(client()));
    expect(server.asked).toHaveLength(1);
  });

  it.each([['a lost answer', (response: ServerResponse) => void response.destroy()], ['HTTP 503', (response: ServerResponse) => refusal(response, 503, 14, 'away')]])('never sends a sync twice, here after %s: it may have started', async (_, act) => {
    answer = (__, response) => act(response);
    await refused(syncApplication(client(), REF));
    expect(server.asked).toHaveLength(1);
  });
});

describe('TLS', () => {
  const own = authority();
  const other = authority('DNS:argocd.example');
  afterAll(() => [own, other].forEach((each) => each.remove()));
  const listening = async (of: typeof own, work: (url: string) => Promise<void>) => {
    const secure = await serve((_, response) => json(response, { items: [] }), of);
    await work(secure.url).finally(() => secure.stop());
  };

  it('trusts a certificate of the authority that is given', () => listening(own, async (url) => {
    expect(await listApplications(client({ url, ca: readFileSync(own.file, 'utf8') }))).toEqual([]);
  }));

  it('refuses it without, with another authority, and for another name; and does not try again', async () => {
    await listening(own, async (url) => {
      expect(await refused(listApplications(client({ url })))).toMatchObject({ code: 'CHAMP8003' });
      expect(await refused(listApplications(client({ url, ca: readFileSync(other.file, 'utf8') })))).toMatchObject({ code: 'CHAMP8003' });
    });
    await listening(other, async (url) => {
      expect(await refused(listApplications(client({ url, ca: readFileSync(other.file, 'utf8') })))).toMatchObject({ code: 'CHAMP8003', args: { value: expect.stringContaining('127.0.0.1') } });
    });
  });
});

describe('addresses and tokens', () => {
  it.each(['argocd.example', 'ftp://argocd.example', 'http://argocd.example', 'https://user:word@argocd.example', 'https://argocd.example?a=b', 'no address', ''])('refuses the address "%s"', (url) => {
    expect(() => argocd({ url })).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP8004' })] }));
  });

  it('does not repeat the account in an address', () => {
    expect(() => argocd({ url: 'https://user:word@argocd.example' })).toThrow(expect.not.objectContaining({ message: expect.stringContaining('word@') }));
  });

  it.each(['https://argocd.example/', 'https://argocd.example/applications/argocd/core-mbs', 'https://argocd.example/login', 'https://argocd.example/api/v1'])('takes %s, as people copy it', (url) => {
    expect(argocd({ url }).url).toBe('https://argocd.example');
  });

  it.each(['', ' \n', 'two\nlines', 'ümlaut', 'x'.repeat(20_000)])('refuses a token that is none, without showing it (%#)', (text) => {
    const work = () => readToken({ variable: 'ARGOCD_AUTH_TOKEN', text });
    expect(work).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP8015', where: 'ARGOCD_AUTH_TOKEN' })] }));
    expect(work).not.toThrow(/two|xxxx|ümlaut/);
  });
});
