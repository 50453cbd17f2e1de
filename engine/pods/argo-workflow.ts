import type { Manifest } from '../manifest.ts';
import { isRecord, list, record, records, text, type Plain } from '../inspect/plain.ts';
import { containerAt, type ContainerSource, type PodSource } from './source.ts';
import { resolve } from './walk.ts';

/** Fields of a pod that a template may have, and else takes from its workflow. */
const POD_FIELDS = ['automountServiceAccountToken', 'hostAliases', 'hostNetwork', 'priorityClassName', 'schedulerName', 'securityContext', 'serviceAccountName', 'tolerations', 'nodeSelector', 'affinity', 'dnsPolicy'] as const;

/**
 * The pods of an Argo Workflow, whose spec is at a path: one for each template with containers, and one without any for what the
 * workflow says of all. Volumes of the workflow count there alone. The controller adds containers and defaults of its own.
 */
export function argoWorkflow(path: string): (manifest: Manifest) => readonly PodSource[] {
  return (manifest) => resolve(manifest, path).flatMap(({ value }) => (isRecord(value) ? podsOf(value, path) : []));
}

function podsOf(workflow: Plain, path: string): readonly PodSource[] {
  const shared = fieldsOf(workflow);
  const metadata = record(workflow['podMetadata']);
  const all: PodSource = {
    field: path, metadataField: `${path}.podMetadata`, metadata, containers: [], partial: true,
    spec: { ...shared, ...(Array.isArray(workflow['volumes']) ? { volumes: workflow['volumes'] } : {}) },
  };
  const templates = [
    ...list(workflow['templates']).map((template, index) => ({ template, field: `${path}.templates[${index}]` })),
    { template: workflow['templateDefaults'], field: `${path}.templateDefaults` },
  ].flatMap(({ template, field }) => (isRecord(template) ? [{ template, field }] : []));
  return [all, ...templates.flatMap(({ template, field }): readonly PodSource[] => {
    const containers = containersOf(template, field);
    if (containers.length === 0) return [];
    const own = fieldsOf(template);
    const moved = Object.fromEntries(Object.keys(shared).filter((name) => !(name in own)).map((name) => [name, `${path}.${name}`]));
    return [{
      field, metadataField: `${field}.metadata`, metadata: { ...metadata, ...record(template['metadata']) }, containers, partial: true, moved,
      spec: { ...shared, ...own, ...(Array.isArray(template['volumes']) ? { volumes: template['volumes'] } : {}) },
    }];
  })];
}

const fieldsOf = (map: Plain): Plain => Object.fromEntries(POD_FIELDS.flatMap((name) => (Object.hasOwn(map, name) ? [[name, map[name]]] : [])));

function containersOf(template: Plain, field: string): readonly ContainerSource[] {
  const one = (key: string): readonly ContainerSource[] => {
    const container = template[key];
    return isRecord(container) ? [containerAt({ ...container, name: text(container['name']) ?? 'main' }, `${field}.${key}`)] : [];
  };
  const several = (containers: unknown, at: string): readonly ContainerSource[] => records(containers).map((container) => containerAt(container, `${at}[${list(containers).indexOf(container)}]`));
  return [
    ...several(template['initContainers'], `${field}.initContainers`),
    ...one('container'), ...one('script'),
    ...several(record(template['containerSet'])['containers'], `${field}.containerSet.containers`),
    ...several(template['sidecars'], `${field}.sidecars`),
  ];
}
