import { connectForge, marker, type Forge } from '../../../engine/forge/index.ts';
import { ProblemError } from '../../../engine/problem/index.ts';
import { authority } from '../../fixtures/argocd.ts';
import { add, addComment, fakeForge, PROJECT, TOKEN, type FakeForge, type Kind } from './fake-forge.ts';

jest.setTimeout(60_000);

const KINDS: readonly Kind[] = ['gitlab', 'github'];

/** Codes and values of what a call throws. */
async function refused(call: Promise<unknown>): Promise<readonly string[]> {
  const error = await call.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw error ?? new Error('nothing was thrown');
  return error.problems.map(({ code, args }) => `${code} ${args['value'] ?? ''}`);
}

describe.each(KINDS)('%s', (kind) => {
  let fake: FakeForge;
  let forge: Forge;
  const connect = (more: Partial<Parameters<typeof connectForge>[0]> = {}) => connectForge({
    remote: `git@git.example:${PROJECT[kind]}.git`, kind, url: fake.url, env: { CHAMP_FORGE_TOKEN: TOKEN }, pauseMs: 1, timeoutMs: 5_000, ...more,
  });
  beforeEach(async () => {
    fake = await fakeForge(kind);
    forge = connect();
  });
  afterEach(async () => {
    forge.close();
    await fake.stop();
  });
  const wanted = { branch: 'change-1', target: 'main', title: 'Bump hsa-mbs', description: 'text' };
  const posts = () => fake.seen.filter(({ method }) => method === 'POST').length;

  it('opens a merge request and finds it by its branch', async () => {
    expect(await forge.find('change-1', 'main')).toBeUndefined();
    const made = await forge.open(wanted);
    expect(made).toMatchObject({ number: 1, branch: 'change-1', target: 'main', title: 'Bump hsa-mbs', description: 'text', draft: false });
    expect(made.url).toContain(`${PROJECT[kind]}/`);
    expect(await forge.find('change-1', 'main')).toEqual(made);
    expect(await forge.get(1)).toEqual(made);
  });

  it('opens a draft as such and keeps it one when its title changes', async () => {
    expect(await forge.open({ ...wanted, draft: true })).toMatchObject({ draft: true, title: 'Bump hsa-mbs' });
    expect(await forge.update(1, { title: 'Other' })).toMatchObject({ draft: true, title: 'Other' });
  });

  it('does not take a closed one, one of another target or one of a fork for its own', async () => {
    add(fake, { branch: 'change-1', open: false });
    add(fake, { branch: 'change-1', target: 'stable' });
    add(fake, { branch: 'change-1', from: 'else/platform' });
    expect(await forge.find('change-1', 'main')).toBeUndefined();
    expect(await forge.find('change-1')).toMatchObject({ number: 2 });
  });

  it('gives back the one that is open already instead of a second one', async () => {
    const there = add(fake, { branch: 'change-1', title: 'by hand' });
    expect(await forge.open(wanted)).toMatchObject({ number: there.number, title: 'by hand' });
    expect(fake.requests).toHaveLength(1);
  });

  it('changes title, description and labels, each alone, and takes no label away', async () => {
    add(fake, { branch: 'change-1', title: 'old', description: 'text', labels: ['own'] });
    expect(await forge.update(1, { title: 'new' })).toMatchObject({ title: 'new', description: 'text', labels: ['own'] });
    expect(await forge.update(1, { description: 'other' })).toMatchObject({ title: 'new', description: 'other' });
    expect(await forge.update(1, { labels: ['risk: low'] })).toMatchObject({ title: 'new', labels: ['own', 'risk: low'] });
  });

  it('lists the files of a merge request over all pages, former names of moved ones too', async () => {
    add(fake, {});
    fake.files.push(...Array.from({ length: 250 }, (_, index) => ({ path: `a/${String(index).padStart(3, '0')}` })), { path: 'b/new', former: 'b/old' });
    const paths = await forge.paths(1);
    expect(paths).toHaveLength(252);
    expect(paths.slice(-2)).toEqual(['b/new', 'b/old']);
  });

  describe('comment', () => {
    const mark = marker('report');
    beforeEach(() => void add(fake, {}));

    it('is made once, changed when the text differs, and left alone when it does not', async () => {
      expect(await forge.comment(1, mark, `${mark}\none`)).toBe('created');
      expect(await forge.comment(1, mark, `${mark}\none`)).toBe('unchanged');
      expect(await forge.comment(1, mark, `${mark}\ntwo`)).toBe('updated');
      expect(fake.comments.map(({ body }) => body)).toEqual([`${mark}\ntwo`]);
    });

    it('is found behind a hundred others', async () => {
      for (let index = 0; index < 120; index += 1) addComment(fake, { body: `${index}`, author: 1 });
      addComment(fake, { body: `${mark}\none` });
      expect(await forge.comment(1, mark, `${mark}\ntwo`)).toBe('updated');
      expect(fake.comments).toHaveLength(121);
    });

    it('is not one that somebody else wrote with the marker, nor one that quotes it', async () => {
      const foreign = addComment(fake, { body: `${mark}\nrisk: low`, author: 99, bot: false });
      addComment(fake, { body: `look: ${mark}` });
      expect(await forge.comment(1, mark, `${mark}\none`)).toBe('created');
      expect(foreign.body).toBe(`${mark}\nrisk: low`);
    });

    it('is not made twice when the answer is lost', async () => {
      fake.failures.push({ method: 'POST', cut: 'after' });
      expect(await forge.comment(1, mark, `${mark}\none`)).toBe('created');
      expect(fake.comments).toHaveLength(1);
    });

    it('is not sent again when nobody knows whether it is there; that is said', async () => {
      fake.failures.push({ method: 'POST', status: 502, body: {} });
      const said = await refused(forge.comment(1, mark, `${mark}\none`));
      expect(said[0]).toMatch(/^CHAMP9316 .*HTTP 502/);
      expect([posts(), fake.comments.length]).toEqual([1, 0]);
    });
  });

  it('opens one merge request alone when the answer is lost', async () => {
    fake.failures.push({ method: 'POST', cut: 'after' });
    expect(await forge.open(wanted)).toMatchObject({ number: 1 });
    expect([posts(), fake.requests.length]).toEqual([1, 1]);
  });

  it('asks again after 429 with Retry-After, also to create, and after 503 to read', async () => {
    fake.failures.push({ method: 'POST', status: 429, headers: { 'retry-after': '0' }, body: {} }, { method: 'GET', status: 503, body: {} });
    expect(await forge.open(wanted)).toMatchObject({ number: 1 });
    expect(await forge.find('change-1')).toMatchObject({ number: 1 });
    expect([posts(), fake.requests.length]).toEqual([2, 1]);
  });

  it('reads again when the connection was cut', async () => {
    fake.failures.push({ method: 'GET', cut: 'before' }, { method: 'GET', cut: 'after' });
    expect(await forge.find('change-1')).toBeUndefined();
    expect(fake.seen).toHaveLength(3);
  });

  it('has no patience with a forge that wants an hour', async () => {
    fake.failures.push({ status: 429, headers: { 'retry-after': '3600' }, body: {} });
    expect((await refused(forge.find('x')))[0]).toMatch(/^CHAMP9309/);
    expect(fake.seen).toHaveLength(1);
  });

  it('gives up after some tries', async () => {
    fake.failures.push(...Array.from({ length: 9 }, () => ({ status: 503, body: { message: 'down' } })));
    expect(await refused(forge.find('x'))).toEqual(['CHAMP9310 HTTP 503: down']);
    expect(fake.seen).toHaveLength(4);
  });

  it.each<[number, string, unknown]>([
    [403, 'CHAMP9306', { message: '403 Forbidden' }],
    [404, 'CHAMP9307', { message: '404 Not found' }],
    [409, 'CHAMP9308', { message: ['is busy'] }],
    [422, 'CHAMP9308', { message: 'Validation Failed', errors: [{ resource: 'PullRequest', field: 'base', code: 'invalid' }] }],
    [400, 'CHAMP9308', { message: { base: ['is invalid'] } }],
    [301, 'CHAMP9312', {}],
    [200, 'CHAMP9311', '<!DOCTYPE html><title>Sign in</title>'],
    [401, 'CHAMP9311', '<html><title>Proxy login</title></html>'],
  ])('tells what %i means (%s)', async (status, code, body) => {
    fake.failures.push({ status, body, headers: status === 301 ? { location: 'https://else.example/api?x=1' } : {} });
    const said = await refused(forge.find('x'));
    expect(said[0]).toContain(`${code} HTTP ${status}`);
    if (status === 422) expect(said[0]).toContain('PullRequest base invalid');
    if (status === 400) expect(said[0]).toContain('base is invalid');
    if (status === 401) expect(said[0]).toContain('Proxy login');
  });

  it('says that a wrong token is refused, and never shows it', async () => {
    const other = connect({ env: { CHAMP_FORGE_TOKEN: 'wrong-0123456789abcdef' } });
    const said = await refused(other.find('x'));
    expect(said[0]).toMatch(/^CHAMP9305 HTTP 401/);
    fake.failures.push({ status: 422, body: { message: `bad value ${TOKEN}` } });
    const repeated = await refused(forge.find('x'));
    expect(repeated[0]).toContain('bad value ***');
    other.close();
  });

  it('says that a forge is not there, is not who it says, or is silent', async () => {
    const gone = connect({ url: 'http://127.0.0.1:9', tries: 1 });
    expect((await refused(gone.find('x')))[0]).toMatch(/^CHAMP9313/);
    const own = authority();
    const secure = await fakeForge(kind, own);
    const trusted = connect({ url: secure.url, env: { CHAMP_FORGE_TOKEN: TOKEN, CHAMP_FORGE_CA: own.file } });
    const untrusted = connect({ url: secure.url });
    expect((await refused(untrusted.find('x')))[0]).toMatch(/^CHAMP9315/);
    expect(await trusted.find('x')).toBeUndefined();
    const hasty = connect({ timeoutMs: 100, tries: 1 });
    fake.failures.push({ cut: 'never' });
    expect((await refused(hasty.find('x')))[0]).toMatch(/^CHAMP9314/);
    for (const each of [gone, trusted, untrusted, hasty]) each.close();
    await secure.stop();
    own.remove();
  });

  it('sends the token to the forge alone, as a header', async () => {
    await forge.find('x');
    expect(fake.seen[0]!.authorization).toMatch(new RegExp(`^(Bearer|token) ${TOKEN}$`));
    expect(JSON.stringify([...fake.seen[0]!.query])).not.toContain(TOKEN);
  });
});

it('takes what a bot wrote for the comment of a workflow, whose token has no user', async () => {
  const fake = await fakeForge('github');
  fake.isPerson = false;
  add(fake, {});
  const forge = connectForge({ remote: 'git@git.example:city/platform.git', kind: 'github', url: fake.url, env: { GITHUB_TOKEN: TOKEN }, pauseMs: 1 });
  const mark = marker('report');
  addComment(fake, { body: mark, author: 99, bot: false });
  expect(await forge.comment(1, mark, `${mark}\none`)).toBe('created');
  expect(await forge.comment(1, mark, `${mark}\ntwo`)).toBe('updated');
  expect(fake.comments.map(({ body }) => body)).toEqual([mark, `${mark}\ntwo`]);
  forge.close();
  await fake.stop();
});
