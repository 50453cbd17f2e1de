import type { RegistryOptions } from '../../images/index.ts';
import { imageList, type ImageList } from './images.ts';
import { since as sinceOf, zoneHistory } from './history.ts';
import { checksums, jsonText, MEMBERS, type BundleManifest } from './manifest.ts';
import { packTar } from './tar.ts';
import { zoneTree } from './tree.ts';
import { borrowing } from '../git/borrowed.ts';
import { objectsOf } from '../state/objects.ts';
import type { ConfigRepo } from '../git/remote.ts';
import { sign } from './signature.ts';
import { zoneState } from '../state/zone-state.ts';

export interface BundleInput {
  /** Fetched. */
  readonly repo: ConfigRepo;
  readonly environment: string;
  readonly zone: string;
  /** What the other side has already: a config, source or zone commit. Without it the whole history crosses. */
  readonly since?: string;
  /** Private key file, or the public one whose other half an ssh agent holds. */
  readonly key: string;
  /** Absent: platforms of images are not asked for. */
  readonly registry?: RegistryOptions;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Bundle {
  /** Undefined when nothing is new since then. */
  readonly content?: Buffer;
  readonly manifest: BundleManifest;
  readonly images: ImageList;
}

/**
 * One file with what is new of one zone: its history as a git bundle, its images, checksums and a signature. Other zones are not in it, nor in
 * its commits or their messages. Throws a ProblemError when the zone is not published, `since` is unknown, the published tree is not what its
 * ledger says, or an image has no digest.
 */
export async function makeBundle({ repo, environment, zone, since, key, registry, onProgress }: BundleInput): Promise<Bundle> {
  return borrowing(repo.git, async (work) => {
    const history = await zoneHistory(repo, work, environment, zone);
    const tip = history.at(-1)!;
    const start = since === undefined ? undefined : await sinceOf(repo, history, since);
    const { objects, files } = await zoneTree(repo, tip.config, environment, zone);
    // what was there may have been edited by hand: it is only compared with
    const before = start === undefined ? [] : await objectsOf(repo, await zoneState(repo, start.config, environment, zone), environment);
    const isNew = start?.zone !== tip.zone;
    const images = await imageList({ environment, zone, objects, before, ...(registry && isNew ? { registry } : {}), onProgress });
    const manifest: BundleManifest = {
      format: 'champ-bundle', version: 1, environment, zone, branch: repo.branch, from: start?.zone ?? null, to: tip.zone, configFrom: start?.config ?? null, configTo: tip.config,
      source: tip.source ?? null, date: tip.date, commits: history.length - 1 - (start ? history.indexOf(start) : -1), objects: objects.length, files, images: images.images.length,
    };
    if (!isNew) return { manifest, images };
    const git = await work.bytes(['-c', 'pack.threads=1', 'bundle', 'create', '--quiet', '-', `refs/heads/${repo.branch}`, ...(start ? [`^${start.zone}`] : [])]);
    const members = new Map<string, Buffer>([[MEMBERS.manifest, jsonText(manifest)], [MEMBERS.images, jsonText(images)], [MEMBERS.git, git]]);
    members.set(MEMBERS.checksums, checksums(members));
    members.set(MEMBERS.signature, await sign(members.get(MEMBERS.checksums)!, key));
    return { content: packTar(members), manifest, images };
  });
}
