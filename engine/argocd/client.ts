import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ProblemError } from '../problem/index.ts';
import { serverAddress } from './address.ts';
import { answerProblem, foreignAnswer, thrownProblem } from './errors.ts';
import type { components, paths } from './generated/api.ts';
import { withRetry, type RetryOptions } from './retry.ts';
import { readToken, withoutToken } from './token.ts';
import { transport } from './transport.ts';

export type Schemas = components['schemas'];

export interface ArgoCdOptions {
  /** Base URL, e.g. `https://argocd.core.example`; https, or http on loopback. */
  readonly url: string;
  /** Bearer token; without one only what is public answers. Never part of a message. */
  readonly token?: string;
  /** Certificates in PEM that are trusted beside the well-known ones. */
  readonly ca?: string;
  /** For one answer, default 30 s. */
  readonly timeoutMs?: number;
  /** Ends everything that is under way. */
  readonly signal?: AbortSignal;
  readonly retry?: RetryOptions;
}

/** A connection to one server. */
export interface ArgoCd {
  readonly url: string;
  /** Typed calls by path. Prefer `call`, which throws what went wrong. */
  readonly api: Client<paths>;
  /** The data of an answer; throws a ProblemError with a code of CHAMP80xx. `where` is the place in the problem, default the server. */
  call<T>(answer: Promise<{ readonly data?: T; readonly response: Response }>, where?: string): Promise<T>;
  /** An answer as a stream of bytes; the caller ends it by `signal`. Never tried again. */
  stream(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response>;
  /** Where an Application is shown to people. */
  page(ref: ApplicationRef): string;
  close(): void;
}

/** Always complete: without its project ArgoCD answers 403 where 404 is meant, and without its namespace it looks in its own. */
export interface ApplicationRef {
  readonly name: string;
  readonly namespace: string;
  readonly project: string;
}

/** A typed client of ArgoCD's REST API. Throws a ProblemError for an address that cannot be one. */
export function argocd({ url: given, token, ca, timeoutMs, signal, retry }: ArgoCdOptions): ArgoCd {
  const url = serverAddress(given, given);
  // an error about a header would show its value
  if (token !== undefined) readToken({ variable: url, text: token });
  const connection = transport({ ca, timeoutMs });
  const send = (request: Request) => withRetry(request, connection.request, retry);
  const api = createClient<paths>({ baseUrl: url, fetch: send, redirect: 'manual', ...(signal ? { signal } : {}) });
  const headers: Middleware = {
    onRequest({ request }) {
      if (token) request.headers.set('authorization', `Bearer ${token}`);
      request.headers.set('accept', 'application/json');
      // compared letter by letter, also where there is no body: a guard against forged requests
      if (request.method !== 'GET') request.headers.set('content-type', 'application/json');
      return request;
    },
  };
  const answers: Middleware = {
    async onResponse({ response, request }) {
      await refuse(response, placeOf(url, request.url), token);
      return undefined;
    },
  };
  api.use(headers, answers);
  return {
    url,
    api,
    async call(answer, where = url) {
      try {
        const { data } = await answer;
        // an empty body is an empty object
        return (data ?? {}) as NonNullable<typeof data>;
      } catch (error) {
        throw moved(thrownProblem(error, where), where);
      }
    },
    async stream(path, query, ended) {
      const target = `${url}${path}?${new URLSearchParams(query)}`;
      const request = new Request(target, { headers: { accept: 'text/event-stream', ...(token ? { authorization: `Bearer ${token}` } : {}) }, redirect: 'manual', signal: ended });
      try {
        const response = await connection.request(request);
        await refuse(response, url, token);
        return response;
      } catch (error) {
        throw thrownProblem(error, url);
      }
    },
    page: ({ namespace, name }) => `${url}/applications/${namespace}/${name}`,
    close: () => connection.close(),
  };
}

const placeOf = (url: string, target: string): string => (target.startsWith(`${url}/api/`) ? url : target);

/** A problem that names no more than the server gets the place that the caller knows. */
function moved(error: unknown, where: string): unknown {
  return error instanceof ProblemError ? new ProblemError(error.problems.map((each) => ({ ...each, where }))) : error;
}

/** Throws what an answer means unless it is JSON, or a stream, of a call that went well. */
async function refuse(response: Response, where: string, token: string | undefined): Promise<void> {
  const contentType = response.headers.get('content-type') ?? '';
  if (response.ok) {
    const empty = response.status === 204 || response.headers.get('content-length') === '0';
    const foreign = empty ? undefined : foreignAnswer(contentType, where);
    if (!foreign) return;
    await response.body?.cancel();
    throw new ProblemError([foreign]);
  }
  const text = (await response.text()).slice(0, 65_536);
  const found = answerProblem(response.status, contentType, text, where, response.headers.get('location'));
  throw new ProblemError([{ ...found, args: Object.fromEntries(Object.entries(found.args).map(([name, value]) => [name, withoutToken(value, token)])) }]);
}
