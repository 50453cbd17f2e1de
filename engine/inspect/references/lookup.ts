import { nearest, problem, type Problem } from '../../problem/index.ts';
import type { Item } from '../estate.ts';
import { place } from '../identity.ts';
import type { ObjectIndex, Target } from '../object-index.ts';

/** One name in one field that must lead to an object. */
export interface Reference {
  readonly field: string;
  readonly kind: string;
  readonly name: string;
  /** @default the namespace of the object that refers */
  readonly namespace?: string;
  /** A key of the ConfigMap or Secret. */
  readonly key?: string;
  /** A port of the Service, by name or number. */
  readonly port?: string | number;
}

const OF_THE_CLUSTER: ReadonlySet<string> = new Set([
  'ClusterIssuer', 'ClusterRole', 'ClusterSecretStore', 'GatewayClass', 'IngressClass', 'Namespace', 'PriorityClass', 'RuntimeClass', 'StorageClass',
  'ValidatingAdmissionPolicy',
]);

/** Follows references and keeps a problem for each that leads nowhere. */
export class Lookup {
  readonly found: Problem[] = [];
  private readonly index: ObjectIndex;

  constructor(index: ObjectIndex) {
    this.index = index;
  }

  find(zone: string, kind: string, namespace: string, name: string): Target | undefined {
    return this.index.find(zone, kind, namespace, name);
  }

  /** Finds the target of a reference, with its key and port, or keeps the problem. */
  expect(from: Item, reference: Reference): Target | undefined {
    const { field, kind, name, key, port } = reference;
    const namespace = OF_THE_CLUSTER.has(kind) ? '' : reference.namespace ?? from.namespace;
    const target = this.index.find(from.zone, kind, namespace, name);
    if (!target) {
      const allowed = this.index.names(from.zone, kind, namespace);
      this.found.push(problem('CHAMP3031', place(from.object), { field, kind, value: namespace ? `${namespace}/${name}` : name, zone: from.zone, near: nearest(name, allowed), allowed: few(allowed) }));
      return undefined;
    }
    if (key !== undefined && target.keys && !target.keys.includes(key)) {
      this.found.push(problem('CHAMP3032', place(from.object), { field, kind, name, value: key, near: nearest(key, target.keys), allowed: few(target.keys) }));
    }
    if (port !== undefined && target.ports && !target.ports.includes(port)) {
      this.found.push(problem('CHAMP3033', place(from.object), { field, name: `${kind} ${name}`, value: port, allowed: few(target.ports.map(String)) }));
    }
    return target;
  }
}

/** As many words as a person reads. */
export function few(words: readonly string[]): readonly string[] {
  return words.length > 20 ? [...words.slice(0, 20), '...'] : words;
}
