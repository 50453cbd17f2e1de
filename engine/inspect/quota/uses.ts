import type { Manifest } from '../../manifest.ts';
import type { Estate, Item } from '../estate.ts';
import type { InspectFacts } from '../facts.ts';
import { selects } from '../label-index.ts';
import { at, records, text } from '../plain.ts';
import type { PodTemplate } from '../pod-templates.ts';
import { kindSchema } from '../schema/kinds.ts';
import { secretsMadeBy } from '../secrets-made.ts';
import { limitRanges, NO_LIMITS } from './limit-ranges.ts';
import { amounts, containerNeed, plus, podNeed, times, type Amounts, type Need } from './pod-need.ts';
import { autoscaled, mostPods } from './replicas.ts';

/** What one workload, claim or operator, or all plain objects of a namespace together, take of a quota. */
export interface Use {
  readonly owner: string;
  /** By the quota's resource name, e.g. `requests.cpu`, `count/pods`. */
  readonly amounts: Amounts;
  /** Containers that state neither a value nor have a default, by the quota's resource name; undefined when there is none. */
  readonly silent?: ReadonlyMap<string, readonly string[]>;
  /** The workload and its pods, whose quotas may have scopes. */
  readonly item?: Item;
  readonly pod?: PodTemplate;
}

/** What every container must state once a quota counts it. */
const DEMANDED = [['requests', 'cpu'], ['requests', 'memory'], ['limits', 'cpu'], ['limits', 'memory']] as const;

/** The uses of each wanted namespace, by `zone\nnamespace`, all at their largest. */
export function usesByNamespace({ items, facts }: Estate, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Use[]> {
  const objects = items.map((item) => item.object);
  const limits = limitRanges(objects);
  const scaled = autoscaled(objects);
  const uses = new Map<string, Use[]>();
  const counts = new Map<string, Record<string, number>>();
  for (const key of wanted) {
    // What the controllers of Kubernetes put into every namespace.
    const count = { 'count/configmaps': 1, 'count/serviceaccounts': 1 };
    counts.set(key, count);
    uses.set(key, [{ owner: 'objects', amounts: count }]);
  }
  for (const item of items) {
    const key = `${item.zone}\n${item.namespace}`;
    const found = uses.get(key);
    if (!found) continue;
    countObject(item, counts.get(key)!);
    if (item.type === 'v1/PersistentVolumeClaim') found.push({ owner: `PersistentVolumeClaim ${item.name}`, amounts: storage(item.manifest, 1) });
    for (const template of item.templates) {
      found.push(workload(item, template, mostPods(item.object, template.spec, scaled, facts.nodes ?? []), (limits.get(key) ?? NO_LIMITS).defaults, facts));
    }
  }
  const zones = new Set(items.map((item) => item.zone));
  for (const pods of facts.pods ?? []) {
    const one = asQuota({ requests: amounts(pods.requests), limits: amounts(pods.limits) });
    const owner = `${Object.values(pods.labels)[0] ?? 'pods'} (${pods.count})`;
    for (const zone of pods.zone === undefined ? zones : [pods.zone]) {
      if (pods.count) uses.get(`${zone}\n${pods.namespace}`)?.push({ owner, amounts: times(one, pods.count) });
    }
  }
  return uses;
}

function workload(item: Item, template: PodTemplate, count: number, defaults: Need, facts: InspectFacts): Use {
  const one = asQuota(podNeed(template, defaults, injectedInto(item, template, facts)));
  const claims = records(at(item.manifest, 'spec', 'volumeClaimTemplates')).reduce((sum: Amounts, claim) => plus(sum, storage(claim, count)), {});
  return { owner: `${item.kind} ${item.name} (${count})`, amounts: plus(times(one, count), claims), silent: silentIn(template, defaults), item, pod: template };
}

/** Adds the object itself and the Secrets that a controller makes from it. */
function countObject(item: Item, counts: Record<string, number>): void {
  const { group, type, manifest } = item;
  const plural = kindSchema(type)?.plural;
  if (plural === undefined || type === 'v1/Pod' || type === 'v1/PersistentVolumeClaim') return;
  const name = group ? `count/${plural}.${group}` : `count/${plural}`;
  counts[name] = (counts[name] ?? 0) + 1;
  const made = secretsMadeBy(item).length;
  if (made > 0) counts['count/secrets'] = (counts['count/secrets'] ?? 0) + made;
  if (type === 'v1/Service') countService(manifest, counts);
}

function countService(manifest: Manifest, counts: Record<string, number>): void {
  const type = at(manifest, 'spec', 'type');
  const balanced = type === 'LoadBalancer';
  const nodePorts = type === 'NodePort' || (balanced && at(manifest, 'spec', 'allocateLoadBalancerNodePorts') !== false);
  if (balanced) counts['services.loadbalancers'] = (counts['services.loadbalancers'] ?? 0) + 1;
  if (nodePorts) counts['services.nodeports'] = (counts['services.nodeports'] ?? 0) + records(at(manifest, 'spec', 'ports')).length;
}

function injectedInto({ zone, namespace }: Item, template: PodTemplate, facts: InspectFacts): readonly Need[] {
  return (facts.injected ?? [])
    .filter((each) => (each.zone ?? zone) === zone && (each.namespace ?? namespace) === namespace && selects({ matchLabels: each.labels }, template.labels))
    .map((each) => ({ requests: amounts(each.requests), limits: amounts(each.limits) }));
}

function asQuota(need: Need): Amounts {
  const result: Record<string, number> = { 'count/pods': 1 };
  for (const name in need.requests) result[`requests.${name}`] = need.requests[name]!;
  for (const name in need.limits) result[`limits.${name}`] = need.limits[name]!;
  return result;
}

function storage(claim: unknown, count: number): Amounts {
  const bytes = amounts(at(claim, 'spec', 'resources', 'requests'))['storage'] ?? 0;
  const ofClass = text(at(claim, 'spec', 'storageClassName'));
  const all = { 'count/persistentvolumeclaims': count, 'requests.storage': bytes * count };
  const prefix = `${ofClass}.storageclass.storage.k8s.io`;
  return ofClass ? { ...all, [`${prefix}/persistentvolumeclaims`]: count, [`${prefix}/requests.storage`]: bytes * count } : all;
}

function silentIn(template: PodTemplate, defaults: Need): ReadonlyMap<string, readonly string[]> | undefined {
  let silent: Map<string, string[]> | undefined;
  for (const { field, container } of template.containers) {
    const stated = containerNeed(container, defaults);
    for (const [side, resource] of DEMANDED) {
      if (stated[side][resource] !== undefined || at(template.spec, 'resources', side, resource) !== undefined) continue;
      silent ??= new Map();
      silent.set(`${side}.${resource}`, [...(silent.get(`${side}.${resource}`) ?? []), field]);
    }
  }
  return silent;
}
