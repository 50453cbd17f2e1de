import { at, isRecord, text } from '../../engine/inspect/plain.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';

/** Fields that describe an object or choose pods; a name in them is no reference. */
const DESCRIBING = new Set(['labels', 'matchLabels', 'selector', 'apiVersion', 'kind', 'subjects']);
/** Kinds that name no ConfigMap, account or role of their namespace. */
const SILENT = new Set(['ValidatingAdmissionPolicy', 'NetworkPolicy', 'Namespace', 'LimitRange', 'ResourceQuota', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'PriorityClass', 'ServiceAccount']);
const DEEPEST = 64;

/** What an object speaks of, and where. */
interface Found {
  readonly names: Set<string>;
  readonly namespaces: Set<string>;
}

/** Longer text, e.g. a configuration file, does not repeat. */
const LONG = 8192;

/**
 * Which of some names the objects of a namespace use, a cheap over-approximation of what refers to what: custom resources refer
 * to objects by fields that only their operators know. Objects of the cluster speak to every namespace, others to their own and
 * to those that they name.
 */
export class Mentions {
  private readonly wanted: ReadonlySet<string>;
  private readonly sought: ReadonlySet<string>;
  private readonly words = new Map<string, Map<string, Set<EstateObject>>>();
  private readonly namespaces = new Set<string>();
  /** Texts repeat in an estate, so each is taken apart once. */
  private readonly known = new Map<string, readonly string[]>();
  /** The same of keys; null for one that describes. */
  private readonly fields = new Map<string, readonly string[] | null>();

  constructor(estate: PolicyEstate, names: Iterable<string>) {
    for (const { manifest } of estate.objects) this.namespaces.add(namespaceOf(manifest));
    this.wanted = new Set(names);
    this.sought = new Set([...this.wanted, ...this.namespaces]);
    for (const object of estate.objects) if (!SILENT.has(object.manifest.kind)) this.read(object);
  }

  /** True when another object of the zone uses the name where `object` can be meant. */
  uses(object: EstateObject, name: string): boolean {
    const namespace = namespaceOf(object.manifest);
    const scopes = (namespace === '' ? ['', '*'] : [namespace, '']).map((scope) => `${object.zone}\n${scope}`);
    return scopes.some((scope) => {
      const from = this.words.get(scope)?.get(name);
      return from !== undefined && from.size > (from.has(object) ? 1 : 0);
    });
  }

  private read(object: EstateObject): void {
    const { zone, manifest } = object;
    const found = { names: new Set<string>(), namespaces: new Set([namespaceOf(manifest), '*']) };
    this.visit({ ...manifest, metadata: { annotations: at(manifest, 'metadata', 'annotations') } }, found, 0);
    if (found.names.size > 0) for (const scope of found.namespaces) this.note(`${zone}\n${scope}`, object, found.names);
  }

  private visit(value: unknown, found: Found, depth: number): void {
    if (typeof value === 'string') {
      const names = this.namesIn(value);
      if (names.length > 0) this.add(names, found);
    } else if (Array.isArray(value) && depth < DEEPEST) for (const item of value) this.visit(item, found, depth + 1);
    else if (isRecord(value) && depth < DEEPEST) {
      for (const key of Object.keys(value)) {
        let names = this.fields.get(key);
        if (names === undefined) this.fields.set(key, (names = DESCRIBING.has(key) ? null : this.namesIn(key)));
        if (names === null) continue;
        if (names.length > 0) this.add(names, found);
        this.visit(value[key], found, depth + 1);
      }
    }
  }

  private add(known: readonly string[], { names, namespaces }: Found): void {
    for (const name of known) {
      if (this.wanted.has(name)) names.add(name);
      if (this.namespaces.has(name)) namespaces.add(name);
    }
  }

  /** Names of objects and namespaces in a text: itself, what stands between other characters, and the parts of that: `configmap:a/b`, `svc.namespace.svc`. */
  private namesIn(value: string): readonly string[] {
    let names = this.known.get(value);
    if (!names) {
      names = (/[^\w-]/.test(value) ? partsOf(value) : [value]).filter((part) => this.sought.has(part));
      if (value.length <= LONG) this.known.set(value, names);
    }
    return names;
  }

  private note(scope: string, object: EstateObject, found: ReadonlySet<string>): void {
    let known = this.words.get(scope);
    if (!known) this.words.set(scope, (known = new Map()));
    for (const name of found) {
      const from = known.get(name);
      if (from) from.add(object);
      else known.set(name, new Set([object]));
    }
  }
}

function partsOf(value: string): readonly string[] {
  const parts = [value];
  for (const name of value.split(/[^\w.-]+/)) {
    parts.push(name);
    if (name.includes('.')) parts.push(...name.split('.'));
  }
  return parts;
}

export const namespaceOf = (manifest: unknown): string => text(at(manifest, 'metadata', 'namespace')) ?? '';

export const nameOf = (manifest: unknown): string => text(at(manifest, 'metadata', 'name')) ?? '';
