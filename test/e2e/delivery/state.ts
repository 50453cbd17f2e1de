/** What a cluster holds, as the journeys compare it. */
import type { Manifest } from '../../../engine/manifest.ts';
import type { Cluster } from '../rig/cluster.ts';
import { ZONES, type Linyi } from '../rig/linyi.ts';

interface Live extends Manifest {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

export async function list(cluster: Cluster, path: string): Promise<readonly Live[]> {
  const { status, body } = await cluster.plane.api.ask('GET', path);
  if (status !== 200) throw new Error(`${path}: ${status} ${body.message ?? ''}`);
  const { items, kind, apiVersion } = body as unknown as { readonly items: readonly Live[] | null; readonly kind: string; readonly apiVersion: string };
  return (items ?? []).map((item) => ({ ...item, apiVersion, kind: kind.replace(/List$/, '') }));
}

export async function read(cluster: Cluster, path: string): Promise<Live> {
  const { status, body } = await cluster.plane.api.ask('GET', path);
  if (status !== 200) throw new Error(`${path}: ${status} ${body.message ?? ''}`);
  return body as unknown as Live;
}

export const WORKLOADS = ['deployments', 'statefulsets', 'daemonsets'] as const;

/** Generation of every workload of both zones, by `zone namespace/name`: it grows with every change of its spec. */
export async function generations(linyi: Linyi): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const zone of ZONES) {
    for (const resource of WORKLOADS) {
      for (const { metadata } of await list(linyi.clusters[zone], `/apis/apps/v1/${resource}`)) found.set(`${zone} ${metadata.namespace}/${metadata.name}`, Number(metadata['generation']));
    }
  }
  return found;
}

/** Which of them have changed. */
export function changed(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** Ready pods of a zone by the workload that they belong to, `namespace/kind/name`; those of Jobs have ended. */
export async function readyPods(cluster: Cluster): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const { metadata, status, spec } of await list(cluster, '/api/v1/pods')) {
    const [owner] = (metadata['ownerReferences'] ?? []) as readonly { readonly kind: string; readonly name: string }[];
    const conditions = (status?.['conditions'] ?? []) as readonly { readonly type: string; readonly status: string }[];
    if (!owner || owner.kind === 'Job' || spec['nodeName'] === undefined || !conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True')) continue;
    const name = owner.kind === 'ReplicaSet' ? `Deployment/${owner.name.replace(/-[^-]+$/, '')}` : `${owner.kind}/${owner.name}`;
    const key = `${metadata.namespace}/${name}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** How many pods the rendered objects declare, by workload: an autoscaler's least where there is one. */
export function declaredPods(objects: readonly Manifest[], nodes: number): ReadonlyMap<string, number> {
  const spec = (manifest: Manifest) => manifest['spec'] as Readonly<Record<string, unknown>>;
  const least = new Map(objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map((each) => {
    const { kind, name } = spec(each)['scaleTargetRef'] as { readonly kind: string; readonly name: string };
    return [`${each.metadata.namespace}/${kind}/${name}`, Number(spec(each)['minReplicas'])];
  }));
  return new Map(objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet').map((each) => {
    const key = `${each.metadata.namespace}/${each.kind}/${each.metadata.name}`;
    return [key, each.kind === 'DaemonSet' ? nodes : least.get(key) ?? Number(spec(each)['replicas'] ?? 1)];
  }));
}
