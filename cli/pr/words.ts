import type { Text } from '../../engine/problem/index.ts';

/** What `champ pr` says to people. */
export const prWords = {
  pr: { zh: '把改动提交、推送,并打开或更新合并请求', en: 'commit and push a change, and open or update its merge request' },
  title: { zh: '提交和合并请求的标题,一行', en: 'title of the commit and the merge request, one line' },
  body: { zh: '用这个文件的文字作说明,不附报告', en: 'text of the merge request from this file, without a report' },
  report: { zh: '用这个文件作报告;默认为 champ diff 的报告', en: 'the report from this file; default: that of champ diff' },
  branch: { zh: '分支名;默认为当前分支,在目标分支上时由标题得出', en: 'the branch; default: the one checked out, on the target one made from the title' },
  target: { zh: '合并到哪个分支', en: 'the branch to merge into' },
  draft: { zh: '作为草稿打开', en: 'open it as a draft' },
  dryRun: { zh: '只显示将要做什么,不改动任何东西', en: 'show what would be done, change nothing' },
  noPush: { zh: '只提交到本地分支', en: 'commit to the local branch alone' },
  forge: { zh: '代码托管平台;默认按远端的主机或 CHAMP_FORGE', en: 'the forge; default: by the host of the remote, or CHAMP_FORGE' },
  forgeUrl: { zh: '平台的网址;默认取自远端或 CHAMP_FORGE_URL', en: 'address of its pages; default: from the remote, or CHAMP_FORGE_URL' },
  tokenFile: { zh: '令牌文件;默认取自环境变量', en: 'file with the token; default: from the environment' },
  asking: { zh: '询问远端和平台 ...', en: 'asking the remote and the forge ...' },
  comparing: { zh: '比较 ...', en: 'comparing ...' },
  pushing: { zh: '推送 {branch} ...', en: 'pushing {branch} ...' },
  files: { zh: '提交的文件({count}):', en: 'files to commit ({count}):' },
  created: { zh: '新增', en: 'new' },
  changed: { zh: '修改', en: 'changed' },
  deleted: { zh: '删除', en: 'deleted' },
  leftOut: { zh: '不提交,保持不动({count}):{files}', en: 'left as they are, not committed ({count}): {files}' },
  blocked: { zh: '此改动被 {count} 条规则拦截,处理或批准之前不能合并;见报告开头', en: 'guards that block this change: {count}; it cannot be merged before they are met or approved, see the top of the report' },
  nothing: { zh: '没有可以合并到 {target} 的改动', en: 'there is nothing to merge into {target}' },
  committed: { zh: '已提交 {commit} 到分支 {branch}', en: 'committed {commit} to branch {branch}' },
  kept: { zh: '没有要提交的改动;分支 {branch} 在提交 {commit}', en: 'there is nothing to commit; branch {branch} is at commit {commit}' },
  resumed: { zh: '接着上次的提交 {commit}', en: 'going on with commit {commit} of the former run' },
  pushed: { zh: '已推送 {branch} 到 {remote}', en: 'pushed {branch} to {remote}' },
  upToDate: { zh: '远端的 {branch} 已是最新', en: '{branch} is up to date at the remote' },
  opened: { zh: '已打开合并请求 {number}:{title}', en: 'opened merge request {number}: {title}' },
  updated: { zh: '已更新合并请求 {number}:{title}', en: 'updated merge request {number}: {title}' },
  same: { zh: '合并请求 {number} 没有变化:{title}', en: 'merge request {number} is as it was: {title}' },
  notDraft: { zh: '合并请求 {number} 已经打开,不改为草稿', en: 'merge request {number} is open already and is not made a draft' },
  would: { zh: '将提交到分支 {branch} 并请求合并到 {project} 的 {target}:{title}(未改动任何东西)', en: 'would commit to branch {branch} and ask {project} to merge it into {target}: {title} (nothing was changed)' },
  wouldCommit: { zh: '将提交到分支 {branch}:{title}(未改动任何东西)', en: 'would commit to branch {branch}: {title} (nothing was changed)' },
  untouched: { zh: '没有提交或推送任何内容。', en: 'Nothing was committed or pushed.' },
} as const satisfies Readonly<Record<string, Text>>;

export const prHelp: Text = {
  zh: `步骤:
  1. 列出将要提交的文件:已跟踪的,以及 environments/、apps/、constructs/ 等源目录中新增的;其余保持不动。
  2. 检查远端、令牌、分支和平台;有任何问题时什么都不改。
  3. 得到报告(champ diff),在不动工作区的情况下提交,推送(从不强制),然后切换到该分支。
  4. 打开合并请求;已有打开的就更新:只替换说明中的报告部分,人写的文字保留。再次运行即接着做。
  5. 说明最多 65,536 个字符,超出的部分截去并注明。

平台和令牌:
  --forge gitlab|github 或 CHAMP_FORGE;--forge-url 或 CHAMP_FORGE_URL;CHAMP_FORGE_TOKEN、GITLAB_TOKEN、GITHUB_TOKEN
  或 --token-file;自有证书机构用 CHAMP_FORGE_CA。令牌不会显示。

退出码:0 已完成或没有改动,1 内容被拒绝,2 用法错误,3 网络、权限、Git 或平台失败。

示例:
  champ pr --title "hsa-mbs V1.2.4" --dry-run
  champ pr --title "hsa-mbs V1.2.4" --forge gitlab
  champ pr --report report.md --draft`,
  en: `What it does:
  1. Lists the files to commit: tracked ones, and new ones in environments/, apps/, constructs/ and the other folders of
     sources; all else stays as it is.
  2. Checks remote, token, branch and forge; with any problem nothing is changed.
  3. Makes the report (champ diff), commits without touching the work tree, pushes, never by force, and switches to the
     branch.
  4. Opens the merge request, or updates the one that is open: only the report in its text is replaced, what people
     wrote stays. Run it again and it goes on.
  5. Keeps the text within 65,536 characters; what is cut is said.

Forge and token:
  --forge gitlab|github or CHAMP_FORGE; --forge-url or CHAMP_FORGE_URL; CHAMP_FORGE_TOKEN, GITLAB_TOKEN, GITHUB_TOKEN or
  --token-file; CHAMP_FORGE_CA for an authority of your own. The token is never shown.

Exit codes: 0 done or nothing to do, 1 refused by content, 2 wrong usage, 3 network, permission, git or forge.

Examples:
  champ pr --title "hsa-mbs V1.2.4" --dry-run
  champ pr --title "hsa-mbs V1.2.4" --forge gitlab
  champ pr --report report.md --draft`,
};
