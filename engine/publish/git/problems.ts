import { problem, type Code, type Problem } from '../../problem/index.ts';
import { masked } from './address.ts';

/** What a command was about, for what is said when it fails. */
export interface Asked {
  /** Address of the remote, if the command talks to one. */
  readonly address?: string;
  readonly branch?: string;
  readonly where?: string;
}

interface Failed {
  readonly code: number | null;
  readonly err: string;
  readonly isTimeout: boolean;
}

/** The first row whose words are in the answer; the git program speaks English here. */
const REMOTE: readonly (readonly [RegExp, Code])[] = [
  [/hook declined|protected branch|denying non-fast-forward|refusing to update checked out branch|remote rejected.*(?:declined|protected|prohibited|denied)|GH006|GL-HOOK-ERR|pre-receive/i, 'CHAMP7006'],
  [/authentication failed|permission denied|could not read (?:username|password)|terminal prompts disabled|returned error: 40[137]|HTTP 40[137]|insufficient permission|access denied|permission to .* denied|remote unpack failed|unpacker error|unable to create temporary|host key verification failed|dubious ownership|not authorized|write access/i, 'CHAMP7002'],
  [/does not appear to be a git repository|not a git repository|repository .*not found|returned error: 404|does not exist|is this a git repository|not valid: could not determine hash|invalid (?:server response|ls-refs)|DAV|http-push|dumb http|unable to find remote helper|is not a git command|unsupported protocol|protocol .* (?:not supported|disabled)|transport .* not allowed|invalid (?:url|path)|no path specified|service not enabled/i, 'CHAMP7001'],
  [/could not resolve|connection refused|failed to connect|couldn't connect|could not connect|timed out|network is unreachable|no route to host|connection reset|connection closed|early eof|hung up|rpc failed|unexpected disconnect|operation too slow|empty reply|unable to connect|failed to report status|unable to access|ssl|tls/i, 'CHAMP7003'],
];

/** Why a git command failed, as people can mend it; user and password of an address are never in it. */
export function gitProblem({ code, err, isTimeout }: Failed, args: readonly string[], { address, branch, where }: Asked): Problem {
  const place = masked(address ?? where ?? 'git');
  if (isTimeout) return problem('CHAMP7004', place, { value: args[0] });
  const why = reasonOf(err) || (code === null ? 'killed' : `exit code ${code}`);
  const found = address === undefined ? undefined : REMOTE.find(([pattern]) => pattern.test(err))?.[1];
  return problem(found ?? 'CHAMP7008', place, { value: args[0], why, ...(branch === undefined ? {} : { branch }) });
}

/** The lines that say most: those of the server first, then errors; at most three, without advice. */
export function reasonOf(err: string): string {
  const lines = masked(err).split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '' && !/^(?:hint|To |From |\*|=|Please make sure|and the repository exists)/.test(line));
  const said = lines.filter((line) => line.startsWith('remote:')).map((line) => line.slice('remote:'.length).trim()).filter((line) => line !== '');
  const errors = lines.filter((line) => /^(?:fatal|error|!)/.test(line)).map((line) => line.replace(/^(?:fatal|error): /, '').replace(/\s+/g, ' '));
  // what ssh says has no prefix
  const others = lines.filter((line) => !/^(?:fatal|error|!|remote:)/.test(line) && /denied|refused|failed|could not|cannot|unable|timed out|not found/i.test(line));
  // eslint-disable-next-line no-control-regex
  return [...said, ...others, ...errors].slice(0, 3).join('; ').replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 600) || (lines.at(-1) ?? '').slice(0, 600);
}
