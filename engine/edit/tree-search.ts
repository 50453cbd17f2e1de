import type { Step } from './dotted-path.ts';
import { rootPath, stepPath, type Alias, type Branch, type Item, type Node, type Tree } from './tree.ts';

/** A node that a path means, wholly or as far as the file has it. */
export interface Hit {
  readonly path: string;
  readonly node: Node;
  /** From the root to the node. */
  readonly trail: readonly { readonly branch: Branch; readonly item: Item }[];
  /** Steps that are left. */
  readonly rest: readonly Step[];
  /** The alias or merge on the way. */
  readonly through: Alias | undefined;
}

export interface Found {
  /** Nodes that the whole path means; several when keys are ambiguous. */
  readonly hits: readonly Hit[];
  /** The longest part of the path that is there, in the first document that has it; undefined in an empty file. */
  readonly nearest: Hit | undefined;
  /** The same by way of a merge, where that leads further. */
  readonly merged: Hit | undefined;
}

/** All that a path may mean: unquoted names with dots between them may be one key or several. */
export function search(trees: readonly Tree[], steps: readonly Step[], document: number | undefined): Found {
  const walk = new Walk();
  trees.forEach(({ root }, index) => {
    if (root && (document === undefined || document === index + 1)) walk.visit({ path: rootPath(index), node: root, trail: [], rest: steps, through: undefined });
  });
  // what a mapping says itself goes before what it merges
  const own = walk.hits.filter((hit) => !isMerged(hit));
  const { nearest, merged } = walk;
  return { hits: own.length > 0 ? own : walk.hits.slice(0, 1), nearest, merged: merged && merged.rest.length < (nearest?.rest.length ?? 0) ? merged : undefined };
}

/** By `<<`. */
export const isMerged = ({ trail }: Hit): boolean => trail.some(({ item }) => item.key === '<<');

class Walk {
  readonly hits: Hit[] = [];
  nearest: Hit | undefined;
  merged: Hit | undefined;

  visit(hit: Hit): void {
    const { node, rest } = hit;
    if (isMerged(hit) && (!this.merged || rest.length < this.merged.rest.length)) this.merged = hit;
    if (rest.length === 0) {
      this.hits.push(hit);
      return;
    }
    if (!isMerged(hit) && (!this.nearest || rest.length < this.nearest.rest.length)) this.nearest = hit;
    if (node.type === 'alias') this.visit({ ...hit, node: node.target, through: hit.through ?? node });
    else if (node.type === 'map') this.map(hit, node);
    else if (node.type === 'list') this.list(hit, node);
  }

  private list(hit: Hit, branch: Branch): void {
    const step = hit.rest[0]!;
    const item = 'index' in step ? branch.items[step.index] : undefined;
    if (item && 'index' in step) this.down(hit, branch, item, step.index, 1);
  }

  private map(hit: Hit, branch: Branch): void {
    const before = this.hits.length;
    for (const { key, count } of keysOf(hit.rest)) {
      branch.items.forEach((item, index) => {
        if (item.key === key) this.down(hit, branch, item, index, count);
      });
    }
    if (this.hits.length > before) return;
    for (const item of branch.items) {
      if (item.key !== '<<') continue;
      for (const node of item.node.type === 'list' ? item.node.items.map((each) => each.node) : [item.node]) {
        this.visit({ ...hit, node, trail: [...hit.trail, { branch, item }], through: hit.through ?? (node.type === 'alias' ? node : undefined) });
      }
    }
  }

  private down(hit: Hit, branch: Branch, item: Item, index: number, count: number): void {
    this.visit({ path: stepPath(hit.path, item, index), node: item.node, trail: [...hit.trail, { branch, item }], rest: hit.rest.slice(count), through: hit.through });
  }
}

/** The keys that the first steps may be: `a`, `a.b`, `a.b.c`. */
export function keysOf(steps: readonly Step[]): readonly { readonly key: string; readonly count: number }[] {
  const first = steps[0];
  if (!first || !('name' in first)) return [];
  const keys = [{ key: first.name, count: 1 }];
  if (first.isQuoted) return keys;
  for (let count = 2; count <= steps.length; count++) {
    const step = steps[count - 1]!;
    if (!('name' in step) || step.isQuoted) break;
    keys.push({ key: `${keys.at(-1)!.key}.${step.name}`, count });
  }
  return keys;
}
