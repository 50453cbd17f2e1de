import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came in. */
export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Forge {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Requests that change something. */
  written(): readonly Asked[];
  close(): Promise<void>;
}

/** An API on the loopback address that answers as `answer` says; text and bytes as they are, anything else as JSON. */
export async function forge(answer: (asked: Asked) => Answer): Promise<Forge> {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const one: Asked = { method: request.method!, path: request.url!, headers: request.headers, body: text === '' ? undefined : JSON.parse(text) as unknown };
      asked.push(one);
      const { status = 200, body = {}, headers = {} } = answer(one);
      response.writeHead(status, headers).end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked,
    written: () => asked.filter(({ method }) => method !== 'GET'),
    close: () => new Promise((go) => { server.close(() => go()); server.closeAllConnections(); }),
  };
}
