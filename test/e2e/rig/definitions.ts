/** CustomResourceDefinitions for what an estate renders: a structural schema of exactly the fields that it writes, and a status. */
import { groupOf } from '../../../engine/pods/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { collection } from './api.ts';

type Schema = Record<string, unknown>;

const ANY: Schema = { 'x-kubernetes-preserve-unknown-fields': true };

/** Groups that the API server, or ArgoCD's own definitions, serve. */
const SERVED = new Set([
  '', 'admissionregistration.k8s.io', 'apps', 'argoproj.io', 'autoscaling', 'batch', 'networking.k8s.io', 'policy', 'rbac.authorization.k8s.io', 'scheduling.k8s.io',
]);

/** One definition for each custom kind among the objects, its schema learnt from all of them. */
export function definitionsOf(manifests: readonly Manifest[]): readonly Manifest[] {
  const kinds = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    if (SERVED.has(groupOf(manifest.apiVersion))) continue;
    const key = `${manifest.apiVersion}/${manifest.kind}`;
    kinds.set(key, [...(kinds.get(key) ?? []), manifest]);
  }
  return [...kinds.values()].map(definition);
}

function definition(manifests: readonly [Manifest, ...Manifest[]] | readonly Manifest[]): Manifest {
  const [first] = manifests as readonly [Manifest];
  const { kind, apiVersion, metadata } = first;
  const [group = '', version = ''] = apiVersion.split('/');
  const plural = collection(first).split('/').pop()!;
  const properties: Schema = {};
  for (const field of new Set(manifests.flatMap((each) => Object.keys(each)))) {
    if (field === 'apiVersion' || field === 'kind' || field === 'metadata') continue;
    properties[field] = schemaOf(manifests.map((each) => each[field]).filter((each) => each !== undefined));
  }
  return {
    apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: {
      name: `${plural}.${group}`,
      // a group of Kubernetes itself
      ...(group.endsWith('.k8s.io') ? { annotations: { 'api-approved.kubernetes.io': 'unapproved, for tests' } } : {}),
    },
    spec: {
      group, scope: metadata.namespace === undefined ? 'Cluster' : 'Namespaced', names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [{ name: version, served: true, storage: true, subresources: { status: {} }, schema: { openAPIV3Schema: { type: 'object', properties: { ...properties, status: { type: 'object', ...ANY } } } } }],
    },
  };
}

/** The narrowest schema that all values meet; anything goes where they are of several types. */
function schemaOf(values: readonly unknown[]): Schema {
  const types = new Set(values.map(typeOf));
  if (types.size === 2 && types.has('integer') && types.has('string')) return { 'x-kubernetes-int-or-string': true };
  if (types.size === 2 && types.has('integer') && types.has('number')) return { type: 'number' };
  const [type] = types;
  if (types.size !== 1 || type === 'null') return ANY;
  if (type === 'array') return { type, items: schemaOf((values as readonly (readonly unknown[])[]).flat()) };
  if (type !== 'object') return { type };
  const maps = values as readonly Readonly<Record<string, unknown>>[];
  const keys = [...new Set(maps.flatMap((each) => Object.keys(each)))];
  // an empty map says nothing about what may stand in it
  if (keys.length === 0) return { type, ...ANY };
  return { type, properties: Object.fromEntries(keys.map((key) => [key, schemaOf(maps.map((each) => each[key]).filter((each) => each !== undefined))])) };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
