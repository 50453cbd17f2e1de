import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../../engine/inspect/plain.ts';
import { codes } from '../../../engine/problem/codes/index.ts';
import type { Problem } from '../../../engine/problem/index.ts';
import { ROOT } from '../../estate/environments.ts';
import { readPack, writePack, type Pack } from './pack.ts';

/** Below node_modules, so that what is checked out here finds the packages of the project. Deleting it costs nothing but time. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'champ-diff');
/** Of what is kept; another one is not read. */
const FORMAT = 1;
/** Renderings that are kept, of 8 MB for a city. */
const KEPT = 10;
/** Folders of packages that are kept, for revisions with another lock file. */
const KEPT_MODULES = 2;
/** A kept folder may be in use for so long. */
const IN_USE_MS = 3_600_000;

/** What rendering sources came to, by environment; or what is wrong with them. */
export class RenderCache {
  private readonly folder: string;
  private readonly key: string;

  /** `sources` names all that a rendering reads. */
  constructor(cache: string, sources: string) {
    this.folder = join(cache, 'rendered');
    this.key = hash('sha256', JSON.stringify([FORMAT, sources, process.version, process.platform, process.arch])).slice(0, 32);
  }

  pack(environment: string): Pack | undefined {
    const path = this.path(environment);
    const found = readPack(path);
    if (found) touch(path);
    return found;
  }

  keep(environment: string, pack: Pack): void {
    try {
      mkdirSync(this.folder, { recursive: true });
      writePack(this.path(environment), pack);
      prune(this.folder, KEPT);
    } catch {
      // without room for it the next run takes longer
    }
  }

  /** Why these environments of the sources cannot be rendered, if that is known. */
  problems(environments: readonly string[]): readonly Problem[] | undefined {
    try {
      const found: unknown = JSON.parse(readFileSync(this.path(`${environments.join('+')}.problems`), 'utf8'));
      return Array.isArray(found) && found.length > 0 && found.every(isProblem) ? found : undefined;
    } catch {
      return undefined;
    }
  }

  keepProblems(environments: readonly string[], problems: readonly Problem[]): void {
    try {
      mkdirSync(this.folder, { recursive: true });
      const path = this.path(`${environments.join('+')}.problems`);
      writeFileSync(`${path}.${process.pid}.draft`, JSON.stringify(problems));
      renameSync(`${path}.${process.pid}.draft`, path);
    } catch {
      // the next run finds out again
    }
  }

  private path(name: string): string {
    return join(this.folder, `${this.key}-${hash('sha256', name).slice(0, 16)}`);
  }
}

/** A folder of this process alone; `remove` when it is not needed any more. Those of processes that were killed are removed on the way. */
export function workFolder(parent: string): { readonly path: string; readonly remove: () => void } {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = /^work-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !isAlive(Number(pid))) remove(join(parent, name));
  }
  let count = 0;
  let path: string;
  do path = join(parent, `work-${process.pid}-${count++}`); while (existsSync(path));
  mkdirSync(path);
  return { path, remove: () => remove(path) };
}

/** The folder whose packages are those of a lock file; made, but empty at first. */
export function modulesFolder(cache: string, lock: Buffer): string {
  const all = join(cache, 'modules');
  const folder = join(all, hash('sha256', lock).slice(0, 32));
  mkdirSync(folder, { recursive: true });
  touch(folder);
  prune(all, KEPT_MODULES, IN_USE_MS);
  return folder;
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // it is removed earlier then
  }
}

/** Removes the oldest but `kept`, and none that was used a moment ago. */
function prune(folder: string, kept: number, inUseMs = 0): void {
  const rows = readdirSync(folder).map((name) => ({ name, time: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { name, time } of rows.sort((a, b) => b.time - a.time).slice(kept)) {
    if (Date.now() - time >= inUseMs) remove(join(folder, name));
  }
}

/** What stays, since somebody still writes there or forbids it, the next run removes. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // it is in nobody's way
  }
}

const isProblem = (row: unknown): row is Problem => isRecord(row) && typeof row['code'] === 'string' && Object.hasOwn(codes, row['code']) && typeof row['where'] === 'string' && isRecord(row['args']);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
