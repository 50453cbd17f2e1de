import type { Text } from '../../engine/problem/index.ts';

/** What `champ rollback` says to people, beside the words of `champ publish`. */
export const rollbackWords = {
  rollback: { zh: '把环境退回到之前发布的内容:在配置仓库上追加一个提交', en: 'put an environment back to what was published before, by a commit on top of its config repository' },
  to: { zh: '退回到的提交:配置仓库的提交,或源提交(至少 7 位)', en: 'commit to go back to: of the config repository, or of the source, by 7 digits or more' },
  dryRun: { zh: '只显示将发生的变化', en: 'show what it would do, and no more' },
  yes: { zh: '不询问,直接执行', en: 'do it without asking' },
  allowMigration: { zh: '允许退回的工作负载,以逗号分隔:命名空间/名称(旧版本能用新的库结构)', en: 'workloads that may go back over a migration, by commas: namespace/name (the older release works with the newer schema)' },
  planned: { zh: '{repository} {branch}:退回到 {to}', en: '{repository} {branch}: back to {to}' },
  pushed: { zh: '{repository} {branch}:已退回到 {to},提交 {commit}', en: '{repository} {branch}: is back at {to}, commit {commit}' },
  unchanged: { zh: '{repository} {branch}:与 {to} 相同,无需退回', en: '{repository} {branch}: is the same as {to} already' },
  ask: { zh: '执行以上回滚?输入 yes 确认:', en: 'Roll back as shown? Type yes: ' },
  left: { zh: '没有执行。', en: 'Nothing was done.' },
  after: { zh: '自动同步保持开启;之后的发布不会带回这些内容,除非源代码有修改或加 --resume。', en: 'Automatic sync stays on. A later publish does not bring this back until the source has changed it, or with --resume.' },
} as const satisfies Readonly<Record<string, Text>>;

export const rollbackHelp: Text = {
  zh: `步骤:
  1. 在配置仓库的历史中找到该提交,显示将新增、修改、删除的对象;终端上会询问,否则需要 --yes。
  2. 与发布相同的检查:手工改动、破坏性变化、全部策略。
  3. 数据库迁移(工作负载标注 champ.hsa/migration)会后退时拒绝。
  4. 推送一个提交:内容是当时的内容,提交说明记录退回到哪里、撤销了什么。
  5. 处于同步窗口内时,给出手工同步的命令。

示例:
  champ history --env linyi
  champ rollback --env linyi --to 4f2a91c --dry-run
  champ rollback --env linyi --to 4f2a91c --zone core --yes`,
  en: `What it does:
  1. Finds the commit in the history of the config repository and shows the objects that would be created, changed
     and removed; on a terminal it asks, elsewhere it needs --yes.
  2. Checks as a publish does: edits by hand, destructive changes, every policy.
  3. Refuses to go back over a schema migration (annotation champ.hsa/migration of workloads).
  4. Pushes one commit: the files as they were then, and a message that says what was gone back to and what was
     undone.
  5. Inside a sync window it prints the commands of a manual sync.

Examples:
  champ history --env linyi
  champ rollback --env linyi --to 4f2a91c --dry-run
  champ rollback --env linyi --to 4f2a91c --zone core --yes`,
};
