import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { ledgerFiles, parseLedger, printYaml, verifyTree, type Ledger, type LedgerFile, type LedgerObject } from '../../../engine/emit/index.ts';
import { digestOf, digestOfFile } from '../../../engine/emit/digest.ts';
import { fileName, type Manifest } from '../../../engine/manifest.ts';
import { readManifests } from '../../../engine/manifests/index.ts';
import { problem, ProblemError, Problems, type Text } from '../../../engine/problem/index.ts';
import { filled, sideWords as words } from '../words.ts';
import type { Given } from './contents.ts';
import type { Found } from './side.ts';

const LEDGER = 'ledger.json';

/** A folder as a side: `dist`, one environment of it, or a copy of a config repository; undefined when it is none of them. Throws a ProblemError when it cannot be read. */
export function readFolder(folder: string): Found | undefined {
  const problems = new Problems();
  const found = problems.gather(() => environmentsIn(folder)) ?? [];
  problems.throwIfAny();
  if (found.length === 0) return undefined;
  return { label: labelOf(folder), names: found.map(({ given }) => given.name), environments: found.map(({ given }) => given), notes: found.flatMap(({ notes }) => notes) };
}

const labelOf = (folder: string): string => folder.split(sep).join('/');

interface Read {
  readonly given: Given;
  readonly notes: readonly Text[];
}

function environmentsIn(folder: string): readonly Read[] {
  const own = environmentAt(folder);
  return own ? [own] : foldersIn(folder).flatMap((name) => environmentAt(join(folder, name)) ?? []);
}

/** One environment: by the ledger that synth wrote, or by those of its zones, as a config repository has them. */
function environmentAt(folder: string): Read | undefined {
  const zones = foldersIn(folder).flatMap((zone) => zoneLedger(folder, zone) ?? []);
  if (!existsSync(join(folder, LEDGER))) {
    const environment = zones[0]?.environment;
    return environment === undefined ? undefined : asItStands(folder, {
      version: 1, environment, objects: zones.flatMap(({ objects }) => objects), files: zones.flatMap(({ files }) => files),
    });
  }
  if (zoneLedger(join(folder, '..'), basename(resolve(folder))) !== undefined) return undefined;
  const { ledger, isInterrupted, problems, changed, missing } = verifyTree(folder);
  if (problems.length > 0) throw new ProblemError(problems);
  if (!ledger || isInterrupted) throw new ProblemError([problem('CHAMP9011', folder, { value: folder })]);
  return asItStands(folder, ledger, new Set([...changed, ...missing]));
}

/** The ledger of a zone in a config repository, whose rows are below the zone's folder. */
function zoneLedger(folder: string, zone: string): Ledger | undefined {
  const path = join(folder, zone, LEDGER);
  if (!existsSync(path)) return undefined;
  const ledger = parseLedger(readFileSync(path, 'utf8'), path);
  return ledgerFiles(ledger).every(({ file }) => file.startsWith(`${zone}/`)) ? ledger : undefined;
}

/** Files are what they are now: what was edited since counts as edited, what is gone as gone. `suspects` are the files that may not be as the ledger says. */
function asItStands(folder: string, ledger: Ledger, suspects?: ReadonlySet<string>): Read {
  let edited = 0;
  const stands = <T extends LedgerFile>(row: T): readonly T[] => {
    if (suspects && !suspects.has(row.file)) return [row];
    const path = join(folder, row.file);
    const hash = statSync(path, { throwIfNoEntry: false })?.isFile() ? digestOfFile(path) : undefined;
    if (hash !== row.hash) edited += 1;
    return hash === undefined ? [] : [{ ...row, hash }];
  };
  const found: Ledger = { ...ledger, objects: ledger.objects.flatMap(stands), files: ledger.files.flatMap(stands) };
  return {
    given: { name: ledger.environment, ledger: found, contentOf: (file) => readFileSync(join(folder, file)) },
    notes: edited > 0 ? [filled(words.edited, { folder, count: edited })] : [],
  };
}

/**
 * Any manifests as a side. They have no environment of their own, so they are compared with the one of the head, in whose places they
 * stand, printed as synth would. Throws a ProblemError where there are none, or several environments.
 */
export function readLoose(folder: string, [head, ...others]: readonly Given[]): Found {
  if (!head || others.length > 0) throw new ProblemError([problem('CHAMP9012', folder, { value: folder, allowed: [head, ...others].flatMap((each) => each?.name ?? []) })]);
  const found = readManifests([folder]);
  if (found.problems.length > 0) throw new ProblemError(found.problems);
  if (found.objects.length === 0) throw new ProblemError([problem('CHAMP9012', folder, { value: folder })]);
  const places = new Map<string, string[]>();
  for (const { file, ...object } of head.ledger.objects) places.set(identityOf(object), [...places.get(identityOf(object)) ?? [], file]);
  const zones = [...new Set(head.ledger.objects.map(({ file }) => file.split('/')[0]!))];
  const rows = new Map<string, { readonly row: LedgerObject; readonly manifest: Manifest; readonly content: Buffer }>();
  for (const { manifest, file: shown } of found.objects) {
    const { apiVersion, kind, metadata: { name, namespace } } = manifest;
    const below = relative(folder, shown).split(sep).join('/');
    // where several zones have it, the path says which is meant
    const candidates = places.get(identityOf({ apiVersion, kind, name, namespace })) ?? [];
    const zone = zones.find((each) => below.split('/').includes(each));
    const file = candidates.find((each) => each.startsWith(`${zone}/`)) ?? candidates[0]
      ?? `${zone ?? zones[0]}/${namespace ?? 'cluster'}/${fileName(namespace ?? '', { kind, name, ...(namespace === undefined ? {} : { namespace }) })}`;
    const content = Buffer.from(printYaml(manifest));
    rows.set(file, { row: { file, apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name, hash: digestOf(content), path: '', source: shown }, manifest, content });
  }
  const objects = [...rows.values()].map(({ row }) => row).sort((a, b) => (a.file < b.file ? -1 : 1));
  return {
    label: labelOf(folder), names: [head.name],
    environments: [{
      name: head.name, // plain files are no manifests: nobody can say that they are missing
      ledger: { version: 1, environment: head.name, objects, files: head.ledger.files },
      contentOf: (file) => rows.get(file)?.content ?? head.contentOf(file), made: (file) => rows.get(file)?.manifest,
    }],
    notes: found.skipped.length > 0 ? [filled(words.skipped, { folder, count: found.skipped.length })] : [],
  };
}

const identityOf = ({ apiVersion, kind, namespace = '', name }: { readonly apiVersion: string; readonly kind: string; readonly namespace?: string; readonly name: string }): string =>
  `${apiVersion.includes('/') ? apiVersion.split('/')[0] : ''} ${kind} ${namespace} ${name}`;

const foldersIn = (folder: string): readonly string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name).sort();
