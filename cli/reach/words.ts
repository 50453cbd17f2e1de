import type { Text } from '../../engine/problem/index.ts';

/** What `champ reach` says to people. */
export const reachWords = {
  reach: { zh: '网络策略允许谁访问谁,与声明是否一致', en: 'who may talk to whom by the network policies, and whether that is what is declared' },
  from: { zh: '发起方:命名空间/工作负载、external/名称,或唯一的简称', en: 'who starts: namespace/workload, external/name, or a name that only one has' },
  to: { zh: '接收方,写法相同', en: 'who answers, named likewise' },
  format: { zh: '报告格式', en: 'format of the report' },
  reading: { zh: '推演 {name} 的网络策略 ...', en: 'working out the network policies of {name} ...' },
  took: { zh: '用时 {seconds} 秒', en: 'took {seconds} s' },

  direct: { zh: '{from} 可以访问 {to}:直接', en: '{from} may talk to {to}: directly' },
  through: { zh: '{from} 不能直接访问 {to};经 {steps} 步可达', en: '{from} may not talk to {to} directly; there is a way of {steps} steps' },
  noPath: { zh: '{from} 不能访问 {to}:没有经网关的路径', en: '{from} may not talk to {to}: no path through gateways' },
  chain: { zh: '以下只是技术上的连通链,中间的 Pod 并不转发', en: 'below is a mere technical chain, whose pods in between pass nothing on' },
  fromOne: { zh: '{from} 可以访问 {count} 个对端', en: '{from} may talk to {count} others' },
  toOne: { zh: '{count} 个对端可以访问 {to}', en: '{count} may talk to {to}' },
  byGap: { zh: '经网闸通道 {channel}', en: 'by channel {channel} of the gap' },
  moreReasons: { zh: '另有 {count} 条', en: '{count} more' },

  title: { zh: '网络可达性:{environments}', en: 'Reachability: {environments}' },
  zones: { zh: '区到区(允许通信的有序对;跨区只经网闸通道)', en: 'Zone by zone (ordered pairs that may talk; from zone to zone by channels of the gap alone)' },
  layers: { zh: '层到层(允许通信的有序对)', en: 'Layer by layer (ordered pairs that may talk)' },
  starts: { zh: '发起 \\ 接收', en: 'from \\ to' },
  counts: { zh: '允许 {allowed} 条连接,声明而被阻断 {blocked} 条,允许而未声明 {undeclared} 条', en: '{allowed} connections allowed, {blocked} declared but blocked, {undeclared} allowed but not declared' },
  blocked: { zh: '声明而被阻断', en: 'Declared but blocked' },
  undeclared: { zh: '允许而未声明', en: 'Allowed but not declared' },
  none: { zh: '无', en: 'none' },

  middleware: { zh: '中间件', en: 'middleware' },
  operators: { zh: 'Operator', en: 'operators' },
  external: { zh: '外部', en: 'outside' },
} as const satisfies Readonly<Record<string, Text>>;

export const reachHelp: Text = {
  zh: `步骤:
  1. 在内存中渲染所选环境(默认全部),不写文件。
  2. 按全部 NetworkPolicy 的完整语义推演每一对工作负载、每一个端口:两侧都允许才算可达。
  3. 与声明的通信对照:声明而被阻断、允许而未声明,都是错误。
  4. 给出 --from 和 --to 时,回答能否访问、经过什么:中间只能是网关、摆渡和网闸。

命名空间内 Operator 生成的 Pod 写作 命名空间/自定义资源名,集群外的对端写作 external/名称;发起方 * 是不受任何策略隔离的全部对端,
只在太多而不能逐对列出时使用。

退出码:0 与声明一致,1 有差异,2 用法错误或名称不存在,3 失败。

示例:
  champ reach --env linyi
  champ reach --env linyi --from hsa-mbs --to core-mw-relational-db/relational-db
  champ reach --env linyi --from pub-pss/hsa-pss-pay --to core-mbs/hsa-mbs-fsi
  champ reach --env linyi --format json | jq '.allowed[] | select(.to == "external/tax")'`,
  en: `What it does:
  1. Renders the environments (default: all) in memory; writes nothing.
  2. Works out every pair of workloads and every port by all NetworkPolicies together: a connection needs both sides.
  3. Holds that against what is declared: declared but blocked, and allowed but not declared, are both errors.
  4. With --from and --to it says whether one may talk to the other, and through what: gateways, ferries and the gap
     alone pass anything on.

Pods that an operator makes are namespace/<custom resource>, what is outside of the clusters is external/<name>. A sender * is
everyone whom no policy isolates, where they are too many to be said pair by pair.

Exit codes: 0 as declared, 1 differences, 2 wrong usage or a name that nothing has, 3 failure.

Examples:
  champ reach --env linyi
  champ reach --env linyi --from hsa-mbs --to core-mw-relational-db/relational-db
  champ reach --env linyi --from pub-pss/hsa-pss-pay --to core-mbs/hsa-mbs-fsi
  champ reach --env linyi --format json | jq '.allowed[] | select(.to == "external/tax")'`,
};
