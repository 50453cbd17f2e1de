import { at, text, type Plain } from '../../engine/inspect/plain.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';

/** Fields that describe an object or choose pods; a name in them is no reference. */
const DESCRIBING = new Set(['labels', 'matchLabels', 'selector', 'apiVersion', 'kind', 'subjects']);
/** Kinds that name no ConfigMap, account or role of their namespace. */
const SILENT = new Set(['ValidatingAdmissionPolicy', 'NetworkPolicy', 'Namespace', 'LimitRange', 'ResourceQuota', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'PriorityClass', 'ServiceAccount']);
const DEEPEST = 64;
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
    const own = namespaceOf(manifest);
    const found = new Set<string>();
    const scopes = new Set([own, '*']);
    const word = (value: string): void => {
      for (const name of this.namesIn(value)) {
        if (this.wanted.has(name)) found.add(name);
        if (this.namespaces.has(name)) scopes.add(name);
      }
    };
    const visit = (value: unknown, depth: number): void => {
      if (typeof value === 'string') word(value);
      else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
        const list = Array.isArray(value);
        for (const key of Object.keys(value)) {
          if (DESCRIBING.has(key)) continue;
          if (!list) word(key);
          visit((value as Plain)[key], depth + 1);
        }
      }
    };
    visit({ ...manifest, metadata: { annotations: at(manifest, 'metadata', 'annotations') } }, 0);
    for (const scope of scopes) this.note(`${zone}\n${scope}`, object, found);
  }

  /** Names of objects and namespaces in a text. */
  private namesIn(value: string): readonly string[] {
    const known = this.known.get(value);
    if (known) return known;
    const names = partsOf(value).filter((part) => this.sought.has(part));
    if (value.length <= LONG) this.known.set(value, names);
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

/** A text, the names in it, and the parts of names with dots: `configmap:a/b`, `svc.namespace.svc`. */
function partsOf(value: string): readonly string[] {
  if (!/[^\w-]/.test(value)) return [value];
  const names = value.split(/[^\w.-]+/);
  return [value, ...names, ...names.flatMap((name) => (name.includes('.') ? name.split('.') : []))];
}

export const namespaceOf = (manifest: unknown): string => text(at(manifest, 'metadata', 'namespace')) ?? '';

export const nameOf = (manifest: unknown): string => text(at(manifest, 'metadata', 'name')) ?? '';
