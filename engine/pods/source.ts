import { isRecord, text, type Plain } from '../inspect/plain.ts';

/** A pod as an object declares it. */
export interface PodSource {
  /** Path of the pod spec from the object's root, e.g. `spec.template.spec`. */
  readonly field: string;
  readonly metadataField: string;
  readonly spec: Plain;
  readonly metadata: Plain;
  /** Init, normal and ephemeral containers, in this order. */
  readonly containers: readonly ContainerSource[];
  /** An operator adds containers or settings of its own, so what is absent proves nothing. */
  readonly partial: boolean;
  /** Fields of `spec` that stand elsewhere, with their path from the object's root. @default none */
  readonly moved?: Readonly<Record<string, string>>;
}

export interface ContainerSource {
  readonly name: string;
  /** Path from the object's root, e.g. `spec.template.spec.initContainers[0]`. */
  readonly field: string;
  readonly container: Plain;
  /** True where an operator makes the container and merges this into it. @default false */
  readonly made?: boolean;
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** The containers of a pod spec at a path; `made` names those that an operator makes. */
export function containersIn(spec: Plain, field: string, made: readonly string[] = []): readonly ContainerSource[] {
  return LISTS.flatMap((list) => {
    const items = spec[list];
    return !Array.isArray(items) ? [] : items.flatMap((container: unknown, index) => (!isRecord(container) ? [] : [containerAt(container, `${field}.${list}[${index}]`, made)]));
  });
}

export function containerAt(container: Plain, field: string, made: readonly string[] = []): ContainerSource {
  const name = text(container['name']) ?? '';
  return { name, field, container, ...(made.includes(name) ? { made: true } : {}) };
}

/** Path from the object's root of a field of the pod spec, wherever the kind keeps it. */
export function podField(pod: PodSource, path: string): string {
  const [first = '', ...rest] = path.split('.');
  const moved = pod.moved !== undefined && Object.hasOwn(pod.moved, first) ? pod.moved[first] : undefined;
  return [moved ?? [pod.field, first].filter((part) => part !== '').join('.'), ...rest].join('.');
}
