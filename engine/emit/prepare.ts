import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clearStaging, stage, type OnStep } from './apply.ts';
import { acquireLock, heldLock } from './lock.ts';
import { onDisk, removeIfEmpty } from './storage.ts';
import { survey, type Survey } from './survey.ts';
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
  readonly lock: { readonly path: string; readonly token: string };
  /** The output folder was not there before. */
  readonly madeOut: boolean;
}

export interface PrepareOptions {
  /** How long to wait for another run on the same folder, in milliseconds; 10,000. */
  readonly waitMs?: number;
  /** Digest of a file whose content is known without reading it; undefined for all others. */
  readonly digestOf?: (path: string) => string | undefined;
  readonly onStep?: OnStep;
}

/** The file that says who writes the folder of an environment. */
export const lockOf = (out: string, environment: string): string => join(out, `.champ-${environment}.lock`);

/**
 * Takes the lock of `<out>/<environment>`, compares the folder with the tree and stages what differs; the output stays as it is.
 * To be followed by `commit` or `abandon`. Throws a ProblemError with everything that stands in the way, and has changed nothing then.
 */
export function prepare(out: string, tree: Tree, { waitMs = 10_000, digestOf, onStep = () => {} }: PrepareOptions = {}): Prepared {
  const { environment } = tree;
  const folder = join(out, environment);
  return onDisk(out, () => {
    const madeOut = mkdirSync(out, { recursive: true }) !== undefined;
    const lock = acquireLock(lockOf(out, environment), waitMs);
    try {
      onStep('locked', '');
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
      return { ...found, environment, write: found.write.map(({ file }) => file), isStaged: found.isStaged || isChange, files, objects, bytes, lock: { path: lock.path, token: lock.token }, madeOut };
    } catch (error) {
      lock.release();
      if (madeOut) removeIfEmpty(out);
      throw error;
    }
  });
}

/** Leaves the folders of these environments as they were. What cannot be cleared is left for the next run. */
export function abandon(out: string, prepared: readonly Prepared[]): void {
  for (const { environment, lock } of prepared) {
    try {
      clearStaging(join(out, environment));
      removeIfEmpty(join(out, environment));
      heldLock(lock).release();
    } catch {
      // whoever abandons has a reason that tells more
    }
  }
  if (prepared.some(({ madeOut }) => madeOut)) removeIfEmpty(out);
}
