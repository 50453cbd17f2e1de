import type { Manifest } from '../manifest.ts';
import type { EstateFile, EstateObject } from '../policy/index.ts';
import { Problems, type Problem } from '../problem/index.ts';
import { SourceFile } from '../text/index.ts';
import { readManifestText } from './bytes.ts';
import { readDocuments, type ManifestDocument } from './documents.ts';
import { below, Estates, type Estate } from './estates.ts';
import { Folders, type FoundFile, type Skipped } from './folder.ts';
import { MAX_FILE } from './limits.ts';
import { offsetOf } from './locate.ts';
import { contentOf, type Content } from './objects.ts';
import { misfits } from './shape.ts';

export interface ReadManifestsOptions {
  /** Bytes; a larger file is refused unread. @default 64 MiB */
  readonly maxBytes?: number;
}

export interface Manifests {
  readonly objects: readonly EstateObject[];
  /** Configuration of components and kubeconfigs: they are in no cluster. */
  readonly files: readonly EstateFile[];
  /** What is no clean input; whoever judges the rest fails too. */
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
  /** Rendered environments among the input. With several, zones are named `<environment>/<zone>`. */
  readonly estates: readonly string[];
}

const VALUES = /(?:^|\/)values[\w.-]*\.(?:ya?ml|json)$/;
const NO_OBJECT: Skipped['why'] = { zh: '不是 Kubernetes 对象', en: 'no Kubernetes object' };
const EMPTY: Skipped['why'] = { zh: '没有内容，或只有空列表', en: 'nothing in it, or an empty list' };
const CHART_VALUES: Skipped['why'] = { zh: 'Helm chart 的取值', en: 'values of a Helm chart' };

/** Reads every manifest below the paths, in the order of the paths and of names; a fault in one file leaves the others as they are. */
export function readManifests(paths: readonly string[], { maxBytes = MAX_FILE }: ReadManifestsOptions = {}): Manifests {
  const problems = new Problems();
  const estates = new Estates(problems);
  const folders = new Folders(problems, estates);
  for (const path of paths) folders.add(path);
  const reader = new Reader(problems, maxBytes);
  for (const file of folders.found) reader.read(file);
  for (const estate of folders.whole) reportMissing(estate, folders.found, problems);
  const label = labels(estates.all());
  const zoneOf = ({ estate, real }: FoundFile): string => (estate ? label(estate, below(estate, real).split('/')[0]!) : '');
  return {
    objects: reader.objects.map(({ from, manifest, document, within }) => ({
      manifest, zone: zoneOf(from), file: from.shown, ...(document > 0 ? { document } : {}), ...(within ? { within } : {}), ...originOf(from),
    })),
    files: reader.files.map(({ from, content }) => ({ zone: zoneOf(from), file: from.shown, content, ...originOf(from) })),
    problems: problems.all(),
    skipped: [...folders.skipped, ...reader.skipped],
    estates: estates.all().map(({ environment }) => environment),
  };
}

/** How the zones of estates are named so that those of two estates differ. */
function labels(estates: readonly Estate[]): (estate: Estate, zone: string) => string {
  if (estates.length < 2) return (_, zone) => zone;
  const isOnly = (environment: string) => estates.filter((each) => each.environment === environment).length === 1;
  return (estate, zone) => `${isOnly(estate.environment) ? estate.environment : estate.root}/${zone}`;
}

function originOf({ estate, real }: FoundFile): { readonly construct?: string; readonly source?: string } {
  const name = estate && below(estate, real);
  const row = name === undefined ? undefined : (estate?.objects.get(name) ?? estate?.files.get(name));
  return row ? { construct: row.path, ...(row.source ? { source: row.source } : {}) } : {};
}

function reportMissing(estate: Estate, found: readonly FoundFile[], problems: Problems): void {
  const there = new Set(found.flatMap((each) => (each.estate === estate ? [below(estate, each.real)] : [])));
  for (const name of [...estate.objects.keys(), ...estate.files.keys()]) {
    if (!there.has(name)) problems.add('CHAMP6001', `${estate.environment}/${name}`, { value: name, reason: 'listed in ledger.json, not there' });
  }
}

class Reader {
  readonly objects: { readonly from: FoundFile; readonly manifest: Manifest; readonly document: number; readonly within: string }[] = [];
  readonly files: { readonly from: FoundFile; readonly content: unknown }[] = [];
  readonly skipped: Skipped[] = [];
  private readonly problems: Problems;
  private readonly maxBytes: number;

  constructor(problems: Problems, maxBytes: number) {
    this.problems = problems;
    this.maxBytes = maxBytes;
  }

  read(from: FoundFile): void {
    const text = this.problems.gather(() => readManifestText(from.real, from.shown, this.maxBytes));
    if (text === undefined) return;
    const file = new SourceFile(from.shown, text, this.problems);
    const isComponentFile = from.estate?.files.has(below(from.estate, from.real)) ?? false;
    let isForeign = false;
    const before = this.size;
    for (const document of readDocuments(file, /\.json$/i.test(from.shown))) {
      if (document.value === undefined) continue;
      if (isComponentFile) this.files.push({ from, content: document.value });
      else for (const content of contentOf(document.value)) isForeign = this.take(from, file, document, content) || isForeign;
    }
    if (isForeign) this.skipped.push({ file: from.shown, why: VALUES.test(from.shown) ? CHART_VALUES : NO_OBJECT });
    else if (this.size === before) this.skipped.push({ file: from.shown, why: EMPTY });
  }

  /** Of all that came of the files. */
  private get size(): number {
    return this.objects.length + this.files.length + this.problems.size;
  }

  /** True for what is no object at all. */
  private take(from: FoundFile, file: SourceFile, document: ManifestDocument, content: Content): boolean {
    switch (content.is) {
      case 'object':
        this.objects.push({ from, manifest: content.manifest, document: document.number, within: content.field });
        for (const { code, field, args } of misfits(content.manifest)) file.refuse(code, offsetOf(file, document, content.field === '' ? field : `${content.field}.${field}`), args);
        return false;
      case 'file': this.files.push({ from, content: content.content }); return false;
      case 'fault': file.refuse(content.code, offsetOf(file, document, content.field), content.args); return false;
      case 'kustomization': this.problems.add('CHAMP6014', from.shown, { value: from.shown }); return false;
      case 'foreign': return true;
    }
  }
}
