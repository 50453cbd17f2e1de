import type { Text } from '../../engine/problem/index.ts';

/** What `champ status` says to people. */
export const statusWords = {
  status: { zh: '查看各区、子系统和应用的同步与健康', en: 'sync and health of zones, subsystems and applications' },
  zone: { zh: '区,可重复;默认全部', en: 'a zone, may be repeated; default: all' },
  subsystem: { zh: '子系统、中间件种类或应用,可重复', en: 'a subsystem, a kind of middleware or an Application, may be repeated' },
  watch: { zh: '有变化就刷新,直到 Ctrl-C', en: 'follow changes until Ctrl-C' },
  server: { zh: 'ArgoCD 地址:[区=]https://...,可重复', en: 'address of ArgoCD: [zone=]https://..., may be repeated' },
  tokenFile: { zh: '令牌文件:[区=]文件,可重复', en: 'file with the token: [zone=]file, may be repeated' },
  ca: { zh: 'CA 证书(PEM):[区=]文件,可重复', en: 'certificates to trust (PEM): [zone=]file, may be repeated' },
  requestTimeout: { zh: '单次请求的秒数', en: 'seconds for one answer' },
  asking: { zh: '查询 {zone} 区的 ArgoCD ...', en: 'asking ArgoCD of zone {zone} ...' },
  environment: { zh: '{name}  {title}', en: '{name}  {title}' },
  zoneLine: { zh: '{zone}  {title}  {server}', en: '{zone}  {title}  {server}' },
  counts: { zh: '正常 {good},进行中 {busy},等待 {held},异常 {broken}', en: '{good} good, {busy} under way, {held} held, {broken} broken' },
  good: { zh: '正常', en: 'good' },
  busy: { zh: '进行中', en: 'busy' },
  held: { zh: '等待', en: 'held' },
  broken: { zh: '异常', en: 'BROKEN' },
  roots: { zh: '根应用', en: 'Roots' },
  platform: { zh: '平台', en: 'Platform' },
  middleware: { zh: '中间件', en: 'Middleware' },
  subsystems: { zh: '子系统', en: 'Subsystems' },
  operators: { zh: 'Operator', en: 'Operators' },
  others: { zh: '其他', en: 'Others' },
  more: { zh: '另有 {count} 项', en: '{count} more' },
  prune: { zh: '将删除', en: 'to be deleted' },
  changed: { zh: '{zone} {name}:{state} {sync} {health}{cause}', en: '{zone} {name}: {state} {sync} {health}{cause}' },
  gone: { zh: '{zone} {name}:已不存在', en: '{zone} {name}: gone' },
  outage: { zh: '{zone}:连接中断,正在重连({why})', en: '{zone}: connection lost, trying again ({why})' },
} as const satisfies Readonly<Record<string, Text>>;

/** What both commands that ask ArgoCD say about how to reach it. */
export const CONNECTION_HELP: Text = {
  zh: `地址:--server,其次环境变量 CHAMP_ARGOCD_SERVER_区(如 CHAMP_ARGOCD_SERVER_CORE)、CHAMP_ARGOCD_SERVER。
令牌:--token-file,其次 CHAMP_ARGOCD_TOKEN_区、CHAMP_ARGOCD_TOKEN、ARGOCD_AUTH_TOKEN;任何输出都不含令牌。
证书:--ca,其次 CHAMP_ARGOCD_CA_区、CHAMP_ARGOCD_CA;TLS 校验不能关闭,http 只用于本机。`,
  en: `Address: --server, else CHAMP_ARGOCD_SERVER_<ZONE> (e.g. CHAMP_ARGOCD_SERVER_CORE), CHAMP_ARGOCD_SERVER.
Token: --token-file, else CHAMP_ARGOCD_TOKEN_<ZONE>, CHAMP_ARGOCD_TOKEN, ARGOCD_AUTH_TOKEN; no output shows it.
Certificates: --ca, else CHAMP_ARGOCD_CA_<ZONE>, CHAMP_ARGOCD_CA; TLS is always verified, http is for loopback.`,
};

export const statusHelp: Text = {
  zh: `步骤:
  1. 向每个区的 ArgoCD 查询该环境的全部应用;不渲染,不修改任何东西。
  2. 对不正常的应用再查询资源树、事件和同步窗口,给出原因和出问题的 Pod。
  3. 按区、子系统和中间件、应用列出同步、健康、版本和原因。

${CONNECTION_HELP.zh}

退出码:0 全部正常,1 有应用不正常,2 用法错误,3 失败,130 被 Ctrl-C 中断。

示例:
  champ status --env linyi --server core=https://argocd.core.example --server public=https://argocd.pub.example
  champ status --env linyi --zone core --subsystem mbs --watch
  champ status --env linyi --json | jq '.environments[].zones[].applications[] | select(.state != "good")'`,
  en: `What it does:
  1. Asks ArgoCD of each zone for the Applications of the environment; renders nothing and changes nothing.
  2. For those that are not well it asks on: resource tree, events, sync windows; they give causes and failing pods.
  3. Lists zone, subsystems and middleware, Applications with sync, health, revision and causes.

${CONNECTION_HELP.en}

Exit codes here: 0 all good, 1 an Application is not, 2 wrong usage, 3 failure, 130 ended by Ctrl-C.

Examples:
  champ status --env linyi --server core=https://argocd.core.example --server public=https://argocd.pub.example
  champ status --env linyi --zone core --subsystem mbs --watch
  champ status --env linyi --json | jq '.environments[].zones[].applications[] | select(.state != "good")'`,
};
