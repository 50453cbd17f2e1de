import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lockReleases, resolveDigest } from '../../../engine/images/index.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let host = '';

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it('asks for the manifest list first and takes the digest that the registry names', async () => {
  const asked: string[] = [];
  answer = (request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.accept?.split(',')[0]}`);
    response.writeHead(200, { 'docker-content-digest': DIGEST }).end();
  };
  expect(await resolveDigest(`${host}/team`, 'champ/hsa-mbs', 'V1.2.3')).toBe(DIGEST);
  expect(asked).toEqual(['HEAD /v2/team/champ/hsa-mbs/manifests/V1.2.3 application/vnd.oci.image.index.v1+json']);
});

it('follows the challenge of the registry to its token service', async () => {
  answer = (request, response) => {
    if (request.url?.startsWith('/token?service=reg&scope=pull')) response.end('{"token": "t"}');
    else if (request.headers.authorization === 'Bearer t') response.writeHead(200, { 'docker-content-digest': DIGEST }).end();
    else response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${host}/token",service="reg",scope="pull"` }).end();
  };
  expect(await resolveDigest(host, 'x', '1')).toBe(DIGEST);
});

it.each([
  ['a missing image', 404, {}, 'HTTP 404'],
  ['an answer without a digest', 200, {}, 'no usable digest (none)'],
  ['a digest that is none', 200, { 'docker-content-digest': 'sha256:1' }, 'no usable digest (sha256:1)'],
])('refuses %s and says what came', async (_, status, headers, value) => {
  answer = (__, response) => { response.writeHead(status, headers).end(); };
  await expect(resolveDigest(host, 'x', '1')).rejects.toMatchObject({ problems: [{ code: 'CHAMP5010', where: `${host}/x:1`, args: { value } }] });
});

it('says so when nothing answers', async () => {
  await expect(resolveDigest('127.0.0.1:1', 'x', '1')).rejects.toMatchObject({ problems: [{ code: 'CHAMP5011', where: '127.0.0.1:1/x:1', args: { host: '127.0.0.1:1' } }] });
});

describe('the lock of releases.yaml', () => {
  const text = `# weekly\nrelease: V1\nsampleDigests: true # made up\nservices:\n  a: # ours\n    image: champ/a\n    tag: "1"\n    digest: sha256:${'0'.repeat(64)}\nproducts: {}\n`;

  it('replaces the digests, keeps comments, and no longer calls them samples', () => {
    const locked = lockReleases(text, [{ section: 'services', key: 'a', digest: DIGEST }]);
    expect(locked).toContain(DIGEST);
    expect(locked).toContain('# weekly');
    expect(locked).toContain('# ours');
    expect(locked).not.toContain('sampleDigests');
  });
});
