import { problem, ProblemError, type Code, type Problem } from '../problem/index.ts';
import { TransportError, type TransportFault } from './transport.ts';

/** Names of gRPC codes, which ArgoCD puts into `code` of an error; the status of HTTP is another number. */
const GRPC: Readonly<Record<number, string>> = {
  1: 'Canceled', 2: 'Unknown', 3: 'InvalidArgument', 4: 'DeadlineExceeded', 5: 'NotFound', 6: 'AlreadyExists', 7: 'PermissionDenied', 8: 'ResourceExhausted',
  9: 'FailedPrecondition', 10: 'Aborted', 11: 'OutOfRange', 12: 'Unimplemented', 13: 'Internal', 14: 'Unavailable', 15: 'DataLoss', 16: 'Unauthenticated',
};

const BY_GRPC: Readonly<Record<number, Code>> = {
  3: 'CHAMP8012', 4: 'CHAMP8002', 5: 'CHAMP8008', 6: 'CHAMP8009', 7: 'CHAMP8007', 8: 'CHAMP8010', 9: 'CHAMP8012', 10: 'CHAMP8009', 16: 'CHAMP8006',
};

const BY_STATUS: Readonly<Record<number, Code>> = { 401: 'CHAMP8006', 403: 'CHAMP8007', 404: 'CHAMP8008', 409: 'CHAMP8009', 429: 'CHAMP8010', 504: 'CHAMP8002' };

const BY_FAULT: Readonly<Record<TransportFault, Code>> = {
  timeout: 'CHAMP8002', tls: 'CHAMP8003', refused: 'CHAMP8001', name: 'CHAMP8001', lost: 'CHAMP8001', large: 'CHAMP8019',
};

/** The body of an error of the API; every field may be missing, since proxies answer too. */
interface ErrorBody {
  readonly error?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
}

/** The frame of an error in the middle of a stream. */
export interface StreamError {
  readonly grpc_code?: number;
  readonly http_code?: number;
  readonly message?: string;
}

const LONGEST = 300;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} ...` : line;
};

/** What an answer other than 2xx means. `text` is its body. */
export function answerProblem(status: number, contentType: string, text: string, where: string, location?: string | null): Problem {
  if (status >= 300 && status < 400) return problem('CHAMP8018', where, { value: `HTTP ${status}${location ? ` -> ${location.split('?')[0]}` : ''}` });
  if (isHtml(contentType, text)) return problem(status === 429 ? 'CHAMP8010' : status >= 500 ? 'CHAMP8011' : 'CHAMP8005', where, { value: `HTTP ${status}, ${htmlOf(text)}` });
  const body = parsed(text);
  const grpc = typeof body.code === 'number' ? body.code : undefined;
  // an answer may be packed without saying so
  // eslint-disable-next-line no-control-regex
  const plain = /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? '' : text;
  const said = [body.message, body.error].find((each): each is string => typeof each === 'string' && each !== '') ?? plain;
  const value = `HTTP ${status}${grpc !== undefined && GRPC[grpc] ? ` (${GRPC[grpc]})` : ''}${said === '' ? '' : `: ${short(said)}`}`;
  // the status is the surer sign when a proxy rewrote the answer
  const code = BY_STATUS[status] ?? (grpc === undefined ? undefined : BY_GRPC[grpc]) ?? (status >= 500 ? 'CHAMP8011' : 'CHAMP8012');
  return problem(code, where, { value });
}

export function streamProblem(error: StreamError, where: string): Problem {
  const { grpc_code: grpc = 2, http_code: http, message = '' } = error;
  const code = BY_GRPC[grpc] ?? (http === undefined ? undefined : BY_STATUS[http]) ?? 'CHAMP8011';
  return problem(code, where, { value: `${GRPC[grpc] ?? `gRPC ${grpc}`}: ${short(message)}` });
}

/** What is wrong with an answer 2xx that should be JSON; undefined when its type is right. */
export function foreignAnswer(contentType: string, where: string): Problem | undefined {
  if (/^(application\/json|text\/event-stream)\b/i.test(contentType)) return undefined;
  return problem('CHAMP8005', where, { value: `HTTP 200 with ${contentType === '' ? 'no type' : contentType.split(';')[0]!}` });
}

/** What was thrown instead of an answer: a ProblemError, or as it is when the caller ended it. */
export function thrownProblem(error: unknown, where: string): unknown {
  if (error instanceof ProblemError) return error;
  if (error instanceof TransportError) return new ProblemError([problem(BY_FAULT[error.fault], where, { value: short(error.message) })]);
  if (error instanceof SyntaxError) return new ProblemError([problem('CHAMP8019', where, { value: short(error.message) })]);
  if (error instanceof Error && error.name === 'TimeoutError') return new ProblemError([problem('CHAMP8002', where, { value: short(error.message) })]);
  return error;
}

const isHtml = (contentType: string, text: string): boolean => /\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text);

function htmlOf(text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
  return title ? `an HTML page: ${short(title)}` : 'an HTML page';
}

function parsed(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as ErrorBody) : {};
  } catch {
    return {};
  }
}
