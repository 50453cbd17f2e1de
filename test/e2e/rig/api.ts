import { Agent, request } from 'node:https';
import type { Manifest } from '../../../engine/manifest.ts';
import type { Access } from './kubeconfig.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & { readonly message?: string };
  /** Texts of the `Warning` headers, as kubectl shows them. */
  readonly warnings: readonly string[];
}

/** How the API names a kind: `Policy` alone is irregular. */
const plural = (kind: string): string => {
  const word = kind.toLowerCase();
  if (/(?:s|x|ch|sh)$/.test(word) && word !== 'endpoints') return `${word}es`;
  if (word.endsWith('endpoints')) return word;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
};

/** Path of an object's collection, e.g. `/apis/apps/v1/namespaces/core-mbs/deployments`. */
export function collection({ apiVersion, kind, metadata: { namespace } }: Manifest): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${root}${namespace ? `/namespaces/${namespace}` : ''}/${plural(kind)}`;
}

/** A client of one API server. */
export class Api {
  private readonly agent: Agent;
  /** Watches stay open: they must not take the places of calls. */
  private readonly streams: Agent;
  private readonly server: { readonly host: string; readonly port: number };
  private readonly token: string | undefined;

  constructor({ host, port, token, name = 'kubernetes.default.svc', ...trusted }: Access) {
    this.server = { host, port };
    this.token = token;
    const trust = { ...trusted, servername: name };
    this.agent = new Agent({ keepAlive: true, maxSockets: 8, ...trust });
    this.streams = new Agent({ ...trust });
  }

  close(): void {
    this.agent.destroy();
    this.streams.destroy();
  }

  ask(method: string, path: string, body?: unknown, type = 'application/json', token = this.token): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const call = request({
        ...this.server, method, path, agent: this.agent,
        headers: { ...bearer(token), accept: 'application/json', ...(text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }) },
      }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const answer = Buffer.concat(parts).toString('utf8');
          const warnings = [response.headers['warning'] ?? []].flat().flatMap((header) => String(header).match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((each) => each.slice(1, -1));
          resolve({ status: response.statusCode ?? 0, warnings, body: answer.startsWith('{') ? JSON.parse(answer) as Answer['body'] : { message: answer } });
        });
      });
      call.on('error', reject);
      call.end(text);
    });
  }

  /** Lists a collection, then follows it: `seen` gets each object once as it is, and again when it changes; `gone` when it goes. Ends with the signal, starts anew when the stream does. */
  async follow(path: string, seen: (object: Manifest, gone: boolean) => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const list = await this.ask('GET', path).catch(() => undefined);
      if (list?.status === 200) {
        const { items, kind, apiVersion } = list.body as { readonly items: readonly Manifest[] | null; readonly kind: string; readonly apiVersion: string };
        // items of a list do not say what they are
        for (const item of items ?? []) seen({ ...item, apiVersion, kind: kind.replace(/List$/, '') }, false);
        const { resourceVersion } = list.body['metadata'] as { readonly resourceVersion: string };
        await this.stream(`${path}?watch=true&resourceVersion=${resourceVersion}&allowWatchBookmarks=true`, seen, signal).catch(() => undefined);
      }
      await new Promise((resolve) => { setTimeout(resolve, 200); });
    }
  }

  private stream(path: string, seen: (object: Manifest, gone: boolean) => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = request({ ...this.server, path, agent: this.streams, signal, headers: { ...bearer(this.token), accept: 'application/json' } }, (response) => {
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          const lines = `${rest}${part}`.split('\n');
          rest = lines.pop()!;
          for (const line of lines) {
            const { type, object } = JSON.parse(line) as { readonly type: string; readonly object: Manifest };
            if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') seen(object, type === 'DELETED');
            else if (type === 'ERROR') response.destroy();
          }
        });
        response.on('end', resolve);
        response.on('close', resolve);
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end();
    });
  }

  /** Server-side apply with strict fields. */
  apply(manifest: Manifest): Promise<Answer> {
    const path = `${collection(manifest)}/${encodeURIComponent(manifest.metadata.name)}?fieldManager=champ&fieldValidation=Strict&force=true`;
    return this.ask('PATCH', path, manifest, 'application/apply-patch+yaml');
  }

  /** Creates it, or with `dryRun` only says what would have happened. */
  create(manifest: Manifest, dryRun = false): Promise<Answer> {
    return this.ask('POST', `${collection(manifest)}?fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`, manifest);
  }
}

const bearer = (token: string | undefined) => (token ? { authorization: `Bearer ${token}` } : {});

/** Runs work for each item, a few at a time, and gives the results in the order of the items. */
export async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>, width = 8): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: width }, async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!);
  }));
  return results;
}
