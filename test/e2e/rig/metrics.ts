/** The metrics API of a cluster without kubelets: every container uses of what it requests as much as its autoscaler aims at, so that counts stay as declared. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import type { Manifest } from '../../../engine/manifest.ts';
import type { ControlPlane } from './control-plane.ts';

/** Percent of the request; the target of every autoscaler of the estate. */
export const USED = 0.65;

interface Pod extends Manifest {
  readonly spec: { readonly nodeName?: string; readonly containers: readonly { readonly name: string; readonly resources?: { readonly requests?: Readonly<Record<string, string>> } }[] };
}

export class Metrics {
  private readonly server: Server;
  private readonly pods = new Map<string, Pod>();
  private readonly stopped = new AbortController();

  constructor(plane: ControlPlane) {
    const pki = (name: string) => readFileSync(join(plane.folder, 'pki', name), 'utf8');
    this.server = createServer({ cert: pki('apiserver.crt'), key: pki('apiserver.key') }, (request, response) => {
      const answer = this.answer(request.url ?? '');
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404 }));
    });
    void plane.api.follow('/api/v1/pods', (pod, gone) => {
      const key = `${pod.metadata.namespace}/${pod.metadata.name}`;
      if (gone) this.pods.delete(key);
      else this.pods.set(key, pod as Pod);
    }, this.stopped.signal);
  }

  /** Serves on loopback and registers itself with the API server. */
  async start(plane: ControlPlane): Promise<void> {
    const port = await new Promise<number>((resolve, reject) => {
      this.server.once('error', reject).listen(0, '127.0.0.1', () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const name = 'rig-metrics';
    await plane.api.apply({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'kube-system' }, spec: { type: 'ExternalName', externalName: 'localhost', ports: [{ port, protocol: 'TCP' }] } });
    await plane.api.apply({
      apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService', metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: { group: 'metrics.k8s.io', version: 'v1beta1', groupPriorityMinimum: 100, versionPriority: 100, insecureSkipTLSVerify: true, service: { name, namespace: 'kube-system', port } },
    });
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => { this.server.close(() => resolve()); });
  }

  private answer(url: string): unknown {
    const { pathname, searchParams } = new URL(url, 'https://localhost');
    if (pathname === '/apis/metrics.k8s.io/v1beta1') {
      return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'metrics.k8s.io/v1beta1', resources: [{ name: 'pods', singularName: '', namespaced: true, kind: 'PodMetrics', verbs: ['get', 'list'] }] };
    }
    const match = /^\/apis\/metrics\.k8s\.io\/v1beta1(?:\/namespaces\/([^/]+))?\/pods$/.exec(pathname);
    if (!match) return undefined;
    const wanted = (searchParams.get('labelSelector') ?? '').split(',').filter(Boolean).map((each) => each.split('='));
    const found = [...this.pods.values()].filter(({ metadata }) => (!match[1] || metadata.namespace === match[1]) && wanted.every(([key = '', value]) => metadata.labels?.[key] === value));
    return { kind: 'PodMetricsList', apiVersion: 'metrics.k8s.io/v1beta1', metadata: {}, items: found.map(usage) };
  }
}

const usage = ({ metadata: { name, namespace, labels }, spec }: Pod) => ({
  metadata: { name, namespace, labels }, timestamp: new Date().toISOString(), window: '30s',
  containers: spec.containers.map((container) => ({ name: container.name, usage: { cpu: `${Math.round(milli(container.resources?.requests?.['cpu'] ?? '100m') * USED)}m`, memory: '64Mi' } })),
});

const milli = (quantity: string): number => (quantity.endsWith('m') ? Number(quantity.slice(0, -1)) : Number(quantity) * 1000);
