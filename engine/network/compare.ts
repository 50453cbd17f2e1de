import type { Declared, Edge } from './graph.ts';

const pairOf = ({ from, to, protocol }: Declared | Edge): string => `${from} ${to} ${protocol}`;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is needed and closed, and what is open and not needed: both are errors. A range is needed when each of its ports is. */
export function compare(edges: readonly Edge[], declared: readonly Declared[]): { readonly declaredButBlocked: readonly Declared[]; readonly allowedButUndeclared: readonly Edge[] } {
  const open = new Map<string, Edge[]>();
  for (const edge of edges) {
    const found = open.get(pairOf(edge));
    if (found) found.push(edge);
    else open.set(pairOf(edge), [edge]);
  }
  const needed = new Map<string, Set<number>>();
  for (const each of declared) {
    const found = needed.get(pairOf(each));
    if (found) found.add(each.port);
    else needed.set(pairOf(each), new Set([each.port]));
  }
  return {
    declaredButBlocked: declared
      .filter((each) => !open.get(pairOf(each))?.some(({ port, endPort = port }) => port <= each.port && each.port <= endPort))
      .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || a.port - b.port || compareText(a.protocol, b.protocol)),
    allowedButUndeclared: edges.filter((edge) => !holds(needed.get(pairOf(edge)), edge)),
  };
}

function holds(ports: ReadonlySet<number> | undefined, { port, endPort = port }: Edge): boolean {
  if (!ports || ports.size <= endPort - port) return false;
  for (let each = port; each <= endPort; each += 1) if (!ports.has(each)) return false;
  return true;
}
