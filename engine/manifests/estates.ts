import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { readLedger, type LedgerFile } from '../emit/ledger.ts';
import type { Problems } from '../problem/index.ts';

/** A rendered environment on disk: a folder with a ledger. */
export interface Estate {
  /** Absolute, links resolved. */
  readonly root: string;
  readonly environment: string;
  /** As the ledger has them, by path below the root. */
  readonly objects: ReadonlyMap<string, LedgerFile>;
  readonly files: ReadonlyMap<string, LedgerFile>;
}

export const LEDGER = 'ledger.json';

/** How far above a path its ledger may be: `dist/<environment>/<zone>/<application>/<file>`. */
const LEVELS = 4;

/** The estates that were met, one for each root. */
export class Estates {
  private readonly known = new Map<string, Estate>();
  private readonly problems: Problems;

  constructor(problems: Problems) {
    this.problems = problems;
  }

  all(): readonly Estate[] {
    return [...this.known.values()];
  }

  /** The estate in a folder that holds a ledger; a ledger that cannot be read is a problem, and its zones are kept apart still. */
  open(root: string): Estate {
    let estate = this.known.get(root);
    if (!estate) {
      const ledger = this.problems.gather(() => readLedger(root));
      const byFile = (rows: readonly LedgerFile[]) => new Map(rows.map((row) => [row.file, row]));
      estate = { root, environment: ledger?.environment ?? basename(root), objects: byFile(ledger?.objects ?? []), files: byFile(ledger?.files ?? []) };
      this.known.set(root, estate);
    }
    return estate;
  }

  /** The estate that a path is a part of. */
  above(path: string): Estate | undefined {
    let folder = dirname(path);
    for (let level = 0; level < LEVELS && folder !== dirname(folder); level += 1, folder = dirname(folder)) {
      if (existsSync(join(folder, LEDGER))) return this.open(folder);
    }
    return undefined;
  }
}

/** Path of a file below the estate's root, as the ledger writes it. */
export const below = (estate: Estate, path: string): string => relative(estate.root, path).split(sep).join('/');
