import { isIP } from 'node:net';
import { problem, ProblemError } from '../problem/index.ts';

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

/** Without an account, wherever in the text its end is. */
const masked = (text: string): string => text.replace(/\/\/.*@/s, '//***@');

/**
 * The base URL of an ArgoCD server, without a slash at its end; throws a ProblemError. Plain http would show the token to
 * everyone on the way, so it is for loopback alone.
 */
export function serverAddress(text: string, where: string): string {
  const fail = (why: string): never => {
    throw new ProblemError([problem('CHAMP8004', masked(where), { value: masked(text), why })]);
  };
  if (!URL.canParse(text)) return fail(/^[\w.-]+(:\d+)?(\/|$)/.test(text) ? 'it has no https://' : 'it is no URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail(/^[\w.-]+:\d+/.test(text) ? 'it has no https://' : `the scheme is ${url.protocol}`);
  if (url.username !== '' || url.password !== '') return fail('it holds an account');
  if (url.search !== '' || url.hash !== '') return fail('it has a query or a fragment');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return fail('http is not encrypted');
  // people copy the address from the browser, or from the documentation of the API
  const path = url.pathname.replace(/\/(applications|login|api\/v1|api|swagger-ui|swagger\.json)(\/.*)?$/, '').replace(/\/+$/, '');
  return `${url.origin}${path}`;
}
