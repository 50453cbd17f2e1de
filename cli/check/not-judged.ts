import { objectName } from '../../engine/manifest.ts';
import { at, isRecord, list, record, text } from '../../engine/inspect/plain.ts';
import { groupOf, hasPods, unknownPods } from '../../engine/pods/index.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { strangeness, type Strangeness } from '../../engine/policy/served.ts';
import type { Text } from '../../engine/problem/index.ts';
import type { NotJudged } from '../../engine/report/report.ts';
import { otherAllowances } from '../../policies/network/index.ts';

/**
 * What is in the objects and out of the reach of the rules: charts, pods in unknown kinds, pods that an operator completes, kinds that
 * are not what their name says, network policies that no rule adds up.
 */
export function notJudged(estate: PolicyEstate): readonly NotJudged[] {
  return [...estate.objects.flatMap((object) => [...charts(object), ...strange(object), ...pods(object, estate)]), ...allowances(estate)];
}

const row = (object: EstateObject, what: string, zh: string, en: string): NotJudged => ({ what, zone: object.zone, file: object.file, why: { zh, en } });

/** Where kinds of delivery tools name a Helm chart, by `group/Kind`. */
const CHARTS: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io/Application': ['spec'],
  'argoproj.io/ApplicationSet': ['spec', 'template', 'spec'],
  'helm.cattle.io/HelmChart': ['spec'],
  'helm.toolkit.fluxcd.io/HelmRelease': ['spec'],
};

function charts(object: EstateObject): readonly NotJudged[] {
  const { manifest } = object;
  const kind = `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
  if (!Object.hasOwn(CHARTS, kind)) return [];
  const spec = record(CHARTS[kind]!.reduce<unknown>((value, step) => at(value, step), manifest));
  const sources = [spec['source'], ...list(spec['sources']), ...(kind.startsWith('helm.') ? [spec, at(spec, 'chart', 'spec')] : [])];
  return sources.filter(isRecord).flatMap((source) => {
    const chart = text(source['chart']);
    return chart === undefined ? [] : [row(
      object, `${objectName(manifest)} (${chart} ${text(source['targetRevision'] ?? source['version']) ?? ''})`,
      'Helm 图表只能在集群侧渲染：其对象未判定；运行期用 champ check --context 判定', 'a Helm chart is rendered at the cluster: its objects are not judged here; judge what runs with champ check --context',
    )];
  });
}

const STRANGE: Readonly<Record<Strangeness, Text>> = {
  unknown: { zh: 'Kubernetes 的该 API 组中没有这个种类，API server 不认识：未判定', en: 'Kubernetes has no such kind in this API group, so no API server knows it: not judged' },
  version: { zh: '没有任何版本的 API server 提供这个 apiVersion：按同组同名种类判定', en: 'no API server has this version: judged as the kind of this name in the group' },
  namesake: { zh: '自定义种类，与 Kubernetes 的种类同名：规则不认识，未判定', en: 'a custom kind with the name of a kind of Kubernetes, which the rules do not know: not judged' },
};

/** Calico's policies are read as such. */
const READ = /^(?:crd\.)?projectcalico\.org$/;

function strange(object: EstateObject): readonly NotJudged[] {
  const found = strangeness(object.manifest);
  if (found === undefined || (found === 'namesake' && READ.test(groupOf(object.manifest.apiVersion)))) return [];
  return [row(object, objectName(object.manifest), STRANGE[found].zh, STRANGE[found].en)];
}

function allowances(estate: PolicyEstate): readonly NotJudged[] {
  return otherAllowances(estate).map(({ at: object, field, action }) => row(
    object, `${objectName(object.manifest)} ${field}`,
    `${action === '' ? '未写明 action' : action}：在 NetworkPolicy 之外放行，可达性与网络规则未计入，结果不精确`,
    `${action === '' ? 'no action' : action}: it may let through what no NetworkPolicy does; rules on networks do not count it, so reachability is not exact`,
  ));
}

/** Kinds that make pods only for some settings. */
const MAYBE: ReadonlySet<string> = new Set(['Issuer', 'ClusterIssuer']);

function pods(object: EstateObject, estate: PolicyEstate): readonly NotJudged[] {
  const { manifest } = object;
  const found = unknownPods(manifest).map((field) => row(
    object, `${objectName(manifest)} ${field}`.trimEnd(), '未知种类中疑似 Pod 模板：未判定', 'looks like a pod template of an unknown kind: not judged',
  ));
  const judged = estate.podsOf(object);
  if (judged.length === 0 && found.length === 0 && hasPods(manifest) && !MAYBE.has(manifest.kind)) return [row(
    object, objectName(manifest), '该种类会产生 Pod，而此处没有任何 Pod 的设置：其 Pod 未判定', 'a kind that makes pods, of which nothing is written here: its pods are not judged',
  )];
  return judged.some(({ partial }) => partial) ? [...found, row(
    object, objectName(manifest), '算子会补充容器和设置：只判定此处写明的部分，其余由 Pod 安全准入与准入策略在创建时判定',
    'its operator adds containers and settings: only what is written here is judged, the pods themselves at admission',
  )] : found;
}
