import type { Text } from '../../engine/problem/index.ts';

/** What `champ history` says to people. */
export const historyWords = {
  history: { zh: '何时、由谁、部署了什么;两点之间的差异', en: 'what was deployed when and by whom, and the difference between two points' },
  diff: { zh: '两点之间逐个对象的差异,写作 A..B;B 省略为当前', en: 'difference between two points, object by object, as A..B; without B up to now' },
  limit: { zh: '最多列出的条数', en: 'how many to list at most' },
  none: { zh: '{repository} {branch}:还没有发布过', en: '{repository} {branch}: nothing has been published yet' },
  publish: { zh: '发布', en: 'publish' },
  rollback: { zh: '回滚', en: 'rollback' },
  other: { zh: '手工', en: 'by hand' },
  same: { zh: '没有差异', en: 'no difference' },
  total: { zh: '{count} 个对象不同', en: '{count} objects differ' },
} as const satisfies Readonly<Record<string, Text>>;

export const historyHelp: Text = {
  zh: `步骤:
  1. 读取配置仓库的分支,列出改变该环境的提交:时间、提交、作者、源提交、对象的增改删、主题;手工提交也列出。
  2. --diff 按对象比较两点,说明每处差异的含义;每点可写配置提交或源提交;有差异时退出码为 1。

示例:
  champ history --env linyi --limit 10
  champ history --env linyi --zone core --diff 4f2a91c..
  champ history --env linyi --json | jq '.entries[0].source'`,
  en: `What it does:
  1. Reads the branch of the config repository and lists the commits that changed the environment: time, commit,
     author, source commit, objects created, changed and removed, subject; commits made by hand too.
  2. --diff compares two points object by object and says what each difference means; a point is a commit of the config
     repository or of the source. It ends with 1 when they differ.

Examples:
  champ history --env linyi --limit 10
  champ history --env linyi --zone core --diff 4f2a91c..
  champ history --env linyi --json | jq '.entries[0].source'`,
};
