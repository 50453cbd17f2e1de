import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Model } from '../../../engine/change/index.ts';
import { digestOf } from '../../../engine/emit/digest.ts';
import { ledgerFiles, type Ledger, type LedgerFile, type Tree } from '../../../engine/emit/index.ts';
import { fileOf, type Manifest, type RenderedFile, type RenderedObject } from '../../../engine/manifest.ts';
import { problem, ProblemError } from '../../../engine/problem/index.ts';

/** All that one environment renders to, in one file: 2,500 files take longer to write and to remove than to render. */
export interface Pack {
  readonly ledger: Ledger;
  /** Absent where the code that rendered it has none. */
  readonly model?: Model;
  /** Bytes of a file of the ledger. */
  readonly contentOf: (file: string) => Buffer;
  /** Fingerprint of the data that an object's file was printed from; see `fingerprintOf`. */
  readonly fingerprint?: (file: string) => string | undefined;
}

/** `champ-pack 1 <length of the head> <its sha256>`, the head as JSON, then the contents one after the other. */
const MARK = /^champ-pack 1 (\d{1,10}) ([0-9a-f]{64})\n/;

interface Head {
  readonly ledger: Ledger;
  readonly model?: Model;
  /** Bytes of the contents, in the order of `ledgerFiles`. */
  readonly sizes: readonly number[];
  /** In the order of the ledger's objects; absent where only what was written is known. */
  readonly fingerprints?: readonly string[];
}

/** What `renderEnvironment` gives, as far as it is needed here. */
export interface Printed {
  readonly output: { readonly objects: readonly RenderedObject[]; readonly files: readonly RenderedFile[] };
  readonly tree: Tree;
}

export function packOf({ tree, output }: Printed, model?: Model): Pack {
  const fingerprints = new Map(output.objects.map((object) => [fileOf(object), fingerprintOf(object.manifest)]));
  return { ledger: ledgerOf(tree), ...(model ? { model } : {}), contentOf: (file) => Buffer.from(tree.files.get(file)!.content), fingerprint: (file) => fingerprints.get(file) };
}

/** The same for two objects only if they print the same: far faster than to print them. */
export const fingerprintOf = (manifest: Manifest): string => hash('sha256', JSON.stringify(manifest)).slice(0, 32);

/** The ledger of a tree as data. */
export function ledgerOf({ environment, files }: Tree): Ledger {
  const rows = [...files.values()];
  const common = ({ file, hash: digest, path, source }: LedgerFile): LedgerFile => ({ file, hash: digest, path, source });
  return {
    version: 1, environment,
    objects: rows.flatMap((row) => (row.object ? [{ ...common(row), ...row.object }] : [])),
    files: rows.filter(({ object }) => object === undefined).map(common),
  };
}

/** Its name appears when it is whole. Throws the file system's errors. */
export function writePack(path: string, { ledger, model, contentOf, fingerprint }: Pack): void {
  const contents = ledgerFiles(ledger).map(({ file }) => contentOf(file));
  const head = Buffer.from(JSON.stringify({
    ledger, ...(model ? { model } : {}), sizes: contents.map(({ length }) => length), ...(fingerprint ? { fingerprints: ledger.objects.map(({ file }) => fingerprint(file) ?? '') } : {}),
  } satisfies Head));
  const draft = `${path}.${process.pid}.draft`;
  try {
    writeFileSync(draft, Buffer.concat([Buffer.from(`champ-pack 1 ${head.length} ${hash('sha256', head, 'hex')}\n`), head, ...contents]));
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What `writePack` wrote; undefined when there is none, or it is damaged, or of another version. */
export function readPack(path: string): Pack | undefined {
  try {
    return parsePack(readFileSync(path), path);
  } catch {
    return undefined;
  }
}

function parsePack(bytes: Buffer, path: string): Pack | undefined {
  const [mark = '', length, digest] = MARK.exec(bytes.toString('latin1', 0, 100)) ?? [];
  if (mark === '') return undefined;
  const start = mark.length + Number(length);
  const head = bytes.subarray(mark.length, start);
  if (hash('sha256', head, 'hex') !== digest) return undefined;
  const { ledger, model, sizes, fingerprints } = JSON.parse(head.toString('utf8')) as Head;
  const places = new Map<string, readonly [from: number, to: number, digest: string]>();
  let at = start;
  ledgerFiles(ledger).forEach(({ file, hash: own }, index) => {
    places.set(file, [at, at += sizes[index]!, own]);
  });
  if (at !== bytes.length) return undefined;
  // few are read, and only what is read is verified
  const contentOf = (file: string): Buffer => {
    const [from, to, own] = places.get(file)!;
    const content = bytes.subarray(from, to);
    if (digestOf(content) === own) return content;
    // the next run renders it again
    rmSync(path, { force: true });
    throw new ProblemError([problem('CHAMP9009', path, { value: file })]);
  };
  const prints = fingerprints && new Map(ledger.objects.map(({ file }, index) => [file, fingerprints[index]]));
  return { ledger, ...(model ? { model } : {}), contentOf, ...(prints ? { fingerprint: (file: string) => prints.get(file) } : {}) };
}
