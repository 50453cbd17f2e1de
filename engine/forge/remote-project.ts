import { problem, ProblemError } from '../problem/index.ts';
import { masked } from '../publish/git/address.ts';

/** What the address of a git remote says about its forge. */
export interface RemoteProject {
  /** Host, with the port where the address is that of a web server. */
  readonly host: string;
  /** `https://host`, where the forge most likely answers. */
  readonly url: string;
  /** `group/sub/project`. */
  readonly path: string;
}

/**
 * Reads `git@host:group/project.git`, `https://host/group/project.git`, `ssh://git@host:22/group/project.git`. `base` is the page
 * of a forge that lives below a path of its host, which is no group then. Throws a ProblemError for anything else.
 */
export function remoteProject(address: string, base?: string): RemoteProject {
  const fail = (): never => {
    throw new ProblemError([problem('CHAMP9301', masked(address), { value: masked(address) })]);
  };
  const text = address.trim();
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  // a single letter in front of the colon is a drive
  const [, scpHost, scpPath] = isUrl ? [] : /^(?:[^@/\s:]+@)?(\[[^\]]+\]|[A-Za-z0-9.-]{2,}):(?!\/\/)(.+)$/.exec(text) ?? [];
  if (scpHost !== undefined) return { host: scpHost.toLowerCase(), url: `https://${scpHost.toLowerCase()}`, path: projectPath(scpPath!) ?? fail() };
  if (!isUrl || !URL.canParse(text)) return fail();
  const url = new URL(text);
  if (!/^(?:https?|ssh|git\+ssh):$/.test(url.protocol) || url.hostname === '') return fail();
  const isWeb = url.protocol.startsWith('http');
  // the port of an ssh server is none of the pages
  const host = isWeb ? url.host : url.hostname;
  const below = isWeb && base !== undefined && URL.canParse(base) ? new URL(base).pathname.replace(/\/+$/, '') : '';
  const path = below !== '' && url.pathname.startsWith(`${below}/`) ? url.pathname.slice(below.length) : url.pathname;
  return { host: host.toLowerCase(), url: `${url.protocol === 'http:' ? 'http' : 'https'}://${host.toLowerCase()}`, path: projectPath(path) ?? fail() };
}

function projectPath(text: string): string | undefined {
  const path = decoded(text).replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  return /^[\w.+-]+(?:\/[\w.+-]+)+$/.test(path) && !path.split('/').some((part) => part === '.' || part === '..') ? path : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
