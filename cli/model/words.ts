import type { Text } from '../../engine/problem/index.ts';

/** What `champ model` says to people. */
export const modelWords = {
  model: { zh: '输出环境的模型:服务、调用、业务路径、租户、豁免、容量', en: 'what an environment means beyond its objects: services, calls, business paths, tenants, waivers, capacity' },
  tree: { zh: '同时把渲染结果写入该目录,每个环境一个文件', en: 'also write what is rendered into this folder, one file an environment' },
  environment: { zh: '{name}({stage}):服务 {services},业务路径 {paths},租户 {tenants},豁免 {waivers}', en: '{name} ({stage}): {services} services, {paths} business paths, {tenants} tenants, {waivers} waivers' },
  zone: { zh: '{title},{nodes} 个节点', en: '{title}, {nodes} nodes' },
  capacity: { zh: '平时 CPU {cpu}%、内存 {memory}%', en: 'at rest CPU {cpu} %, memory {memory} %' },
  most: { zh: '最大 CPU {cpu}%、内存 {memory}%', en: 'at most CPU {cpu} %, memory {memory} %' },
  critical: { zh: '关键', en: 'critical' },
  hops: { zh: '{count} 跳', en: '{count} hops' },
  subsystems: { zh: '子系统 {list}', en: 'subsystems {list}' },
  freeze: { zh: '同步窗口 {schedule} {duration}({timeZone})不自动同步', en: 'no sync by itself at {schedule} for {duration} ({timeZone})' },
} as const satisfies Readonly<Record<string, Text>>;

export const modelHelp: Text = {
  zh: `步骤:
  1. 在内存中渲染所选环境(默认全部),不写文件。
  2. --json 给出全部内容,带版本号;文本只给出各区容量、业务路径和租户。

示例:
  champ model --env linyi
  champ model --json | jq '.environments[0].services[] | select(.tenant == "vendor-02").id'`,
  en: `What it does:
  1. Renders the environments (default: all) in memory; writes nothing.
  2. With --json it gives all of it, versioned; as text the capacity of zones, business paths and tenants.

Examples:
  champ model --env linyi
  champ model --json | jq '.environments[0].services[] | select(.tenant == "vendor-02").id'`,
};
