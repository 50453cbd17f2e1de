/** What a row of the operators' table says, and the words that their charts share. */
import { cpu, memory, quantity } from '../../engine/quantity/index.ts';
import type { OperatorId } from '../middleware/contract.ts';
import type { Resources } from '../words.ts';

export type HelmValue = string | number | boolean | null | readonly HelmValue[] | HelmValues;
export interface HelmValues {
  readonly [key: string]: HelmValue;
}

/** What a chart is told of where it is installed. */
export interface OperatorSite {
  /** False: one replica, a quarter of the requests. */
  readonly production: boolean;
  readonly clusterDomain: string;
  /** Left out: the cluster's default. */
  readonly storageClass?: string;
  /** `sha256:...` by path of the image; only a development environment may go without. */
  readonly digests: Readonly<Record<string, string>>;
}

/** A published image; in the estate it comes from the environment's registry under the same path. */
export interface OperatorImage {
  readonly image: string;
  readonly tag: string;
}

export interface OperatorRow {
  readonly id: OperatorId;
  /** Chart name in the environment's chart registry. */
  readonly chart: string;
  readonly version: string;
  readonly namespace: string;
  /** Groups of the custom resources it brings. */
  readonly groups: readonly string[];
  /** Pod Security level of its namespace, where it needs more than restricted, and why. */
  readonly podSecurity?: { readonly level: 'baseline' | 'privileged'; readonly why: string };
  /** Pods of its controllers in production, without those that run on every node. */
  readonly pods: number;
  /** Requests of all these pods together. */
  readonly cpu: string;
  readonly memory: string;
  /** What it adds to every node. */
  readonly perNode?: Resources;
  /** Images that its pods run, for the list of what a registry must hold. */
  readonly images: readonly OperatorImage[];
  /** Other charts that it does not work without. */
  readonly requires?: readonly OperatorId[];
  /** Secrets that its chart names; each key is a property of the external secret `platform/operators/<id>/<name>`. */
  readonly secrets?: readonly { readonly name: string; readonly keys: readonly string[] }[];
  /** Values of the chart. `registry` is the environment's, with its path; the site defaults to production. */
  values(registry: string, site?: OperatorSite): HelmValues;
}

/** A controller of a chart. */
export interface Controller {
  readonly replicas: number;
  readonly requests: Resources;
  readonly limits: Resources;
}

export const PRODUCTION: OperatorSite = { production: true, clusterDomain: 'cluster.local', digests: {} };

export const replicas = ({ production }: OperatorSite, controller: Controller): number => (production ? controller.replicas : 1);

/** `resources` of a container. */
export function resourcesOf({ production }: OperatorSite, { requests, limits }: Controller): HelmValues {
  const part = production ? 1 : 4;
  return {
    requests: { cpu: cpu(quantity(requests.cpu) / part), memory: memory(quantity(requests.memory) / part) },
    limits: { cpu: limits.cpu, memory: limits.memory },
  };
}

/** Two containers of one pod. */
export function together(first: Controller, second: Controller): Controller {
  const sum = (of: 'requests' | 'limits') => ({ cpu: cpu(quantity(first[of].cpu) + quantity(second[of].cpu)), memory: memory(quantity(first[of].memory) + quantity(second[of].memory)) });
  return { replicas: first.replicas, requests: sum('requests'), limits: sum('limits') };
}

/** Pods and requests of a row from those of its controllers. */
export function totals(...controllers: readonly Controller[]): Pick<OperatorRow, 'pods' | 'cpu' | 'memory'> {
  const sum = (of: (controller: Controller) => number) => controllers.reduce((total, each) => total + of(each) * each.replicas, 0);
  return { pods: sum(() => 1), cpu: cpu(sum(({ requests }) => quantity(requests.cpu))), memory: memory(sum(({ requests }) => quantity(requests.memory))) };
}

/** Digest of an image, for charts that have a field for it. */
export function digestOf({ digests }: OperatorSite, { image }: OperatorImage): string | undefined {
  return digests[image];
}

/** `tag@sha256:...`, for charts without such a field: they write `repository:tag`, and this gives a whole reference. */
export function tagOf(site: OperatorSite, image: OperatorImage): string {
  const digest = digestOf(site, image);
  return digest ? `${image.tag}@${digest}` : image.tag;
}

/** `repository` and `tag` of an image in the environment's registry. */
export function imageAt(registry: string, image: OperatorImage, site: OperatorSite) {
  return { repository: `${registry}/${image.image}`, tag: tagOf(site, image) };
}

/** The whole reference of an image in the environment's registry. */
export function referenceOf(registry: string, image: OperatorImage, site: OperatorSite): string {
  return `${registry}/${image.image}:${tagOf(site, image)}`;
}

/** Members on different hosts as far as there are hosts; `labels` are those of the pods. */
export function spread(labels: Readonly<Record<string, string>>): readonly HelmValues[] {
  return [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels } }];
}
