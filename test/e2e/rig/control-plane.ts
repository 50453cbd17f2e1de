import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../engine/manifest.ts';
import { Api } from './api.ts';
import { accessOf } from './kubeconfig.ts';
import { eventually, freePort, Processes, runFolder } from './processes.ts';
import { tool } from './tools.ts';

export interface ControlPlaneOptions {
  /** With kube-scheduler; default without, so that no pod is ever placed. */
  readonly scheduler?: boolean;
  /** Nodes that report late stay ready: on a busy machine their leases come late. */
  readonly patient?: boolean;
}

/** etcd, kube-apiserver, kube-controller-manager and, if asked for, kube-scheduler on loopback, in a folder of their own that goes with them. */
export class ControlPlane {
  readonly api: Api;
  readonly kubeconfig: string;
  readonly folder: string;
  readonly processes: Processes;

  private constructor(folder: string, processes: Processes, api: Api, kubeconfig: string) {
    this.folder = folder;
    this.processes = processes;
    this.api = api;
    this.kubeconfig = kubeconfig;
  }

  static async start({ scheduler = false, patient = false }: ControlPlaneOptions = {}): Promise<ControlPlane> {
    const programs = { etcd: tool('etcd'), server: tool('kube-apiserver'), controllers: tool('kube-controller-manager'), scheduler: scheduler ? tool('kube-scheduler') : '' };
    const folder = runFolder('champ-e2e-');
    const processes = new Processes();
    const stop = async () => {
      await processes.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    try {
      const [client, peer, port, controllers] = [await freePort(), await freePort(), await freePort(), await freePort()];
      const at = (name: string) => join(folder, name);
      const log = (name: string) => at(`${name}.log`);
      const token = randomBytes(24).toString('hex');
      const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
      writeFileSync(at('sa.key'), privateKey, { mode: 0o600 });
      writeFileSync(at('sa.pub'), publicKey);
      writeFileSync(at('tokens.csv'), `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
      mkdirSync(at('pki'));
      processes.start('etcd', programs.etcd, [
        '--data-dir', at('etcd'), '--listen-client-urls', `http://127.0.0.1:${client}`, '--advertise-client-urls', `http://127.0.0.1:${client}`,
        '--listen-peer-urls', `http://127.0.0.1:${peer}`, '--initial-advertise-peer-urls', `http://127.0.0.1:${peer}`, '--initial-cluster', `default=http://127.0.0.1:${peer}`, '--unsafe-no-fsync',
      ], log('etcd'));
      processes.start('kube-apiserver', programs.server, [
        `--etcd-servers=http://127.0.0.1:${client}`, '--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${port}`, `--cert-dir=${at('pki')}`,
        `--service-account-key-file=${at('sa.pub')}`, `--service-account-signing-key-file=${at('sa.key')}`, '--service-account-issuer=https://kubernetes.default.svc',
        '--service-cluster-ip-range=10.0.0.0/16', `--token-auth-file=${at('tokens.csv')}`, '--authorization-mode=RBAC', '--allow-privileged=true', '--max-requests-inflight=800',
        // a watch from version 0, as kwok's, would be answered in the way of this gate, which the etcd of system packages cannot: it breaks and backs off
        '--feature-gates=WatchList=false',
      ], log('apiserver'));
      const certificate = join(folder, 'pki', 'apiserver.crt');
      await eventually('the certificate of the API server', async () => (existsSync(certificate) ? true : undefined), 60, () => processes.ended());
      const api = new Api({ host: '127.0.0.1', port, token, ca: readFileSync(certificate, 'utf8') });
      await eventually('the API server', async () => ((await api.ask('GET', '/readyz').catch(() => undefined))?.status === 200 ? true : undefined), 120, () => processes.ended());
      const kubeconfig = at('kubeconfig');
      writeFileSync(kubeconfig, JSON.stringify({
        apiVersion: 'v1', kind: 'Config', 'current-context': 'rig',
        clusters: [{ name: 'rig', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': certificate, 'tls-server-name': 'kubernetes.default.svc' } }],
        users: [{ name: 'admin', user: { token } }],
        contexts: [{ name: 'rig', context: { cluster: 'rig', user: 'admin', namespace: 'argocd' } }],
      }), { mode: 0o600 });
      const loopback = (name: string, securePort: number) => [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', `--secure-port=${securePort}`, '--bind-address=127.0.0.1', `--cert-dir=${at(`pki-${name}`)}`, '--kube-api-qps=200', '--kube-api-burst=400'];
      processes.start('kube-controller-manager', programs.controllers, [
        ...loopback('controllers', controllers), `--service-account-private-key-file=${at('sa.key')}`, '--use-service-account-credentials', `--root-ca-file=${certificate}`,
        ...(patient ? ['--node-monitor-grace-period=3600s'] : []),
      ], log('controllers'));
      if (scheduler) processes.start('kube-scheduler', programs.scheduler, loopback('scheduler', await freePort()), log('scheduler'));
      await eventually('the default ServiceAccount', async () => ((await api.ask('GET', '/api/v1/namespaces/default/serviceaccounts/default')).status === 200 ? true : undefined), 60, () => processes.ended());
      return new ControlPlane(folder, processes, api, kubeconfig);
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** A cluster that is there already and whose owner lets tests have it: kube-system is annotated `champ.hsa/e2e: allowed`. What is applied to it stays. */
  static async existing(path: string): Promise<ControlPlane> {
    const api = new Api(accessOf(path));
    const { status, body } = await api.ask('GET', '/api/v1/namespaces/kube-system');
    const { annotations = {} } = (body['metadata'] ?? {}) as Partial<Manifest['metadata']>;
    if (status !== 200) throw new Error(`${path}: ${status} ${body.message ?? ''}`);
    if (annotations['champ.hsa/e2e'] !== 'allowed') throw new Error(`${path}: this cluster is not for tests; if it is: kubectl annotate namespace kube-system champ.hsa/e2e=allowed`);
    return new ControlPlane(runFolder('champ-e2e-'), new Processes(), api, path);
  }

  async stop(): Promise<void> {
    this.api.close();
    await this.processes.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Waits until every CustomResourceDefinition of the cluster is served. */
export async function established({ api, processes }: ControlPlane): Promise<void> {
  await eventually('the definitions', async () => {
    const { body } = await api.ask('GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
    const items = (body['items'] ?? []) as readonly { readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] } }[];
    return items.every(({ status }) => status?.conditions?.some(({ type, status: is }) => type === 'Established' && is === 'True')) ? true : undefined;
  }, 120, () => processes.ended());
}
