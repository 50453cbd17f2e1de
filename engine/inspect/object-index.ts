import type { Manifest } from '../manifest.ts';
import type { Item } from './estate.ts';
import { BUILT_IN, BUILT_IN_NAMESPACED, isSystemRole, type InspectFacts, type KnownObject } from './facts.ts';
import { secretsMadeBy } from './secrets-made.ts';
import { at, record, records } from './plain.ts';

/** An object that others may refer to: rendered, made by an operator, or there already. */
export interface Target {
  readonly name: string;
  /** Keys of a ConfigMap or Secret; undefined when they are not known, so that any is accepted. */
  readonly keys?: readonly string[];
  /** Names and numbers of a Service's ports; undefined when they are not known. */
  readonly ports?: readonly (string | number)[];
  /** Present when the object is rendered here. */
  readonly manifest?: Manifest;
}

/** All objects of all zones by bare kind, namespace and name. */
export class ObjectIndex {
  private readonly scopes = new Map<string, Map<string, Target>>();

  constructor(items: readonly Item[], facts: InspectFacts) {
    for (const item of items) {
      const { zone, kind, namespace, name } = item;
      if (kind && name) this.add(zone, kind, namespace, rendered(item));
      for (const made of secretsMadeBy(item)) this.add(zone, 'Secret', namespace, made);
    }
    for (const known of [...BUILT_IN, ...(facts.existing ?? []), ...(facts.operatorMade ?? [])]) {
      this.add(known.zone ?? '*', known.kind, known.namespace ?? '', known);
    }
    for (const known of BUILT_IN_NAMESPACED) this.add('*', known.kind, '*', known);
  }

  /** The object, looked for in the zone, then among what every zone and every namespace has. */
  find(zone: string, kind: string, namespace: string, name: string): Target | undefined {
    const target = this.scope(zone, kind, namespace)?.get(name) ?? this.scope('*', kind, namespace)?.get(name);
    if (target) return target;
    if (namespace) return this.scope('*', kind, '*')?.get(name);
    return kind === 'ClusterRole' && isSystemRole(name) ? { name } : undefined;
  }

  /** Names that a reference could have meant, sorted. */
  names(zone: string, kind: string, namespace: string): readonly string[] {
    const scopes = [this.scope(zone, kind, namespace), this.scope('*', kind, namespace), namespace ? this.scope('*', kind, '*') : undefined];
    return [...new Set(scopes.flatMap((scope) => [...(scope?.keys() ?? [])]))].sort();
  }

  private scope(zone: string, kind: string, namespace: string): Map<string, Target> | undefined {
    return this.scopes.get(`${zone}\n${kind}\n${namespace}`);
  }

  private add(zone: string, kind: string, namespace: string, target: Target | KnownObject): void {
    const scope = `${zone}\n${kind}\n${namespace}`;
    const names = this.scopes.get(scope);
    const known = names?.get(target.name);
    if (!names) this.scopes.set(scope, new Map([[target.name, target]]));
    else names.set(target.name, known ? both(known, target) : target);
  }
}

/** Two sources may fill one Secret (creationPolicy Merge): its keys are those of both. */
function both(one: Target, other: Target): Target {
  return one.keys && other.keys ? { ...one, keys: [...one.keys, ...other.keys] } : { ...one, keys: undefined };
}

function rendered({ name, kind, manifest }: Item): Target {
  if (kind === 'ConfigMap' || kind === 'Secret') {
    return { name, manifest, keys: [...Object.keys(record(at(manifest, 'data'))), ...Object.keys(record(at(manifest, 'binaryData'))), ...Object.keys(record(at(manifest, 'stringData')))] };
  }
  return kind === 'Service' ? { name, manifest, ports: portsOf(manifest) } : { name, manifest };
}

/** An external name has no ports of its own, unless it states them. */
function portsOf(manifest: Manifest): Target['ports'] {
  const ports = records(at(manifest, 'spec', 'ports'));
  if (ports.length === 0 && at(manifest, 'spec', 'type') === 'ExternalName') return undefined;
  return ports.flatMap((port) => [port['name'], port['port']]).filter((each) => typeof each === 'string' || typeof each === 'number');
}
