/** The nodes of a zone, played by kwok: pods that are placed on them run, and end when their Job does. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { each } from './api.ts';
import type { ControlPlane } from './control-plane.ts';
import { eventually, freePort } from './processes.ts';
import { moduleFolder, tool } from './tools.ts';

/** Stages that kwok ships: it plays none that it is not given. */
const STAGES = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast'];

export interface Nodes {
  readonly count: number;
  readonly cpu: string;
  readonly memory: string;
}

const nodeName = (index: number): string => `node-${String(index + 1).padStart(2, '0')}`;

export async function startNodes(plane: ControlPlane, { count, cpu, memory }: Nodes): Promise<void> {
  const shipped = join(moduleFolder('kwok', 'sigs.k8s.io/kwok'), 'kustomize', 'stage');
  const stages = STAGES.flatMap((folder) => readdirSync(join(shipped, folder)).filter((file) => /^(?:node|pod)-.*\.yaml$/.test(file)).map((file) => readFileSync(join(shipped, folder, file), 'utf8')));
  const config = join(plane.folder, 'kwok.yaml');
  writeFileSync(config, stages.join('\n---\n'));
  plane.processes.start('kwok', tool('kwok'), [
    `--kubeconfig=${plane.kubeconfig}`, `--config=${config}`, '--manage-all-nodes=false', '--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake', '--node-lease-duration-seconds=120', `--server-address=127.0.0.1:${await freePort()}`,
  ], join(plane.folder, 'kwok.log'));
  const capacity = { cpu, memory, pods: '110', 'ephemeral-storage': '1Ti' };
  await each(Array.from({ length: count }, (_, index) => nodeName(index)), (name) => plane.api.create({
    apiVersion: 'v1', kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' }, annotations: { 'kwok.x-k8s.io/node': 'fake' } },
    status: { capacity, allocatable: capacity },
  }));
  await eventually(`${count} nodes`, async () => ((await readyNodes(plane)) >= count ? true : undefined), 120, () => plane.processes.ended());
}

async function readyNodes(plane: ControlPlane): Promise<number> {
  const { body } = await plane.api.ask('GET', '/api/v1/nodes');
  const items = (body['items'] ?? []) as readonly { readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] } }[];
  return items.filter(({ status }) => status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True')).length;
}
