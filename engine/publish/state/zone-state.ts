import { ledgerFiles, parseLedger, type Ledger } from '../../emit/index.ts';
import { digestOf } from '../../emit/digest.ts';
import { problem, Problems, type Problem } from '../../problem/index.ts';
import { drySha } from './metadata.ts';
import { LEDGER, METADATA } from './published.ts';
import type { Entry } from '../git/reader.ts';
import type { ConfigRepo } from '../git/remote.ts';

/** What a commit holds of one zone. */
export interface ZoneState {
  readonly zone: string;
  /** Folder of the zone in the repository: `linyi/core`. */
  readonly folder: string;
  readonly commit?: string;
  /** Every file in that folder, ours or not, by path in the repository. */
  readonly files: ReadonlyMap<string, Entry>;
  readonly ledger?: Ledger;
  /** Hash that the ledger has of each of our files, by path in the repository. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Source commit that `hydrator.metadata` names. */
  readonly source?: string;
  /** What cannot be read. */
  readonly problems: readonly Problem[];
}

/** Reads one zone of a commit; without a commit it is empty. */
export async function zoneState(repo: ConfigRepo, commit: string | undefined, environment: string, zone: string): Promise<ZoneState> {
  const folder = `${environment}/${zone}`;
  const files = await repo.tree(commit, folder);
  const own = [LEDGER, METADATA].map((name) => files.get(`${folder}/${name}`)).filter((entry) => entry !== undefined && entry.mode.startsWith('100'));
  const blobs = await repo.blobs(own.map((entry) => entry!.blob));
  const textOf = (name: string) => blobs.get(files.get(`${folder}/${name}`)?.blob ?? '')?.toString('utf8');
  const problems = new Problems();
  const where = `${repo.shown} ${folder}/${LEDGER}`;
  const written = textOf(LEDGER);
  const ledger = written === undefined ? undefined : problems.gather(() => parseLedger(written, where));
  // a row of another zone would let this one remove that one's files
  const stray = ledger && ledgerFiles(ledger).find(({ file }) => !file.startsWith(`${zone}/`));
  if (stray) problems.push(problem('CHAMP4020', where, { value: `${stray.file} is not below ${zone}/` }));
  const usable = ledger && !stray ? ledger : undefined;
  const hashes = new Map(usable ? ledgerFiles(usable).map(({ file, hash }) => [`${environment}/${file}`, hash] as const) : []);
  const metadata = textOf(METADATA);
  return {
    zone, folder, ...(commit === undefined ? {} : { commit }), files, ...(usable ? { ledger: usable } : {}), hashes,
    ...(metadata === undefined ? {} : { source: drySha(metadata) }), problems: problems.all(),
  };
}

/** Our two files beside those of the ledger. */
export const isOwnFile = ({ folder }: ZoneState, path: string): boolean => path === `${folder}/${LEDGER}` || path === `${folder}/${METADATA}`;

/** Hash of bytes as a ledger has it. */
export const hashOf = (bytes: Buffer): string => digestOf(bytes);
