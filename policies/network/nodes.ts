import { LabelIndex } from '../../engine/inspect/label-index.ts';
import { at, isRecord, list, record, records, strings } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, ObjectRule, PolicyEstate } from '../../engine/policy/index.ts';
import type { PodSource } from '../../engine/pods/index.ts';
import { words } from './cel.ts';
import { nameOf, namespaceOf, placeOf } from './place.ts';

const CONTROL_PLANE = words(['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master']);
const NODE_SELECTOR = 'variables.pod.?nodeSelector.orValue({})';

/** Workloads stay off the nodes of the control plane. */
export const nodeRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-22',
  on: 'pods',
  checks: [
    {
      scope: 'toleration', field: 'key', expression: `!(toleration.?key.orValue('') in ${CONTROL_PLANE})`,
      message: { zh: 'Pod 容忍控制面节点的污点', en: 'the pod tolerates the taint of control plane nodes' },
    },
    {
      scope: 'toleration', field: 'operator', expression: "toleration.?key.orValue('') != '' || toleration.?operator.orValue('Equal') != 'Exists'",
      message: { zh: '没有 key 的容忍对所有节点有效', en: 'a toleration without key is one of every taint' },
    },
    {
      scope: 'pod', field: 'nodeSelector', expression: `${NODE_SELECTOR}.all(key, !(key in ${CONTROL_PLANE}))`,
      message: { zh: 'Pod 选择控制面节点', en: 'the pod asks for nodes of the control plane' },
    },
  ],
  fix: {
    zh: '去掉对控制面污点的容忍与无 key 的 Exists；日志等每节点代理需要豁免',
    en: 'no toleration of the control plane taint and no Exists without key; agents that run on every node need a waiver',
  },
}];

interface Pods {
  readonly object: EstateObject;
  readonly pod: PodSource;
}

/** A pool is asked for: by label, or by an affinity that must hold. */
function asksForNodes({ spec }: PodSource): boolean {
  if (Object.keys(record(spec['nodeSelector'])).length > 0) return true;
  const terms = at(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  return list(terms).length > 0 && records(terms).every((term) => list(term['matchExpressions']).length > 0);
}

const exposedServices = (estate: PolicyEstate): readonly EstateObject[] => estate.ofKind('Service').filter(({ manifest }) => ['NodePort', 'LoadBalancer'].includes(String(at(manifest, 'spec', 'type'))));

function* exposed(estate: PolicyEstate): Iterable<Discovery> {
  const services = exposedServices(estate);
  if (services.length === 0) return;
  const wanted = new Set(services.map((service) => placeOf(service.zone, namespaceOf(service))));
  const pods = new Map<string, LabelIndex<Pods>>();
  for (const object of estate.objects) {
    const place = placeOf(object.zone, namespaceOf(object));
    if (!wanted.has(place)) continue;
    const index = pods.get(place) ?? new LabelIndex<Pods>();
    pods.set(place, index);
    for (const pod of estate.podsOf(object)) index.add(strings(pod.metadata['labels']), { object, pod });
  }
  const seen = new Set<PodSource>();
  for (const service of services) {
    const selector = at(service.manifest, 'spec', 'selector');
    if (!isRecord(selector) || Object.keys(selector).length === 0) continue;
    for (const { object, pod } of pods.get(placeOf(service.zone, namespaceOf(service)))?.select({ matchLabels: selector }) ?? []) {
      if (seen.has(pod) || asksForNodes(pod)) continue;
      seen.add(pod);
      yield {
        at: object, field: `${pod.field}.nodeSelector`,
        message: { zh: `对外 Service ${nameOf(service)} 的 Pod 没有专用节点`, en: `the pods of the exposed Service ${nameOf(service)} have no nodes of their own` },
      };
    }
  }
}

/** What can be reached from outside runs on nodes that are kept for it. */
export const exposedNodeRules: readonly EstateRule[] = [{
  id: 'NSA-NET-22',
  fix: {
    zh: '为对外的 Pod 写 nodeSelector（或必须满足的 nodeAffinity），指向带污点的专用节点池',
    en: 'a nodeSelector (or a nodeAffinity that must hold) for exposed pods, to a pool of nodes with a taint of its own',
  },
  find: exposed,
  present: (estate) => exposedServices(estate).length > 0,
}];
