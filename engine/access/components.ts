/**
 * The strongly connected components of the graph of what can be reached from `starts`: circles as one, each behind all that it leads to
 * (Tarjan, with a stack of its own, since a chain may be longer than calls can be deep).
 */
export function componentsOf<T>(starts: Iterable<T>, next: (node: T) => readonly T[]): readonly (readonly T[])[] {
  const components: T[][] = [];
  const visited = new Map<T, Visit<T>>();
  const open: Visit<T>[] = [];
  const path: Visit<T>[] = [];
  const enter = (node: T): void => {
    const visit: Visit<T> = { node, next: next(node), done: 0, order: visited.size, low: visited.size, isOpen: true };
    visited.set(node, visit);
    open.push(visit);
    path.push(visit);
  };
  for (const start of starts) {
    if (!visited.has(start)) enter(start);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      if (visit.done < visit.next.length) {
        const target = visit.next[visit.done++]!;
        const known = visited.get(target);
        if (!known) enter(target);
        else if (known.isOpen) visit.low = Math.min(visit.low, known.order);
        continue;
      }
      path.pop();
      const from = path.at(-1);
      if (from) from.low = Math.min(from.low, visit.low);
      if (visit.low === visit.order) components.push(closed(open, visit));
    }
  }
  return components;
}

interface Visit<T> {
  readonly node: T;
  readonly next: readonly T[];
  done: number;
  readonly order: number;
  /** The first in order that it leads back to. */
  low: number;
  isOpen: boolean;
}

function closed<T>(open: Visit<T>[], root: Visit<T>): T[] {
  const component: T[] = [];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    visit.isOpen = false;
    component.push(visit.node);
    if (visit === root) break;
  }
  return component.reverse();
}
