import type { Manifest } from '../manifest.ts';
import type { Labels } from './label-index.ts';
import { at, isRecord, records, strings, text, type Plain } from './plain.ts';

export interface PodTemplate {
  /** Where the template is, e.g. `spec.template`; empty for a Pod. */
  readonly field: string;
  /** Where its pod spec is, e.g. `spec.template.spec`. */
  readonly specField: string;
  readonly labels: Labels;
  readonly metadata: unknown;
  readonly spec: Plain;
  /** Init containers first, in their order. */
  readonly containers: readonly PodContainer[];
}

/** `init` ends before the others start; `sidecar` is an init container that stays (restartPolicy Always). */
export type ContainerRole = 'main' | 'init' | 'sidecar';

export interface PodContainer {
  readonly role: ContainerRole;
  /** E.g. `spec.template.spec.containers[0]`. */
  readonly field: string;
  readonly name: string;
  readonly container: Plain;
}

const TEMPLATE = 'spec.template';

const FIELD: Readonly<Record<string, string>> = {
  'v1/Pod': '',
  'v1/PodTemplate': 'template',
  'apps/v1/Deployment': TEMPLATE,
  'apps/v1/StatefulSet': TEMPLATE,
  'apps/v1/DaemonSet': TEMPLATE,
  'apps/v1/ReplicaSet': TEMPLATE,
  'batch/v1/Job': TEMPLATE,
  'batch/v1/CronJob': 'spec.jobTemplate.spec.template',
};

const NONE: readonly PodTemplate[] = [];

/** The pod templates of a workload: one for Deployment, StatefulSet, DaemonSet, Job, CronJob and Pod, none for other kinds. */
export function podTemplates(manifest: Manifest, type = typeOf(manifest)): readonly PodTemplate[] {
  if (!Object.hasOwn(FIELD, type)) return NONE;
  const field = FIELD[type]!;
  let template: unknown = manifest;
  for (const key of field ? field.split('.') : []) template = at(template, key);
  const spec = at(template, 'spec');
  if (!isRecord(spec)) return NONE;
  const metadata = at(template, 'metadata');
  const specField = field ? `${field}.spec` : 'spec';
  return [{ field, specField, labels: strings(at(metadata, 'labels')), metadata, spec, containers: containersIn(spec, specField) }];
}

function typeOf(manifest: Manifest): string {
  return `${text(at(manifest, 'apiVersion')) ?? ''}/${text(at(manifest, 'kind')) ?? ''}`;
}

/** All containers of a pod template, init containers first, in their order. */
export function containersOf(template: PodTemplate): readonly PodContainer[] {
  return template.containers;
}

function containersIn(spec: Plain, specField: string): readonly PodContainer[] {
  const found: PodContainer[] = [];
  for (const list of ['initContainers', 'containers']) {
    records(spec[list]).forEach((container, index) => {
      const role = list === 'containers' ? 'main' : container['restartPolicy'] === 'Always' ? 'sidecar' : 'init';
      found.push({ role, field: `${specField}.${list}[${index}]`, name: text(container['name']) ?? '', container });
    });
  }
  return found;
}
