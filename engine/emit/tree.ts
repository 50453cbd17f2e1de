import { extname } from 'node:path';
import { fileName, objectName, type RenderedFile, type RenderedObject } from '../manifest.ts';
import { Problems } from '../problem/index.ts';
import { digestOf } from './digest.ts';
import { ledgerText } from './ledger.ts';
import { ALLOWED_PART, byText, foldersOf, isSafePart, LEDGER, unsafePart } from './paths.ts';
import { printYaml } from './yaml.ts';

/** One file of the output, ready to be written. */
export interface PlannedFile {
  /** Path below `dist/<environment>/`, with `/` on every system. */
  readonly file: string;
  readonly content: string;
  /** Length in UTF-8. */
  readonly bytes: number;
  /** `sha256:...` of the bytes. */
  readonly hash: string;
  readonly path: string;
  readonly source: string;
  /** Absent for a RenderedFile. */
  readonly object?: { readonly apiVersion: string; readonly kind: string; readonly namespace?: string; readonly name: string };
}

/** Everything that goes into the folder of one environment. */
export interface Tree {
  readonly environment: string;
  /** By `file`, in its order. */
  readonly files: ReadonlyMap<string, PlannedFile>;
  /** The text of ledger.json. */
  readonly ledger: string;
}

export interface TreeInput {
  readonly environment: string;
  /** Taken once, one by one: whoever gives them up as they are taken keeps no second copy of an estate in memory. */
  readonly objects: Iterable<RenderedObject>;
  readonly files?: readonly RenderedFile[];
}

/**
 * Gives every object its file `<zone>/<application>/<kind>.<name>.yaml` and prints it; nothing is written.
 * A RenderedFile of text is taken as it is; data is printed as its extension says. Throws a ProblemError with every
 * path that is unsafe or taken and every value that cannot be printed.
 */
export function planTree({ environment, objects, files = [] }: TreeInput): Tree {
  const problems = new Problems();
  const planned: PlannedFile[] = [];
  const taken = new Paths(problems);
  if (!isSafePart(environment)) problems.add('CHAMP4012', environment, { file: environment, value: environment, allowed: ALLOWED_PART });

  for (const { manifest, zone, application, path, source } of objects) {
    const where = objectName(manifest);
    const { apiVersion, kind, metadata: { name, namespace } } = manifest;
    const parts = [zone, application, fileName(application, { kind, name, namespace })];
    const file = parts.join('/');
    const content = problems.gather(() => printYaml(manifest, where));
    if (taken.take(file, where, unsafePart(parts)) && content !== undefined) {
      planned.push({ ...written(file, content), path, source, object: { apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name } });
    }
  }
  for (const each of files) {
    const content = problems.gather(() => contentOf(each, problems));
    if (taken.take(each.file, each.path, unsafePart(each.file.split('/'))) && content !== undefined) {
      planned.push({ ...written(each.file, content), path: each.path, source: each.source });
    }
  }
  problems.throwIfAny();
  planned.sort((a, b) => byText(a.file, b.file));
  return { environment, files: new Map(planned.map((each) => [each.file, each])), ledger: ledgerText(environment, planned) };
}

/** Every file that the folder of a tree holds, its ledger too. */
export const filesOf = ({ files, ledger }: Tree): readonly { readonly file: string; readonly hash: string }[] => [...files.values(), { file: LEDGER, hash: digestOf(ledger) }];

const written = (file: string, content: string) => ({ file, content, bytes: Buffer.byteLength(content), hash: digestOf(content) });

function contentOf({ file, content, path }: RenderedFile, problems: Problems): string | undefined {
  if (typeof content === 'string') return content;
  const extension = extname(file);
  if (extension === '.yaml' || extension === '.yml') return printYaml(content, path);
  problems.add('CHAMP4007', path, { file, value: extension || file, allowed: ['.yaml', '.yml'] });
  return undefined;
}

/** Who has which path, whatever the file system makes of letter case. */
class Paths {
  private readonly problems: Problems;
  /** By lower-case path: the owner of a file, undefined for a folder. */
  private readonly entries = new Map<string, { readonly spelled: string; readonly owner?: string }>();
  private readonly folders = new Set<string>();

  constructor(problems: Problems) {
    this.problems = problems;
  }

  /** Whether `owner` gets the path; says why not. */
  take(file: string, owner: string, unsafe: string | undefined): boolean {
    if (unsafe !== undefined) {
      this.problems.add('CHAMP4012', owner, { file, value: JSON.stringify(unsafe), allowed: ALLOWED_PART });
      return false;
    }
    return foldersOf(file).every((folder) => this.enter(folder, file, owner)) && this.own(file, owner);
  }

  private own(file: string, owner: string): boolean {
    const former = this.entries.get(file.toLowerCase());
    if (former === undefined) this.entries.set(file.toLowerCase(), { spelled: file, owner });
    else if (former.spelled !== file) this.problems.add('CHAMP4011', owner, { file, value: former.spelled });
    else if (former.owner === undefined) this.problems.add('CHAMP4013', owner, { file, value: `${file}/...` });
    else this.problems.add('CHAMP4010', owner, { file, value: former.owner });
    return former === undefined;
  }

  private enter(folder: string, file: string, owner: string): boolean {
    if (this.folders.has(folder)) return true;
    const former = this.entries.get(folder.toLowerCase());
    if (former === undefined) {
      this.entries.set(folder.toLowerCase(), { spelled: folder });
      this.folders.add(folder);
    } else if (former.spelled !== folder) this.problems.add('CHAMP4011', owner, { file: folder, value: former.spelled });
    else this.problems.add('CHAMP4013', owner, { file: folder, value: file });
    return former === undefined;
  }
}
