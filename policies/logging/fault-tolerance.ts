import { isRecord, records, text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import type { PodSource } from '../../engine/pods/index.ts';
import { wrong } from '../control-plane/documents.ts';
import { kubelets } from '../control-plane/kubelet.ts';
import { logAgents, type LogAgent } from './agents.ts';

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
/** A folder of that name anywhere in the path. */
const LOGS = /(?:^|\/)logs?(?:\/|$)/;

/** An agent that is not on a node keeps nothing of it. */
function* onEveryNode({ object, pod }: LogAgent): Iterable<Discovery> {
  const at = { at: object };
  if (object.manifest.kind !== 'DaemonSet') {
    yield wrong(at, 'kind', `日志代理是 ${object.manifest.kind}，不在每个节点上`, `the log agent is a ${object.manifest.kind}, so not on every node`);
    return;
  }
  const selected = Object.keys(isRecord(pod.spec['nodeSelector']) ? pod.spec['nodeSelector'] : {}).filter((key) => key !== 'kubernetes.io/os' && key !== 'kubernetes.io/arch');
  if (selected.length > 0) yield wrong(at, `${pod.field}.nodeSelector`, `只在带 ${selected.join('、')} 的节点上采集`, `it reads nodes with ${selected.join(', ')} only`);
  const tolerated = records(pod.spec['tolerations']).some(({ key, operator, effect }) => (
    (key === undefined || key === '' ? operator === 'Exists' : key === CONTROL_PLANE) && (effect === undefined || effect === '' || effect === 'NoSchedule')
  ));
  if (!tolerated) yield wrong(at, `${pod.field}.tolerations`, '控制面节点上没有采集', 'it does not read the nodes of the control plane');
}

/** A folder for logs that may grow until the node is full. */
function* unbounded(object: EstateObject, { spec, field, containers }: PodSource): Iterable<Discovery> {
  const volumes = records(spec['volumes']);
  const index = volumes.findIndex((volume) => isRecord(volume['emptyDir']) && volume['emptyDir']['sizeLimit'] === undefined
    && containers.some(({ container }) => records(container['volumeMounts']).some((mount) => mount['name'] === volume['name'] && LOGS.test(text(mount['mountPath']) ?? ''))));
  if (index >= 0) yield { ...wrong({ at: object }, `${field}.volumes[${index}].emptyDir.sizeLimit`, '日志目录没有大小上限', 'a folder for logs has no limit'), container: text(volumes[index]!['name']) ?? '' };
}

/** The kubelet turns the logs of containers over; less than two files keep nothing while it does. */
function* rotation(estate: PolicyEstate): Iterable<Discovery> {
  for (const document of kubelets(estate)) {
    const files = document.content['containerLogMaxFiles'];
    if (files !== undefined && !(typeof files === 'number' && files >= 2)) yield wrong(document, 'containerLogMaxFiles', '容器日志至少保留两个文件', 'logs of containers need two files at least');
    const size = document.content['containerLogMaxSize'];
    if (size !== undefined && !/^[1-9]\d*(?:[kKMG]i?)?$/.test(text(size) ?? '')) yield wrong(document, 'containerLogMaxSize', '容器日志没有大小上限', 'logs of containers have no limit');
  }
}

export const faultTolerance: EstateRule = {
  id: 'NSA-LOG-09',
  fix: {
    zh: '日志代理用 DaemonSet 并容忍控制面污点；日志 emptyDir 设 sizeLimit；KubeletConfiguration 设 containerLogMaxSize 与 containerLogMaxFiles',
    en: 'make the log agent a DaemonSet that tolerates the taint of the control plane; set sizeLimit of emptyDirs for logs; set containerLogMaxSize and containerLogMaxFiles of the KubeletConfiguration',
  },
  *find(estate) {
    for (const agent of logAgents(estate)) yield* onEveryNode(agent);
    for (const object of estate.objects) for (const pod of estate.podsOf(object)) yield* unbounded(object, pod);
    yield* rotation(estate);
  },
  present: (estate) => logAgents(estate).length > 0 || kubelets(estate).length > 0 || estate.objects.some((object) => estate.podsOf(object).length > 0),
};
