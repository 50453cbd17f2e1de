import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT, type Ended } from '../../../fixtures/champ.ts';
import { forge, type Answer, type Asked, type Forge } from './forge.ts';

const folder = mkdtempSync(join(tmpdir(), 'champ-post-'));
let at: Forge | undefined;
afterEach(async () => at?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHA = '0123456789abcdef0123456789abcdef01234567';
// made up for the fake forge
const WORD = 'not-a-credential';
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const REPORT = '<!-- champ-diff -->\n## low\n';
const COMMENT = '<!-- champ-diff -->\n## low\n\n<sub>0123456789ab</sub>';

function post(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'cli', 'ci', 'post.js'), ...args], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('GitHub', () => {
  const gitHub = (rows: { readonly comments?: readonly unknown[]; readonly files?: readonly unknown[]; readonly head?: string; readonly also?: (asked: Asked) => Answer | undefined }) => forge((asked) => {
    const special = rows.also?.(asked);
    if (special) return special;
    const { pathname } = new URL(asked.path, 'http://x');
    if (asked.method !== 'GET') return { status: 201 };
    if (pathname === '/repos/champ/champ/pulls') return { body: [{ number: 6, head: { sha: 'f'.repeat(40) } }, { number: 7, head: { sha: rows.head ?? SHA } }] };
    if (pathname === '/repos/champ/champ/pulls/7/files') return { body: rows.files ?? [{ filename: 'environments/linyi/releases.yaml' }] };
    if (pathname === '/repos/champ/champ/issues/7/comments') return { body: rows.comments ?? [] };
    return { status: 404 };
  });
  const env = () => ({ GITHUB_API_URL: at!.url, GITHUB_REPOSITORY: 'champ/champ', GH_TOKEN: WORD, HEAD_SHA: SHA, HEAD_BRANCH: 'a&b=c', HEAD_OWNER: 'vendor' });

  it('posts a comment on the pull request whose newest commit the run was of', async () => {
    at = await gitHub({});
    expect(await post(['github', file('a.md', REPORT)], env())).toMatchObject({ code: 0, err: '#7: posted\n' });
    expect(at.written()).toMatchObject([{ method: 'POST', path: '/repos/champ/champ/issues/7/comments', body: { body: COMMENT }, headers: { authorization: `Bearer ${WORD}` } }]);
    expect(at.asked[0]!.path).toContain(`head=${encodeURIComponent('vendor:a&b=c')}`);
  });

  it('writes over its own comment and over nobody else\'s', async () => {
    const comments = [{ id: 1, body: `${COMMENT}\nmine`, user: { login: 'li' } }, { id: 2, body: 'x', user: { login: 'github-actions[bot]' } }, { id: 3, body: '<!-- champ-diff -->\nold', user: { login: 'github-actions[bot]' } }];
    at = await gitHub({ comments });
    expect(await post(['github', file('a.md', REPORT)], env())).toMatchObject({ code: 0, err: '#7: updated\n' });
    expect(at.written()).toMatchObject([{ method: 'PATCH', path: '/repos/champ/champ/issues/comments/3' }]);
  });

  it('writes nothing where the comment says the same', async () => {
    at = await gitHub({ comments: [{ id: 3, body: COMMENT, user: { login: 'github-actions[bot]' } }] });
    expect(await post(['github', file('a.md', REPORT)], env())).toMatchObject({ code: 0, err: '#7: unchanged\n' });
    expect(at.written()).toEqual([]);
  });

  it('finds its comment on a later page', async () => {
    const others = Array.from({ length: 100 }, (_, id) => ({ id, body: 'x', user: { login: 'li' } }));
    at = await gitHub({
      also: ({ method, path }) => (method === 'GET' && path.includes('/comments?') ? { body: path.endsWith('page=1') ? others : [{ id: 500, body: '<!-- champ-diff -->\nold', user: { login: 'github-actions[bot]' } }] } : undefined),
    });
    await post(['github', file('a.md', REPORT)], env());
    expect(at.written()).toMatchObject([{ method: 'PATCH', path: '/repos/champ/champ/issues/comments/500' }]);
  });

  it('warns where the change touches the program, also by a rename', async () => {
    at = await gitHub({ files: [{ filename: 'apps/medical-insurance/risk.ts', previous_filename: 'engine/change/risk.ts' }] });
    await post(['github', file('a.md', REPORT)], env());
    expect(at.written()[0]!.body).toMatchObject({ body: expect.stringContaining('`engine/change/risk.ts`') });
  });

  it('posts nothing where the pull request has moved on, or the run left nothing', async () => {
    at = await gitHub({ head: 'e'.repeat(40) });
    expect(await post(['github', file('a.md', REPORT)], env())).toMatchObject({ code: 0, err: expect.stringContaining('newest commit') });
    expect(await post(['github', join(folder, 'none.md')], env())).toMatchObject({ code: 0, err: expect.stringContaining('no report') });
    expect(at.written()).toEqual([]);
  });

  it('refuses a link, a folder and text of others before it asks anybody', async () => {
    at = await gitHub({});
    const link = join(folder, 'link.md');
    symlinkSync(file('a.md', REPORT), link);
    for (const path of [link, folder, file('b.md', 'hello'), file('c.md', `${REPORT}${'x'.repeat(70_000)}`)]) expect((await post(['github', path], env())).code).toBe(3);
    expect(at.asked).toEqual([]);
  });

  it('reads again what fails in passing, never writes twice, and shows no token', async () => {
    let failures = 1;
    at = await gitHub({ also: ({ method }) => (method === 'GET' ? (failures-- > 0 ? { status: 502, body: 'bad gateway' } : undefined) : { status: 500, body: 'sorry' }) });
    const { code, err, out } = await post(['github', file('a.md', REPORT)], env());
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/^POST .*\/issues\/7\/comments: 500 sorry\n$/) });
    expect(at.written()).toHaveLength(1);
    expect(out + err).not.toContain(WORD);
  });

  it('uploads findings for the head of the pull request', async () => {
    at = await gitHub({});
    const sarif = JSON.stringify({ version: '2.1.0', runs: [] });
    expect(await post(['sarif', file('a.sarif', sarif)], env())).toMatchObject({ code: 0 });
    const [{ path, body } = { path: '', body: undefined }] = at.written();
    expect(path).toBe('/repos/champ/champ/code-scanning/sarifs');
    expect(body).toMatchObject({ commit_sha: SHA, ref: 'refs/pull/7/head' });
    expect(gunzipSync(Buffer.from((body as { readonly sarif: string }).sarif, 'base64')).toString('utf8')).toBe(sarif);
    expect((await post(['sarif', file('b.sarif', '{"version":"1.0"}')], env())).code).toBe(3);
    expect((await post(['sarif', file('c.sarif', 'x')], env())).code).toBe(3);
  });
});

describe('GitLab', () => {
  interface Request { readonly pipeline?: unknown; readonly jobs?: readonly unknown[]; readonly report?: string; readonly notes?: readonly unknown[] }
  const JOB = { id: 40, name: 'diff', artifacts_file: { filename: 'artifacts.zip' } };
  const gitLab = (requests: Readonly<Record<number, Request>>) => forge(({ method, path }) => {
    const { pathname } = new URL(path, 'http://x');
    if (method !== 'GET') return { status: 201 };
    if (pathname === '/api/v4/user') return { body: { id: 9 } };
    const at = '/api/v4/projects/5';
    if (pathname === `${at}/merge_requests`) return { body: Object.keys(requests).map((iid) => ({ iid: Number(iid) })) };
    for (const [iid, { pipeline = { id: Number(iid) * 10, project_id: 5 }, jobs = [{ ...JOB, id: Number(iid) * 100 }], report = REPORT, notes = [] }] of Object.entries(requests)) {
      if (pathname === `${at}/merge_requests/${iid}`) return { body: { iid: Number(iid), sha: SHA, head_pipeline: pipeline } };
      if (pathname === `${at}/pipelines/${Number(iid) * 10}/jobs`) return { body: jobs };
      if (pathname === `${at}/jobs/${Number(iid) * 100}/artifacts/reports/diff.md`) return report === '' ? { status: 404 } : { body: report };
      if (pathname === `${at}/merge_requests/${iid}/diffs`) return { body: [{ old_path: 'environments/linyi/sizes.yaml', new_path: 'environments/linyi/sizes.yaml' }] };
      if (pathname === `${at}/merge_requests/${iid}/notes`) return { body: notes };
    }
    return { status: 404 };
  });
  const env = () => ({ CI_API_V4_URL: `${at!.url}/api/v4`, CI_PROJECT_ID: '5', CHAMP_FORGE_TOKEN: WORD, CI_DEFAULT_BRANCH: 'main' });

  it('posts a note for each open merge request that has a report, and leaves those without', async () => {
    at = await gitLab({ 1: {}, 2: { pipeline: null }, 3: { jobs: [{ id: 300, name: 'synth' }] }, 4: { report: '' }, 5: { pipeline: { id: 50, project_id: 77 } } });
    expect(await post(['gitlab'], env())).toMatchObject({ code: 0, err: '!1: posted\n' });
    expect(at.written()).toMatchObject([{ method: 'POST', path: '/api/v4/projects/5/merge_requests/1/notes', body: { body: COMMENT } }]);
  });

  it('writes over its own note, over nobody else\'s, and only for news', async () => {
    at = await gitLab({ 1: { notes: [{ id: 1, body: COMMENT, author: { id: 8 } }, { id: 2, body: '<!-- champ-diff -->\nold', author: { id: 9 } }] }, 2: { notes: [{ id: 3, body: COMMENT, author: { id: 9 } }] } });
    expect(await post(['gitlab'], env())).toMatchObject({ code: 0, err: '!1: updated\n' });
    expect(at.written()).toMatchObject([{ method: 'PUT', path: '/api/v4/projects/5/merge_requests/1/notes/2' }]);
  });

  it('writes no quick action, and goes on after a report that is none', async () => {
    at = await gitLab({ 1: { report: 'hello' }, 2: { report: `${REPORT}/approve\n` } });
    expect(await post(['gitlab'], env())).toMatchObject({ code: 1, err: expect.stringMatching(/!1: the file is no report.*\n!2: posted\n/) });
    expect(JSON.stringify(at.written().map(({ body }) => body))).not.toMatch(/\\n\s*\/approve/);
  });

  it('sends the token to the forge alone, when an artifact lies elsewhere', async () => {
    const store = await forge(() => ({ body: REPORT }));
    // another host name is another origin
    const elsewhere = store.url.replace('127.0.0.1', 'localhost');
    at = await forge((asked) => {
      const { pathname } = new URL(asked.path, 'http://x');
      if (asked.method !== 'GET') return { status: 201 };
      if (pathname.endsWith('/user')) return { body: { id: 9 } };
      if (pathname.endsWith('/merge_requests')) return { body: [{ iid: 1 }] };
      if (pathname.endsWith('/merge_requests/1')) return { body: { sha: SHA, head_pipeline: { id: 10, project_id: 5 } } };
      if (pathname.endsWith('/pipelines/10/jobs')) return { body: [JOB] };
      if (pathname.endsWith('/diff.md')) return { status: 302, headers: { location: `${elsewhere}/diff.md` } };
      return { body: [] };
    });
    try {
      expect(await post(['gitlab'], env())).toMatchObject({ code: 0, err: '!1: posted\n' });
      expect(store.asked).toHaveLength(1);
      expect(JSON.stringify(store.asked[0]!.headers)).not.toContain(WORD);
    } finally {
      await store.close();
    }
  });

  it('names the variables that are not set', async () => {
    expect(await post(['gitlab'], {})).toMatchObject({ code: 3, err: 'not set: CI_API_V4_URL, CI_PROJECT_ID, CHAMP_FORGE_TOKEN\n' });
  });
});

it.each([[], ['github'], ['nope', 'x'], ['toString', 'x']])('wrong usage ends with 2: %j', async (...args) => {
  expect((await post(args, {})).code).toBe(2);
});
