import { sends, type Declared, type Edge } from './graph.ts';

const pairOf = ({ from, to, protocol }: Declared | Edge): string => `${from} ${to} ${protocol}`;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What is needed and closed, and what is open and not needed: both are errors. A range is needed when each of its ports is; a place
 * outside is open when all of its addresses are.
 */
export function compare(edges: readonly Edge[], declared: readonly Declared[]): { readonly declaredButBlocked: readonly Declared[]; readonly allowedButUndeclared: readonly Edge[] } {
  const open = new Map<string, Edge[]>();
  for (const edge of edges) {
    const found = open.get(pairOf(edge));
    if (found) found.push(edge);
    else open.set(pairOf(edge), [edge]);
  }
  const ofMany = edges.filter(({ senders }) => senders);
  const needed = new Map<string, Set<number>>();
  for (const each of declared) {
    const found = needed.get(pairOf(each));
    if (found) found.add(each.port);
    else needed.set(pairOf(each), new Set([each.port]));
  }
  const blocked = (each: Declared): readonly Declared[] => {
    const own = open.get(pairOf(each)) ?? ofMany.filter((edge) => sends(edge, each.from) && edge.to === each.to && edge.protocol === each.protocol);
    const through = own.filter(({ port, endPort = port }) => port <= each.port && each.port <= endPort);
    if (through.some(({ leftOut }) => !leftOut)) return [];
    // of several, the one that leaves least is that of the port itself
    const left = through.find(({ endPort }) => endPort === undefined) ?? through[0];
    return [left?.leftOut ? { ...each, why: `${each.why}; left out: ${left.leftOut.join(', ')}` } : each];
  };
  return {
    declaredButBlocked: declared.flatMap(blocked)
      .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || a.port - b.port || compareText(a.protocol, b.protocol)),
    allowedButUndeclared: edges.filter((edge) => !holds(needed.get(pairOf(edge)), edge)),
  };
}

function holds(ports: ReadonlySet<number> | undefined, { port, endPort = port }: Edge): boolean {
  if (!ports || ports.size <= endPort - port) return false;
  for (let each = port; each <= endPort; each += 1) if (!ports.has(each)) return false;
  return true;
}
