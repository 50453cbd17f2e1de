import { oneLine } from '../text/one-line.ts';
import type { Text } from '../problem/index.ts';

/** `broken`: somebody has to mend it; `held`: somebody has to decide, or the hour has to come; `busy`: it goes on by itself. */
export type Weight = 'broken' | 'held' | 'busy';

interface CauseRow extends Text {
  readonly weight: Weight;
}

const row = (weight: Weight, zh: string, en: string): CauseRow => ({ weight, zh, en });

/** Why an Application is not as it should be, in people's words; the most telling first. `{object}` and `{detail}` are filled in. */
export const CAUSES = {
  window: row('held', '同步窗口关闭,暂不发布:{detail}', 'held by a sync window: {detail}'),
  confirmation: row('held', '等待人工确认删除 {object}', 'waits for a person to confirm that {object} is deleted'),
  outdated: row('held', '较早的同步仍在等待确认删除 {object},而 Git 中已恢复它;结束该次同步:argocd app terminate-op {detail}', 'an older sync still waits to delete {object}, which Git holds again; end it: argocd app terminate-op {detail}'),
  manual: row('held', '自动同步已关闭', 'automatic sync is off'),
  deleting: row('busy', '正在删除', 'is being deleted'),
  comparison: row('broken', '无法比较(Git 或清单出错):{detail}', 'cannot be compared (Git or a manifest): {detail}'),
  spec: row('broken', 'Application 的定义有误:{detail}', 'the Application is wrong in itself: {detail}'),
  admission: row('broken', '{object} 被准入规则 {rule} 拒绝:{detail}', '{object} is refused by admission rule {rule}: {detail}'),
  podSecurity: row('broken', '{object} 违反 Pod 安全标准:{detail}', '{object} violates Pod Security: {detail}'),
  webhook: row('broken', '{object} 被准入 webhook 拒绝:{detail}', '{object} is refused by an admission webhook: {detail}'),
  quota: row('broken', '{object} 超出配额:{detail}', '{object} exceeds the quota: {detail}'),
  limits: row('broken', '{object} 超出 LimitRange:{detail}', '{object} is outside of the LimitRange: {detail}'),
  missingKind: row('broken', '{object}:集群没有这种资源(CRD 不存在,Operator 尚未安装):{detail}', '{object}: the cluster does not know this kind (no CRD: its operator is not there yet): {detail}'),
  immutable: row('broken', '{object} 的字段不可修改:{detail}', '{object}: a field cannot be changed: {detail}'),
  permission: row('broken', '项目不允许 {object}:{detail}', 'the project does not allow {object}: {detail}'),
  conflict: row('broken', '{object} 与其他管理者冲突:{detail}', '{object}: another manager owns the field: {detail}'),
  namespace: row('broken', '{object}:命名空间不存在:{detail}', '{object}: its namespace is not there: {detail}'),
  hook: row('broken', '钩子 {object} 失败:{detail}', 'the hook {object} failed: {detail}'),
  image: row('broken', '{object} 拉取镜像失败:{detail}', '{object} cannot pull its image: {detail}'),
  config: row('broken', '{object} 缺少 ConfigMap 或 Secret:{detail}', '{object} lacks a ConfigMap or Secret: {detail}'),
  memory: row('broken', '{object} 内存不足被终止:{detail}', '{object} ran out of memory: {detail}'),
  crash: row('broken', '{object} 反复退出:{detail}', '{object} keeps ending: {detail}'),
  unschedulable: row('broken', '{object} 没有可用节点:{detail}', '{object} fits no node: {detail}'),
  volume: row('broken', '{object} 的卷不可用:{detail}', '{object} has no volume: {detail}'),
  evicted: row('broken', '{object} 被驱逐:{detail}', '{object} was evicted: {detail}'),
  probe: row('broken', '{object} 未通过健康检查:{detail}', '{object} does not pass its probe: {detail}'),
  deadline: row('broken', '{object} 未在期限内就绪:{detail}', '{object} was not ready in time: {detail}'),
  apply: row('broken', '{object} 同步失败:{detail}', '{object} could not be applied: {detail}'),
  operation: row('broken', '同步失败:{detail}', 'the sync failed: {detail}'),
  sync: row('broken', '无法自动同步:{detail}', 'does not sync by itself: {detail}'),
  degraded: row('broken', '{object} 不健康:{detail}', '{object} is degraded: {detail}'),
  suspended: row('held', '{object} 已暂停:{detail}', '{object} is suspended: {detail}'),
  missing: row('busy', '{object} 尚未创建', '{object} is not there yet'),
  starting: row('busy', '{object} 正在启动:{detail}', '{object} is starting: {detail}'),
  syncing: row('busy', '正在同步:{detail}', 'syncs: {detail}'),
  progressing: row('busy', '{object} 未就绪:{detail}', '{object} is not ready: {detail}'),
  different: row('busy', '{object} 与 Git 不一致', '{object} differs from Git'),
  unknown: row('broken', '状态未知', 'its state is unknown'),
  absent: row('busy', 'ArgoCD 中还没有这个应用', 'ArgoCD does not have it yet'),
  behind: row('busy', '仍在旧版本 {detail}', 'is still at {detail}'),
  unreconciled: row('busy', '推送后还没有比较过', 'was not compared since the push'),
  unapplied: row('busy', '尚未应用该版本', 'this revision is not applied yet'),
} as const satisfies Record<string, CauseRow>;

export type CauseKind = keyof typeof CAUSES;

export interface Cause {
  readonly kind: CauseKind;
  /** `Kind namespace/name`. */
  readonly object?: string;
  readonly detail?: string;
  /** Of an admission policy, e.g. `NSA-POD-05`. */
  readonly rule?: string;
}

const ORDER = new Map(Object.keys(CAUSES).map((kind, index) => [kind, index]));

/** Each once, the most telling first. */
export function sortedCauses(found: readonly Cause[]): readonly Cause[] {
  const unique = new Map(found.map((each) => [`${each.kind} ${each.object ?? ''} ${each.detail ?? ''}`, each]));
  return [...unique.entries()].sort(([a, left], [b, right]) => ORDER.get(left.kind)! - ORDER.get(right.kind)! || (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The sentence of a cause in one language, without what it does not know. */
export function sentence({ kind, object = '', detail = '', rule = '' }: Cause, language: keyof Text): string {
  const filled = CAUSES[kind][language].replace('{object}', object).replace('{rule}', rule).replace('{detail}', detail).trim();
  return filled.replace(/\s{2,}/g, ' ').replace(/[::]\s*$/, '').trim();
}

interface Reading {
  readonly kind: CauseKind;
  readonly test: RegExp;
  /** The group of `test` that says it best; default the whole message. */
  readonly detail?: number;
  readonly rule?: number;
}

/** What controllers and the API server say, read in this order; their wording is part of no API, so a message that fits none is passed on as it is. */
const READINGS: readonly Reading[] = [
  { kind: 'admission', test: /ValidatingAdmissionPolicy '([^']+)'.*?denied request: ([A-Z]+-[A-Z]+-\d+)\s*(.*)/s, rule: 2, detail: 3 },
  { kind: 'admission', test: /ValidatingAdmissionPolicy '([^']+)'.*?denied request: (.*)/s, rule: 1, detail: 2 },
  { kind: 'podSecurity', test: /violates PodSecurity ("[^"]*": .*)/s, detail: 1 },
  { kind: 'webhook', test: /admission webhook ("[^"]+" denied the request.*)/s, detail: 1 },
  { kind: 'quota', test: /exceeded quota: (.*)/s, detail: 1 },
  { kind: 'quota', test: /failed quota: (.*)/s, detail: 1 },
  { kind: 'limits', test: /((?:minimum|maximum) \S+ usage per \S+ is .*|max limit to request ratio .*)/s, detail: 1 },
  { kind: 'missingKind', test: /(?:could not find the requested resource|no matches for kind "[^"]+".*|could not find .* for requested resource.*|CRD is installed.*)/s },
  { kind: 'immutable', test: /(field is immutable|updates to statefulset spec for fields other than .* are forbidden|may not (?:be|change) .*immutable)/s },
  { kind: 'permission', test: /(?:is not permitted in project|namespace \S+ is not permitted|not managed by project)/ },
  { kind: 'conflict', test: /(conflicts? with "[^"]+".*)/s, detail: 1 },
  { kind: 'conflict', test: /(is part of applications? .*)/s, detail: 1 },
  { kind: 'namespace', test: /namespaces? "?[\w-]+"? not found/ },
  { kind: 'deadline', test: /exceeded (?:its )?progress deadline/ },
  { kind: 'unschedulable', test: /(\d+\/\d+ nodes are available: .*)/s, detail: 1 },
  { kind: 'image', test: /(?:ImagePullBackOff|ErrImagePull|Back-off pulling image|Failed to pull image)/ },
];

/** What a message means; undefined when nothing in it is known. */
export function readMessage(message: string, object?: string): Cause | undefined {
  for (const { kind, test, detail, rule } of READINGS) {
    const match = test.exec(message);
    if (match) return { kind, ...(object ? { object } : {}), detail: brief((detail === undefined ? message : match[detail]) ?? message), ...(rule === undefined ? {} : { rule: match[rule] ?? '' }) };
  }
  return undefined;
}

const LONGEST = 240;

/** One line that fits a screen; what is longer is in ArgoCD. */
export function brief(message: string): string {
  const line = oneLine(message).replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} ...` : line;
}
