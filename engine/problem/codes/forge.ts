import type { CodeRow } from '../problem.ts';

export const forgeCodes = {
  CHAMP9300: {
    message: { zh: '仓库没有远端 "{value}"', en: 'the repository has no remote "{value}"' },
    fix: { zh: '用 git remote add origin 地址 登记远端', en: 'add it with git remote add origin ADDRESS' },
  },
  CHAMP9301: {
    message: { zh: '从远端地址 {value} 看不出主机和项目', en: 'the address of the remote, {value}, names no host and project' },
    fix: { zh: '远端写作 git@主机:组/项目.git、https://主机/组/项目.git 或 ssh://git@主机/组/项目.git', en: 'write it as git@HOST:GROUP/PROJECT.git, https://HOST/GROUP/PROJECT.git or ssh://git@HOST/GROUP/PROJECT.git' },
  },
  CHAMP9302: {
    message: { zh: '不知道 {value} 是哪种代码托管平台', en: 'which forge {value} is, is not known' },
    fix: { zh: '加上 --forge,或设置 CHAMP_FORGE', en: 'add --forge, or set CHAMP_FORGE' },
  },
  CHAMP9303: {
    message: { zh: '托管平台的地址 {value} 不能使用:{why}', en: 'the address of the forge, {value}, cannot be used: {why}' },
    fix: { zh: '写平台的网址,例如 https://git.example.org;只有本机回环地址可以用 http', en: 'give the address of its pages, e.g. https://git.example.org; http is for loopback alone' },
  },
  CHAMP9304: {
    message: { zh: '没有 {value} 的访问令牌', en: 'there is no token for {value}' },
    fix: { zh: '设置允许的环境变量之一,或用 --token-file;令牌需要 {scope}', en: 'set one of the variables, or name a file with --token-file; the token needs {scope}' },
  },
  CHAMP9305: {
    message: { zh: '平台不接受令牌({value})', en: 'the forge does not take the token ({value})' },
    fix: { zh: '换一个未过期的令牌;它需要 {scope}', en: 'use a token that has not expired; it needs {scope}' },
  },
  CHAMP9306: {
    message: { zh: '令牌没有这个权限({value})', en: 'the token may not do that ({value})' },
    fix: { zh: '给令牌 {scope},并确认其用户是项目成员', en: 'give the token {scope}, and make sure that its user is a member of the project' },
  },
  CHAMP9307: {
    message: { zh: '平台上没有找到({value}),或令牌看不到它', en: 'the forge has no such thing ({value}), or the token may not see it' },
    fix: { zh: '核对远端地址和 --forge-url,并确认令牌的用户是项目成员', en: 'check the address of the remote and --forge-url, and that the user of the token is a member of the project' },
  },
  CHAMP9308: {
    message: { zh: '平台拒绝了内容({value})', en: 'the forge refuses the content ({value})' },
    fix: { zh: '按所述修正后再次运行', en: 'mend what it names, then run the command again' },
  },
  CHAMP9309: {
    message: { zh: '平台限制了请求次数({value})', en: 'the forge limits the requests ({value})' },
    fix: { zh: '过一会儿再次运行', en: 'run the command again later' },
  },
  CHAMP9310: {
    message: { zh: '平台出错({value})', en: 'the forge failed ({value})' },
    fix: { zh: '过一会儿再次运行;一直如此时找平台管理员', en: 'run the command again later; if it stays so, ask the administrators of the forge' },
  },
  CHAMP9311: {
    message: { zh: '回答的不是平台的接口({value})', en: 'this is no answer of the API of the forge ({value})' },
    fix: { zh: '核对 --forge 和 --forge-url;登录页和代理的页面也会这样回答', en: 'check --forge and --forge-url; login pages and proxies answer like this too' },
  },
  CHAMP9312: {
    message: { zh: '平台转到了别处({value})', en: 'the forge sends elsewhere ({value})' },
    fix: { zh: '项目移动或改名后更新远端地址;否则更正 --forge-url', en: 'after a project was moved, renew the address of the remote; else correct --forge-url' },
  },
  CHAMP9313: {
    message: { zh: '连不上平台({value})', en: 'the forge cannot be reached ({value})' },
    fix: { zh: '检查网络、--forge-url 和远端地址;内部主机可能需要专网', en: 'check the network, --forge-url and the address of the remote; a host inside may want a VPN' },
  },
  CHAMP9314: {
    message: { zh: '平台没有及时回答({value})', en: 'the forge did not answer in time ({value})' },
    fix: { zh: '再次运行', en: 'run the command again' },
  },
  CHAMP9315: {
    message: { zh: '与平台的加密连接未建立({value})', en: 'there is no secure connection with the forge ({value})' },
    fix: { zh: '自有证书机构时把 CHAMP_FORGE_CA 设为其 PEM 文件', en: 'where it has an authority of its own, set CHAMP_FORGE_CA to its file in PEM' },
  },
  CHAMP9316: {
    message: { zh: '不知道平台是否已经创建({value}):回答丢失,之后也没有找到', en: 'whether the forge has made it is not known ({value}): the answer was lost, and it was not found afterwards' },
    fix: { zh: '再次运行:会先查找,不会创建两次', en: 'run the command again: it looks first and makes nothing twice' },
  },
  CHAMP9320: {
    message: { zh: '{value} 不在 Git 仓库中,或还没有提交:{why}', en: '{value} is in no git repository, or has no commit: {why}' },
    fix: { zh: '在克隆的仓库中运行', en: 'run it in a clone' },
  },
  CHAMP9321: {
    message: { zh: '没有检出分支(HEAD 在 {value})', en: 'no branch is checked out (HEAD is at {value})' },
    fix: { zh: '先 git switch 到一个分支,或用 --branch 给出名称', en: 'git switch to a branch first, or give a name with --branch' },
  },
  CHAMP9322: {
    message: { zh: '{value} 是目标或受保护的分支,不向它直接推送', en: '{value} is the target or a protected branch: nothing is pushed to it directly' },
    fix: { zh: '用 --branch 给出别的名称', en: 'give another name with --branch' },
  },
  CHAMP9323: {
    message: { zh: '"{value}" 不能作分支名', en: '"{value}" cannot be the name of a branch' },
    fix: { zh: '用字母、数字、- 和 / 组成名称', en: 'use letters, digits, - and /' },
  },
  CHAMP9324: {
    message: { zh: '分支 {value} 已经存在({commit}),不含当前的提交', en: 'branch {value} is there already ({commit}) and does not lead to what is checked out' },
    fix: { zh: '先 git switch 到它(远端的先 git fetch、git pull),或用 --branch 换一个名称', en: 'git switch to it first (git fetch and git pull what the remote has), or take another name with --branch' },
  },
  CHAMP9325: {
    message: { zh: '远端没有目标分支 "{value}"', en: 'the remote has no target branch "{value}"' },
    fix: { zh: '用 --target 写明已有的分支', en: 'name one that is there with --target' },
  },
  CHAMP9326: {
    message: { zh: '仓库正处于 {value} 之中', en: 'the repository is in the middle of a {value}' },
    fix: { zh: '先完成或放弃它', en: 'finish it first, or give it up' },
  },
  CHAMP9327: {
    message: { zh: '有未解决的冲突', en: 'a conflict is not resolved' },
    fix: { zh: '解决后 git add 该文件', en: 'resolve it and git add the file' },
  },
  CHAMP9328: {
    message: { zh: '没有标题,提交和合并请求无法命名', en: 'there is no title for the commit and the merge request' },
    fix: { zh: '用 --title 写一行', en: 'write one line with --title' },
  },
  CHAMP9329: {
    message: { zh: '标题 "{value}" 不能使用', en: 'the title "{value}" cannot be used' },
    fix: { zh: '写一行文字,不能为空,没有换行和控制字符,最多 {most} 个字符', en: 'write one line of at most {most} characters, not empty, without line breaks and control characters' },
  },
  CHAMP9330: {
    message: { zh: '远端 {value} 不接受推送:{why}', en: 'the remote {value} takes no push: {why}' },
    fix: { zh: '按所述处理后再次运行;远端和工作区都没有改动', en: 'do what it says, then run the command again; neither the remote nor the work tree was changed' },
  },
  CHAMP9331: {
    message: { zh: '连不上远端 {value}:{why}', en: 'the remote {value} cannot be reached: {why}' },
    fix: { zh: '检查网络和 git 的登录;git ls-remote 会给出同样的回答', en: 'check the network and the login of git; git ls-remote answers the same' },
  },
  CHAMP9332: {
    message: { zh: '分支 {value} 已推送(提交 {commit}),但合并请求没有打开或更新', en: 'branch {value} is pushed (commit {commit}), but the merge request was not opened or updated' },
    fix: { zh: '处理上面的问题后再次运行 champ pr:它会接着做,不会重复;也可以在网页上打开', en: 'mend the problem beside this and run champ pr again: it goes on from here and makes nothing twice; or open it on the page of the forge' },
  },
  CHAMP9333: {
    message: { zh: 'git {value} 失败:{why}', en: 'git {value} failed: {why}' },
    fix: { zh: '按所述处理后再次运行', en: 'do what it says, then run the command again' },
  },
  CHAMP9334: {
    message: { zh: '环境 {value} 不能推进到它自己', en: 'environment {value} cannot be promoted to itself' },
    fix: { zh: '--from 和 --to 写两个不同的环境', en: 'name two environments with --from and --to' },
  },
  CHAMP9335: {
    message: { zh: '{from} 的摘要或校验值是样例({value}: true),不能进入生产环境 {to}', en: 'the digests or checksums of {from} are made up ({value}: true) and not for {to}, which is production' },
    fix: { zh: '先用 champ images lock 或 champ release set 登记真实的摘要', en: 'have the real ones with champ images lock or champ release set first' },
  },
  CHAMP9336: {
    message: { zh: '{service} 在 {from} 的版本 {value} 比在 {to} 的 {other} 旧', en: '{service} has {value} in {from}, which is older than {other} in {to}' },
    fix: { zh: '确要退回时加上 --allow-older', en: 'add --allow-older if it shall go back' },
  },
  CHAMP9337: {
    message: { zh: '{service} 只在一个环境中:{value} 没有它', en: '{service} is in one of the environments alone: {value} has no such service' },
    fix: { zh: '用 --select 排除它,或先在 {value} 中加入', en: 'leave it out with --select, or add it to {value} first' },
  },
  CHAMP9338: {
    message: { zh: '{service} 的 {file} 中的键 {value} 无法保留:这种格式的文件不能逐键修改', en: 'key {value} of {file}, {service}, cannot be kept: files of this format are not edited key by key' },
    fix: { zh: '在 promote.yaml 中去掉 key,保留整个文件;或手工合并', en: 'leave the key out in promote.yaml, which keeps the whole file, or merge it by hand' },
  },
  CHAMP9339: {
    message: { zh: '{service} 在 {from} 没有镜像,无法推进', en: '{service} has no image in {from} to promote' },
    fix: { zh: '先用 champ release set 登记,或用 --select 排除它', en: 'set it with champ release set first, or leave it out with --select' },
  },
  CHAMP9350: {
    message: { zh: '没有提交 "{value}"', en: 'there is no commit "{value}"' },
    fix: { zh: '写明合并之前的提交;浅克隆先运行 git fetch --unshallow', en: 'name the commit before the merge; in a shallow clone run git fetch --unshallow first' },
  },
  CHAMP9351: {
    message: { zh: '{service} 的 "{value}" 不能用于构建命令', en: 'the "{value}" of {service} cannot stand in a build command' },
    fix: { zh: '改为字母、数字和 . _ + - 组成的名称', en: 'use letters, digits and . _ + - only' },
  },
  CHAMP9360: {
    message: { zh: '没有发布过,没有可以比较的源提交', en: 'nothing has been published there, so there is no source commit to compare with' },
    fix: { zh: '先运行 champ publish,或去掉 --published', en: 'run champ publish first, or leave --published away' },
  },
  CHAMP9361: {
    message: { zh: '本克隆没有已发布的源提交 {value}', en: 'this clone has no commit {value}, which was published' },
    fix: { zh: '取得 main 的全部历史:git fetch --unshallow origin main;如果它从未推送,说明有人从别处发布', en: 'get all of main: git fetch --unshallow origin main; if it was never pushed, somebody published from elsewhere' },
  },
  CHAMP9362: {
    message: { zh: '已发布的源提交 {value} 不在当前检出的历史中', en: 'the commit {value}, which was published, is not in the history of what is checked out' },
    fix: { zh: '先更新到最新的 main;如果它不在 main 上,从 main 重新发布', en: 'update to the newest main; if it is not on main, publish main again' },
  },
  CHAMP9363: {
    message: { zh: '已发布的源提交 {value} 没有环境 "{environment}"', en: 'the commit {value}, which was published, has no environment "{environment}"' },
    fix: { zh: '从 main 重新发布', en: 'publish main again' },
  },
  CHAMP9364: {
    message: { zh: 'keep 的这一行没有写明保留什么', en: 'this row of keep does not say what is kept' },
    fix: { zh: '至少写出允许的键之一', en: 'write at least one of the allowed keys' },
  },
} as const satisfies Record<string, CodeRow>;
