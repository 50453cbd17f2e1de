import { at, isRecord, list, text, type Plain } from '../inspect/plain.ts';
import { podField, type ContainerSource, type PodSource } from '../pods/index.ts';
import type { EstateObject } from './estate.ts';
import { SCOPES, type ScopeName } from './scope.ts';

/** One thing that a check looks at. */
export interface Element {
  readonly name: string;
  /** Absent for a scope that is one thing, which the expression knows by another name. */
  readonly value?: Plain;
  readonly source?: ContainerSource;
  /** Place in its list. */
  readonly listed?: { readonly fields: string; readonly index: number };
}

const ONE: readonly Element[] = [{ name: '' }];
const NONE: readonly Element[] = [];

/** An object, or one of its pods, taken apart once for all rules. */
export class Subject {
  readonly object: EstateObject;
  readonly pod: PodSource | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  private readonly found = new Map<ScopeName, readonly Element[]>();

  constructor(object: EstateObject, pod?: PodSource) {
    this.object = object;
    this.pod = pod;
    this.variables = pod ? podVariables(pod) : {};
  }

  /** Everything that a check of this scope looks at. */
  elements(scope: ScopeName): readonly Element[] {
    let found = this.found.get(scope);
    if (!found) this.found.set(scope, (found = this.find(scope)));
    return found;
  }

  /** Path from the object's root to a field below an element. */
  place(scope: ScopeName, { source, listed }: Element, field: string): string {
    const { pod } = this;
    if (source) return joined(source.field, field);
    if (listed) return joined(`${SCOPES[scope].below === 'pod' && pod ? podField(pod, listed.fields) : listed.fields}[${listed.index}]`, field);
    if (!pod) return field;
    return scope === 'pod' ? podField(pod, field) : scope === 'podMetadata' ? joined(pod.metadataField, field) : field;
  }

  private find(scope: ScopeName): readonly Element[] {
    const { pod } = this;
    switch (scope) {
      case 'object': return ONE;
      case 'pod':
      case 'podMetadata': return pod ? ONE : NONE;
      case 'container': return pod ? pod.containers.map((source) => ({ name: source.name, value: source.container, source })) : NONE;
      default: return this.listed(scope);
    }
  }

  private listed(scope: ScopeName): readonly Element[] {
    const { fields: paths, below } = SCOPES[scope];
    const root: unknown = below === 'pod' ? this.pod?.spec : this.object.manifest;
    const found: Element[] = [];
    for (const fields of paths) {
      let value = root;
      for (const step of fields.split('.')) value = at(value, step);
      for (const [index, each] of list(value).entries()) if (isRecord(each)) found.push({ name: text(each['name']) ?? '', value: each, listed: { fields, index } });
    }
    return found;
  }
}

const joined = (path: string, field: string): string => [path, field].filter((part) => part !== '').join('.');

/** The variables of a policy over pods, as the emitted policy computes them in CEL. */
function podVariables({ spec, metadata, containers }: PodSource): Readonly<Record<string, unknown>> {
  return {
    pod: spec,
    podMetadata: metadata,
    containers: containers.map(({ container }) => container),
    windows: at(spec, 'os', 'name') === 'windows',
    userns: spec['hostUsers'] === false,
  };
}
