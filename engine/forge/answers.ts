import { withoutToken } from '../argocd/token.ts';
import { TransportError, type TransportFault } from '../argocd/transport.ts';
import { problem, type Code, type Problem } from '../problem/index.ts';
import type { ForgeKind } from './forge.ts';
import { SCOPES } from './forge-token.ts';

/** An answer that is no success, as a problem, with what decides how to go on. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number;
  /** The request was certainly not carried out. */
  readonly isUndone: boolean;

  constructor(found: Problem, status: number, isUndone: boolean) {
    super(found.code);
    this.problem = found;
    this.status = status;
    this.isUndone = isUndone;
  }
}

export interface Asked {
  readonly kind: ForgeKind;
  /** How problems name the place: method and path, without a query. */
  readonly where: string;
  readonly token: string;
}

const BY_STATUS: Readonly<Record<number, Code>> = {
  400: 'CHAMP9308', 401: 'CHAMP9305', 403: 'CHAMP9306', 404: 'CHAMP9307', 408: 'CHAMP9314', 409: 'CHAMP9308', 410: 'CHAMP9307', 422: 'CHAMP9308', 429: 'CHAMP9309', 504: 'CHAMP9314',
};

const BY_FAULT: Readonly<Record<TransportFault, Code>> = {
  timeout: 'CHAMP9314', tls: 'CHAMP9315', refused: 'CHAMP9313', name: 'CHAMP9313', lost: 'CHAMP9313', large: 'CHAMP9311',
};

const LONGEST = 300;

/** One line that a terminal takes as it is. */
function short(text: string): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} ...` : line;
}

/** What an answer other than 2xx means; `text` is its body. */
export function refusalOf({ status, headers }: Response, text: string, { kind, where, token }: Asked): Refusal {
  const make = (code: Code, value: string, isUndone: boolean) => new Refusal(problem(code, where, { value: withoutToken(value, token), scope: SCOPES[kind] }), status, isUndone);
  if (status >= 300 && status < 400) return make('CHAMP9312', `HTTP ${status} -> ${headers.get('location')?.split('?')[0] ?? '?'}`, true);
  const html = htmlTitle(headers.get('content-type') ?? '', text);
  if (isLimited(status, headers)) return make('CHAMP9309', `HTTP ${status}${html === undefined ? said(text) : `, ${html}`}`, true);
  if (html !== undefined) return make(status >= 500 ? 'CHAMP9310' : 'CHAMP9311', `HTTP ${status}, ${html}`, status < 500);
  return make(BY_STATUS[status] ?? (status >= 500 ? 'CHAMP9310' : 'CHAMP9308'), `HTTP ${status}${said(text)}`, status < 500 && status !== 408);
}

/** GitHub says 403 where others say 429. */
export const isLimited = (status: number, headers: Headers): boolean =>
  status === 429 || (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));

/** What is wrong with a success: the API answers in JSON, or with nothing. */
export function foreignAnswer({ status, headers }: Response, { where }: Asked): Refusal | undefined {
  const type = headers.get('content-type') ?? '';
  const isEmpty = status === 204 || status === 205 || headers.get('content-length') === '0';
  if (isEmpty || /^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return undefined;
  return new Refusal(problem('CHAMP9311', where, { value: `HTTP ${status}, ${type === '' ? 'no content type' : type.split(';')[0]!}` }), status, false);
}

/** What was thrown below HTTP; anything else comes back as it is. */
export function faultOf(error: unknown, { where, token }: Asked): unknown {
  if (error instanceof TransportError) {
    // nothing was sent before there was a connection
    const isUndone = error.fault === 'refused' || error.fault === 'name' || error.fault === 'tls';
    return new Refusal(problem(BY_FAULT[error.fault], where, { value: withoutToken(short(error.message), token) }), 0, isUndone);
  }
  if (error instanceof SyntaxError) return new Refusal(problem('CHAMP9311', where, { value: short(error.message) }), 0, false);
  return error;
}

function htmlTitle(type: string, text: string): string | undefined {
  if (!/\bhtml\b/i.test(type) && !/^\s*<(!doctype|html)/i.test(text)) return undefined;
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
  return title ? `an HTML page: ${short(title)}` : 'an HTML page';
}

/** The words of an error: GitLab says `message` or `error`, in a text, a list or by field; GitHub `message` and `errors`. */
function said(text: string): string {
  let words: readonly string[] = [];
  try {
    const body = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    words = [body?.['message'], body?.['error'], body?.['error_description'], body?.['errors']].flatMap(wordsOf);
  } catch {
    words = [text];
  }
  const line = short([...new Set(words)].join('; '));
  return line === '' ? '' : `: ${line}`;
}

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { message, resource, field, code } = value as Readonly<Record<string, unknown>>;
  if (typeof message === 'string') return [message];
  if (typeof code === 'string') return [[resource, field, code].filter((each) => typeof each === 'string').join(' ')];
  return Object.entries(value).flatMap(([key, each]) => wordsOf(each).map((word) => `${key} ${word}`));
}
