import { ledgerFiles, type Ledger, type LedgerFile, type LedgerObject } from '../../../engine/emit/index.ts';
import { withRepos, type ConfigRepo } from '../../../engine/publish/index.ts';
import { hashOf, zoneState } from '../../../engine/publish/state/zone-state.ts';
import type { Environment } from '../../../constructs/environment.ts';
import type { Language, Text } from '../../../engine/problem/index.ts';
import { buildEnvironment } from '../../estate/index.ts';
import { zoneRepositories } from '../../publish/repositories.ts';
import { diffWords, filled, sideWords as words } from '../words.ts';
import type { Given } from './contents.ts';
import type { Found } from './side.ts';

/** Where to look; see SidesInput. */
export interface LiveOptions {
  readonly live?: true | readonly string[];
  readonly branch: string;
  readonly folder?: string;
  readonly language: Language;
  readonly onProgress?: (text: Text) => void;
}

/** What is published of the head's environments, as a side. Contents that the head has are not brought over. Throws what a config repository refuses. */
export async function readLive(head: readonly Given[], options: LiveOptions): Promise<Found> {
  options.onProgress?.(diffWords.remote);
  const known = new Map(head.flatMap(({ ledger, contentOf }) => ledgerFiles(ledger).map(({ file, hash }) => [hash, contentOf(file)] as const)));
  const found: Live[] = [];
  for (const { name } of head) found.push(await liveEnvironment(buildEnvironment(name, options.folder), options, known));
  const repositories = [...new Set(found.flatMap((each) => each.repositories))].join(', ');
  return { label: filled(words.live, { repositories })[options.language], names: head.map(({ name }) => name), environments: found.map(({ given }) => given), notes: found.flatMap(({ notes }) => notes) };
}

interface Live {
  readonly given: Given;
  readonly repositories: readonly string[];
  readonly notes: readonly Text[];
}

/** Files are taken as they stand in the repository, whatever its ledgers say of them. */
function liveEnvironment(environment: Environment, { live = true, branch, onProgress }: LiveOptions, known: ReadonlyMap<string, Buffer>): Promise<Live> {
  const zones = zoneRepositories(environment, live === true ? [] : live);
  return withRepos(zones, { branch, onWait: () => onProgress?.(diffWords.waiting) }, async (repos) => {
    const contents = new Map<string, Buffer>();
    const notes: Text[] = [];
    const [objects, files]: [LedgerObject[], LedgerFile[]] = [[], []];
    for (const [repo, of] of repos) {
      await repo.fetch();
      repo.assertBranch();
      const ids = await knownBlobs(repo, known);
      for (const zone of of) {
        const state = await zoneState(repo, repo.tip(), environment.name, zone);
        if (!state.ledger) {
          notes.push(filled(words.unpublished, { repository: repo.shown, zone }));
          continue;
        }
        const blobOf = (file: string) => state.files.get(`${environment.name}/${file}`)?.blob;
        const rows = [...state.ledger.objects, ...state.ledger.files].map(({ file }) => blobOf(file)).filter((blob) => blob !== undefined && !ids.has(blob));
        const blobs = await repo.blobs(rows as string[]);
        // a file that somebody took away is not there, and one that was edited is what it is now
        const asItStands = <T extends LedgerFile>(row: T): readonly T[] => {
          const blob = blobOf(row.file);
          if (blob === undefined) return [];
          const own = blobs.get(blob);
          const hash = own ? hashOf(own) : ids.get(blob)!;
          contents.set(row.file, own ?? known.get(hash)!);
          return [{ ...row, hash }];
        };
        objects.push(...state.ledger.objects.flatMap(asItStands));
        files.push(...state.ledger.files.flatMap(asItStands));
      }
    }
    const byFile = (a: LedgerFile, b: LedgerFile) => (a.file < b.file ? -1 : 1);
    const ledger: Ledger = { version: 1, environment: environment.name, objects: objects.sort(byFile), files: files.sort(byFile) };
    return {
      given: { name: environment.name, ledger, contentOf: (file) => contents.get(file)! },
      repositories: [...repos.keys()].map(({ shown }) => shown), notes,
    };
  });
}

/** Hashes of the known contents by the ids that they have as blobs. */
async function knownBlobs(repo: ConfigRepo, known: ReadonlyMap<string, Buffer>): Promise<ReadonlyMap<string, string>> {
  const idOf = await repo.blobId();
  return new Map([...known].map(([hash, content]) => [idOf(content), hash]));
}
