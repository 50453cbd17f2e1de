import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';

export const TOKEN = 'test-only-0123456789';
export const PROJECT = { gitlab: 'city/sub/platform', github: 'city/platform' } as const;

export type Kind = keyof typeof PROJECT;

export interface FakeRequest {
  number: number;
  title: string;
  description: string;
  branch: string;
  target: string;
  draft: boolean;
  open: boolean;
  labels: string[];
  /** Project that the branch is of. */
  from: string;
}

export interface FakeComment {
  readonly id: number;
  readonly number: number;
  body: string;
  readonly author: number;
  readonly bot: boolean;
}

/** How one request fails: an answer instead of the effect, or the effect without its answer. */
export interface Failure {
  readonly method?: string;
  readonly path?: RegExp;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The connection is cut: `before` the effect or `after` it; or there is `never` an answer. */
  readonly cut?: 'before' | 'after' | 'never';
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly authorization: string;
}

/** A forge on loopback that keeps merge requests, comments and files of one project. */
export interface FakeForge {
  readonly kind: Kind;
  readonly url: string;
  readonly seen: Seen[];
  readonly requests: FakeRequest[];
  readonly comments: FakeComment[];
  /** Files of every merge request. */
  readonly files: { former?: string; path: string }[];
  /** Taken one by one by the requests that they are for. */
  readonly failures: Failure[];
  /** False: the token is that of a workflow, which has no user. */
  isPerson: boolean;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function fakeForge(kind: Kind, tls?: { readonly key: Buffer; readonly cert: Buffer }): Promise<FakeForge> {
  let url = '';
  const forge: FakeForge = { kind, url: '', seen: [], requests: [], comments: [], files: [], failures: [], isPerson: true, stop: async () => {} };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://loopback');
    const text = Buffer.concat(chunks).toString();
    const one: Seen = { method: request.method ?? '', path, query, body: text === '' ? {} : JSON.parse(text) as Record<string, unknown>, authorization: request.headers.authorization ?? '' };
    forge.seen.push(one);
    const index = forge.failures.findIndex((each) => (each.method ?? one.method) === one.method && (each.path ?? /./).test(path));
    const failure = index < 0 ? undefined : forge.failures.splice(index, 1)[0];
    if (failure?.cut === 'before') return void response.destroy();
    if (failure?.cut === 'never') return;
    const answer: Answer = failure?.status !== undefined ? { status: failure.status, body: failure.body, headers: failure.headers } : respond(forge, one, url);
    if (failure?.cut === 'after') return void response.destroy();
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status, { 'content-type': isText ? 'text/html' : 'application/json; charset=utf-8', ...answer.headers });
    response.end(answer.body === undefined ? '' : isText ? answer.body : JSON.stringify(answer.body));
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => void handle(request, response).catch(() => response.destroy());
  const server = tls ? createHttps(tls, listener) : createHttp(listener);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  url = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(forge, {
    url,
    stop: () => new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  });
}

const ME = 7;

function respond(forge: FakeForge, seen: Seen, url: string): Answer {
  // both take a token as a bearer
  if (!/^(?:Bearer|token) /i.test(seen.authorization) || !seen.authorization.endsWith(TOKEN)) return { status: 401, body: { message: forge.kind === 'gitlab' ? '401 Unauthorized' : 'Bad credentials' } };
  const own = forge.kind === 'gitlab' ? `/api/v4/projects/${encodeURIComponent(PROJECT.gitlab)}` : `/api/v3/repos/${PROJECT.github}`;
  if (seen.path === (forge.kind === 'gitlab' ? '/api/v4/user' : '/api/v3/user')) return forge.isPerson ? { status: 200, body: { id: ME, username: 'li', login: 'li', type: 'User' } } : { status: 403, body: { message: 'Resource not accessible by integration' } };
  if (!seen.path.startsWith(`${own}/`)) return { status: 404, body: { message: forge.kind === 'gitlab' ? '404 Project Not Found' : 'Not Found' } };
  const parts = seen.path.slice(own.length + 1).split('/');
  return (forge.kind === 'gitlab' ? gitlab : github)(forge, seen, parts, url) ?? { status: 404, body: { message: 'Not Found' } };
}

function gitlab(forge: FakeForge, { method, query, body }: Seen, parts: readonly string[], url: string): Answer | undefined {
  const [kind, iid, what, id] = parts;
  if (kind !== 'merge_requests') return undefined;
  const show = (each: FakeRequest) => ({
    iid: each.number, web_url: `${url}/${PROJECT.gitlab}/-/merge_requests/${each.number}`, title: each.title, description: each.description, source_branch: each.branch, target_branch: each.target,
    draft: /^draft:/i.test(each.title), labels: each.labels, source_project_id: each.from === PROJECT.gitlab ? 1 : 2, target_project_id: 1, state: each.open ? 'opened' : 'closed',
  });
  if (iid === undefined && method === 'GET') {
    const found = forge.requests.filter(({ branch, target, open }) => (query.get('source_branch') ?? branch) === branch && (query.get('target_branch') ?? target) === target && (query.get('state') !== 'opened' || open));
    return page(found.map(show), query, `${url}/api/v4/x`);
  }
  if (iid === undefined) {
    const { source_branch: branch, target_branch: target, title, description = '' } = body as Readonly<Record<string, string>>;
    const there = forge.requests.find((each) => each.open && each.branch === branch && each.target === target);
    if (there) return { status: 409, body: { message: [`Another open merge request already exists for this source branch: !${there.number}`] } };
    const made = add(forge, { title: title!, description, branch: branch!, target: target! });
    return { status: 201, body: show(made) };
  }
  const found = forge.requests.find(({ number }) => number === Number(iid));
  if (!found) return undefined;
  if (what === 'notes') return comments(forge, found.number, method, id, body, query, (each) => ({ id: each.id, body: each.body, system: false, author: { id: each.author } }));
  if (what === 'diffs') return page(forge.files.map(({ former, path }) => ({ old_path: former ?? path, new_path: path })), query, `${url}/api/v4/x`);
  if (method === 'PUT') {
    Object.assign(found, { ...(body['title'] === undefined ? {} : { title: body['title'] }), ...(body['description'] === undefined ? {} : { description: body['description'] }) });
    found.labels = [...new Set([...found.labels, ...String(body['add_labels'] ?? '').split(',').filter(Boolean)])];
  }
  return { status: 200, body: show(found) };
}

function github(forge: FakeForge, { method, query, body }: Seen, parts: readonly string[], url: string): Answer | undefined {
  const [kind, number, what] = parts;
  const show = (each: FakeRequest) => ({
    number: each.number, html_url: `${url}/${PROJECT.github}/pull/${each.number}`, title: each.title, body: each.description, head: { ref: each.branch, repo: { full_name: each.from } }, base: { ref: each.target },
    draft: each.draft, labels: each.labels.map((name) => ({ name })), state: each.open ? 'open' : 'closed',
  });
  if (kind === 'issues' && number === 'comments') return comments(forge, 0, method, what, body, query, commentOf);
  const found = forge.requests.find((each) => each.number === Number(number));
  if (kind === 'issues' && found && what === 'comments') return comments(forge, found.number, method, undefined, body, query, commentOf);
  if (kind === 'issues' && found && what === 'labels') {
    found.labels = [...new Set([...found.labels, ...(body['labels'] as string[])])];
    return { status: 200, body: found.labels.map((name) => ({ name })) };
  }
  if (kind !== 'pulls') return undefined;
  if (number === undefined && method === 'GET') {
    const [owner, branch] = (query.get('head') ?? ':').split(':');
    return page(forge.requests.filter((each) => (!branch || (each.branch === branch && each.from.startsWith(`${owner}/`))) && (query.get('base') ?? each.target) === each.target && each.open).map(show), query, `${url}/x`);
  }
  if (number === undefined) {
    const { head, base, title, body: description = '', draft } = body as { head: string; base: string; title: string; body?: string; draft?: boolean };
    if (forge.requests.some((each) => each.open && each.branch === head && each.target === base)) return { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', code: 'custom', message: `A pull request already exists for city:${head}.` }] } };
    return { status: 201, body: show(add(forge, { title, description, branch: head, target: base, draft: draft === true })) };
  }
  if (!found) return undefined;
  if (what === 'files') return page(forge.files.map(({ former, path }) => ({ filename: path, ...(former === undefined ? {} : { previous_filename: former, status: 'renamed' }) })), query, `${url}${`/api/v3/repos/${PROJECT.github}/pulls/${found.number}/files`}`);
  if (method === 'PATCH') Object.assign(found, { ...(body['title'] === undefined ? {} : { title: body['title'] }), ...(body['body'] === undefined ? {} : { description: body['body'] }) });
  return { status: 200, body: show(found) };
}

const commentOf = (each: FakeComment) => ({ id: each.id, body: each.body, user: { id: each.author, type: each.bot ? 'Bot' : 'User' } });

export function add(forge: FakeForge, row: Partial<FakeRequest>): FakeRequest {
  const made: FakeRequest = { number: forge.requests.length + 1, title: 't', description: '', branch: 'b', target: 'main', draft: false, open: true, labels: [], from: PROJECT[forge.kind], ...row };
  forge.requests.push(made);
  return made;
}

export function addComment(forge: FakeForge, row: Partial<FakeComment>): FakeComment {
  const made: FakeComment = { id: forge.comments.length + 100, number: 1, body: '', author: ME, bot: !forge.isPerson, ...row };
  forge.comments.push(made);
  return made;
}

function comments(forge: FakeForge, number: number, method: string, id: string | undefined, body: Record<string, unknown>, query: URLSearchParams, show: (each: FakeComment) => object): Answer | undefined {
  if (method === 'GET') return page(forge.comments.filter((each) => each.number === number).map(show), query, `${forge.url}/api/v3/repos/${PROJECT.github}/issues/${number}/comments`);
  if (method === 'POST') return { status: 201, body: show(addComment(forge, { number, body: String(body['body']) })) };
  const found = forge.comments.find((each) => each.id === Number(id));
  if (!found) return undefined;
  found.body = String(body['body']);
  return { status: 200, body: show(found) };
}

/** One page of a list, with the links that both forges write. */
function page(rows: readonly object[], query: URLSearchParams, path: string): Answer {
  const [number, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)];
  const next = new URLSearchParams(query);
  next.set('page', String(number + 1));
  const isLast = number * size >= rows.length;
  return { status: 200, body: rows.slice((number - 1) * size, number * size), headers: isLast ? {} : { link: `<${path}?${next}>; rel="next"` } };
}
