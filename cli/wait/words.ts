import type { Text } from '../../engine/problem/index.ts';
import { CONNECTION_HELP } from '../status/words.ts';

/** What `champ wait` says to people. */
export const waitWords = {
  wait: { zh: '等待一个源提交在各区的应用中落地', en: 'wait until a source commit has landed in the applications of every zone' },
  env: { zh: '环境名', en: 'the environment' },
  commit: { zh: '源仓库的提交(完整或至少 7 位),或源仓库中的分支名', en: 'a commit of the source (7 digits at least), or a branch inside the source repository' },
  timeout: { zh: '最多等待多久,如 90s、30m、2h', en: 'how long at most, e.g. 90s, 30m, 2h' },
  repo: { zh: '配置仓库:[区=]地址,可重复;默认取环境的 configRepository', en: 'config repository: [zone=]url, may be repeated; default: configRepository of the environment' },
  branch: { zh: '配置仓库的分支', en: 'branch of the config repository' },
  noRefresh: { zh: '不请求 ArgoCD 立即比较,等它自己轮询', en: 'do not ask ArgoCD to compare now; wait for its poll' },
  skip: { zh: '不等待的应用,可重复', en: 'an Application that is not waited for, may be repeated' },
  resolving: { zh: '在 {zone} 区的配置仓库中查找 {commit} ...', en: 'looking for {commit} in the config repository of zone {zone} ...' },
  resolved: { zh: '{zone}:源提交 {source} 是配置提交 {commit}', en: '{zone}: source commit {source} is config commit {commit}' },
  later: { zh: '{zone}:源提交 {source} 由更新的 {later} 带入,配置提交 {commit}', en: '{zone}: source commit {source} came with the later {later}, config commit {commit}' },
  progress: { zh: '[{bar}] {done}/{total}  {zones}  {waiting}', en: '[{bar}] {done}/{total}  {zones}  {waiting}' },
  line: { zh: '{zone} {name}:{state}{cause}', en: '{zone} {name}: {state}{cause}' },
  landed: { zh: '已落地', en: 'landed' },
  unapplied: { zh: '等待应用', en: 'to be applied' },
  waiting: { zh: '进行中', en: 'under way' },
  held: { zh: '等待', en: 'held' },
  failed: { zh: '失败', en: 'failed' },
  rootAbsent: { zh: '{zone}:没有根应用 {root},不等待它的应用', en: '{zone}: there is no root {root}; what it brings is not waited for' },
  allLanded: { zh: '{count} 个应用全部落地,用时 {seconds} 秒', en: 'all {count} applications landed in {seconds} s' },
  timedOut: { zh: '{seconds} 秒内未全部落地:{done}/{total}', en: 'not all landed within {seconds} s: {done}/{total}' },
  gaveUp: { zh: '未落地的应用都已失败,不再等待:{done}/{total}', en: 'all that have not landed failed for good; no use to wait: {done}/{total}' },
  interrupted: { zh: '已中断;集群不受影响', en: 'ended; nothing was changed' },
} as const satisfies Readonly<Record<string, Text>>;

export const waitHelp: Text = {
  zh: `步骤:
  1. 在每个区的配置仓库中,按提交尾注或注记找到该源提交对应的配置提交。
  2. 请求 ArgoCD 立即比较(--no-refresh 时不请求),然后跟随其事件流,断开时重连。
  3. 应用落地的条件:版本是该提交或其后代,Synced 且 Healthy,推送之后比较过;目录有变化的,还要该版本的同步成功。
  4. 同步窗口、待确认的删除如实说明并继续等待;全部失败时立即结束。
  5. 终端上显示进度条,否则每个变化一行;结束时给出每个未落地应用的原因。

${CONNECTION_HELP.zh}

退出码:0 全部落地,1 未落地(失败或超时),2 用法错误,3 失败,130 被 Ctrl-C 中断。

示例:
  champ wait --env linyi --commit HEAD --timeout 30m
  champ wait --env linyi --commit 1a2b3c4d --zone public --server https://argocd.pub.example --json`,
  en: `What it does:
  1. Finds the config commit of the source commit in each zone's config repository, by its trailer or a note.
  2. Has ArgoCD compare now (not with --no-refresh), then follows its stream of events, and reconnects when it breaks.
  3. Landed is: the revision is that commit or a descendant, Synced and Healthy, compared after the push, and
     where the folder changed, a sync of that revision succeeded.
  4. Held by a sync window or by a deletion that wants confirmation is said as such, and waited for; when all that
     is left has failed for good, it ends at once.
  5. A progress bar on a terminal, a line a change elsewhere; at the end the cause of each blocked application.

${CONNECTION_HELP.en}

Exit codes here: 0 landed, 1 not landed (failed or timeout), 2 wrong usage, 3 failure, 130 ended by Ctrl-C.

Examples:
  champ wait --env linyi --commit HEAD --timeout 30m
  champ wait --env linyi --commit 1a2b3c4d --zone public --server https://argocd.pub.example --json`,
};
