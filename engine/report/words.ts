import type { DecidedBy, Profile, Severity } from '../policy/index.ts';
import type { Text } from '../problem/index.ts';
import type { WaiverState } from '../waivers/index.ts';
import type { ControlStatus } from './report.ts';
import type { Verdict } from './summary.ts';

/** Names of the values that a report shows, for people. */
export const severityNames: Readonly<Record<Severity, Text>> = {
  critical: { zh: '严重', en: 'critical' },
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

export const statusNames: Readonly<Record<ControlStatus, Text>> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不通过', en: 'failed' },
  waived: { zh: '已豁免', en: 'waived' },
  partly: { zh: '部分判定', en: 'partly' },
  elsewhere: { zh: '另行判定', en: 'elsewhere' },
  unasked: { zh: '不属所选规则集', en: 'not in this profile' },
  absent: { zh: '未涉及', en: 'absent' },
};

export const statusMeanings: Readonly<Record<ControlStatus, Text>> = {
  passed: { zh: '已判定，没有发现', en: 'judged, and nothing found' },
  failed: { zh: '至少有一处未豁免的发现', en: 'at least one finding that no waiver covers' },
  waived: { zh: '有发现，全部由有效豁免覆盖', en: 'there are findings, and valid waivers cover all of them' },
  partly: { zh: '清单可见的部分已判定并通过，其余由所列责任方判定', en: 'what manifests show is judged and passed; the party named decides the rest' },
  elsewhere: { zh: '清单无法说明，由所列责任方以所列方式判定', en: 'manifests do not show it; the party named decides it, in the way named' },
  unasked: { zh: '所选规则集不含这一项，因此未判定', en: 'the profile does not ask for it, so it was not judged' },
  absent: { zh: '输入中没有它所涉及的对象，因此未判定', en: 'nothing that it speaks of was in the input, so it is not judged' },
};

export const stateNames: Readonly<Record<WaiverState, Text>> = {
  used: { zh: '有效', en: 'valid' },
  ending: { zh: '即将到期', en: 'ends soon' },
  expired: { zh: '已过期', en: 'expired' },
  unused: { zh: '未使用', en: 'unused' },
  tooWide: { zh: '过宽', en: 'too wide' },
};

/** What to do about a waiver that is not simply valid. */
export const stateAdvice: Readonly<Partial<Record<WaiverState, Text>>> = {
  ending: { zh: '30 天内到期：整改，或重新审批并延期', en: 'it ends within 30 days: mend the finding, or have the waiver approved again' },
  expired: { zh: '已过期，不再覆盖任何发现：整改，或重新审批', en: 'it has expired and covers nothing: mend the finding, or have it approved again' },
  unused: { zh: '没有对应的发现：删除该豁免', en: 'no finding matches it: delete the waiver' },
  tooWide: { zh: '范围过宽，不覆盖任何发现：写明容器、字段与 hostPath 的路径', en: 'it is too wide and covers nothing: name the container, the field and the path of a hostPath' },
};

export const originNames = {
  guide: { zh: '指南正文', en: 'guide' },
  appendix: { zh: '指南附录', en: 'appendix' },
  extension: { zh: '扩展', en: 'extension' },
} as const satisfies Readonly<Record<string, Text>>;

export const decidedNames: Readonly<Record<DecidedBy, Text>> = {
  object: { zh: '单个对象', en: 'one object' },
  estate: { zh: '多个对象', en: 'several objects' },
  file: { zh: '控制面文件', en: 'control-plane file' },
  cluster: { zh: '集群或节点', en: 'cluster or node' },
  process: { zh: '制度流程', en: 'process' },
};

export const verdictNames: Readonly<Record<Verdict, Text>> = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '不通过', en: 'Failed' },
  incomplete: { zh: '不完整', en: 'Incomplete' },
  empty: { zh: '没有可判定的对象', en: 'Nothing to judge' },
};

export const profileNames: Readonly<Record<Profile, Text>> = {
  'nsa-cisa': { zh: 'NSA/CISA Kubernetes 加固指南（全部规则）', en: 'NSA/CISA Kubernetes Hardening Guide (all rules)' },
  'pss-baseline': { zh: 'Pod 安全标准：baseline', en: 'Pod Security Standards: baseline' },
  'pss-restricted': { zh: 'Pod 安全标准：restricted', en: 'Pod Security Standards: restricted' },
};

/** Chapters of the control list, by how its ids begin. */
export const chapterNames: Readonly<Record<string, Text>> = {
  'NSA-POD': { zh: 'Pod 安全', en: 'Pod security' },
  'NSA-NET': { zh: '网络隔离与加固', en: 'Network separation and hardening' },
  'NSA-AUTH': { zh: '认证与授权', en: 'Authentication and authorization' },
  'NSA-LOG': { zh: '审计日志与威胁检测', en: 'Audit logging and threat detection' },
  'NSA-UPG': { zh: '升级与应用安全', en: 'Upgrading and application security' },
};

/** Sentences and labels; `{count}` and others are filled by `say`. */
export const words = {
  title: { zh: '安全加固检查报告', en: 'Hardening report' },
  verdict: { zh: '结论', en: 'Verdict' },
  summary: { zh: '汇总', en: 'Summary' },
  findings: { zh: '发现', en: 'Findings' },
  noFindings: { zh: '没有未豁免的发现', en: 'no findings beyond waivers' },
  findingCount: { zh: '{count} 处发现', en: 'findings: {count}' },
  waivedCount: { zh: '{count} 处已豁免', en: 'waived: {count}' },
  coverage: { zh: '控制项覆盖', en: 'Coverage' },
  coverageCount: { zh: '{count} 个控制项', en: 'controls: {count}' },
  waivers: { zh: '豁免', en: 'Waivers' },
  noWaivers: { zh: '没有豁免', en: 'There are no waivers.' },
  waiverCount: { zh: '{count} 项豁免', en: 'waivers: {count}' },
  matches: { zh: '对应 {count} 处发现', en: 'findings matched: {count}' },
  clusterWaivers: {
    zh: '豁免按 {date} 判定。集群会一直承认一项豁免，直到下一次发布将其移除。',
    en: 'Waivers are judged by {date}. The cluster honours a waiver until the next publish removes it.',
  },
  notJudged: { zh: '未判定', en: 'Not judged' },
  notJudgedCount: { zh: '{count} 项未判定', en: 'not judged: {count}' },
  nothingLeftOut: { zh: '没有遗漏：输入中的一切都已判定', en: 'Nothing: all that was in the input is judged.' },
  input: { zh: '输入', en: 'Input' },
  problems: { zh: '输入问题', en: 'Input problems' },
  problemCount: { zh: '{count} 个输入问题', en: 'input problems: {count}' },
  unread: { zh: '部分输入无法读取（{count}）', en: 'some input could not be read ({count})' },
  noProblems: { zh: '所有文件均可读取', en: 'All files were read.' },
  judged: { zh: '已判定 {objects} 个对象、{pods} 个 Pod 模板、{containers} 个容器', en: 'judged: {objects} objects, {pods} pod templates, {containers} containers' },
  more: { zh: '另有 {count} 项未在此列出；--format json 列出全部', en: '{count} more are not listed here; --format json has all' },
  fix: { zh: '整改', en: 'fix' },
  sameFix: { zh: '同上（{rule}）', en: 'as above ({rule})' },
  why: { zh: '理由', en: 'why' },
  container: { zh: '容器/卷', en: 'container/volume' },
  field: { zh: '字段', en: 'field' },
  path: { zh: '路径', en: 'path' },
  wholeObject: { zh: '整个对象', en: 'the object itself' },
  waiverField: { zh: '豁免中写', en: 'in a waiver:' },
  zone: { zh: '区', en: 'zone' },
  declared: { zh: '声明处', en: 'declared' },
  owner: { zh: '负责人', en: 'owner' },
  ticket: { zh: '工单', en: 'ticket' },
  reason: { zh: '理由', en: 'reason' },
  until: { zh: '有效至 {date}', en: 'until {date}' },
  daysLeft: { zh: '剩 {count} 天', en: '{count} days left' },
  date: { zh: '判定日期', en: 'Date' },
  profile: { zh: '规则集', en: 'Profile' },
  kubernetes: { zh: 'Kubernetes 版本', en: 'Kubernetes version' },
  commit: { zh: '提交', en: 'Commit' },
  inputs: { zh: '判定范围', en: 'Judged' },
  byRule: { zh: '按规则汇总', en: 'By rule' },
  rule: { zh: '规则', en: 'rule' },
  severity: { zh: '级别', en: 'severity' },
  object: { zh: '对象', en: 'object' },
  place: { zh: '位置', en: 'place' },
  state: { zh: '状态', en: 'state' },
  waiver: { zh: '豁免', en: 'waiver' },
  end: { zh: '截止', en: 'end' },
  message: { zh: '说明', en: 'what is wrong' },
  control: { zh: '编号', en: 'id' },
  recommendation: { zh: '要求、理由与来源', en: 'recommendation, reason and source' },
  status: { zh: '判定', en: 'status' },
  meaning: { zh: '含义', en: 'meaning' },
  count: { zh: '数量', en: 'count' },
  what: { zh: '项目', en: 'what' },
  admission: { zh: '集群准入同时强制', en: 'enforced at admission too' },
  elsewhere: { zh: '判定依据；其余由谁、如何判定', en: 'decided on; by whom and how where manifests do not show it' },
  coverageNote: { zh: '清单的全部 {count} 行，无一省略。', en: 'All {count} rows of the control list; none is left out.' },
  unjudged: { zh: '未在此判定', en: 'not judged here' },
  openCount: { zh: '{count} 处未豁免', en: 'open: {count}' },
  fieldAndMessage: { zh: '字段与说明', en: 'field, and what is wrong' },
  ownerAndTicket: { zh: '负责人与工单', en: 'owner and ticket' },
  covered: { zh: '对应发现', en: 'matches' },
  setAside: { zh: '豁免 {id} 所覆盖的发现', en: 'Set aside by {id}' },
  waivedFindings: { zh: '已豁免的发现', en: 'waived findings' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  nothing: { zh: '无', en: 'none' },
} as const satisfies Readonly<Record<string, Text>>;
