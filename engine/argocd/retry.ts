import { TransportError } from './transport.ts';

export interface RetryOptions {
  /** Tries in all. Default 5. */
  readonly tries?: number;
  /** The first pause in ms, doubled each time, spread by half. Default 250. */
  readonly pauseMs?: number;
  /** No pause is longer, whatever `Retry-After` says. Default 30 s. */
  readonly longestMs?: number;
  /** 0 to 1; for tests. */
  readonly random?: () => number;
}

/** Answers that another try may better. */
const PASSING = new Set([429, 500, 502, 503, 504]);
/** Faults below HTTP that pass: not a wrong certificate, nor an answer that is too large. */
const PASSING_FAULTS = new Set(['timeout', 'refused', 'lost', 'name']);

/**
 * Sends again what changes nothing (GET, HEAD) after 429, 5xx and a lost connection. Everything else is sent once: a sync whose
 * answer was lost may have started.
 */
export async function withRetry(request: Request, send: (request: Request) => Promise<Response>, options: RetryOptions = {}): Promise<Response> {
  const { tries = 5, pauseMs = 250, longestMs = 30_000, random = Math.random } = options;
  const most = request.method === 'GET' || request.method === 'HEAD' ? tries : 1;
  for (let attempt = 1; ; attempt++) {
    let asked: number | undefined;
    try {
      const response = await send(request);
      if (attempt === most || !PASSING.has(response.status)) return response;
      asked = retryAfter(response.headers.get('retry-after'));
      await response.body?.cancel();
    } catch (error) {
      if (attempt === most || !(error instanceof TransportError) || !PASSING_FAULTS.has(error.fault)) throw error;
    }
    await pause(Math.min(longestMs, asked ?? backoff(attempt, pauseMs, random)), request.signal);
  }
}

/** Grows twofold; half of it by chance, so that many clients do not come back at once. */
export function backoff(attempt: number, pauseMs: number, random: () => number = Math.random): number {
  const full = pauseMs * 2 ** Math.min(attempt - 1, 10);
  return full / 2 + (full / 2) * random();
}

/** Milliseconds from seconds or a date; undefined without either. */
export function retryAfter(value: string | null, now: number = Date.now()): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Rejects with the reason of the signal as soon as it is given. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
