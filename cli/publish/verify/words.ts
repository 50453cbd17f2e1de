import type { Text } from '../../../engine/problem/index.ts';

/** What `champ publish --check` says to people. */
export const verifyWords = {
  equal: { zh: '{repository} {branch} {zone}:与 {source} 渲染的内容一致', en: '{repository} {branch} {zone}: holds what {source} renders' },
  differs: { zh: '{repository} {branch} {zone}:与 {source} 渲染的内容有 {count} 处不同', en: '{repository} {branch} {zone}: {count} paths are not as {source} renders them' },
  rolledBack: { zh: '  {count} 个路径因回滚 {commit} 而不同({author}),不计', en: '  {count} paths differ by the rollback {commit} ({author}): excepted' },
  behind: { zh: '  发布的是更早的 {published}', en: '  what is published is the earlier {published}' },
  ahead: { zh: '  已发布更新的 {published}:先更新本克隆', en: '  a later commit is published, {published}: this clone is behind' },
  missing: { zh: '缺少', en: 'missing' },
  changed: { zh: '不同', en: 'differs' },
  left: { zh: '多余', en: 'left over' },
  edited: { zh: '手工修改', en: 'edited by hand' },
  added: { zh: '他人添加', en: 'added by others' },
  rendering: { zh: '渲染已发布的 {name} ...', en: 'rendering the published {name} ...' },
} as const satisfies Readonly<Record<string, Text>>;
