/** All of Linyi: two clusters with their own ArgoCD, one config repository, bootstrapped and published by the `champ` command as a city does it. */
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Manifest } from '../../../engine/manifest.ts';
import { Cluster } from './cluster.ts';
import { Estate, manifestsIn, type Result } from './estate.ts';
import { runFolder } from './processes.ts';

export const ZONES = ['core', 'public'] as const;

export type Zone = (typeof ZONES)[number];

/** As the environment says; its capacity check has compared them with what is requested. */
export const NODES = { core: { count: 42, cpu: '32', memory: '128Gi' }, public: { count: 18, cpu: '32', memory: '128Gi' } } as const;

const STORAGE_CLASSES = ['champ-block', 'champ-block-encrypted'];

/** `CHAMP_E2E_KUBECONFIG=core.kubeconfig:public.kubeconfig` has the city delivered to clusters that are there already. */
function existing(): Readonly<Partial<Record<Zone, string>>> {
  const given = process.env['CHAMP_E2E_KUBECONFIG'];
  if (!given) return {};
  const [core, public_, ...rest] = given.split(delimiter);
  if (!core || !public_ || rest.length > 0) throw new Error(`CHAMP_E2E_KUBECONFIG names two files, core${delimiter}public; found: ${given}`);
  return { core, public: public_ };
}

/** Charts of operators cannot be pulled here, so that root is not applied; the Namespaces and definitions it brings are. */
const isOperatorsRoot = ({ kind, metadata }: Manifest): boolean => kind === 'Application' && metadata.name === 'operators';

export type Say = (text: string) => void;

export class Linyi {
  readonly estate: Estate;
  readonly clusters: Readonly<Record<Zone, Cluster>>;
  /** The source commit published last. */
  commit = '';
  /** What synth wrote first: all that was declared. */
  readonly dist: string;
  private readonly folder: string;

  private constructor(folder: string, estate: Estate, clusters: Readonly<Record<Zone, Cluster>>) {
    this.folder = folder;
    this.dist = join(folder, 'dist', 'linyi');
    this.estate = estate;
    this.clusters = clusters;
  }

  /** Both clusters with ArgoCD in them and nothing else; the config repository is empty. */
  static async start(say: Say): Promise<Linyi> {
    const folder = runFolder('linyi-');
    const estate = await Estate.create(folder);
    await estate.mustChamp('synth', '--env', 'linyi', '--out', join(folder, 'dist'));
    const started: Cluster[] = [];
    try {
      for (const zone of ZONES) started.push(await startZone(zone, estate, folder, say));
    } catch (error) {
      for (const cluster of started) await cluster.stop();
      throw error;
    }
    const [core, public_] = started as [Cluster, Cluster];
    return new Linyi(folder, estate, { core, public: public_ });
  }

  /** The rest of the bootstrap, after the first publish: projects and the root of the estate. */
  async applyRoots(): Promise<void> {
    for (const zone of ZONES) {
      const files = manifestsIn(join(this.folder, 'bootstrap', zone));
      for (const manifest of files.filter((each) => (each.kind === 'AppProject' || each.kind === 'Application') && !isOperatorsRoot(each))) {
        const { status, body } = await this.clusters[zone].plane.api.apply(manifest);
        if (status > 201) throw new Error(`${manifest.kind} ${manifest.metadata.name}: ${body.message ?? status}`);
      }
    }
  }

  /** Publishes what the source says now. */
  publish(...args: readonly string[]): Promise<Result> {
    return this.estate.champ('publish', '--env', 'linyi', '--allow-sample', ...args);
  }

  async mustPublish(subject: string, ...args: readonly string[]): Promise<string> {
    this.commit = await this.estate.commit(subject);
    const { exit, err } = await this.publish(...args);
    if (exit !== 0) throw new Error(`champ publish: exit code ${exit}\n${err}`);
    return this.commit;
  }

  /** A command that asks both ArgoCDs, with the token of each in its environment. */
  ask(...args: readonly string[]): Promise<Result> {
    return this.estate.champWith(this.connection(), ...args);
  }

  connection(): NodeJS.ProcessEnv {
    const { core, public: public_ } = this.clusters;
    return { CHAMP_ARGOCD_SERVER_CORE: core.argocd.url, CHAMP_ARGOCD_SERVER_PUBLIC: public_.argocd.url, CHAMP_ARGOCD_TOKEN_CORE: core.argocd.token, CHAMP_ARGOCD_TOKEN_PUBLIC: public_.argocd.token };
  }

  /** Waits until a source commit has landed, everywhere or in one subsystem; throws with what `champ wait` said. */
  async landed({ commit = this.commit, subsystem }: { readonly commit?: string; readonly subsystem?: string } = {}): Promise<string> {
    const { exit, err } = await this.ask('wait', '--env', 'linyi', '--commit', commit, '--timeout', '20m', ...(subsystem ? ['--zone', 'core', '--subsystem', subsystem] : []));
    if (exit !== 0) throw new Error(`champ wait: exit code ${exit}\n${err}`);
    return err;
  }

  /** What the simulators did in place of operators, provisioners and load balancers. */
  simulated(): readonly string[] {
    return ZONES.flatMap((zone) => [...this.clusters[zone].simulator.done].sort().map(([what, count]) => `${zone}: ${what}: ${count}`));
  }

  /** A folder of its own for a journey. */
  scratch(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  async stop(): Promise<void> {
    await Promise.all(ZONES.map((zone) => this.clusters[zone].stop()));
  }
}

async function startZone(zone: Zone, estate: Estate, folder: string, say: Say): Promise<Cluster> {
  const out = join(folder, 'bootstrap', zone);
  await estate.mustChamp('bootstrap', '--env', 'linyi', '--zone', zone, '--out', out);
  const settings = manifestsIn(out).filter(({ kind, metadata }) => kind === 'Namespace' || ((kind === 'ConfigMap' || kind === 'Secret') && metadata.namespace === 'argocd'));
  const objects = manifestsIn(join(folder, 'dist', 'linyi', zone));
  const beside = objects.filter(({ kind, metadata }) => kind === 'Namespace' && metadata.labels?.['app.kubernetes.io/part-of'] === 'operators');
  return Cluster.start({ zone, nodes: NODES[zone], objects, beside, storageClasses: STORAGE_CLASSES, settings, existing: existing()[zone] }, say);
}
