/** One zone of the city: a control plane, its nodes, what simulates operators and metrics, and ArgoCD. */
import type { Manifest } from '../../../engine/manifest.ts';
import { each } from './api.ts';
import { ArgoCd } from './argocd.ts';
import { ControlPlane, established } from './control-plane.ts';
import { definitionsOf } from './definitions.ts';
import { startNodes, type Nodes } from './kwok.ts';
import { Metrics } from './metrics.ts';
import { Simulator } from './simulator.ts';

export interface ClusterInput {
  readonly zone: string;
  readonly nodes: Nodes;
  /** All that the zone is to hold: the definitions of its custom kinds are learnt from it. */
  readonly objects: readonly Manifest[];
  /** What other installers bring and the zone's objects refer to. */
  readonly beside: readonly Manifest[];
  readonly storageClasses: readonly string[];
  /** ConfigMaps of ArgoCD and what else stands in its namespace before it starts, the Namespace first. */
  readonly settings: readonly Manifest[];
  /** Kubeconfig of a cluster that is there already; it has its own scheduler and metrics. */
  readonly existing?: string;
}

export class Cluster {
  readonly zone: string;
  readonly plane: ControlPlane;
  readonly argocd: ArgoCd;
  readonly simulator: Simulator;
  private readonly metrics: Metrics | undefined;

  private constructor(zone: string, plane: ControlPlane, argocd: ArgoCd, simulator: Simulator, metrics: Metrics | undefined) {
    this.zone = zone;
    this.plane = plane;
    this.argocd = argocd;
    this.simulator = simulator;
    this.metrics = metrics;
  }

  static async start({ zone, nodes, objects, beside, storageClasses, settings, existing }: ClusterInput, say: (text: string) => void): Promise<Cluster> {
    const plane = await (existing === undefined ? ControlPlane.start({ scheduler: true, patient: true }) : ControlPlane.existing(existing));
    let metrics: Metrics | undefined;
    const simulator = new Simulator(plane);
    try {
      say(`${zone}: API server up`);
      const definitions = definitionsOf(objects);
      await put(plane, definitions);
      await put(plane, storageClasses.map((name) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: 'rig.champ.example', volumeBindingMode: 'Immediate' })));
      await established(plane);
      await startNodes(plane, nodes);
      say(`${zone}: ${nodes.count} nodes, ${definitions.length} custom kinds`);
      if (existing === undefined) {
        metrics = new Metrics(plane);
        await metrics.start(plane);
      }
      simulator.start();
      const isNamespace = ({ kind }: Manifest) => kind === 'Namespace';
      await put(plane, [...settings.filter(isNamespace), ...beside]);
      const argocd = await ArgoCd.start(plane, settings.filter((each) => !isNamespace(each)));
      say(`${zone}: ArgoCD at ${argocd.url}`);
      return new Cluster(zone, plane, argocd, simulator, metrics);
    } catch (error) {
      simulator.stop();
      await metrics?.stop();
      await plane.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.simulator.stop();
    await this.metrics?.stop();
    await this.plane.stop();
  }
}

async function put(plane: ControlPlane, manifests: readonly Manifest[]): Promise<void> {
  const answers = await each(manifests, (manifest) => plane.api.apply(manifest));
  const refused = answers.flatMap(({ status, body }, index) => (status === 200 || status === 201 ? [] : [`${manifests[index]!.kind} ${manifests[index]!.metadata.name}: ${body.message ?? status}`]));
  if (refused.length > 0) throw new Error(refused.join('\n'));
}
