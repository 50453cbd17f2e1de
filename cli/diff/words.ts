import type { Text } from '../../engine/problem/index.ts';

export { fill as filled } from '../../engine/report/phrases.ts';

/** What is said about the two sides of a comparison. */
export const sideWords = {
  workTree: { zh: '工作区', en: 'work tree' },
  dirty: { zh: '工作区({commit},有未提交的改动)', en: 'work tree ({commit} with uncommitted changes)' },
  clean: { zh: '工作区({commit})', en: 'work tree ({commit})' },
  live: { zh: '配置仓库 {repositories}', en: 'config repository {repositories}' },
  noModel: { zh: '{side} 的代码不给出模型({environments}):与服务、业务路径、租户有关的说明不完整', en: '{side} has no model to tell ({environments}): what is said of its services, business paths and tenants is incomplete' },
  notBuilt: { zh: '{asked} 无法渲染({count} 个问题,第一个是 {first}):改与之前最近一次可渲染的 {used} 比较', en: '{asked} does not build ({count} problems, the first is {first}): compared with the last good commit before it, {used}' },
  edited: { zh: '{folder} 中有 {count} 个文件与 synth 写的不同:按其现有内容比较', en: '{count} files of {folder} are not as synth wrote them: they are compared as they stand there' },
  skipped: { zh: '{folder} 中有 {count} 个文件不是清单,未比较', en: '{count} files of {folder} are no manifests and were not compared' },
  notThere: { zh: '{folder} 中没有环境 {environments},未比较', en: '{folder} has no environment {environments}: not compared' },
  unpublished: { zh: '{repository} 还没有发布过 {zone} 区', en: 'nothing of zone {zone} has been published to {repository} yet' },
} as const satisfies Readonly<Record<string, Text>>;

/** What `champ diff` says to people. */
export const diffWords = {
  diff: { zh: '说明一处改动会改变什么:按对象比较两个版本', en: 'what a change does: compares two versions object by object' },
  base: { zh: '比较的基准:本仓库的版本或目录;默认为与 main 的合并基点', en: 'what to compare with: a revision of this repository, or a folder; default: the merge base with main' },
  head: { zh: '用这个版本代替工作区', en: 'this revision instead of the work tree' },
  live: { zh: '与配置仓库中已发布的内容比较;地址默认取自环境', en: 'compare with what is published in the config repository, by default that of the environment' },
  branch: { zh: '配置仓库的分支', en: 'branch of the config repository' },
  format: { zh: '报告的格式', en: 'format of the report' },
  output: { zh: '把报告写入文件', en: 'write the report into this file' },
  as: { zh: '按这些租户的改动判定(逗号分隔):越权的改动被拦下', en: 'judge it as a change of these tenants, by commas: what is not theirs is stopped' },
  reviewedBy: { zh: '已评审的租户(逗号分隔)', en: 'tenants that have reviewed it, by commas' },
  judging: { zh: '判定影响与风险 ...', en: 'judging effects and risks ...' },
  date: { zh: '按这一天判定(YYYY-MM-DD);默认今天', en: 'day by which it is judged, YYYY-MM-DD; default: today' },
  renderingBase: { zh: '渲染基准 {name} ...', en: 'rendering the base {name} ...' },
  rendering: { zh: '渲染 {name} ...', en: 'rendering {name} ...' },
  installing: { zh: '该版本的锁文件不同:安装它的依赖 ...', en: 'that revision has another lock file: installing its packages ...' },
  remote: { zh: '读取配置仓库 ...', en: 'reading the config repository ...' },
  waiting: { zh: '等待另一个使用同一缓存的进程 ...', en: 'waiting for another process that uses the same cache ...' },
  written: { zh: '报告已写入 {file}', en: 'the report is in {file}' },
  took: { zh: '用时 {seconds} 秒', en: 'took {seconds} s' },
} as const satisfies Readonly<Record<string, Text>>;

export const diffHelp: Text = {
  zh: `步骤:
  1. 确定基准:版本、目录、--live,或与 main(或 origin/main)的合并基点;在 main 上则是 HEAD。
  2. 两侧各用自己的代码和锁文件渲染,同时进行;基准在 node_modules/.cache/champ-diff 中渲染并保留结果,
     工作区、索引和分支都不会改动。锁文件不同时在缓存中安装那一侧的依赖。
  3. 按身份(区、类型、命名空间、名称)比较对象,说明每处改动的含义、风险和需要谁审阅。
  4. 基准无法渲染时,改与之前最近一次可渲染的提交比较(最多向前 20 个),并在报告中写明。

退出码:0 没有差异,1 有差异或工作区无法渲染,2 用法错误,3 无法比较(没有 Git 仓库、没有该版本、浅克隆、网络)。

示例:
  champ diff
  champ diff HEAD~1 --env linyi
  champ diff origin/main --format markdown --output report.md
  champ diff dist/ --env linyi
  champ diff --live --env linyi`,
  en: `What it does:
  1. Finds the base: a revision, a folder, --live, or the merge base with main (or origin/main); on main that is HEAD.
  2. Renders each side with its own code and lock file, both at once; the base in node_modules/.cache/champ-diff, where
     its result is kept. Work tree, index and branches are never touched. When the lock file differs, its packages are
     installed there.
  3. Compares objects by identity (zone, kind, namespace, name) and says what each change means, its risk, and who must
     look.
  4. When the base does not build, it compares with the last commit before it that does (20 back at most) and says so.

Exit codes: 0 no difference, 1 difference, or the work tree does not build, 2 wrong usage, 3 nothing to compare with (no repository, no such revision,
shallow clone, network).

Examples:
  champ diff
  champ diff HEAD~1 --env linyi
  champ diff origin/main --format markdown --output report.md
  champ diff dist/ --env linyi
  champ diff --live --env linyi`,
};
