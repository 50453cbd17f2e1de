import type { Text } from '../../engine/problem/index.ts';

/** What `champ scale` says to people. */
export const scaleWords = {
  scale: { zh: '改变服务的副本数、伸缩范围或规格', en: 'change count, bounds or size of services' },
  services: { zh: '服务标识', en: 'ids of services' },
  select: { zh: '按条件选择,如 layer=L5,tenant=vendor-08', en: 'choose by what they are, e.g. layer=L5,tenant=vendor-08' },
  env: { zh: '环境名', en: 'the environment' },
  replicas: { zh: '固定副本数', en: 'a fixed count' },
  min: { zh: 'HPA 的下限', en: 'lower bound of the HPA' },
  max: { zh: 'HPA 的上限', en: 'upper bound of the HPA' },
  size: { zh: '规格', en: 'size class' },
  dryRun: { zh: '只显示改动和容量,不写文件', en: 'show the change and the capacity, write nothing' },
  rendering: { zh: '计算改动前后的容量 ...', en: 'rendering before and after ...' },
  zone: { zh: '区', en: 'zone' },
  rest: { zh: '平时,一台主机故障', en: 'at rest, one node down' },
  most: { zh: 'HPA 全部扩到上限', en: 'all HPAs at their maximum' },
  share: { zh: 'CPU {cpu},内存 {memory}', en: 'CPU {cpu}, memory {memory}' },
  fits: { zh: '放得下', en: 'fits' },
  tooSmall: { zh: '放不下', en: 'does not fit' },
  written: { zh: '已写入 {file};有变化的服务:{count}', en: 'written to {file}; services that change: {count}' },
  wouldWrite: { zh: '未写入 {file};有变化的服务:{count}', en: '{file} was not written; services that change: {count}' },
  same: { zh: '没有变化:{file}', en: 'nothing changes in {file}' },
} as const satisfies Readonly<Record<string, Text>>;

export const scaleHelp: Text = {
  zh: `步骤:
  1. 把取值写进 environments/<环境>/sizes.yaml,注释保持不变;按 synth 的规则检查,不合规则的一律拒绝。
  2. 在内存中渲染改动前后的环境,显示各区的容量;放不下时拒绝,什么都不写。
  3. --select 的键:layer、tenant(或 vendor)、subsystem、service、kind、zone;同一键写两次表示任一。

示例:
  champ scale hsa-mbs --env linyi --min 18 --max 28
  champ scale --select layer=L5,tenant=vendor-08 --env linyi --size XL --dry-run`,
  en: `What it does:
  1. Writes the values into environments/<environment>/sizes.yaml, comments stay; refuses what synth would refuse.
  2. Renders the environment before and after in memory and shows the capacity of each zone; refuses what no longer
     fits, and then nothing is written.
  3. Keys of --select: layer, tenant (or vendor), subsystem, service, kind, zone; a key given twice means either value.

Examples:
  champ scale hsa-mbs --env linyi --min 18 --max 28
  champ scale --select layer=L5,tenant=vendor-08 --env linyi --size XL --dry-run`,
};
