import type { Manifest } from '../manifest.ts';
import { isRecord, list, record, type Plain } from '../inspect/plain.ts';
import { containerAt, type ContainerSource, type PodSource } from './source.ts';
import { resolve } from './walk.ts';

/** Where a task stands in each kind of Tekton, and where a run says how its pods are. */
const TASKS = ['spec', 'spec.taskSpec', 'spec.tasks.*.taskSpec', 'spec.finally.*.taskSpec', 'spec.pipelineSpec.tasks.*.taskSpec', 'spec.pipelineSpec.finally.*.taskSpec'];
const TEMPLATES = ['spec.podTemplate', 'spec.taskRunTemplate.podTemplate', 'spec.taskRunSpecs.*.podTemplate'];

/** The pods of a Task, a Pipeline or a run of one. A task has the containers and a run the pod, so each is a part of the pod. */
export function tektonPods(manifest: Manifest): readonly PodSource[] {
  const tasks = TASKS.flatMap((path) => resolve(manifest, path)).flatMap(({ value, field }) => (isRecord(value) ? taskPod(value, field) : []));
  const templates = TEMPLATES.flatMap((path) => resolve(manifest, path)).flatMap(({ value, field }): readonly PodSource[] => (isRecord(value) ? [{
    field, metadataField: 'metadata', spec: value, metadata: record(manifest.metadata), containers: [], partial: true,
  }] : []));
  return [...tasks, ...templates];
}

function taskPod(task: Plain, field: string): readonly PodSource[] {
  const shared = record(task['stepTemplate']);
  const steps = containersOf(task['steps'], `${field}.steps`, shared);
  const containers = [...steps, ...containersOf(task['sidecars'], `${field}.sidecars`, {})];
  if (containers.length === 0) return [];
  return [{
    field, metadataField: field === 'spec' ? 'metadata' : `${field}.metadata`, metadata: record(task['metadata']), containers, partial: true,
    spec: Array.isArray(task['volumes']) ? { volumes: task['volumes'] } : {},
  }];
}

/** A step takes what it does not say from `stepTemplate`; a step that refers to a StepAction has nothing here to judge. */
function containersOf(steps: unknown, field: string, shared: Plain): readonly ContainerSource[] {
  return list(steps).flatMap((step, index) => (isRecord(step) && !('ref' in step) ? [containerAt({ ...shared, ...step, securityContext: { ...record(shared['securityContext']), ...record(step['securityContext']) } }, `${field}[${index}]`)] : []));
}
