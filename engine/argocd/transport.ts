import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { createGunzip } from 'node:zlib';

export interface TransportOptions {
  /** Certificates in PEM that are trusted beside the well-known ones. */
  readonly ca?: string;
  /** Until the head of the answer is there; and between two pieces of its body. Default 30 s. */
  readonly timeoutMs?: number;
  /** Bytes of an answer, unpacked. Default 256 MiB: 6,000 Applications take 190 MB. */
  readonly limit?: number;
}

export interface Transport {
  /** `fetch` in its plainest form: no redirects, no cookies, no cache. Rejects with a TransportError, or with the reason of the signal. */
  readonly request: (request: Request) => Promise<Response>;
  /** Closes the connections that are kept. */
  close(): void;
}

export type TransportFault = 'timeout' | 'tls' | 'refused' | 'name' | 'lost' | 'large';

/** What went wrong below HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly fault: TransportFault;

  constructor(fault: TransportFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const STREAM = 'text/event-stream';

/** HTTP(S) over node:https: the global fetch of Node 20 takes no certificate authority. */
export function transport({ ca, timeoutMs = 30_000, limit = 256 * 1024 * 1024 }: TransportOptions = {}): Transport {
  const options = { keepAlive: true, maxSockets: 16, scheduling: 'lifo' } as const;
  const http = new HttpAgent(options);
  const https = new HttpsAgent({ ...options, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }), minVersion: 'TLSv1.2', rejectUnauthorized: true });
  return {
    async request(asked) {
      asked.signal.throwIfAborted();
      const body = asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer());
      const url = new URL(asked.url);
      const secure = url.protocol === 'https:';
      const stream = asked.headers.get('accept') === STREAM;
      const headers: Record<string, string> = { ...Object.fromEntries(asked.headers), ...(stream ? {} : { 'accept-encoding': 'gzip' }), 'content-length': String(body?.length ?? 0) };
      if (asked.method === 'GET' || asked.method === 'HEAD') delete headers['content-length'];
      const init: RequestOptions = { method: asked.method, headers, agent: secure ? https : http };
      const sent = (secure ? httpsRequest : httpRequest)(url, init);
      const answer = await head(sent, body, asked.signal, timeoutMs, secure);
      return responseOf(answer, asked.signal, { timeoutMs: stream ? Infinity : timeoutMs, limit: stream ? Infinity : limit });
    },
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

function head(sent: ClientRequest, body: Buffer | undefined, signal: AbortSignal, timeoutMs: number, secure: boolean): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const abort = () => sent.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    const timer = setTimeout(() => sent.destroy(new TransportError('timeout', `no answer within ${timeoutMs} ms`)), timeoutMs);
    const settled = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    sent.once('response', (answer) => {
      settled();
      resolve(answer);
    });
    sent.on('error', (error) => {
      settled();
      reject(signal.aborted ? (signal.reason ?? error) : faultOf(error, secure));
    });
    sent.end(body);
  });
}

function responseOf(answer: IncomingMessage, signal: AbortSignal, limits: { readonly timeoutMs: number; readonly limit: number }): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) for (const each of [value ?? []].flat()) headers.append(name, each);
  const status = answer.statusCode ?? 0;
  // statuses without a body must have none
  if (status === 204 || status === 304 || status < 200) {
    answer.resume();
    return new Response(null, { status: status < 200 ? 502 : status, headers });
  }
  const guard = guarded(limits.limit);
  const fail = (error: Error) => guard.destroy(error);
  const abort = () => fail(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  signal.addEventListener('abort', abort, { once: true });
  if (Number.isFinite(limits.timeoutMs)) answer.setTimeout(limits.timeoutMs, () => fail(new TransportError('timeout', `the answer stopped for ${limits.timeoutMs} ms`)));
  const cut = (error?: Error) => fail(error && !/aborted|ECONNRESET/.test(error.message) ? faultOf(error, false) : new TransportError('lost', 'the connection was cut in the middle of the answer'));
  answer.on('error', cut).on('aborted', () => cut());
  guard.on('close', () => {
    signal.removeEventListener('abort', abort);
    answer.destroy();
  });
  if (headers.get('content-encoding') === 'gzip') {
    headers.delete('content-encoding');
    headers.delete('content-length');
    answer.pipe(createGunzip().on('error', cut)).pipe(guard);
  } else {
    answer.pipe(guard);
  }
  return new Response(Readable.toWeb(guard) as ReadableStream<Uint8Array>, { status, statusText: answer.statusMessage ?? '', headers });
}

/** Passes on what comes until it is too much. */
function guarded(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      if (bytes > limit) done(new TransportError('large', `the answer has more than ${limit} bytes`));
      else done(null, chunk);
    },
  });
}

const NAMES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA']);
const CLOSED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EACCES']);
/** What OpenSSL calls a peer that does not speak TLS, and certificates that are not good. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

function faultOf(error: Error & { readonly code?: string; readonly errors?: readonly (Error & { readonly code?: string })[] }, secure: boolean): Error {
  if (error instanceof TransportError) return error;
  // several addresses were tried
  const first = error.errors?.[0] ?? error;
  const code = first.code ?? error.code ?? '';
  const said = first.message || code || 'no reason was given';
  if (TLS.test(code)) return new TransportError('tls', code === 'EPROTO' || code.startsWith('ERR_SSL') ? `the server does not speak TLS there (${code})` : said);
  if (NAMES.has(code)) return new TransportError('name', said);
  if (CLOSED.has(code)) return new TransportError('refused', said);
  if (code === 'ETIMEDOUT') return new TransportError('timeout', said);
  return new TransportError(secure && /SSL|TLS/.test(said) ? 'tls' : 'lost', said);
}
