import { canonical } from '../../guard/values.ts';
import { at, isRecord, records, text, type Plain } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { parseQuantity } from '../../quantity/index.ts';
import type { Change } from '../change.ts';
import { containersByPlace } from '../containers.ts';

/** Only labels or annotations of the object itself differ. */
export const isMetadataOnly = ({ class: of, fields }: Change): boolean => of === 'changed' && fields.every(({ field }) => /^metadata\.(?:labels|annotations)(?:$|[.[])/.test(field));

/** Something below `spec` differs; what is told by no field, such as a move, differs nowhere. */
const isOfSpec = ({ fields }: Change): boolean => fields.some(({ field }) => field.startsWith('spec'));

const imagesOf = (manifest: Manifest | undefined): Plain => Object.fromEntries([...containersByPlace(manifest)].map(([place, { container }]) => [place, container.container['image']]));

const isNewImage = ({ before, after }: Change): boolean => before !== undefined && after !== undefined && canonical(imagesOf(before)) !== canonical(imagesOf(after));

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const less = (before: unknown, after: unknown): boolean => {
  const [was, is] = [number(before), number(after)];
  return was !== undefined && is !== undefined && is < was;
};

const COUNTS: readonly (readonly string[])[] = [['spec', 'replicas'], ['spec', 'minReplicas'], ['spec', 'maxReplicas'], ['spec', 'instances'], ['spec', 'clusterSize'], ['spec', 'parallelism']];

const below = (root: unknown, path: readonly string[]): unknown => path.reduce((value: unknown, key) => (isRecord(value) ? value[key] : undefined), root);

/** Fewer pods, or a lower limit of an autoscaler. An autoscaler that comes takes the number of pods over, so its loss of `replicas` is none. */
const isScaledDown = ({ before, after }: Change): boolean => COUNTS.some((path) => less(below(before, path), below(after, path)));

const isScaledUp = ({ before, after }: Change): boolean => COUNTS.some((path) => less(below(after, path), below(before, path)));

/** Requests or limits of a container are lower, or gone. */
function isCut({ before, after }: Change): boolean {
  if (!before || !after) return false;
  const former = containersByPlace(before);
  return [...containersByPlace(after)].some(([place, { container }]) => {
    const was = former.get(place)?.container.container;
    return was !== undefined && ['requests', 'limits'].some((side) => lower(at(was, 'resources', side), at(container.container, 'resources', side)));
  });
}

/** Some amount of a map of quantities is lower, or gone. */
function lower(before: unknown, after: unknown): boolean {
  return Object.entries(isRecord(before) ? before : {}).some(([key, amount]) => {
    const [from, to] = [amountOf(amount), amountOf(at(after, key))];
    return from !== undefined && (to === undefined || to < from);
  });
}

const amountOf = (value: unknown): number | undefined => (typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined);

/** A lower number in a quota or a limit range, or one that is new: what had no bound has one. */
function isQuotaCut({ object, before, after }: Change): boolean {
  if (object.kind !== 'ResourceQuota' && object.kind !== 'LimitRange') return false;
  const [was, is] = [boundsOf(before), boundsOf(after)];
  return [...is].some(([key, to]) => {
    const from = was.get(key);
    return before !== undefined && (from === undefined || to < from);
  });
}

/** Upper bounds by name. */
function boundsOf(manifest: Manifest | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (prefix: string, amounts: unknown) => {
    for (const [key, amount] of Object.entries(isRecord(amounts) ? amounts : {})) {
      const value = amountOf(amount);
      if (value !== undefined) found.set(`${prefix}${key}`, value);
    }
  };
  add('', at(manifest, 'spec', 'hard'));
  for (const limit of records(at(manifest, 'spec', 'limits'))) for (const side of ['max', 'default']) add(`${text(limit['type']) ?? ''} ${side} `, limit[side]);
  return found;
}

/** Reachable from outside of the cluster by the object itself. */
export const isOutward = (manifest: Manifest | undefined): boolean => {
  if (!manifest) return false;
  if (manifest.kind === 'Service') return ['LoadBalancer', 'NodePort'].includes(text(at(manifest, 'spec', 'type')) ?? '') || Array.isArray(at(manifest, 'spec', 'externalIPs'));
  return manifest.kind === 'Gateway' || manifest.kind === 'Ingress';
};

/** An Application that installs a chart, as operators come. */
export const isChart = (manifest: Manifest | undefined): boolean => manifest?.kind === 'Application' && (text(at(manifest, 'spec', 'source', 'chart')) !== undefined || records(at(manifest, 'spec', 'sources')).some((each) => each['chart'] !== undefined));

/** A budget that lets no pod go, so that draining a node waits for a person. */
export function holdsDrains({ object, before, after }: Change): boolean {
  if (object.kind !== 'PodDisruptionBudget' || !after) return false;
  const none = (manifest: Manifest | undefined) => ['0', '0%'].includes(String(at(manifest, 'spec', 'maxUnavailable'))) || String(at(manifest, 'spec', 'minAvailable')) === '100%';
  return none(after) && !none(before);
}

/** What the rules ask of a change more than once. */
export interface ChangeFacts {
  readonly metadataOnly: boolean;
  readonly newImage: boolean;
  readonly scaledUp: boolean;
  readonly scaledDown: boolean;
  readonly cut: boolean;
  readonly quotaCut: boolean;
}

export function factsOf(change: Change): ChangeFacts {
  const spec = isOfSpec(change);
  return {
    metadataOnly: isMetadataOnly(change), newImage: spec && isNewImage(change), scaledUp: spec && isScaledUp(change), scaledDown: spec && isScaledDown(change), cut: spec && isCut(change),
    quotaCut: spec && isQuotaCut(change),
  };
}
