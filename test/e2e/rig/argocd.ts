/** ArgoCD as plain processes beside one cluster: the settings are the ones that `champ bootstrap` renders for production. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { Manifest } from '../../../engine/manifest.ts';
import { established, type ControlPlane } from './control-plane.ts';
import { eventually, freePort } from './processes.ts';
import { moduleFolder, tool } from './tools.ts';

/** Account of the rig's client, which `champ bootstrap` renders for pipelines. */
const ACCOUNT = 'champ';

type Component = 'repo-server' | 'server' | 'application-controller';

/** Where ArgoCD's own installation says which setting becomes which variable. */
const WORKLOADS: Readonly<Record<Component, string>> = {
  'repo-server': 'repo-server/argocd-repo-server-deployment.yaml',
  server: 'server/argocd-server-deployment.yaml',
  'application-controller': 'application-controller/argocd-application-controller-statefulset.yaml',
};

export class ArgoCd {
  readonly url: string;
  readonly token: string;
  private readonly plane: ControlPlane;
  private readonly starts: ReadonlyMap<Component, () => void>;

  private constructor(plane: ControlPlane, url: string, token: string, starts: ReadonlyMap<Component, () => void>) {
    this.plane = plane;
    this.url = url;
    this.token = token;
    this.starts = starts;
  }

  /** `settings` are the ConfigMaps and Secrets of the namespace `argocd`, which is there. */
  static async start(plane: ControlPlane, settings: readonly Manifest[]): Promise<ArgoCd> {
    const { folder, processes } = plane;
    const source = join(moduleFolder('argocd', 'github.com/argoproj/argo-cd/v3'), 'manifests');
    for (const file of readdirSync(join(source, 'crds')).filter((each) => each.endsWith('-crd.yaml'))) {
      await applied(plane, parse(readFileSync(join(source, 'crds', file), 'utf8')) as Manifest);
    }
    await established(plane);
    const { token, secret } = signedToken();
    for (const each of [...settings, secret]) await applied(plane, each);
    const [redis, repo, server, metrics] = [await freePort(), await freePort(), await freePort(), [await freePort(), await freePort(), await freePort()]];
    const at = (name: string) => join(folder, name);
    for (const name of ['tls', 'ssh', 'gpg', 'gpgsrc', 'plugins', 'scratch', 'bin']) mkdirSync(at(name), { recursive: true });
    // the repo-server calls it even with signatures off
    writeFileSync(at('bin/git-verify-wrapper.sh'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const program = tool('argocd');
    const environment = {
      KUBECONFIG: plane.kubeconfig, ARGOCD_FAKE_IN_CLUSTER: 'true', ARGOCD_GPG_ENABLED: 'false', ARGOCD_TLS_DATA_PATH: at('tls'), ARGOCD_SSH_DATA_PATH: at('ssh'),
      ARGOCD_GNUPGHOME: at('gpg'), ARGOCD_GPG_DATA_PATH: at('gpgsrc'), ARGOCD_PLUGINSOCKFILEPATH: at('plugins'), ARGOCD_ASK_PASS_SOCK: at('askpass.sock'), TMPDIR: at('scratch'),
      PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', NO_PROXY: '127.0.0.1,localhost',
    };
    processes.start('redis', tool('redis-server'), ['--bind', '127.0.0.1', '--port', String(redis), '--save', '', '--appendonly', 'no', '--dir', folder], at('redis.log'));
    const start = (component: Component, args: readonly string[]) => {
      const name = `argocd-${component}`;
      // one program, told by its name what to be
      symlinkSync(program, at(`bin/${name}`));
      const run = () => processes.start(name, at(`bin/${name}`), ['--redis', `127.0.0.1:${redis}`, ...args], at(`${name}.log`), { ...settingsOf(join(source, 'base', WORKLOADS[component]), settings), ...environment });
      run();
      return [component, run] as const;
    };
    const starts = new Map([
      start('repo-server', ['--address', '127.0.0.1', '--port', String(repo), '--metrics-address', '127.0.0.1', '--metrics-port', String(metrics[0])]),
      // it makes the default project, so it comes before the controller
      start('server', ['--namespace', 'argocd', '--address', '127.0.0.1', '--port', String(server), '--metrics-port', String(metrics[1]), '--insecure', '--repo-server', `127.0.0.1:${repo}`, '--dex-server', 'http://127.0.0.1:1', '--staticassets', at('none')]),
    ]);
    const url = `http://127.0.0.1:${server}`;
    await eventually('the server of ArgoCD', async () => ((await fetch(`${url}/healthz`).catch(() => undefined))?.ok ? true : undefined), 120, () => processes.ended());
    starts.set(...start('application-controller', ['--namespace', 'argocd', '--metrics-port', String(metrics[2]), '--repo-server', `127.0.0.1:${repo}`]));
    return new ArgoCd(plane, url, token, starts);
  }

  /** Ends a part at once, as a crash would. */
  kill(component: Component): Promise<void> {
    return this.plane.processes.kill(`argocd-${component}`);
  }

  /** Starts a part again, with the ports and settings that it had. */
  async restart(component: Component): Promise<void> {
    this.starts.get(component)!();
    if (component === 'server') await eventually('the server of ArgoCD', async () => ((await fetch(`${this.url}/healthz`).catch(() => undefined))?.ok ? true : undefined), 120, () => this.plane.processes.ended());
  }

  /** Asks the API; for what the product's client does, the tests use that client. */
  async ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
    const response = await fetch(`${this.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(120_000) });
    return { status: response.status, body: await response.json() as Readonly<Record<string, unknown>> };
  }
}

async function applied(plane: ControlPlane, manifest: Manifest): Promise<void> {
  const { status, body } = await plane.api.apply(manifest);
  if (status !== 200 && status !== 201) throw new Error(`${manifest.kind} ${manifest.metadata.name}: ${status} ${body.message ?? ''}`);
}

/** The variables that the workload of a component would get from the settings. */
function settingsOf(workload: string, settings: readonly Manifest[]): Readonly<Record<string, string>> {
  const values = new Map(settings.map((each) => [each.metadata.name, (each['data'] ?? {}) as Readonly<Record<string, string>>]));
  const found: Record<string, string> = {};
  for (const document of parseAllDocuments(readFileSync(workload, 'utf8'))) {
    const { spec } = document.toJS() as { readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly env?: readonly { readonly name: string; readonly valueFrom?: { readonly configMapKeyRef?: { readonly name: string; readonly key: string } } }[] }[] } } } };
    for (const { env = [] } of spec.template.spec.containers) {
      for (const { name, valueFrom } of env) {
        const from = valueFrom?.configMapKeyRef;
        const value = from && values.get(from.name)?.[from.key];
        // a bug of the server takes this variable for the name of a flag
        if (value !== undefined && name !== 'ARGOCD_SERVER_METRICS_LISTEN_ADDRESS') found[name] = value;
      }
    }
  }
  return found;
}

/** A token of the account, signed as ArgoCD signs it, and the Secret that knows both; made for this run. */
function signedToken(): { readonly token: string; readonly secret: Manifest } {
  const key = randomBytes(32).toString('base64');
  const id = randomUUID();
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: 'argocd', sub: `${ACCOUNT}:apiKey`, jti: id, iat: now, nbf: now })}`;
  const token = `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  const secret: Manifest = {
    apiVersion: 'v1', kind: 'Secret', metadata: { name: 'argocd-secret', namespace: 'argocd', labels: { 'app.kubernetes.io/name': 'argocd-secret', 'app.kubernetes.io/part-of': 'argocd' } },
    type: 'Opaque', stringData: { 'server.secretkey': key, [`accounts.${ACCOUNT}.tokens`]: JSON.stringify([{ id, iat: now }]) },
  };
  return { token, secret };
}
