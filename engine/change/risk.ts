import { isHook } from '../guard/placed.ts';
import { keptBecause } from '../guard/index.ts';
import { at } from '../inspect/plain.ts';
import type { Text } from '../problem/index.ts';
import { RISKS, type MeaningKind, type Risk } from './change.ts';
import type { Reason } from './report.ts';
import { factsOf, holdsDrains, isChart, isOutward } from './risk/facts.ts';
import type { RiskInput } from './risk/input.ts';

/** A rule of risk: it speaks when its test holds. */
export interface RiskRow extends Text {
  /** E.g. `RISK-12`. */
  readonly id: string;
  readonly risk: Risk;
  readonly test: (input: RiskInput) => boolean;
}

/** Services that restart at once before it is a matter of its own. */
export const MANY = 20;

const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  'CustomResourceDefinition', 'Namespace', 'PriorityClass', 'RuntimeClass', 'StorageClass', 'IngressClass', 'GatewayClass', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration', 'APIService', 'ClusterRole', 'ClusterRoleBinding',
]);

const isNew = ({ change }: RiskInput): boolean => change.class === 'created';
const stays = ({ change }: RiskInput): boolean => change.before !== undefined && change.after !== undefined;
/** Labels and annotations that nobody acts on. */
const isPlain = ({ facts, kinds }: RiskInput): boolean => facts.metadataOnly && [...kinds].every((kind) => kind === 'metadata');
const means = (...kinds: readonly MeaningKind[]) => (input: RiskInput): boolean => stays(input) && !isPlain(input) && kinds.some((kind) => input.kinds.has(kind));
/** What services read; of another object nobody knows what a value does. */
const CONFIG: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'ExternalSecret', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']);
const isConfig = (input: RiskInput): boolean => CONFIG.has(input.change.object.kind) && means('config', 'secret')(input);
const isOutside = (id: string): boolean => id.startsWith('external/');

const row = (number: number, risk: Risk, zh: string, en: string, test: RiskRow['test']): RiskRow => ({ id: `RISK-${String(number).padStart(2, '0')}`, risk, zh, en, test });

/** Rules that speak of something in particular. */
const KNOWN: readonly RiskRow[] = [
  row(1, 'low', '只改标签或注解', 'labels or annotations alone', isPlain),
  row(2, 'low', '新对象', 'a new object', isNew),
  row(3, 'low', '非关键路径服务换镜像', 'another image, on no critical path', ({ facts, critical }) => facts.newImage && !critical),
  row(4, 'medium', '关键路径服务换镜像', 'another image, on a critical path', ({ facts, critical }) => facts.newImage && critical),
  row(5, 'high', '强约束服务换镜像而制品未变', 'another image of a service under a strong constraint, of the same artefact', ({ facts, rebuilt }) => facts.newImage && rebuilt),
  row(6, 'low', '非关键路径服务改配置', 'other configuration, on no critical path', (input) => isConfig(input) && !input.critical),
  row(7, 'medium', '关键路径服务改配置', 'other configuration, on a critical path', (input) => isConfig(input) && input.critical),
  row(8, 'medium', '运行中的 Pod 读不到新配置', 'configuration that running pods do not take over', ({ unread }) => unread),
  row(9, 'low', '调整副本或资源,没有减少', 'pods or resources, none of them fewer or less', (input) => (input.facts.scaledUp || means('scale', 'resources')(input)) && !input.facts.scaledDown && !input.facts.cut),
  row(10, 'medium', '减少副本', 'fewer pods', ({ facts }) => facts.scaledDown),
  row(11, 'medium', '减少资源', 'less resources', ({ facts }) => facts.cut),
  row(12, 'low', '增大配额', 'a larger quota', (input) => means('quota')(input) && !input.facts.quotaCut),
  row(13, 'medium', '减小配额', 'a smaller quota', ({ facts }) => facts.quotaCut),
  row(14, 'medium', '区内开放新的访问', 'opens traffic inside the zone', ({ opened }) => opened.some(({ from, to }) => !isOutside(from) && !isOutside(to))),
  row(15, 'high', '与平台外开放访问', 'opens traffic with what is outside of the platform', ({ opened, change }) => opened.some(({ from, to }) => isOutside(from) || isOutside(to)) || (isOutward(change.after) && !isOutward(change.before))),
  row(16, 'medium', '关闭原有访问', 'closes traffic that was open', (input) => input.closed.length > 0 && (input.change.class !== 'deleted' || onlyCloses(input))),
  row(17, 'high', '权限扩大', 'somebody gains rights', ({ gained }) => gained.some(({ wider }) => wider)),
  row(18, 'medium', '改安全设置、策略、访问入口或角色', 'security settings, policies, ways in or roles', means('security', 'policy', 'exposure', 'access')),
  row(19, 'medium', '改探针、生命周期或更新方式', 'probes, life cycle or the way of updating', (input) => means('health')(input) || holdsDrains(input.change)),
  row(20, 'medium', '改调度', 'where pods may run', means('schedule')),
  row(21, 'high', '改有状态对象的存储', 'storage of an object with state', (input) => means('storage')(input) && holdsState(input)),
  row(22, 'medium', '移到另一应用', 'moves to another Application', ({ change }) => change.class === 'moved'),
  row(23, 'medium', '改名', 'gets another name', ({ change }) => change.class === 'renamed'),
  row(24, 'high', '删除后重建', 'deleted and made anew', ({ change }) => change.class === 'replaced'),
  row(25, 'high', '删除对象', 'an object is deleted', (input) => input.change.class === 'deleted' && !isHook(input.change.before!) && !onlyCloses(input)),
  row(26, 'high', '改集群级对象', 'an object that holds for the whole cluster', (input) => stays(input) && CLUSTER_WIDE.has(input.change.object.kind) && !isPlain(input)),
  row(27, 'high', '改控制面文件', 'a file of the control plane', (input) => stays(input) && input.change.object.kind === 'File' && input.change.application === 'control-plane'),
  row(28, 'high', 'operator 的 chart 换版本或参数', 'another version or other values of a chart', (input) => stays(input) && isChart(input.change.after) && !isPlain(input)),
  row(29, 'medium', '改交付方式', 'how ArgoCD delivers', means('delivery')),
  row(30, 'low', '非关键路径的 Pod 重启', 'pods restart, on no critical path', (input) => restarts(input) && !input.critical),
  row(31, 'medium', '关键路径的 Pod 重启', 'pods restart, on a critical path', (input) => restarts(input) && input.critical),
  row(32, 'high', '有状态对象的 Pod 重启', 'pods with state restart', (input) => restarts(input) && holdsState(input)),
  row(33, 'high', '关键路径服务的全部 Pod 同时停止', 'all pods of a service on a critical path stop at once', (input) => restarts(input) && input.critical && (input.change.class === 'replaced' || stopsAll(input))),
  row(34, 'high', `超过 ${MANY} 个服务同时重启`, `more than ${MANY} services restart at once`, (input) => restarts(input) && input.restarting > MANY),
  row(35, 'high', '更新会停滞', 'the rollout would stall', ({ restart }) => restart?.stalls !== undefined),
  row(36, 'high', '新增、放宽或延长豁免', 'a waiver is added, widened or prolonged', ({ change, waived }) => waived && change.object.name === 'champ-policy-params'),
];

/** Every rule; the gravest that speaks is the risk of a change. engine/change/README.md has the same table. */
export const RISK_ROWS: readonly RiskRow[] = [
  ...KNOWN,
  row(37, 'medium', '其他改动', 'something that no other rule speaks of', (input) => stays(input) && !KNOWN.some(({ test }) => test(input))),
  row(38, 'high', '守卫拦下,已获批准', 'a guard would stop it, and it is approved', ({ approved }) => approved),
  row(39, 'blocked', '守卫拦下', 'a guard stops it', ({ blocked }) => blocked),
];

/** A policy that goes and opens nothing: what it allowed is allowed no more. */
const onlyCloses = ({ change, opened, closed }: RiskInput): boolean => change.object.kind === 'NetworkPolicy' && opened.length === 0 && closed.length > 0;

const restarts = ({ restart }: RiskInput): boolean => restart !== undefined && restart.pods > 0;

const holdsState = ({ change: { after } }: RiskInput): boolean => after !== undefined && (keptBecause(after) === 'state' || after.kind === 'StorageClass');

const stopsAll = ({ change: { after } }: RiskInput): boolean => after?.kind === 'Deployment' && at(after, 'spec', 'strategy', 'type') === 'Recreate';

export interface Assessed {
  readonly risk: Risk;
  readonly reasons: readonly Reason[];
}

/** The risk of a change, with every rule that speaks, the gravest first. A change that no rule speaks of is low. */
export function assess(asked: Omit<RiskInput, 'facts'>): Assessed {
  const input = { ...asked, facts: factsOf(asked.change) };
  const reasons = RISK_ROWS.filter(({ test }) => test(input)).map(({ id, risk, zh, en }): Reason => ({ rule: id, risk, zh, en }));
  const sorted = [...reasons].sort((a, b) => RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk));
  return { risk: sorted[0]?.risk ?? 'low', reasons: sorted };
}

/** The gravest of several. */
export const gravest = (risks: readonly Risk[]): Risk => RISKS[Math.max(0, ...risks.map((each) => RISKS.indexOf(each)))]!;
