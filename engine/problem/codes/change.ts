import type { CodeRow } from '../problem.ts';

export const changeCodes = {
  CHAMP9000: {
    message: { zh: '{value} 不在 Git 仓库中', en: '{value} is in no git repository' },
    fix: { zh: '在克隆的仓库中运行;没有仓库时写明要比较的目录:champ diff DIR', en: 'run it in a clone; without one, name a folder to compare with: champ diff DIR' },
  },
  CHAMP9001: {
    message: { zh: '没有版本或目录 "{value}"', en: 'there is no revision and no folder "{value}"' },
    fix: { zh: '写明已有的分支、标签、提交或目录;远端的分支先用 git fetch 取得', en: 'name a branch, tag, commit or folder that is there; fetch a branch of the remote first' },
  },
  CHAMP9002: {
    message: { zh: '没有 {value} 分支,无法确定合并基点', en: 'there is no branch {value}, so the merge base is not known' },
    fix: { zh: '用 git fetch origin main 取得它,或写明基准:champ diff REVISION', en: 'get it with git fetch origin main, or name the base: champ diff REVISION' },
  },
  CHAMP9003: {
    message: { zh: '浅克隆中没有 "{value}" 的历史', en: 'this clone is shallow and lacks the history of "{value}"' },
    fix: { zh: '运行 git fetch --unshallow origin main:refs/remotes/origin/main;在 CI 中设 fetch-depth: 0 或 GIT_DEPTH: 0', en: 'run git fetch --unshallow origin main:refs/remotes/origin/main; in CI set fetch-depth: 0 or GIT_DEPTH: 0' },
  },
  CHAMP9004: {
    message: { zh: 'HEAD 与 {value} 没有共同的祖先', en: 'HEAD and {value} have no ancestor in common' },
    fix: { zh: '写明基准:champ diff REVISION', en: 'name the base: champ diff REVISION' },
  },
  CHAMP9005: {
    message: { zh: '基准 {value} 无法渲染,之前的提交也不能(试了 {count} 个)', en: 'the base {value} does not build, nor does any commit before it ({count} tried)' },
    fix: { zh: '写明一个可以渲染的基准:champ diff REVISION;它的问题列在下面', en: 'name a base that builds: champ diff REVISION; its problems are below' },
  },
  CHAMP9006: {
    message: { zh: '两侧都没有环境 "{value}"', en: 'there is no environment "{value}" to compare' },
    fix: { zh: '选择已有的环境', en: 'name one of those that are there' },
  },
  CHAMP9007: {
    message: { zh: '渲染该版本的进程失败({value}):{why}', en: 'the process that renders that revision failed ({value}): {why}' },
    fix: { zh: '检出该版本并运行 champ synth 查看原因,或写明另一个基准', en: 'check that revision out and run champ synth there to see why, or name another base' },
  },
  CHAMP9008: {
    message: { zh: '本仓库的 git {value} 失败:{why}', en: 'git {value} failed in this repository: {why}' },
    fix: { zh: '按提示修正;工作区和索引没有改动', en: 'mend what it says; work tree and index were not touched' },
  },
  CHAMP9009: {
    message: { zh: '无法读取其中一侧的内容:{value}', en: 'the content of one side cannot be read: {value}' },
    fix: { zh: '修正该文件;如果在 node_modules/.cache 中,删除 node_modules/.cache/champ-diff', en: 'mend the file; if it is of the cache, delete node_modules/.cache/champ-diff' },
  },
  CHAMP9010: {
    message: { zh: '无法安装该版本锁文件的依赖({value}):{why}', en: 'the packages of that revision\'s lock file cannot be installed ({value}): {why}' },
    fix: { zh: '需要网络或 npm 缓存:检查网络、代理和 npm 登录后重新运行', en: 'it needs the network or npm\'s cache: check network, proxy and login of npm, then run it again' },
  },
  CHAMP9011: {
    message: { zh: '目录 {value} 不完整:synth 正在写入,或中途被终止', en: 'the folder {value} is not whole: synth writes it now, or was killed while it did' },
    fix: { zh: '再次运行 champ synth', en: 'run champ synth again' },
  },
  CHAMP9012: {
    message: { zh: '目录 {value} 中没有环境的输出,也没有可与单个环境比较的清单', en: 'the folder {value} holds neither output of an environment nor manifests that one environment could be compared with' },
    fix: { zh: '写明 dist 或其中一个环境的目录;比较任意清单时用 --env 选定一个环境', en: 'name dist or the folder of an environment in it; to compare any manifests choose one environment with --env' },
  },
  CHAMP9013: {
    message: { zh: '该版本报告 {code}:{value}', en: 'that revision reports {code}: {value}' },
    fix: { zh: '检出该版本查看,或写明另一个基准', en: 'check that revision out to see it, or name another base' },
  },
  CHAMP9014: {
    message: { zh: '稀疏检出缺少 {count} 个源文件,例如 {value}:缺少的会被当作已删除', en: 'the sparse checkout leaves out {count} sources, e.g. {value}: they would count as deleted' },
    fix: { zh: '运行 git sparse-checkout disable,或用 --head HEAD 比较已提交的内容', en: 'run git sparse-checkout disable, or compare what is committed with --head HEAD' },
  },
  CHAMP9015: {
    message: { zh: 'git 不信任仓库 {value}:它属于另一个用户', en: 'git does not trust the repository {value}: it belongs to another user' },
    fix: { zh: '运行 git config --global --add safe.directory {value},或改正目录的属主', en: 'run git config --global --add safe.directory {value}, or give the folder to whoever runs this' },
  },
  CHAMP9016: {
    message: { zh: '{value} 中没有目录 {path},本项目在该版本中不存在', en: '{value} has no folder {path}: the project is not there in that revision' },
    fix: { zh: '写明包含该目录的版本', en: 'name a revision that has the folder' },
  },
  CHAMP9017: {
    message: { zh: '"{value}" 是 Git 对象({kind}),不是提交', en: '"{value}" is a {kind} of git, not a commit' },
    fix: { zh: '写明分支、标签或提交', en: 'name a branch, tag or commit' },
  },
  CHAMP9018: {
    message: { zh: '"{value}" 不是一个版本', en: '"{value}" is not one revision' },
    fix: { zh: '比较两个版本用 champ diff A --head B', en: 'two revisions are compared by champ diff A --head B' },
  },
  CHAMP9019: {
    message: { zh: '{value} 的源文件无法写入缓存:{why}', en: 'the sources of {value} cannot be written into the cache: {why}' },
    fix: { zh: '检查磁盘空间、配额和目录权限;工作区和索引没有改动', en: 'check free space, quota and permissions of this folder; work tree and index were not touched' },
  },
  CHAMP9020: {
    message: { zh: '缓存是指向 {value} 的链接,在那里找不到依赖', en: 'the cache is a link to {value}, from where no packages are found' },
    fix: { zh: '把它改为 node_modules 中的普通目录', en: 'make it a plain folder in node_modules' },
  },
  CHAMP9021: {
    message: { zh: '渲染该版本的进程 {value} 分钟后仍未结束,已终止', en: 'the process that renders that revision had not ended after {value} minutes and was stopped' },
    fix: { zh: '检出该版本并运行 champ synth 查看原因,或写明另一个基准', en: 'check that revision out and run champ synth there to see why, or name another base' },
  },
  CHAMP9050: {
    message: { zh: '{value} 字节的密钥太短，指纹背后的值可以试出来', en: 'a key of {value} bytes is too short: the values behind the fingerprints could be found by trying' },
    fix: { zh: '把 CHAMP_FINGERPRINT_KEY 设为至少 16 个随机字节，或不设（每次运行用随机密钥）', en: 'set CHAMP_FINGERPRINT_KEY to 16 random bytes or more, or leave it unset for a random key each run' },
  },
  CHAMP9100: {
    message: { zh: '没有守卫 "{value}"', en: 'there is no guard "{value}"' },
    fix: { zh: '改为 champ diff 给出的守卫编号,如 CHG-02', en: 'use the id of a guard as champ diff tells it, e.g. CHG-02' },
  },
  CHAMP9101: {
    message: { zh: '守卫 {value} 不能用 approvals.yaml 放行', en: 'no row of approvals.yaml lets pass what {value} stops' },
    fix: { zh: '修好问题,或在 waivers.yaml 写明(或续期)豁免,然后删除这一行', en: 'mend it, or write (or renew) a waiver in waivers.yaml, then remove this row' },
  },
  CHAMP9102: {
    message: { zh: '批准编号 {value} 已在 {first} 用过', en: 'the approval {value} is there already, at {first}' },
    fix: { zh: '换一个没用过的编号', en: 'give it an id of its own' },
  },
  CHAMP9103: {
    message: { zh: '{guard} 对 {value} 的批准已在 {first}', en: '{guard} is approved for {value} already, at {first}' },
    fix: { zh: '删除其中一行', en: 'remove one of the two' },
  },
  CHAMP9104: {
    message: { zh: '批准 {value} 已于 {expires} 过期,{target} 仍需要它', en: 'the approval {value} ended on {expires}, and {target} still needs it' },
    fix: { zh: '经评审延长 expires,或撤销它所放行的修改', en: 'have a later expires reviewed, or take back the change that it lets pass' },
  },
} as const satisfies Record<string, CodeRow>;
