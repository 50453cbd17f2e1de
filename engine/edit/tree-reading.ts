import type { SourceFile } from '../text/index.ts';
import { DOTTED_FORM, parseDotted, type DottedPath } from './dotted-path.ts';
import type { Entry, Reading, Writing } from './format.ts';
import { refuse, refuseSeveral } from './refuse.ts';
import type { Splice } from './splice.ts';
import { entriesOf, type Leaf, type Tree } from './tree.ts';
import { isMerged, search, type Found, type Hit } from './tree-search.ts';

/** What YAML and JSON have in common: values in mappings and lists, by dotted paths. */
export abstract class TreeReading implements Reading {
  readonly entries: readonly Entry[];
  protected readonly file: SourceFile;
  protected readonly trees: readonly Tree[];
  protected abstract readonly format: string;

  constructor(file: SourceFile, trees: readonly Tree[]) {
    this.file = file;
    this.trees = trees;
    this.entries = entriesOf(trees);
  }

  protected abstract replace(hit: Hit & { readonly node: Leaf }, value: string, writing: Writing): Splice;
  protected abstract insert(at: Hit | undefined, path: string, parsed: DottedPath, value: string, writing: Writing): Splice;
  protected abstract remove(hit: Hit, path: string): Splice;

  find(path: string): Entry | undefined {
    const hit = this.one(path, this.search(path));
    if (!hit) return undefined;
    const node = hit.node.type === 'alias' ? hit.node.target : hit.node;
    if (node.type !== 'leaf') return this.section(path, node.start);
    const isShared = hit.node.type === 'alias' || hit.through !== undefined || isMerged(hit);
    return { key: hit.path, value: node.value, start: node.start, end: node.end, ...(isShared ? { isShared } : {}) };
  }

  set(path: string, value: string, writing: Writing): Splice {
    const parsed = this.parse(path);
    const found = this.search(path, parsed);
    const hit = this.one(path, found);
    // what a mapping merges gives way to what it says itself
    if (!hit || isMerged(hit)) {
      const { nearest, merged } = found;
      if (nearest?.through || nearest?.node.type === 'alias') this.alias(path, nearest);
      // an own section hides all of the merged one, an own value that value alone
      if (merged && (merged.rest.length > 0 || merged.trail.length > nearest!.trail.length + 2)) this.alias(path, merged);
      return this.insert(found.nearest, path, parsed, value, writing);
    }
    if (hit.through || hit.node.type === 'alias') this.alias(path, hit);
    const { node } = hit;
    if (node.type !== 'leaf') return this.section(path, node.start);
    return this.replace({ ...hit, node }, value, writing);
  }

  unset(path: string): Splice | undefined {
    const hit = this.one(path, this.search(path));
    if (!hit) return undefined;
    if (hit.through || isMerged(hit)) this.alias(path, hit);
    return this.remove(hit, path);
  }

  private parse(path: string): DottedPath {
    return parseDotted(path) ?? refuse(this.file, 'CHAMP9204', 0, { value: path, format: this.format, allowed: DOTTED_FORM });
  }

  private search(path: string, { steps, document } = this.parse(path)): Found {
    return search(this.trees, steps, document);
  }

  private one(path: string, { hits }: Found): Hit | undefined {
    return hits.length > 1 ? refuseSeveral(this.file, path, hits.map(({ node, trail }) => trail.at(-1)?.item.start ?? node.start)) : hits[0];
  }

  private section(path: string, offset: number): never {
    return refuse(this.file, 'CHAMP9203', offset, { value: path });
  }

  private alias(path: string, { node, through, trail }: Hit): never {
    const by = through ?? (node.type === 'alias' ? node : undefined);
    const target = by?.target ?? node;
    return refuse(this.file, 'CHAMP9202', by?.start ?? trail.at(-1)?.item.start ?? node.start, { value: path, alias: by?.value ?? '<<', line: this.file.at(target.start).line });
  }

  /** The place cannot take what was asked for. */
  protected stuck(path: string, offset: number): never {
    return refuse(this.file, 'CHAMP9205', offset, { value: path });
  }

  /** There is nothing to put the value into. */
  protected noSection(path: string, offset: number): never {
    return refuse(this.file, 'CHAMP9206', offset, { value: path });
  }
}
