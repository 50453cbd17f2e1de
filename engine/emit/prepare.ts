import { join } from 'node:path';
import { clearStaging, stage, type OnStep } from './apply.ts';
import { onDisk, removeIfEmpty } from './storage.ts';
import { survey, type KnownDigest, type Survey } from './survey.ts';
import { filesOf, type Tree } from './tree.ts';

/**
 * What has to be done to the folder of one environment, whose new content is on the disk already, in the staging folder: its tree
 * is not needed any more. Plain data, so that a thread can hand it to the one that commits.
 */
export interface Prepared extends Omit<Survey, 'write'> {
  readonly environment: string;
  /** Staged files, in their order there. */
  readonly write: readonly string[];
  /** All of the tree, its ledger too, with `sha256:...` of each. */
  readonly files: readonly { readonly file: string; readonly hash: string }[];
  readonly objects: number;
  /** Of all files but the ledger. */
  readonly bytes: number;
}

export interface PrepareOptions {
  /** Digest of a file below the folder of an environment whose content is known without reading it; undefined for all others. */
  readonly digestOf?: KnownDigest;
  readonly onStep?: OnStep;
}

/**
 * Compares `<out>/<environment>`, whose lock the process holds, with the tree and stages what differs; the output stays as it is.
 * To be followed by `commit` or `abandon`. Throws a ProblemError with everything that stands in the way, and has changed nothing then.
 */
export function prepare(out: string, tree: Tree, { digestOf, onStep = () => {} }: PrepareOptions = {}): Prepared {
  const { environment } = tree;
  const folder = join(out, environment);
  return onDisk(out, () => {
    const found = survey(folder, tree, digestOf);
    const isChange = !found.isRecorded || found.write.length + found.remove.length + found.pending.length > 0;
    if (isChange) {
      stage(folder, tree, found);
      onStep('staged', '');
    }
    let [bytes, objects] = [0, 0];
    for (const file of tree.files.values()) {
      bytes += file.bytes;
      if (file.object) objects++;
    }
    const files = filesOf(tree).map(({ file, hash }) => ({ file, hash }));
    return { ...found, environment, write: found.write.map(({ file }) => file), isStaged: found.isStaged || isChange, files, objects, bytes };
  });
}

/** Removes what is staged for these environments, whose locks the process holds. What cannot be cleared is left for the next run. */
export function abandon(out: string, environments: readonly string[]): void {
  for (const environment of environments) {
    try {
      clearStaging(join(out, environment));
      removeIfEmpty(join(out, environment));
    } catch {
      // whoever abandons has a reason that tells more
    }
  }
}
