import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { byText } from '../emit/paths.ts';
import type { Problems, Text } from '../problem/index.ts';
import { LEDGER, type Estate, type Estates } from './estates.ts';

/** A file to be read. */
export interface FoundFile {
  /** As it is shown to people; it can be opened from the working directory. */
  readonly shown: string;
  /** Absolute, links resolved. */
  readonly real: string;
  readonly estate: Estate | undefined;
}

/** Something that was not read or holds no object, and why. */
export interface Skipped {
  readonly file: string;
  readonly why: Text;
}

const MANIFEST = /\.(?:ya?ml|json)$/i;
const KUSTOMIZATION = /^(?:kustomization\.ya?ml|Kustomization)$/;
/** Folders that hold no manifests of their own. */
const FOREIGN = new Set(['.git', 'node_modules', '.champ-staging']);
/** Parts of a chart that are sources of its templates or values for them. */
const CHART_PART = /^(?:templates|charts|Chart\.ya?ml|Chart\.lock|values[\w.-]*\.ya?ml|values\.schema\.json|ci)$/;

/** Finds the files below paths: sorted, each once, links followed but never in a circle. */
export class Folders {
  readonly found: FoundFile[] = [];
  readonly skipped: Skipped[] = [];
  /** Roots of the estates that were walked as a whole. */
  readonly whole = new Set<Estate>();
  private readonly problems: Problems;
  private readonly estates: Estates;
  private readonly seen = new Map<string, string>();

  constructor(problems: Problems, estates: Estates) {
    this.problems = problems;
    this.estates = estates;
  }

  /** A path as the user gave it: a file of any name, or a folder. */
  add(path: string): void {
    const before = this.found.length;
    const problemsBefore = this.problems.size;
    const real = this.real(path, path);
    if (real === undefined) return;
    const isKnown = this.seen.has(real);
    const isFolder = this.attempt(path, () => statSync(real).isDirectory());
    const estate = this.estates.above(real);
    if (isFolder === false) this.file(path, real, estate);
    else if (isFolder) {
      this.folder(path, real, estate, []);
      if (!isKnown && this.found.length === before && this.problems.size === problemsBefore) this.problems.add('CHAMP6003', path, { value: path });
    }
  }

  private attempt<T>(shown: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.problems.add('CHAMP6001', shown, { value: shown, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
      return undefined;
    }
  }

  private real(path: string, shown: string): string | undefined {
    return this.attempt(shown, () => realpathSync(path));
  }

  private isNew(real: string, shown: string): boolean {
    const first = this.seen.get(real);
    if (first === undefined) this.seen.set(real, shown);
    else this.skipped.push({ file: shown, why: { zh: `已作为 ${first} 读取`, en: `read already as ${first}` } });
    return first === undefined;
  }

  private file(shown: string, real: string, estate: Estate | undefined): void {
    if (this.isNew(real, shown)) this.found.push({ shown, real, estate });
  }

  private folder(shown: string, real: string, above: Estate | undefined, ancestors: readonly string[]): void {
    if (ancestors.includes(real)) {
      this.problems.add('CHAMP6002', shown, { value: shown, target: real === ancestors[0] ? '.' : dirname(shown) });
      return;
    }
    if (!this.isNew(real, shown)) return;
    const entries = this.attempt(shown, () => readdirSync(real, { withFileTypes: true }));
    if (!entries) return;
    entries.sort((a, b) => byText(a.name, b.name));
    const names = new Set(entries.map(({ name }) => name));
    const estate = names.has(LEDGER) ? this.estates.open(real) : above;
    if (names.has(LEDGER) && estate) this.whole.add(estate);
    const isChart = names.has('Chart.yaml') || names.has('Chart.yml');
    for (const entry of entries) {
      if (entry.name === LEDGER && estate?.root === real) continue;
      this.entry(entry, join(shown, entry.name), join(real, entry.name), estate, [...ancestors, real], isChart);
    }
  }

  private entry(entry: Dirent, shown: string, path: string, estate: Estate | undefined, ancestors: readonly string[], isChart: boolean): void {
    const { name } = entry;
    if (FOREIGN.has(name)) {
      this.skipped.push({ file: shown, why: { zh: '不存放清单的目录', en: 'a folder that holds no manifests' } });
      return;
    }
    if (KUSTOMIZATION.test(name) || (isChart && /^Chart\.ya?ml$/.test(name))) this.problems.add('CHAMP6014', shown, { value: shown });
    if (KUSTOMIZATION.test(name)) return;
    if (isChart && CHART_PART.test(name)) {
      this.skipped.push({ file: shown, why: { zh: '未渲染的 Helm chart 的一部分', en: 'a part of a Helm chart that was not rendered' } });
      return;
    }
    const isLink = entry.isSymbolicLink();
    // a file of another kind that is a link may lead nowhere: nobody asked for it
    if (!isLink && !entry.isDirectory() && !MANIFEST.test(name)) return;
    const real = isLink ? this.real(path, shown) : path;
    if (real === undefined) return;
    const isFolder = isLink ? this.attempt(shown, () => statSync(real).isDirectory()) : entry.isDirectory();
    if (isFolder) this.folder(shown, real, estate, ancestors);
    else if (isFolder === false && MANIFEST.test(name)) this.file(shown, real, estate);
  }
}
