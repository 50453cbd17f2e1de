import { readToken } from '../argocd/token.ts';
import { problem, ProblemError } from '../problem/index.ts';
import type { ForgeKind } from './forge.ts';

/** Variables that hold a token, in the order in which they are looked at. */
export const TOKEN_VARIABLES: Readonly<Record<ForgeKind, readonly string[]>> = {
  gitlab: ['CHAMP_FORGE_TOKEN', 'GITLAB_TOKEN'],
  github: ['CHAMP_FORGE_TOKEN', 'GITHUB_TOKEN', 'GH_TOKEN'],
};

/** What a token must be allowed to do, in the words of the forge. */
export const SCOPES: Readonly<Record<ForgeKind, string>> = {
  gitlab: 'scope api',
  github: 'pull requests: write (classic: repo)',
};

/** The token from a file, else from the environment; throws a ProblemError, which never shows it. */
export function forgeToken(kind: ForgeKind, host: string, file: string | undefined, env: NodeJS.ProcessEnv): string {
  if (file !== undefined) return readToken({ file });
  const variable = TOKEN_VARIABLES[kind].find((name) => env[name]);
  if (variable === undefined) throw new ProblemError([problem('CHAMP9304', '--token-file', { value: host, allowed: TOKEN_VARIABLES[kind], scope: SCOPES[kind] })]);
  return readToken({ variable, text: env[variable]! });
}
