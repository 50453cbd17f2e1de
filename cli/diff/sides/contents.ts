import type { Model, SideEnvironment } from '../../../engine/change/index.ts';
import { ledgerFiles, type Ledger } from '../../../engine/emit/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { problem, ProblemError } from '../../../engine/problem/index.ts';
import { manifestOf } from '../../../engine/publish/state/objects.ts';

/** One environment of a side before its contents are shared with the other side. */
export interface Given {
  readonly name: string;
  readonly ledger: Ledger;
  readonly model?: Model;
  /** Bytes of a file of the ledger. */
  readonly contentOf: (file: string) => Buffer;
  /** The manifest of a file where it is at hand. */
  readonly made?: (file: string) => Manifest | undefined;
  /** Of the data that a file was printed from, where that is known. */
  readonly fingerprint?: (file: string) => string | undefined;
}

/** Contents of both sides by their hash: what is equal is read once and is one object. */
export class Contents {
  /** Who has a content first. */
  private readonly places = new Map<string, { readonly given: Given; readonly file: string }>();
  private readonly manifests = new Map<string, Manifest>();

  /** Sides whose manifests are at hand should come first. */
  share(given: Given): SideEnvironment {
    const { name, ledger, model } = given;
    const hashes = new Map<string, string>();
    for (const { file, hash } of ledgerFiles(ledger)) {
      hashes.set(file, hash);
      if (!this.places.has(hash)) this.places.set(hash, { given, file });
    }
    const hashOf = (file: string) => hashes.get(file) ?? unreadable(`${name}/${file}`, 'not in its ledger');
    return {
      name, ledger, ...(model ? { model } : {}),
      manifest: (file) => this.manifest(hashOf(file), `${name}/${file}`),
      text: (file) => this.bytes(hashOf(file)).toString('utf8'),
    };
  }

  private manifest(hash: string, where: string): Manifest {
    let manifest = this.manifests.get(hash);
    if (manifest === undefined) {
      const { given, file } = this.places.get(hash)!;
      manifest = given.made?.(file) ?? manifestOf(given.contentOf(file)) ?? unreadable(where, 'no manifest');
      this.manifests.set(hash, manifest);
    }
    return manifest;
  }

  private bytes(hash: string): Buffer {
    const { given, file } = this.places.get(hash)!;
    return given.contentOf(file);
  }
}

function unreadable(where: string, value: string): never {
  throw new ProblemError([problem('CHAMP9009', where, { value })]);
}
