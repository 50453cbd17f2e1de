import { problem, ProblemError } from '../../problem/index.ts';
import type { Git } from '../git/git.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { SOURCE_COMMIT, trailersOf, ZONES, zonesIn } from '../state/trailers.ts';

/** Names the commit of the config repository that a commit of a zone's history stands for. */
export const CONFIG_COMMIT = 'Champ-Config-Commit';

/** A commit of the history that crosses the gap: one zone's folder and nothing else. */
export interface ZoneCommit {
  readonly zone: string;
  /** Commit of the config repository. */
  readonly config: string;
  readonly source?: string;
  /** When the config commit was made, ISO 8601 in UTC. */
  readonly date: string;
}

interface Row {
  readonly sha: string;
  readonly author: string;
  readonly committer: string;
  readonly message: string;
}

/**
 * Writes the history of one zone as `refs/heads/<branch>` of `work`, which borrows the objects of the config repository: a commit for each
 * that changed the zone's folder along the branch, oldest first. It depends on the config repository's history alone, so that what is made
 * later continues what was made before, on any machine.
 */
export async function zoneHistory(repo: ConfigRepo, work: Git, environment: string, zone: string): Promise<readonly ZoneCommit[]> {
  const folder = `${environment}/${zone}`;
  const tip = repo.tip();
  const rows = tip === undefined ? [] : await commitsOf(repo, tip, folder);
  if (rows.length === 0) throw new ProblemError([problem('CHAMP7217', repo.shown, { value: folder, branch: repo.branch })]);
  const checked = await repo.git.run(['cat-file', '--batch-check=%(objectname) %(objecttype)'], { input: rows.map(({ sha }) => `${sha}:${folder}\n`).join('') });
  const trees = checked.split('\n').map((line) => /^([0-9a-f]+) tree$/.exec(line)?.[1]);
  const ref = `refs/heads/${repo.branch}`;
  const script = rows.map(({ author, committer, sha, message }, index) => {
    const text = zoneMessage(message, zone, sha);
    const tree = trees[index];
    return [
      `commit ${ref}`, `mark :${index + 1}`, `author ${author}`, `committer ${committer}`, `data ${Buffer.byteLength(text)}`, text,
      'deleteall', ...(tree === undefined ? [] : [`M 040000 ${tree} ${folder}`]), '', `get-mark :${index + 1}`, '',
    ].join('\n');
  });
  const ids = (await work.run(['fast-import', '--quiet', '--date-format=raw'], { input: `feature done\n${script.join('')}done\n` })).trim().split('\n');
  return rows.map(({ sha, committer, message }, index) => {
    const source = trailersOf(message).get(SOURCE_COMMIT);
    return { zone: ids[index]!, config: sha, ...(source === undefined ? {} : { source }), date: new Date(Number(/ (\d+) [-+]\d{4}$/.exec(committer)![1]) * 1000).toISOString() };
  });
}

async function commitsOf(repo: ConfigRepo, tip: string, folder: string): Promise<readonly Row[]> {
  const format = ['%H', '%an', '%ae', '%ad', '%cn', '%ce', '%cd', '%B'].join('%x01');
  const out = await repo.git.run(['log', '-z', '--first-parent', '--reverse', '--date=raw', `--format=${format}`, tip, '--', folder]);
  return out.split('\0').filter((row) => row !== '').map((row) => {
    const [sha = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', ...message] = row.split('\x01');
    return { sha, author: person(an, ae, ad), committer: person(cn, ce, cd), message: message.join('\x01') };
  });
}

const person = (name: string, email: string, date: string): string => `${name.replace(/[<>\n]/g, '') || 'unknown'} <${email.replace(/[<>\n]/g, '')}> ${date}`;

/** The message without what it says of other zones. */
export function zoneMessage(message: string, zone: string, config: string): string {
  const trailers = trailersOf(message);
  const ours = zonesIn(trailers).length > 0;
  const lines = message.trimEnd().split('\n').flatMap((line) => {
    if (!ours) return [line];
    const counted = /^([\w-]+): \d+ created, \d+ changed, \d+ removed$/.exec(line)?.[1];
    if (counted !== undefined && counted !== zone) return [];
    return [line.startsWith(`${ZONES}: `) ? `${ZONES}: ${zone}` : line];
  });
  return `${lines.join('\n')}${trailers.size > 0 ? '\n' : '\n\n'}${CONFIG_COMMIT}: ${config}\n`;
}

/**
 * The newest commit of the history that `--since` covers. It is named by any of its three ids (config commit, source commit, zone commit;
 * seven digits or more), by a commit of the config repository that touched something else, or by the branch that was bundled.
 */
export async function since(repo: ConfigRepo, history: readonly ZoneCommit[], revision: string): Promise<ZoneCommit> {
  const named = /^[0-9a-f]{7,64}$/.test(revision) ? history.filter(({ zone, config, source }) => [zone, config, source].some((id) => id?.startsWith(revision))) : [];
  if (named.length > 0) return named.at(-1)!;
  const unknown = () => new ProblemError([problem('CHAMP7216', '--since', { value: revision, allowed: history.slice(-5).reverse().map(({ config }) => config.slice(0, 12)) })]);
  if (revision.startsWith('-')) throw unknown();
  const found = await repo.git.end(['rev-parse', '--verify', '--quiet', '--end-of-options', `${repo.tip(revision) ?? revision}^{commit}`]);
  if (found.code !== 0) throw unknown();
  const commit = found.out.toString('utf8').trim();
  if (!(await repo.isAncestor(commit, repo.tip()!))) throw unknown();
  const before = new Set((await repo.git.run(['rev-list', '--first-parent', commit])).split('\n'));
  return history.findLast(({ config }) => before.has(config)) ?? ((): never => { throw unknown(); })();
}
