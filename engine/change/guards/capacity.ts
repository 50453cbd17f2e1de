import type { LedgerObject } from '../../emit/index.ts';
import type { InspectFacts } from '../../inspect/facts.ts';
import { quota } from '../../inspect/quota/index.ts';
import { overflows } from '../analysis/capacity.ts';
import { zoneOfFile } from '../analysis/pair.ts';
import type { PlacedObject } from '../../guard/index.ts';
import type { RenderedObject } from '../../manifest.ts';
import type { Problem } from '../../problem/index.ts';
import type { Change } from '../change.ts';
import type { Analysis, GuardInput, Stop } from './row.ts';

/** Zones whose nodes no longer hold all pods: at rest with one node down, or with all autoscalers at their maximum. */
export function fullNodes({ pair }: Analysis): readonly Stop[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return overflows(pair).map(({ environment, zone, moment, cpu, memory }) => ({
    environment, target: `${zone}/${moment}`, changes: [],
    zh: `${zone} 区的节点放不下全部 Pod(${moment === 'rest' ? '平时,坏一个节点' : 'HPA 到上限'}):CPU ${percent(cpu)},内存 ${percent(memory)}`,
    en: `the nodes of zone ${zone} do not hold all pods (${moment === 'rest' ? 'at rest with one node down' : 'with the HPAs at their maximum'}): CPU ${percent(cpu)}, memory ${percent(memory)}`,
    instead: { zh: '减少副本或资源,或增加节点', en: 'take fewer pods or less resources, or add nodes' },
  }));
}

const COUNTED: ReadonlySet<string> = new Set(['ResourceQuota', 'LimitRange', 'HorizontalPodAutoscaler', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod', 'PersistentVolumeClaim', 'Service']);

/** Fields that a quota counts, or that a number of pods follows from. */
const TAKES = /(?:resources|replicas|Replicas|hard|limits|parallelism|completions|strategy|volumeClaimTemplates|storage|\.type|restartPolicy|overhead|ontainers\[[^\]]*\]$)/;

const isCounted = ({ class: of, object: { kind }, fields }: Change): boolean => COUNTED.has(kind) && (of !== 'changed' || fields.some(({ field }) => TAKES.test(field)));

/** Quotas that hold before and not after: all pods of a namespace at their maximum during an update. */
export function fullQuotas({ pair }: Analysis, { context }: GuardInput): readonly Stop[] {
  if (!pair.head) return [];
  const facts = context.inspect?.(pair.name) ?? {};
  return pair.zones.flatMap((zone) => {
    const changes = pair.changes.filter((each) => each.zone === zone && isCounted(each));
    const namespaces = new Set(changes.flatMap(({ object }) => object.namespace ?? []));
    if (namespaces.size === 0) return [];
    const isSeen = ({ file, kind, namespace }: LedgerObject) => zoneOfFile(file) === zone && COUNTED.has(kind) && namespace !== undefined && namespaces.has(namespace);
    const broken = problemsOf(pair.after(isSeen), zone, facts);
    if (broken.size === 0) return [];
    const former = pair.base ? problemsOf(pair.before(isSeen), zone, facts) : new Map<string, Problem>();
    return [...broken].filter(([key, { args }]) => former.get(key)?.args['value'] !== args['value']).map(([key, { args }]): Stop => ({
      environment: pair.name, target: key,
      changes: changes.filter(({ object }) => object.namespace === args['namespace']),
      zh: `命名空间 ${args['namespace']} 最多需要 ${args['resource']} ${args['value']},配额为 ${args['hard']}(最大的:${args['largest']})`,
      en: `namespace ${args['namespace']} needs ${args['resource']} ${args['value']} at most, its quota is ${args['hard']} (largest: ${args['largest']})`,
      instead: { zh: '减少副本或资源,或在 sizes.yaml 提高配额', en: 'take fewer pods or less resources, or raise the quota in sizes.yaml' },
    }));
  });
}

/** By `ResourceQuota/namespace/name/resource`. */
function problemsOf(objects: readonly PlacedObject[], zone: string, facts: InspectFacts): Map<string, Problem> {
  const rendered = objects.map(({ file, manifest }): RenderedObject => ({ manifest, zone, application: file.split('/')[1] ?? '', path: '', source: '' }));
  return new Map(quota(rendered, facts).filter(({ code }) => code === 'CHAMP3061').map((each) => {
    const { args: { namespace = '', resource = '' }, where } = each;
    return [`ResourceQuota/${namespace}/${where.split('/').at(-1)}/${resource}`, each];
  }));
}

