import { isIP } from 'node:net';
import { problem, ProblemError } from '../problem/index.ts';
import { masked } from '../publish/git/address.ts';
import type { ForgeKind } from './forge.ts';

/** Hosts that everybody knows. */
const KNOWN: Readonly<Record<string, ForgeKind>> = { 'github.com': 'github', 'www.github.com': 'github', 'ssh.github.com': 'github', 'gitlab.com': 'gitlab', 'altssh.gitlab.com': 'gitlab' };

/** What a host is by its name alone; undefined where that says nothing. */
export const forgeOfHost = (host: string): ForgeKind | undefined => (Object.hasOwn(KNOWN, host) ? KNOWN[host] : undefined);

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Base of a forge's pages without a slash at its end, from what people copy out of the browser or the documentation. Throws a
 * ProblemError: plain http would show the token to everyone on the way, so it is for loopback alone.
 */
export function forgeAddress(text: string, where: string): string {
  const fail = (why: string): never => {
    throw new ProblemError([problem('CHAMP9303', where, { value: masked(text), why })]);
  };
  if (!URL.canParse(text) || /^[\w.-]+:\d+/.test(text)) return fail(/^[\w.-]+(:\d+)?(\/|$)/.test(text) ? 'it has no https://' : 'it is no URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail(`the scheme is ${url.protocol}`);
  if (url.username !== '' || url.password !== '') return fail('it holds an account');
  if (url.search !== '' || url.hash !== '') return fail('it has a query or a fragment');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return fail('http is not encrypted');
  return `${url.origin}${url.pathname.replace(/\/api(\/v\d+)?\/?$/, '').replace(/\/+$/, '')}`;
}

/** Where a GitHub answers: its own service has a host for that, and so have the tenants of ghe.com. */
export function githubApi(base: string): string {
  const url = new URL(base);
  if (['github.com', 'www.github.com', 'ssh.github.com', 'api.github.com'].includes(url.hostname)) return 'https://api.github.com';
  if (url.hostname.endsWith('.ghe.com')) return `https://api.${url.hostname.replace(/^api\./, '')}`;
  return `${base}/api/v3`;
}

/** Hosts that answer git over another port than the pages. */
export const pagesOf = (url: string): string => url.replace('://altssh.gitlab.com', '://gitlab.com').replace('://ssh.github.com', '://github.com');
