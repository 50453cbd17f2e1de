import { createParser } from 'eventsource-parser';
import { problem, ProblemError } from '../problem/index.ts';
import { streamProblem, type StreamError } from './errors.ts';
import { TransportError } from './transport.ts';

export interface FrameOptions {
  /** Longest silence: the server sends a sign of life every 15 s. Default 45 s. */
  readonly idleMs?: number;
  /** Place in a problem. */
  readonly where: string;
}

/** Characters of one event. */
const LONGEST_EVENT = 32 * 1024 * 1024;

interface Frame<T> {
  readonly result?: T | null;
  readonly error?: StreamError | null;
}

/**
 * The results of a stream one by one: server-sent events, or a JSON document a line where a proxy dropped the Accept header.
 * Throws a TransportError when it is cut or falls silent, a ProblemError for an error frame; ends when the server ends it.
 */
export async function* frames<T>(response: Response, { idleMs = 45_000, where }: FrameOptions): AsyncGenerator<T> {
  const reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const texts: string[] = [];
  const sse = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  const fail = (error: Error): never => { throw error; };
  const parser = sse
    ? createParser({ maxBufferSize: LONGEST_EVENT, onEvent: ({ data }) => void texts.push(data), onError: (error) => (error.type === 'max-buffer-size-exceeded' ? fail(new TransportError('large', error.message)) : undefined) })
    : lineParser((line) => void texts.push(line));
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), idleMs);
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      for (const text of texts.splice(0)) {
        const { result, error } = parsed<T>(text, where);
        if (error) throw new ProblemError([streamProblem(error, where)]);
        if (result !== undefined && result !== null) yield result;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parsed<T>(text: string, where: string): Frame<T> {
  try {
    return (JSON.parse(text) ?? {}) as Frame<T>;
  } catch {
    throw new ProblemError([problem('CHAMP8019', where, { value: 'an event of the stream is not JSON' })]);
  }
}

function lineParser(onLine: (line: string) => void): { feed(chunk: string): void } {
  let open = '';
  return {
    feed(chunk) {
      const lines = (open + chunk).split('\n');
      open = lines.pop()!;
      if (open.length > LONGEST_EVENT) throw new TransportError('large', 'an event of the stream is too long');
      for (const line of lines) if (line.trim() !== '' && !line.startsWith(':')) onLine(line);
    },
  };
}

/** Rejects when nothing comes for so long. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransportError('timeout', `the stream is silent for ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
