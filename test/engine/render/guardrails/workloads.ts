/** Workloads as the other renderers make them, as small as quotas and projects need them. */
import type { Application } from '../../../../constructs/application.ts';
import type { Environment } from '../../../../constructs/environment.ts';
import type { ZoneId } from '../../../../constructs/words.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { Output } from '../../../../engine/render/output.ts';

export interface Sized {
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

export const SIZED: Sized = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } };

export function container(resources: Partial<Sized> = SIZED, more: Readonly<Record<string, unknown>> = {}) {
  return { name: 'app', image: 'registry.example/app:1', resources, ...more };
}

export function workload(kind: string, name: string, namespace: string, spec: Readonly<Record<string, unknown>>, pod: Readonly<Record<string, unknown>> = { containers: [container()] }): Manifest {
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, metadata: { name, namespace },
    spec: { ...spec, template: { metadata: { labels: { 'app.kubernetes.io/name': name } }, spec: pod } },
  };
}

export function autoscaler(name: string, namespace: string, maxReplicas: number): Manifest {
  return {
    apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name, namespace },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 1, maxReplicas },
  };
}

export function application(environment: Environment, zone: ZoneId, name: string): Application {
  const found = environment.zone(zone).applications.find((each) => each.name === name);
  if (!found) throw new Error(`no Application ${name}`);
  return found;
}

/** An output that holds these objects, each in the folder of its namespace. */
export function outputOf(environment: Environment, zone: ZoneId, ...manifests: readonly Manifest[]): Output {
  const out = new Output(environment);
  for (const manifest of manifests) {
    const owner = application(environment, zone, manifest.metadata.namespace!);
    out.addTo(owner, owner, manifest);
  }
  return out;
}
