import { ProblemError } from '../../problem/index.ts';
import { absoluteAddress } from './address.ts';
import { ConfigRepo, type ConfigRepoOptions } from './remote.ts';

/** What git says of a clone that is damaged: it is made anew, since all of it is on the remote. */
const DAMAGED = /corrupt|bad object|missing (?:blob|tree|commit)|unable to read|invalid object|loose object|packfile|bad (?:config|signature|sha1)|unable to parse|not a valid object|cannot read|inflate|unresolved deltas|did not send all necessary objects|index-pack|file size .* mismatch|not a git repository/i;

/** Opens the clone of every address, in one order for all processes, with the zones that are in it; closes them all. A damaged clone is made anew, once. */
export async function withRepos<T>(
  zones: readonly { readonly zone: string; readonly repository: string }[], options: ConfigRepoOptions, work: (repos: ReadonlyMap<ConfigRepo, readonly string[]>) => Promise<T>,
): Promise<T> {
  const byAddress = new Map<string, string[]>();
  for (const { zone, repository } of zones) {
    const address = absoluteAddress(repository);
    byAddress.set(address, [...byAddress.get(address) ?? [], zone]);
  }
  const repos = new Map<ConfigRepo, readonly string[]>();
  try {
    for (const address of [...byAddress.keys()].sort()) repos.set(await ConfigRepo.open(address, options), byAddress.get(address)!.sort());
    try {
      return await work(repos);
    } catch (error) {
      if (!isDamage(error)) throw error;
      for (const repo of repos.keys()) await repo.reset();
      return await work(repos);
    }
  } finally {
    for (const repo of repos.keys()) repo.close();
  }
}

const isDamage = (error: unknown): boolean => error instanceof ProblemError && error.problems.some(({ code, args }) => code === 'CHAMP7008' && DAMAGED.test(args['why'] ?? ''));
