import { backoff, pause, retryAfter } from '../argocd/retry.ts';
import { transport, type Transport } from '../argocd/transport.ts';
import { faultOf, foreignAnswer, isLimited, refusalOf, type Asked, Refusal } from './answers.ts';
import type { ForgeKind } from './forge.ts';

export interface SendOptions {
  readonly kind: ForgeKind;
  readonly token: string;
  /** Certificates in PEM that are trusted beside the well-known ones. */
  readonly ca?: string;
  /** For one answer, default 30 s. */
  readonly timeoutMs?: number;
  /** Tries of one request in all, default 4. */
  readonly tries?: number;
  /** The first pause, doubled each time; default 500 ms. */
  readonly pauseMs?: number;
  /** No pause is longer, whatever the forge asks for; default 30 s. */
  readonly longestMs?: number;
}

export interface Sender {
  /** In the form of `fetch`; rejects with a Refusal for everything but a success in JSON. */
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  /** Waits as before a second try. */
  readonly wait: (attempt: number) => Promise<void>;
  readonly tries: number;
  close(): void;
}

/** What may be sent again though nobody knows whether it was carried out: it does the same twice as once. */
const SAFE = new Set(['GET', 'HEAD', 'PUT', 'PATCH']);
/** An answer of the API is a few MiB at most. */
const LIMIT = 64 * 1024 * 1024;

/** HTTP with patience: again after 429 and, where that is harmless, after 5xx and a lost connection. */
export function sender({ kind, token, ca, timeoutMs, tries = 4, pauseMs = 500, longestMs = 30_000 }: SendOptions): Sender {
  const connection: Transport = transport({ ...(ca === undefined ? {} : { ca }), ...(timeoutMs === undefined ? {} : { timeoutMs }), limit: LIMIT });
  return {
    tries,
    wait: (attempt) => pause(Math.min(longestMs, backoff(attempt, pauseMs))),
    close: () => connection.close(),
    async send(url, init) {
      const method = (init.method ?? 'GET').toUpperCase();
      const { origin, pathname } = new URL(url);
      const asked: Asked = { kind, token, where: `${method} ${origin}${pathname}` };
      for (let attempt = 1; ; attempt += 1) {
        const { answer, refusal, after } = await once(url, init, asked, connection);
        if (answer) return answer;
        if (attempt === tries || !isPassing(refusal!) || !(SAFE.has(method) || refusal!.isUndone)) throw refusal;
        // a forge that wants more patience than that gets none
        if (after !== undefined && after > longestMs) throw refusal;
        await pause(after ?? Math.min(longestMs, backoff(attempt, pauseMs)));
      }
    },
  };
}

const isPassing = ({ status, problem: { code } }: Refusal): boolean => code === 'CHAMP9309' || [500, 502, 503, 504].includes(status) || code === 'CHAMP9313' || (status === 0 && code === 'CHAMP9314');

async function once(url: string, init: RequestInit, asked: Asked, { request }: Transport): Promise<{ readonly answer?: Response; readonly refusal?: Refusal; readonly after?: number | undefined }> {
  try {
    const answer = await request(new Request(url, { ...init, redirect: 'manual' }));
    if (answer.ok) {
      const foreign = foreignAnswer(answer, asked);
      if (foreign) {
        await answer.body?.cancel();
        throw foreign;
      }
      // all of it is read here, where a cut in the middle is told from an end
      const text = await answer.text();
      if (text !== '') JSON.parse(text);
      return { answer: new Response(answer.status === 204 || answer.status === 205 ? null : text, { status: answer.status, headers: answer.headers }) };
    }
    return { refusal: refusalOf(answer, (await answer.text()).slice(0, 65_536), asked), after: isLimited(answer.status, answer.headers) || answer.status === 503 ? waitOf(answer.headers) : undefined };
  } catch (error) {
    const found = faultOf(error, asked);
    if (found instanceof Refusal) return { refusal: found };
    throw found;
  }
}

/** Milliseconds that the forge asks for. */
function waitOf(headers: Headers): number | undefined {
  const asked = retryAfter(headers.get('retry-after'));
  const reset = Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? Number.NaN);
  return asked ?? (Number.isFinite(reset) ? Math.max(0, reset * 1000 - Date.now()) : undefined);
}
