import { objectName } from '../../engine/manifest.ts';
import { at, isRecord, list, record, text } from '../../engine/inspect/plain.ts';
import { unknownPods } from '../../engine/pods/index.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import type { NotJudged } from '../../engine/report/report.ts';

/** What is in the objects and out of the reach of the rules: charts, pods in unknown kinds, pods that an operator completes. */
export function notJudged(estate: PolicyEstate): readonly NotJudged[] {
  return estate.objects.flatMap((object) => [...charts(object), ...pods(object, estate)]);
}

const row = (object: EstateObject, what: string, zh: string, en: string): NotJudged => ({ what, zone: object.zone, file: object.file, why: { zh, en } });

function charts(object: EstateObject): readonly NotJudged[] {
  const { manifest } = object;
  if (manifest.kind !== 'Application' || !manifest.apiVersion.startsWith('argoproj.io/')) return [];
  const spec = record(at(manifest, 'spec'));
  return [spec['source'], ...list(spec['sources'])].filter(isRecord).flatMap((source) => {
    const chart = text(source['chart']);
    return chart === undefined ? [] : [row(
      object, `${objectName(manifest)} (${chart} ${text(source['targetRevision']) ?? ''})`,
      'Helm 图表只能在集群侧渲染：其对象未判定；运行期用 champ check --context 判定', 'a Helm chart is rendered at the cluster: its objects are not judged here; judge what runs with champ check --context',
    )];
  });
}

function pods(object: EstateObject, estate: PolicyEstate): readonly NotJudged[] {
  const { manifest } = object;
  const found = unknownPods(manifest).map((field) => row(
    object, `${objectName(manifest)} ${field}`, '未知种类中疑似 Pod 模板：未判定', 'looks like a pod template of an unknown kind: not judged',
  ));
  return estate.podsOf(object).some(({ partial }) => partial) ? [...found, row(
    object, objectName(manifest), '算子会补充容器和设置：只判定此处写明的部分，其余由 Pod 安全准入与准入策略在创建时判定',
    'its operator adds containers and settings: only what is written here is judged, the pods themselves at admission',
  )] : found;
}
