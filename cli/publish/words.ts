import type { Text } from '../../engine/problem/index.ts';

/** What `champ publish` says to people. */
export const publishWords = {
  publish: { zh: '把环境的输出提交到配置仓库,供 ArgoCD 部署', en: 'commit the output of an environment to its config repository, from which ArgoCD deploys' },
  env: { zh: '环境名称,例如 linyi', en: 'name of the environment, e.g. linyi' },
  repo: { zh: '配置仓库的地址,或 区=地址(可写多次);默认取自环境', en: 'address of the config repository, or zone=address, once a zone; default: the one of the environment' },
  branch: { zh: '配置仓库的分支', en: 'branch of the config repository' },
  pushBranch: { zh: '推送到另一个分支,供合并请求使用', en: 'push another branch, for a pull request' },
  dryRun: { zh: '只检查并显示,不推送', en: 'check and show, push nothing' },
  check: { zh: '只检查配置仓库是否与本克隆渲染的内容一致(已记录的回滚除外)', en: 'only check that the config repository holds what this clone renders, recorded rollbacks excepted' },
  published: { zh: '配合 --check:与已发布的源提交渲染的内容比较', en: 'with --check: compare with what the published source commit renders' },
  discardEdits: { zh: '丢弃别人对机器维护的文件的改动', en: 'drop edits that others made to machine-owned files' },
  resume: { zh: '恢复被回滚的内容', en: 'bring back what was rolled back' },
  allowSample: { zh: '允许样例数据(仅用于演练)', en: 'let made-up data pass, for rehearsals' },
  allowOlder: { zh: '允许发布比已发布更旧的源提交', en: 'let a source commit pass that is older than the published one' },
  allowDirty: { zh: '允许源代码有未提交的改动', en: 'let a source with uncommitted changes pass' },
  allowDelete: { zh: '允许删除、替换的对象,以逗号分隔:类型/命名空间/名称', en: 'objects that may be deleted or replaced, by commas: Kind/namespace/name' },
  date: { zh: '按这一天判定豁免是否到期(YYYY-MM-DD);默认今天', en: 'day by which waivers are judged, YYYY-MM-DD; default: today' },
  at: { zh: '按这一时刻判定同步窗口(ISO 8601);默认现在', en: 'moment by which sync windows are judged, ISO 8601; default: now' },
  zone: { zh: '只处理这个区(可写多次)', en: 'this zone only; may be given more than once' },
  rendering: { zh: '渲染 {name} ...', en: 'rendering {name} ...' },
  judging: { zh: '判定策略 ...', en: 'judging by the policies ...' },
  remote: { zh: '读取配置仓库 ...', en: 'reading the config repository ...' },
  pushing: { zh: '推送 ...', en: 'pushing ...' },
  waiting: { zh: '等待另一个使用同一缓存的进程 ...', en: 'waiting for another process that uses the same cache ...' },
  retry: { zh: '分支有新提交,第 {count} 次重试 ...', en: 'the branch has moved, trying again ({count}) ...' },
  pushed: { zh: '{repository} {branch}:已推送 {commit}', en: '{repository} {branch}: pushed {commit}' },
  planned: { zh: '{repository} {branch}:将有以下变化(未推送)', en: '{repository} {branch}: would change as follows (nothing was pushed)' },
  unchanged: { zh: '{repository} {branch}:没有变化', en: '{repository} {branch}: nothing to publish' },
  noted: { zh: '  已在提交 {commit} 上记录源提交', en: '  the source commit is recorded on {commit}' },
  counts: { zh: '  {zone}:新增 {created},修改 {changed},删除 {removed},未变 {unchanged}', en: '  {zone}: {created} created, {changed} changed, {removed} removed, {unchanged} unchanged' },
  more: { zh: '    ... 另有 {count} 个', en: '    ... and {count} more' },
  danger: { zh: '  已允许:{object}({danger})', en: '  allowed: {object} ({danger})' },
  heldManual: { zh: '同步窗口内({schedule},{timeZone}{until}):以下 Application 不会自动同步,需要时手工执行:', en: 'inside a sync window ({schedule}, {timeZone}{until}): these Applications do not sync by themselves; by hand, where it is needed:' },
  heldClosed: { zh: '同步窗口内({schedule},{timeZone}{until}):以下 Application 在窗口结束后才会同步,也不能手工同步:', en: 'inside a sync window ({schedule}, {timeZone}{until}): these Applications sync after it, and not by hand either:' },
  until: { zh: ',到 {time}', en: ', until {time}' },
  took: { zh: '用时 {seconds} 秒', en: 'took {seconds} s' },
  nothing: { zh: '没有推送任何内容。', en: 'Nothing was pushed.' },
} as const satisfies Readonly<Record<string, Text>>;

export const publishHelp: Text = {
  zh: `步骤:
  1. 在内存中渲染环境,读取配置仓库的分支(不检出;缓存在 .champ/config)。
  2. 检查:机器维护的文件是否被手工改动,源提交是否更旧,是否恢复已回滚的内容,破坏性变化,全部策略。
  3. 只提交有变化的文件、ledger.json 和 hydrator.metadata;没有变化就不提交;别人的文件保持不动。
  4. 推送,从不强制;分支有新提交时在其上重做。中途被终止不会留下半成品,再次运行即可。
  5. 生产环境拒绝样例数据和未提交的改动。

--check 不写任何内容:逐个路径比较配置仓库与渲染结果,列出缺少、不同、多余、手工修改和他人添加的文件;已记录的
回滚留下的内容不计。--check --published 与各区已发布的源提交(用它自己的代码渲染)比较,并要求该提交在当前检出的
历史中:不受尚未发布的合并影响,适合合并队列。

退出码:0 已发布或没有变化(--check:一致),1 内容被拒绝(--check:不一致),2 用法错误,3 网络、权限或服务器失败。

示例:
  champ publish --env linyi --dry-run
  champ publish --env linyi --push-branch change-42
  champ publish --env linyi --check
  champ publish --env linyi --repo core=git@git.core:config.git --repo public=git@git.public:config.git
  champ publish --env linyi --allow-delete ConfigMap/core-mbs/old,Service/core-mbs/old`,
  en: `What it does:
  1. Renders the environment in memory and reads the branch of the config repository (no checkout; cached in
     .champ/config).
  2. Checks: machine-owned files edited by hand, an older source commit, what was rolled back, destructive changes,
     every policy.
  3. Commits the files that differ, ledger.json and hydrator.metadata; nothing when nothing differs. Files of others
     stay.
  4. Pushes, never by force; when the branch has moved it does the commit again on top. Killed midway, nothing half
     done is left, and the next run completes it.
  5. For production it refuses made-up data and uncommitted changes.

--check writes nothing: it compares the config repository with the output, path by path, and lists what is missing,
differs, is left over, was edited by hand or was added by others; what a recorded rollback left is excepted. --check
--published compares each zone with the source commit that it was published from, rendered by its own code, and wants
that commit in the history of what is checked out: what is merged and not published yet does not matter, as in a
merge queue.

Exit codes: 0 published or nothing to publish (--check: equal), 1 refused by content (--check: not equal), 2 wrong
usage, 3 network, permission or server.

Examples:
  champ publish --env linyi --dry-run
  champ publish --env linyi --push-branch change-42
  champ publish --env linyi --check
  champ publish --env linyi --repo core=git@git.core:config.git --repo public=git@git.public:config.git
  champ publish --env linyi --allow-delete ConfigMap/core-mbs/old,Service/core-mbs/old`,
};
