import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFolder, inProcess, ROOT } from '../fixtures/champ.ts';

it('lists every image, one a line, and says elsewhere that the digests are samples', async () => {
  const { code, out, err } = await inProcess('images', '--env', 'dev');
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines).toEqual([...new Set(lines)].sort());
  for (const line of lines) expect(line).toMatch(/^registry\.[\w.-]*example\/\S+$/);
  expect(err).toContain('sample data');
});

it('gives machines the users of each image; every image of production has a digest', async () => {
  const { environments, version } = JSON.parse((await inProcess('images', '--env', 'linyi', '--json')).out);
  expect(version).toBe(1);
  expect(environments).toMatchObject([{ name: 'linyi', sampleDigests: true }]);
  const images: readonly { readonly image: string; readonly users: readonly string[] }[] = environments[0].images;
  expect(images.find((each) => each.image.includes('/champ/hsa-mbs:'))?.users).toContain('core/core-mbs/hsa-mbs');
  expect(images.map((each) => each.image).filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
});

describe('lock', () => {
  const { folder, remove } = environmentFolder('here');
  const file = join(folder, 'here', 'releases.yaml');
  const digest = `sha256:${'1'.repeat(64)}`;
  let refused = '';
  const server = createServer(({ url = '' }, response) => {
    if (refused && url.includes(refused)) response.writeHead(404).end();
    else response.writeHead(200, { 'docker-content-digest': digest }).end();
  });
  const lock = (...args: readonly string[]) => inProcess('--environments', folder, 'images', 'lock', '--env', 'here', '--registry', `127.0.0.1:${(server.address() as AddressInfo).port}`, '--json', ...args);
  beforeAll(() => new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); }));
  afterAll(() => {
    server.close();
    remove();
  });

  it('changes nothing when the registry lacks one image, and names that image', async () => {
    refused = '/champ/hsa-mbs-fsi/';
    const before = readFileSync(file, 'utf8');
    const { code, out } = await lock();
    refused = '';
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toMatchObject([{ code: 'CHAMP5010', where: expect.stringContaining('hsa-mbs-fsi'), args: { value: 'HTTP 404' } }]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('only asks with --dry-run', async () => {
    const before = readFileSync(file, 'utf8');
    expect(JSON.parse((await lock('--dry-run')).out)).toMatchObject({ version: 1, environment: 'here', changed: true, written: false });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('writes the digests, and at the second run nothing', async () => {
    expect(JSON.parse((await lock()).out)).toMatchObject({ changed: true, written: true });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(digest);
    expect(text).not.toContain('sampleDigests');
    expect(JSON.parse((await lock()).out)).toMatchObject({ changed: false, written: false });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

it('leaves the environments of the repository as they are', () => {
  expect(readFileSync(join(ROOT, 'environments', 'dev', 'releases.yaml'), 'utf8')).toContain('sampleDigests: true');
});
