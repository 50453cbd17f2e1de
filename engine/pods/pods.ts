import type { Manifest } from '../manifest.ts';
import { isRecord, record, text, type Plain } from '../inspect/plain.ts';
import { argoWorkflow } from './argo-workflow.ts';
import { CUSTOM } from './custom.ts';
import { OPERATORS } from './operators.ts';
import { WHOLE, type ContainerPlace, type PodPlace } from './places.ts';
import { containerAt, containersIn, type ContainerSource, type PodSource } from './source.ts';
import { tektonPods } from './tekton.ts';
import { resolve, withoutNulls } from './walk.ts';

const NONE: readonly PodSource[] = [];

const places = new Map<string, PodPlace[]>();
for (const place of [...WHOLE, ...CUSTOM, ...OPERATORS]) {
  const key = `${place.group}/${place.kind}`;
  places.set(key, [...(places.get(key) ?? []), place]);
}

/** Kinds whose pods are put together from several fields. */
const COMPOSED: Readonly<Record<string, (manifest: Manifest) => readonly PodSource[]>> = {
  'argoproj.io/Workflow': argoWorkflow('spec'),
  'argoproj.io/WorkflowTemplate': argoWorkflow('spec'),
  'argoproj.io/ClusterWorkflowTemplate': argoWorkflow('spec'),
  'argoproj.io/CronWorkflow': argoWorkflow('spec.workflowSpec'),
  ...Object.fromEntries(['Task', 'ClusterTask', 'TaskRun', 'Pipeline', 'PipelineRun'].map((kind) => [`tekton.dev/${kind}`, tektonPods])),
};

const kindOf = ({ apiVersion, kind }: Manifest): string => `${groupOf(apiVersion)}/${kind}`;

/** Every pod of an object. None for kinds without one; a kind that seems to hide one is for `unknownPods`. */
export function podsIn(manifest: Manifest): readonly PodSource[] {
  const kind = kindOf(manifest);
  const known = places.get(kind);
  if (known) return known.flatMap((place) => podsAt(manifest, place));
  return Object.hasOwn(COMPOSED, kind) ? COMPOSED[kind]!(withoutNulls(manifest)) : NONE;
}

/** True for a kind whose pods are known, even when this object has none. */
export function hasPods(manifest: Manifest): boolean {
  const kind = kindOf(manifest);
  return places.has(kind) || Object.hasOwn(COMPOSED, kind);
}

/** Where a kind keeps its pods; none for a kind whose pods are put together from several fields. */
export function podPlaces(manifest: Manifest): readonly PodPlace[] {
  return places.get(kindOf(manifest)) ?? [];
}

/** API group of an apiVersion: `''` for the core group, and for what is no text. */
export function groupOf(apiVersion: string): string {
  if (typeof apiVersion !== 'string') return '';
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function podsAt(manifest: Manifest, place: PodPlace): readonly PodSource[] {
  const beside = (place.containers ?? []).flatMap((each) => containersAt(manifest, each));
  const found = resolve(manifest, place.spec).filter(({ value }) => isRecord(value));
  // an operator's own containers may be set without a word on their pod
  const specs = found.length === 0 && beside.length > 0 ? [{ value: {}, field: place.spec, parent: undefined, parentField: '' }] : found;
  return specs.flatMap(({ value, field, parent, parentField }): readonly PodSource[] => {
    const whole = withoutNulls(value as Plain);
    const spec = place.fields === undefined ? whole : picked(whole, place.fields);
    const containers = [...(place.fields === undefined ? containersIn(spec, field, place.made) : []), ...beside];
    if (place.fields !== undefined && containers.length === 0 && Object.keys(spec).length === 0) return [];
    return [{
      field,
      metadataField: place.metadata ?? (parentField ? `${parentField}.metadata` : 'metadata'),
      spec,
      metadata: record(withoutNulls(place.metadata === undefined ? record(parent)['metadata'] : place.metadata === '' ? undefined : resolve(manifest, place.metadata)[0]?.value)),
      containers,
      partial: place.partial ?? false,
      ...(place.fields ? { moved: Object.fromEntries(Object.entries(place.fields).map(([name, there]) => [name, `${field}.${there}`])) } : {}),
    }];
  });
}

function picked(map: Plain, fields: Readonly<Record<string, string>>): Plain {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, there]) => (Object.hasOwn(map, there) ? [[name, map[there]]] : [])));
}

function containersAt(manifest: Manifest, { path, name, keys, made = true }: ContainerPlace): readonly ContainerSource[] {
  return resolve(manifest, path).flatMap(({ value, field }): readonly ContainerSource[] => {
    if (!isRecord(value)) return [];
    const map = withoutNulls(value);
    const settings = keys === undefined ? map : Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(map, key) ? [[key, map[key]]] : [])));
    if (Object.keys(settings).length === 0) return [];
    const container = { ...settings, name: name ?? text(map['name']) ?? '' };
    return [{ ...containerAt(container, field), ...(made ? { made } : {}) }];
  });
}
