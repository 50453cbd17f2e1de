import { EVERYONE, type Declared, type Edge } from '../../engine/network/index.ts';
import { REASONS } from './declared.ts';

/** What people call the peers of a zone: several sets of pods may have one name. */
export class Names {
  private readonly names: ReadonlyMap<string, string>;
  private readonly shared: ReadonlySet<string>;

  constructor(peers: readonly { readonly id: string; readonly name?: string }[]) {
    this.names = new Map(peers.map(({ id, name = id }) => [id, name]));
    const ids = new Map<string, number>();
    for (const name of this.names.values()) ids.set(name, (ids.get(name) ?? 0) + 1);
    this.shared = new Set([...ids].filter(([, count]) => count > 1).map(([name]) => name));
  }

  of(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** By names, each once, in the order in which they come. */
  merge<T extends Edge | Declared>(edges: readonly T[]): readonly T[] {
    const found = new Map<string, { readonly edge: T; readonly whys: Set<string> }>();
    for (const edge of edges) {
      const senders = 'senders' in edge && edge.senders ? { senders: new Set([...edge.senders].map((id) => this.of(id))) } : {};
      const named = { ...edge, ...senders, from: this.of(edge.from), to: this.of(edge.to) };
      const key = keyOf(named);
      const known = found.get(key);
      if (known) known.whys.add(edge.why);
      else found.set(key, { edge: named, whys: new Set([edge.why]) });
    }
    return [...found.values()].map(({ edge, whys }) => (whys.size === 1 ? edge : { ...edge, why: [...new Set([...whys].flatMap((why) => why.split(REASONS)))].join(REASONS) }));
  }

  /** With the pods that are meant, where a name does not say it. */
  exact<T extends Edge | Declared>(edges: readonly T[]): readonly T[] {
    return edges.map((edge) => {
      const meant = [edge.from, edge.to].filter((id) => id !== EVERYONE && this.shared.has(this.of(id)));
      return meant.length === 0 ? edge : { ...edge, why: `${edge.why}${REASONS}pods ${[...new Set(meant)].join(', ')}` };
    });
  }
}

const keyOf = (edge: Edge | Declared): string => [edge.from, edge.to, edge.port, 'endPort' in edge ? edge.endPort : '', edge.protocol].join(' ');
