import { readAuthority } from '../argocd/token.ts';
import { problem, ProblemError } from '../problem/index.ts';
import { masked } from '../publish/git/address.ts';
import { FORGES, type Forge, type ForgeKind } from './forge.ts';
import { forgeAddress, forgeOfHost, pagesOf } from './forge-address.ts';
import { forgeToken } from './forge-token.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { remoteProject } from './remote-project.ts';
import { sender, type SendOptions } from './send.ts';

export interface ForgeOptions extends Pick<SendOptions, 'timeoutMs' | 'tries' | 'pauseMs' | 'longestMs'> {
  /** Address of the git remote. */
  readonly remote: string;
  /** Default: CHAMP_FORGE, else by the host where everybody knows it. */
  readonly kind?: ForgeKind;
  /** Pages of the forge; default: CHAMP_FORGE_URL, else the host of the remote. */
  readonly url?: string;
  readonly tokenFile?: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Which project of which forge a remote is, without asking anybody. */
export interface ForgePlace {
  readonly kind: ForgeKind;
  readonly base: string;
  readonly host: string;
  readonly project: string;
}

/** Reads what is said about the forge; throws a ProblemError with what is missing. */
export function forgePlace({ remote, kind, url: given, env }: ForgeOptions): ForgePlace {
  const asked = given ?? (env['CHAMP_FORGE_URL'] || undefined);
  const base = asked === undefined ? undefined : forgeAddress(asked, given === undefined ? 'CHAMP_FORGE_URL' : '--forge-url');
  const { host, path: project, url } = remoteProject(remote, base);
  const forge = kind ?? kindOf(env) ?? forgeOfHost(base === undefined ? host : new URL(base).host) ?? forgeOfHost(host);
  if (forge === undefined) throw new ProblemError([problem('CHAMP9302', '--forge', { value: host, allowed: FORGES })]);
  if (forge === 'github' && project.split('/').length !== 2) throw new ProblemError([problem('CHAMP9301', 'github', { value: masked(remote) })]);
  return { kind: forge, base: base ?? forgeAddress(pagesOf(url), '--forge-url'), host, project };
}

function kindOf(env: NodeJS.ProcessEnv): ForgeKind | undefined {
  const value = env['CHAMP_FORGE'];
  if (!value) return undefined;
  if (!(FORGES as readonly string[]).includes(value)) throw new ProblemError([problem('CHAMP9302', 'CHAMP_FORGE', { value, allowed: FORGES })]);
  return value as ForgeKind;
}

/** A connection to the project of a remote; sends nothing yet. CHAMP_FORGE_CA names certificates that are trusted beside the known ones. */
export function connectForge(options: ForgeOptions): Forge {
  const { kind, base, host, project } = forgePlace(options);
  const token = forgeToken(kind, host, options.tokenFile, options.env);
  const file = options.env['CHAMP_FORGE_CA'];
  const { timeoutMs, tries, pauseMs, longestMs } = options;
  const connection = sender({
    kind, token, ...(file ? { ca: readAuthority(file) } : {}), ...(timeoutMs === undefined ? {} : { timeoutMs }), ...(tries === undefined ? {} : { tries }),
    ...(pauseMs === undefined ? {} : { pauseMs }), ...(longestMs === undefined ? {} : { longestMs }),
  });
  return (kind === 'gitlab' ? gitlab : github)({ base, project, token, sender: connection });
}
