import type { Ledger } from '../emit/index.ts';
import type { Manifest } from '../manifest.ts';
import type { Model } from './model.ts';

/** One environment as one side of a comparison renders it. */
export interface SideEnvironment {
  readonly name: string;
  /** All objects and files, with their hashes: `file` is `<zone>/<application>/<name>`. */
  readonly ledger: Ledger;
  /** What a file of the ledger says; read when it is asked for. Throws a ProblemError when it cannot be read or is no manifest. */
  readonly manifest: (file: string) => Manifest;
  /** Text of a file that is no manifest. */
  readonly text: (file: string) => string;
  /** Absent where the side's code does not tell it, e.g. the config repository or a folder. */
  readonly model?: Model;
}

/** What is compared: a revision, a folder, the config repository, or the work tree. */
export interface Side {
  /** As people name it, e.g. `main (1a2b3c4d5e6f)`, `work tree`, `dist/`. */
  readonly label: string;
  readonly commit?: string;
  readonly environments: readonly SideEnvironment[];
}
