import type { LedgerObject } from '../../emit/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import type { Manifest } from '../../manifest.ts';
import type { Change } from '../change.ts';
import type { SideEnvironment } from '../side.ts';

export type Wanted = (row: LedgerObject) => boolean;

/** One environment on both sides, with what changed in it. Objects are read when an analysis asks for them, equal ones once for both sides. */
export class EnvironmentPair {
  readonly name: string;
  readonly base: SideEnvironment | undefined;
  readonly head: SideEnvironment | undefined;
  readonly changes: readonly Change[];
  private readonly sides: { readonly base: Map<string, Manifest>; readonly head: Map<string, Manifest> } = { base: new Map(), head: new Map() };
  private byHash: ReadonlyMap<string, string> | undefined;

  constructor(name: string, base: SideEnvironment | undefined, head: SideEnvironment | undefined, changes: readonly Change[]) {
    this.name = name;
    this.base = base;
    this.head = head;
    this.changes = changes;
    // what was compared is not read again
    for (const { before, after, from, file } of changes) {
      if (before) this.sides.base.set(from?.file ?? file, before);
      if (after) this.sides.head.set(file, after);
    }
  }

  /** True when both sides have the environment, so that what is new in it can be told from an environment that is new. */
  get isOnBoth(): boolean {
    return this.base !== undefined && this.head !== undefined;
  }

  /** Zones with a change, sorted. */
  get zones(): readonly string[] {
    return [...new Set(this.changes.map(({ zone }) => zone))].sort();
  }

  /** Number of objects before. */
  get total(): number {
    return this.base?.ledger.objects.length ?? 0;
  }

  /** Objects before, in the order of the ledger. */
  before(wanted: Wanted): readonly PlacedObject[] {
    const { base } = this;
    return (base?.ledger.objects ?? []).filter(wanted).map((row) => ({ file: row.file, manifest: this.read('base', row) }));
  }

  after(wanted: Wanted): readonly PlacedObject[] {
    const { head } = this;
    return (head?.ledger.objects ?? []).filter(wanted).map((row) => ({ file: row.file, manifest: this.read('head', row) }));
  }

  private read(side: 'base' | 'head', { file, hash }: LedgerObject): Manifest {
    const known = this.sides[side].get(file);
    if (known) return known;
    const equal = side === 'base' ? this.equalAtHead(hash) : undefined;
    const found = equal === undefined ? this[side]!.manifest(file) : this.head!.manifest(equal);
    this.sides[side].set(file, found);
    if (equal !== undefined && !this.sides.head.has(equal)) this.sides.head.set(equal, found);
    return equal === undefined ? found : this.sides.head.get(equal)!;
  }

  /** The file of the head with the same bytes. */
  private equalAtHead(hash: string): string | undefined {
    this.byHash ??= new Map((this.head?.ledger.objects ?? []).map((row) => [row.hash, row.file]));
    return this.byHash.get(hash);
  }
}

/** Every environment that one of the sides has, by name. */
export function pairsOf(base: readonly SideEnvironment[], head: readonly SideEnvironment[], changes: readonly Change[]): readonly EnvironmentPair[] {
  const byName = new Map<string, Change[]>([...base, ...head].map(({ name }) => [name, []]));
  for (const change of changes) {
    const list = byName.get(change.environment);
    if (list) list.push(change);
    else byName.set(change.environment, [change]);
  }
  const find = (side: readonly SideEnvironment[], name: string) => side.find((each) => each.name === name);
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => new EnvironmentPair(name, find(base, name), find(head, name), of));
}

/** The zone of a file of the ledger. */
export const zoneOfFile = (file: string): string => file.slice(0, Math.max(0, file.indexOf('/')));
