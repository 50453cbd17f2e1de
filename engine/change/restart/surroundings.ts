import type { LedgerObject } from '../../emit/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import type { InspectFacts } from '../../inspect/facts.ts';
import { selects } from '../../inspect/label-index.ts';
import { at, text } from '../../inspect/plain.ts';
import type { PodTemplate } from '../../inspect/pod-templates.ts';
import { limitRanges, NO_LIMITS, type NamespaceLimits } from '../../inspect/quota/limit-ranges.ts';
import { amounts, podNeed, type Need } from '../../inspect/quota/pod-need.ts';
import type { Manifest, RenderedObject } from '../../manifest.ts';
import { zoneOfFile, type EnvironmentPair } from '../analysis/pair.ts';
import { strategyOf } from './strategy.ts';
import { templateOf } from './template.ts';

export interface NodeShare {
  readonly count: number;
  readonly fitsAtRest: boolean;
  readonly fitsAtMost: boolean;
}

/** A quota that a surge breaks: for which resource, and whether with autoscalers at their maximum alone. */
export interface QuotaLack {
  readonly name: string;
  readonly resource: string;
  readonly most: boolean;
}

/** Pods of a workload at rest, and when its autoscaler is at the maximum. */
export interface Count {
  readonly rest: number;
  readonly most: number;
}

const WORKLOADS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod']);
const AROUND: ReadonlySet<string> = new Set([...WORKLOADS, 'HorizontalPodAutoscaler', 'ResourceQuota', 'LimitRange', 'PersistentVolumeClaim', 'Application']);

interface Workload {
  readonly manifest: Manifest;
  readonly template: PodTemplate;
  readonly namespace: string;
  readonly count: Count;
}

/** What stands around the pods of one zone after the change. */
export class Surroundings {
  readonly nodes: NodeShare | undefined;
  readonly claims = new Map<string, Map<string, Manifest>>();
  readonly workloads: readonly (Workload & { readonly file: string })[];
  private readonly zone: string;
  private readonly scaled = new Map<string, Count>();
  private readonly quotas = new Map<string, Manifest[]>();
  private readonly waves = new Map<string, number>();
  private readonly limits: ReadonlyMap<string, NamespaceLimits>;
  private readonly answers = new Map<string, QuotaLack | undefined>();
  private readonly facts: InspectFacts;

  constructor(pair: EnvironmentPair, zone: string, facts: InspectFacts = {}) {
    this.zone = zone;
    this.facts = facts;
    const model = pair.head?.model?.zones.find(({ id }) => id === zone);
    this.nodes = model && { count: model.nodes, fitsAtRest: model.capacity.rest.fits || pair.head?.model?.stage !== 'production', fitsAtMost: model.capacity.most.fits };
    const objects = pair.after(({ file, kind }: LedgerObject) => zoneOfFile(file) === zone && AROUND.has(kind));
    for (const { manifest } of objects) this.read(manifest);
    this.limits = limitRanges(objects.filter(({ manifest }) => manifest.kind === 'LimitRange').map(({ manifest }) => ({ manifest, zone }) as RenderedObject));
    this.workloads = objects.flatMap((each) => this.workload(each) ?? []);
  }

  /** Pods of a workload: those that its autoscaler sets, or that it says itself; one on each node for a DaemonSet. */
  countOf(manifest: Manifest): Count {
    const { kind, metadata: { namespace = '', name } } = manifest;
    const scaled = this.scaled.get(`${namespace} ${kind} ${name}`);
    if (scaled) return scaled;
    if (kind === 'DaemonSet') return { rest: this.nodes?.count ?? 1, most: this.nodes?.count ?? 1 };
    const spec = kind === 'CronJob' ? at(manifest, 'spec', 'jobTemplate', 'spec') : manifest['spec'];
    const stated = kind === 'Job' || kind === 'CronJob' ? at(spec, 'parallelism') : at(spec, 'replicas');
    const count = kind !== 'Pod' && typeof stated === 'number' && stated >= 0 ? stated : 1;
    return { rest: count, most: count };
  }

  /** Wave of the Application, where one syncs the folder. */
  waveOf(application: string): number {
    return this.waves.get(application) ?? 0;
  }

  /** The quota that the surge of all `restarting` workloads of a namespace breaks; they are those of one change and the same at every call. */
  quotaFor(namespace: string, restarting: ReadonlySet<Manifest>): QuotaLack | undefined {
    if (!this.answers.has(namespace)) this.answers.set(namespace, this.quotaLack(namespace, restarting));
    return this.answers.get(namespace);
  }

  private quotaLack(namespace: string, restarting: ReadonlySet<Manifest>): QuotaLack | undefined {
    const quotas = this.quotas.get(namespace) ?? [];
    if (quotas.length === 0) return undefined;
    const mates = this.workloads.filter((each) => each.namespace === namespace);
    const defaults = (this.limits.get(`${this.zone}\n${namespace}`) ?? NO_LIMITS).defaults;
    for (const moment of ['rest', 'most'] as const) {
      const used = new Map<string, number>();
      for (const { manifest, template, count } of mates) {
        const surge = restarting.has(manifest) ? strategyOf(manifest, count[moment]).surge : 0;
        const need = podNeed(template, defaults, this.injectedInto(namespace, template));
        const pods = manifest.kind === 'CronJob' ? 0 : count[moment] + surge;
        used.set('pods', (used.get('pods') ?? 0) + pods);
        for (const side of ['requests', 'limits'] as const) {
          for (const [name, amount] of Object.entries(need[side])) used.set(`${side}.${name}`, (used.get(`${side}.${name}`) ?? 0) + amount * pods);
        }
      }
      for (const quota of quotas) {
        // a quota with scopes counts some of the pods; it is left to the check of quotas
        if (at(quota, 'spec', 'scopes') !== undefined || at(quota, 'spec', 'scopeSelector') !== undefined) continue;
        for (const [resource, hard] of Object.entries(amounts(at(quota, 'spec', 'hard')))) {
          const counted = resource === 'cpu' || resource === 'memory' ? `requests.${resource}` : resource === 'count/pods' ? 'pods' : resource;
          if ((used.get(counted) ?? 0) > hard * (1 + 1e-9)) return { name: quota.metadata.name, resource, most: moment === 'most' };
        }
      }
    }
    return undefined;
  }

  private read(manifest: Manifest): void {
    const { kind, metadata: { namespace = '', name } } = manifest;
    switch (kind) {
      case 'HorizontalPodAutoscaler': {
        const spec = manifest['spec'];
        const [min, max] = [at(spec, 'minReplicas'), at(spec, 'maxReplicas')];
        const rest = typeof min === 'number' ? min : 1;
        const target = at(spec, 'scaleTargetRef');
        this.scaled.set(`${namespace} ${text(at(target, 'kind')) ?? ''} ${text(at(target, 'name')) ?? ''}`, { rest, most: typeof max === 'number' ? max : rest });
        break;
      }
      case 'PersistentVolumeClaim': {
        const known = this.claims.get(namespace);
        if (known) known.set(name, manifest);
        else this.claims.set(namespace, new Map([[name, manifest]]));
        break;
      }
      case 'ResourceQuota':
        this.quotas.set(namespace, [...(this.quotas.get(namespace) ?? []), manifest]);
        break;
      case 'Application': {
        const folder = text(at(manifest, 'spec', 'source', 'path'))?.split('/').at(-1);
        const wave = Number(manifest.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
        if (folder && Number.isInteger(wave)) this.waves.set(folder, wave);
        break;
      }
    }
  }

  private workload({ file, manifest }: PlacedObject): (Workload & { readonly file: string }) | undefined {
    const template = WORKLOADS.has(manifest.kind) ? templateOf(manifest) : undefined;
    return template && { file, manifest, template, namespace: manifest.metadata.namespace ?? '', count: this.countOf(manifest) };
  }

  private injectedInto(namespace: string, { labels }: PodTemplate): readonly Need[] {
    return (this.facts.injected ?? [])
      .filter((each) => (each.zone ?? this.zone) === this.zone && (each.namespace ?? namespace) === namespace && selects({ matchLabels: each.labels }, labels))
      .map((each) => ({ requests: amounts(each.requests), limits: amounts(each.limits) }));
  }
}
