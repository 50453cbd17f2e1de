import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { acquireLock, type Lock } from '../../emit/lock.ts';
import { ProblemError } from '../../problem/index.ts';

/** Where clones are kept unless somebody says otherwise. */
export const CACHE = join(__dirname, '..', '..', '..', '.champ', 'config');

/** A short name for a text of any length. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Where the clone of an absolute address is kept. */
export const cloneFolder = (address: string, cacheFolder: string = CACHE): string => resolve(cacheFolder, hashOf(address));

/** How long to wait for another process that uses the same clone, in milliseconds; five minutes. `onWait` is called once when that begins. */
export interface WaitOptions {
  readonly waitMs?: number;
  readonly onWait?: () => void;
}

/** Waits without stopping this process: another part of it may be the holder. */
export async function locked(path: string, { waitMs = 300_000, onWait }: WaitOptions): Promise<Lock> {
  const deadline = performance.now() + waitMs;
  for (let told = false; ;) {
    try {
      return acquireLock(path, 0);
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.problems.some(({ code }) => code === 'CHAMP4030') || performance.now() >= deadline) throw error;
      if (!told) onWait?.();
      told = true;
      await new Promise((go) => setTimeout(go, 50));
    }
  }
}

/** Only the holder of our lock works here, so these were left by a kill. */
export function removeLocks(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.lock') || /(?:^|[/\\])tmp_(?:pack|idx|obj)_/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
