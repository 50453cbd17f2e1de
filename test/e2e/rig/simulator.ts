/** Does what no controller of the rig can: operators' statuses, volumes and addresses of load balancers. Everything it does is counted and reported. */
import { setMaxListeners } from 'node:events';
import type { Manifest } from '../../../engine/manifest.ts';
import type { ControlPlane } from './control-plane.ts';
import { STATUSES, type StatusRow } from './statuses.ts';

const MERGE = 'application/merge-patch+json';

export class Simulator {
  /** What was done, by kind. */
  readonly done = new Map<string, number>();
  private readonly withheld = new Set<string>();
  private readonly stopped = new AbortController();
  private readonly plane: ControlPlane;
  private addresses = 0;

  constructor(plane: ControlPlane) {
    this.plane = plane;
  }

  start(): void {
    const { api } = this.plane;
    // one listener a kind
    setMaxListeners(100, this.stopped.signal);
    const follow = (path: string, seen: (object: Manifest) => Promise<void>) => {
      void api.follow(path, (object, gone) => { if (!gone) void seen(object).catch(() => undefined); }, this.stopped.signal);
    };
    for (const row of STATUSES) follow(`/apis/${row.apiVersion}/${row.resource}`, (object) => this.status(row, object));
    follow('/api/v1/persistentvolumeclaims', (claim) => this.bind(claim));
    follow('/api/v1/services', (service) => this.address(service));
  }

  stop(): void {
    this.stopped.abort();
  }

  /** From now on `Kind namespace/name` has no status, as when its operator is stuck; the one it has is taken away. */
  async withhold(row: Pick<StatusRow, 'apiVersion' | 'kind' | 'resource'>, namespace: string, name: string): Promise<void> {
    this.withheld.add(`${row.kind} ${namespace}/${name}`);
    await this.plane.api.ask('PATCH', `/apis/${row.apiVersion}/namespaces/${namespace}/${row.resource}/${name}/status`, { status: null }, MERGE);
  }

  /** Lets it have its status again. */
  async release(row: Pick<StatusRow, 'apiVersion' | 'kind' | 'resource'>, namespace: string, name: string): Promise<void> {
    this.withheld.delete(`${row.kind} ${namespace}/${name}`);
    const path = `/apis/${row.apiVersion}/namespaces/${namespace}/${row.resource}/${name}`;
    const { body } = await this.plane.api.ask('GET', path);
    const full = STATUSES.find(({ kind }) => kind === row.kind)!;
    await this.plane.api.ask('PATCH', `${path}/status`, { status: full.status(body as unknown as Manifest) }, MERGE);
  }

  private async status({ apiVersion, kind, resource, status }: StatusRow, object: Manifest): Promise<void> {
    const { namespace, name } = object.metadata;
    if (this.withheld.has(`${kind} ${namespace}/${name}`)) return;
    const wanted = status(object);
    if (JSON.stringify(object['status'] ?? {}) === JSON.stringify(wanted) || includes(object['status'], wanted)) return;
    await this.plane.api.ask('PATCH', `/apis/${apiVersion}${namespace ? `/namespaces/${namespace}` : ''}/${resource}/${name}/status`, { status: wanted }, MERGE);
    this.count(`status of ${kind}`);
  }

  /** As a provisioner would: a volume made for this claim, which the controller manager then binds. */
  private async bind(claim: Manifest): Promise<void> {
    const { namespace, name } = claim.metadata;
    const spec = claim['spec'] as { readonly volumeName?: string; readonly accessModes: readonly string[]; readonly storageClassName?: string; readonly volumeMode?: string; readonly resources: { readonly requests: Readonly<Record<string, string>> } };
    if (spec.volumeName !== undefined || claim.metadata['deletionTimestamp'] !== undefined) return;
    const { status } = await this.plane.api.create({
      apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `pv-${String(claim.metadata['uid'])}` },
      spec: {
        capacity: spec.resources.requests, accessModes: spec.accessModes, storageClassName: spec.storageClassName, volumeMode: spec.volumeMode ?? 'Filesystem', persistentVolumeReclaimPolicy: 'Retain',
        claimRef: { kind: 'PersistentVolumeClaim', apiVersion: 'v1', namespace, name, uid: claim.metadata['uid'] },
        csi: { driver: 'rig.champ.example', volumeHandle: String(claim.metadata['uid']) },
      },
    });
    if (status === 201) this.count('volume bound');
  }

  private async address(service: Manifest): Promise<void> {
    const { namespace, name } = service.metadata;
    const status = service['status'] as { readonly loadBalancer?: { readonly ingress?: readonly unknown[] } } | undefined;
    if ((service['spec'] as { readonly type?: string }).type !== 'LoadBalancer' || status?.loadBalancer?.ingress) return;
    this.addresses += 1;
    await this.plane.api.ask('PATCH', `/api/v1/namespaces/${namespace}/services/${name}/status`, { status: { loadBalancer: { ingress: [{ ip: `198.51.100.${this.addresses}` }] } } }, MERGE);
    this.count('address of a load balancer');
  }

  private count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }
}

/** Whether the first holds all that the second says. */
function includes(has: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return has === wanted;
  if (typeof has !== 'object' || has === null) return false;
  if (Array.isArray(wanted)) return Array.isArray(has) && wanted.length === has.length && wanted.every((each, index) => includes(has[index], each));
  return Object.entries(wanted).every(([key, each]) => includes((has as Record<string, unknown>)[key], each));
}
