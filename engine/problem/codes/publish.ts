import type { CodeRow } from '../problem.ts';

/** 700x git and publish, 71xx guard, 72xx bundle, 73xx rollback and history. */
export const publishCodes = {
  CHAMP7001: {
    message: { zh: '配置仓库不可用({value}):{why}', en: 'this is no config repository ({value}): {why}' },
    fix: { zh: '检查 --repo 或环境的 configRepository 的地址是否正确、仓库是否已建立', en: 'correct the address in --repo or in configRepository of the environment, and make sure that the repository has been made' },
  },
  CHAMP7002: {
    message: { zh: '配置仓库拒绝访问({value}):{why}', en: 'the config repository refuses access ({value}): {why}' },
    fix: { zh: '检查账号、密钥或令牌是否有该仓库的读写权限;凭据交给 git 的 credential helper 或 SSH,不要写在地址里', en: 'check that the account, key or token may read and write it; leave credentials to a credential helper of git or to SSH, not to the address' },
  },
  CHAMP7003: {
    message: { zh: '连不上配置仓库({value}):{why}', en: 'the config repository cannot be reached ({value}): {why}' },
    fix: { zh: '检查网络、代理和证书后重新运行;远端没有留下半成品', en: 'check network, proxy and certificates, then run the command again; nothing half done is left there' },
  },
  CHAMP7004: {
    message: { zh: 'git {value} 超时', en: 'git {value} took too long' },
    fix: { zh: '检查网络后重新运行;已完成的部分不会重复', en: 'check the network and run the command again; what was done is not done twice' },
  },
  CHAMP7005: {
    message: { zh: '配置仓库没有分支 "{value}"', en: 'the config repository has no branch "{value}"' },
    fix: { zh: '用 --branch 写明已有的分支,或先在仓库中建立它', en: 'name one that is there with --branch, or make it first' },
  },
  CHAMP7006: {
    message: { zh: '配置仓库不接受推送到 {branch}({value}):{why}', en: 'the config repository takes no push to {branch} ({value}): {why}' },
    fix: { zh: '分支受保护时,用 --push-branch NAME 推到另一分支并提交合并请求;或让管理员放行', en: 'when the branch is protected, push another one with --push-branch NAME and open a pull request; or have the push allowed' },
  },
  CHAMP7007: {
    message: { zh: '分支 {value} 一直在变,{count} 次都未能推送', en: 'the branch {value} kept moving: {count} pushes were too late' },
    fix: { zh: '稍后重新运行;没有留下半成品,也没有丢失别人的提交', en: 'run the command again later; nothing is half done and no commit of others is lost' },
  },
  CHAMP7008: {
    message: { zh: 'git {value} 失败:{why}', en: 'git {value} failed: {why}' },
    fix: { zh: '按提示修正;缓存损坏时删除 .champ/config 后重新运行', en: 'mend what it says; if the cache is damaged, remove .champ/config and run the command again' },
  },
  CHAMP7009: {
    message: { zh: '{path} 处有别人的条目({value},提交 {commit},{author}),我们的文件没有位置', en: 'at {path} is something of others ({value}, commit {commit} by {author}) where a file of ours goes' },
    fix: { zh: '与作者商定后在配置仓库中移走它', en: 'settle it with its author and move it away in the config repository' },
  },
  CHAMP7010: {
    message: { zh: '由机器维护的文件被手工改动({value},提交 {commit},{author})', en: 'a machine-owned file was edited by hand ({value}, commit {commit} by {author})' },
    fix: { zh: '把这处改动写进源代码再发布;确认不要时用 --discard-edits 丢弃', en: 'put the change into the source and publish that; when it is not wanted, drop it with --discard-edits' },
  },
  CHAMP7011: {
    message: { zh: '{path} 处有别人的条目({value},提交 {commit},{author}),我们的文件要放在这里', en: 'at {path} is something of others ({value}, commit {commit} by {author}) where a file of ours goes' },
    fix: { zh: '移走它;确认不要时用 --discard-edits 替换', en: 'move it away; when it is not wanted, let --discard-edits replace it' },
  },
  CHAMP7012: {
    message: { zh: '{path} 与已有的 {value} 只差大小写', en: '{path} and {value}, which is there, differ in letter case alone' },
    fix: { zh: '在配置仓库中改名或移走 {value}:不分大小写的系统上两者会互相覆盖', en: 'rename or move {value} in the config repository: where case does not count, one would hide the other' },
  },
  CHAMP7014: {
    message: { zh: '源提交 {value} 比已发布的 {published} 旧', en: 'the source commit {value} is older than {published}, which is published' },
    fix: { zh: '更新到最新提交再发布;要退回旧版本用 champ rollback,确实要发布旧提交时加 --allow-older', en: 'publish from a newer commit; use champ rollback to go back, or --allow-older when the older one is meant' },
  },
  CHAMP7015: {
    message: { zh: '源代码有未提交的改动(基于 {value}),不能发布到生产', en: 'the source has changes that are not committed (on {value}): that is not for production' },
    fix: { zh: '提交后再发布;确有必要时加 --allow-dirty,记录中会写明', en: 'commit them first; if it must be, --allow-dirty publishes and records it' },
  },
  CHAMP7016: {
    message: { zh: '源代码仓库里没有已发布的提交 {value},无法判断新旧', en: 'the published commit {value} is not in the source repository: which one is older is unknown' },
    fix: { zh: '执行 git fetch --unshallow 取全历史;若源仓库已更换可忽略', en: 'fetch the whole history (git fetch --unshallow); not a fault when the source has moved' },
  },
  CHAMP7017: {
    message: { zh: '目录中有 {count} 个别人的文件,保持不动:{value}', en: '{count} files of others are in the folder and stay: {value}' },
    fix: { zh: '不需要时请作者移走;由机器维护的目录里最好没有别的文件', en: 'have them moved away when nobody needs them: a machine-owned folder is best without others' },
  },
  CHAMP7018: {
    message: { zh: '{value} 为 true:数据是样例,不能发布到生产', en: '{value} is true: the data is made up and not for production' },
    fix: { zh: '用 champ images lock 写入真实摘要,并填入交付件的校验值;演练时加 --allow-sample', en: 'write real digests with champ images lock and the checksums of the delivered artefacts; for a rehearsal add --allow-sample' },
  },
  CHAMP7019: {
    message: { zh: '该分支上有别人的提交 {value}({author}),不覆盖', en: 'the branch has the commit {value} of others ({author}), which is not overwritten' },
    fix: { zh: '换一个 --push-branch 名称,或先合并、删除该分支', en: 'take another name for --push-branch, or merge or delete that branch first' },
  },
  CHAMP7020: {
    message: { zh: '不能把 {value} 作为基于 {branch} 的合并请求分支', en: '{value} cannot be the branch of a pull request upon {branch}' },
    fix: { zh: '先直接发布一次建立 {branch};--push-branch 写另一个名称', en: 'publish once without --push-branch so that {branch} is there, and give --push-branch a name of its own' },
  },
  CHAMP7021: {
    message: { zh: '{value} 会恢复到被回滚的内容(回滚提交 {commit},{author})', en: '{value} would get back what was rolled back (rollback {commit} by {author})' },
    fix: { zh: '先在源代码中改正;确认要恢复时加 --resume', en: 'change the source first; when it is to come back as it was, add --resume' },
  },
  CHAMP7022: {
    message: { zh: '没有记录源提交 {value}:{why}', en: 'the source commit {value} could not be recorded: {why}' },
    fix: { zh: '发布内容没有变化,不受影响;要让 champ wait 找到该提交,请允许推送 refs/notes/champ', en: 'nothing had to be published, and nothing is wrong with it; for champ wait to find the commit, allow pushes to refs/notes/champ' },
  },
  CHAMP7023: {
    message: { zh: '"{value}" 不能作分支名', en: '"{value}" cannot be the name of a branch' },
    fix: { zh: '写分支的短名称,例如 main', en: 'write the short name of a branch, e.g. main' },
  },
  CHAMP7024: {
    message: { zh: '策略发现:{rule} {value} {field}', en: 'a policy finding: {rule} {value} {field}' },
    fix: { zh: '执行 champ check --env {environment} 查看说明并修正,或登记豁免', en: 'see champ check --env {environment} for what it is; mend it or sign a waiver' },
  },
  CHAMP7025: {
    message: { zh: '--repo {value} 无法使用', en: '--repo {value} cannot be used' },
    fix: { zh: '写一个地址给全部区,或每个区写一次 --repo 区=地址', en: 'write one address for all zones, or --repo zone=address once a zone' },
  },
  CHAMP7026: {
    message: { zh: '源代码目录不是 git 仓库或还没有提交:{value}', en: 'the source is no git repository, or has no commit: {value}' },
    fix: { zh: '在源代码仓库的检出目录中运行;发布要写明源提交', en: 'run it in a checkout of the source: what is published names its commit' },
  },
  CHAMP7027: {
    message: { zh: '丢弃了别人对 {count} 个文件的改动:{value}', en: 'changes of others to {count} files are dropped: {value}' },
    fix: { zh: '需要时从配置仓库的历史中找回', en: 'they are in the history of the config repository, should they be needed' },
  },
  CHAMP7029: {
    message: { zh: '另一个仓库已经发布(提交 {value})', en: 'another repository has been published already (commit {value})' },
    fix: { zh: '修正问题后重新运行:已发布的不会重复', en: 'mend the problem and run the command again: what is published is not published twice' },
  },
  CHAMP7100: {
    message: { zh: '{value} 将被删除;不列出即可删除的上限为 {budget} 个,本次为 {plain} 个', en: '{value} would be deleted; {budget} may go without being listed, and here are {plain}' },
    fix: { zh: '确认是有意删除后,把它写入 --allow-delete;否则恢复它的声明', en: 'name it in --allow-delete when it is meant to go; bring its declaration back when it is not' },
  },
  CHAMP7101: {
    message: { zh: '{value} 将被删除,它持有的数据随之丢失', en: '{value} would be deleted, and the data that it holds with it' },
    fix: { zh: '备份或迁移数据后,把它写入 --allow-delete;否则恢复它的声明', en: 'save or move the data, then name it in --allow-delete; bring its declaration back when it is not meant to go' },
  },
  CHAMP7102: {
    message: { zh: '命名空间 {value} 将被删除,其中的一切随之消失,包括 {count} 个声明的对象:{names}', en: '{value} would be deleted with all that is in it, {count} declared objects among it: {names}' },
    fix: { zh: '确认其中没有要保留的数据后,把它写入 --allow-delete', en: 'make sure that nothing in it is to be kept, then name it in --allow-delete' },
  },
  CHAMP7103: {
    message: { zh: '{value} 将被删除,集群中该类型的全部对象随之消失,包括 {count} 个声明的对象:{names}', en: '{value} would be deleted with every object of its kind in the cluster, {count} declared ones among them: {names}' },
    fix: { zh: '先删除或迁移该类型的对象,再把它写入 --allow-delete', en: 'remove or move the objects of that kind first, then name it in --allow-delete' },
  },
  CHAMP7104: {
    message: { zh: '{value} 将被删除,它之下的 {count} 个对象不再受管理,或随之删除:{names}', en: '{value} would be deleted; {count} objects behind it are managed no more, or go with it: {names}' },
    fix: { zh: '确认是有意删除后,把它写入 --allow-delete', en: 'name it in --allow-delete when it is meant to go' },
  },
  CHAMP7105: {
    message: { zh: '{value} 将移到 {to}:原来的 Application 会先清理它,新的再创建,中间不可用', en: '{value} would move to {to}: its former Application prunes it before the new one makes it again, and it is away meanwhile' },
    fix: { zh: '接受短暂中断时,把它写入 --allow-delete;否则留在原来的 Application', en: 'name it in --allow-delete when that is acceptable; leave it where it is when it is not' },
  },
  CHAMP7106: {
    message: { zh: '{value} 将移到 {to}:原来的 Application 会等待确认删除,一旦确认,数据随之丢失', en: '{value} would move to {to}: its former Application waits for its deletion to be confirmed, and once it is, what it holds is lost' },
    fix: { zh: '留在原来的 Application;必须移动时,先在集群中改跟踪标注,再把它写入 --allow-delete', en: 'leave it where it is; if it must move, change its tracking annotation in the cluster first, then name it in --allow-delete' },
  },
  CHAMP7107: {
    message: { zh: '{value} 的 {field} 不可修改({before} -> {after}):集群会拒绝,只能删除后重建', en: '{field} of {value} cannot be changed ({before} -> {after}): the cluster refuses it until the object is deleted and made again' },
    fix: { zh: '改回原值,或使用新名称;确认要删除重建时,把它写入 --allow-delete 并按手册手工删除', en: 'take the former value back or use a new name; when it is to be deleted and made again, name it in --allow-delete and delete it by hand as the runbook says' },
  },
  CHAMP7108: {
    message: { zh: '{value} 的 {field} 变小({before} -> {after}):被去掉的部分所持有的数据不再可用', en: '{field} of {value} becomes smaller ({before} -> {after}): data of what goes is no longer there' },
    fix: { zh: '先把数据迁出被去掉的成员,再把它写入 --allow-delete', en: 'move the data away from the members that go, then name it in --allow-delete' },
  },
  CHAMP7109: {
    message: { zh: '{value} 的 {field} 改变({before} -> {after}):它放弃原有的存储,其中的数据不再可用,或随之删除', en: '{field} of {value} changes ({before} -> {after}): it gives up its storage, and the data there is no longer used, or goes with it' },
    fix: { zh: '改回原值;确认数据已迁移或不再需要时,把它写入 --allow-delete', en: 'take the former value back; when the data was moved or is not needed any more, name it in --allow-delete' },
  },
  CHAMP7110: {
    message: { zh: '--allow-delete 中的 {value} 与本次的任何删除、移动或替换都不对应', en: '{value} in --allow-delete is none of the objects that this change deletes, moves or replaces' },
    fix: { zh: '改正名称(类型/命名空间/名称),或从列表中去掉', en: 'correct the name (Kind/namespace/name), or take it off the list' },
  },
  CHAMP7111: {
    message: { zh: '{value} 改为跟随另一处({before} -> {after}):它此前应用的对象会被清理', en: '{value} follows another place ({before} -> {after}): what it applied so far is pruned' },
    fix: { zh: '改回原来的仓库、版本和路径;确认新的一处含有同样的对象时,把它写入 --allow-delete', en: 'take the former repository, revision and path back; when the other place holds the same objects, name it in --allow-delete' },
  },
  CHAMP7200: {
    message: { zh: '无法读取包文件:{why}', en: 'the bundle cannot be read: {why}' },
    fix: { zh: '检查路径和权限', en: 'check the path and the permissions' },
  },
  CHAMP7201: {
    message: { zh: '文件不是 champ bundle 写出的样子({why}):被截断、改动或追加过', en: 'the file is not as champ bundle wrote it ({why}): it was cut, changed or added to' },
    fix: { zh: '从另一侧重新取得这个文件', en: 'bring the file over again' },
  },
  CHAMP7202: {
    message: { zh: '包内的文件是 {value}', en: 'the bundle holds {value}' },
    fix: { zh: '从另一侧重新取得这个文件;它应恰好含有允许的各项', en: 'bring the file over again; it must hold exactly what is allowed' },
  },
  CHAMP7203: {
    message: { zh: '不能用这个密钥签名:{why}', en: 'signing with this key failed: {why}' },
    fix: { zh: '给出可读、仅本人可读写(0600)的私钥;有口令时放入 ssh-agent 并给出公钥', en: 'name a private key that is readable and yours alone (mode 0600); with a passphrase, put it into the ssh agent and name the public key' },
  },
  CHAMP7204: {
    message: { zh: '签名者不受信任,密钥为 {value}', en: 'the signer is not trusted; his key is {value}' },
    fix: { zh: '确认是谁打的包;受信任时把公钥连同 namespaces="champ-bundle" 写入 --allowed-signers 文件', en: 'find out who made the bundle; if he is to be trusted, write his key into the file of --allowed-signers, with namespaces="champ-bundle"' },
  },
  CHAMP7205: {
    message: { zh: '签名用的密钥不在有效期内:{why}', en: 'the key of the signature is not valid now: {why}' },
    fix: { zh: '用有效的密钥重新打包', en: 'make the bundle again with a key that is valid' },
  },
  CHAMP7206: {
    message: { zh: '{value} 与签名的校验和不符', en: '{value} is not what the signed checksums say' },
    fix: { zh: '从另一侧重新取得这个文件;再次不符时,查明是谁改动的', en: 'bring the file over again; if it differs again, find out who changed it' },
  },
  CHAMP7207: {
    message: { zh: '{value} 无法理解:{why}', en: '{value} cannot be understood: {why}' },
    fix: { zh: '两侧使用相同版本的 champ', en: 'use the same version of champ on both sides' },
  },
  CHAMP7208: {
    message: { zh: '这个包属于 {value}', en: 'the bundle is for {value}' },
    fix: { zh: '把它交给允许的环境和区,或换一个包', en: 'take it to the environment and zone that are allowed, or take another bundle' },
  },
  CHAMP7209: {
    message: { zh: '其中的 git bundle 不可用:{why}', en: 'the git bundle in it cannot be used: {why}' },
    fix: { zh: '重新打包', en: 'make the bundle again' },
  },
  CHAMP7210: {
    message: { zh: '这个包从提交 {value} 开始,仓库中没有该提交', en: 'the bundle starts from commit {value}, which the repository does not have' },
    fix: { zh: '先应用之前的包;或以仓库中最新的提交为 --since 重新打包', en: 'apply the bundles before it first, or make it again with --since the newest commit that the repository has' },
  },
  CHAMP7211: {
    message: { zh: '这个包停在 {value},比仓库现在的 {before} 更旧', en: 'the bundle ends at {value}, which is older than {before}, which the repository has' },
    fix: { zh: '应用更新的包;回滚在配置仓库中进行,再打包送来', en: 'apply a newer one; roll back in the config repository and bring that over' },
  },
  CHAMP7212: {
    message: { zh: '仓库的 {before} 不在这个包的历史中({value}),不能快进', en: '{before} of the repository is not in the history of the bundle ({value}): no fast-forward' },
    fix: { zh: '这一侧的分支只由 champ unbundle 写入;去掉手工提交,或改用新的仓库和完整的包', en: 'on this side champ unbundle alone writes the branch: remove commits made by hand, or start a new repository with a whole bundle' },
  },
  CHAMP7213: {
    message: { zh: '{value} 与清单不符:{why}', en: '{value} is not what the ledger says: {why}' },
    fix: { zh: '重新发布后再打包;不是 champ 写的文件移出该区的目录', en: 'publish again, then make the bundle; move files that champ did not write out of the folder of the zone' },
  },
  CHAMP7214: {
    message: { zh: '镜像列表或计数与包内的清单文件不符', en: 'the list of images or the counts are not those of the tree in the bundle' },
    fix: { zh: '重新打包', en: 'make the bundle again' },
  },
  CHAMP7215: {
    message: { zh: '镜像 {value} 没有摘要,无法准确送达', en: 'the image {value} has no digest, so that nobody knows which one to carry' },
    fix: { zh: '执行 champ images lock 后重新发布', en: 'run champ images lock and publish again' },
  },
  CHAMP7216: {
    message: { zh: '--since {value} 不在该区的历史中', en: '--since {value} is not in the history of the zone' },
    fix: { zh: '写配置提交、源提交,或另一侧 champ unbundle 给出的提交', en: 'name a config commit, a source commit, or the commit that champ unbundle gave on the other side' },
  },
  CHAMP7217: {
    message: { zh: '分支 {branch} 上没有 {value}', en: 'there is no {value} on branch {branch}' },
    fix: { zh: '先执行 champ publish,并检查 --env、--zone 和 --branch', en: 'run champ publish first, and check --env, --zone and --branch' },
  },
  CHAMP7218: {
    message: { zh: '不是裸仓库', en: 'this is no bare repository' },
    fix: { zh: '新建一个:git init --bare --initial-branch=main 路径', en: 'make one: git init --bare --initial-branch=main PATH' },
  },
  CHAMP7219: {
    message: { zh: '签名与内容不符,或已损坏', en: 'the signature does not fit the content, or is damaged' },
    fix: { zh: '从另一侧重新取得这个文件', en: 'bring the file over again' },
  },
  CHAMP7220: {
    message: { zh: '分支 {branch} 未能更新:{why}', en: 'branch {branch} was not moved: {why}' },
    fix: { zh: '再次运行;有其他程序同时写入时先停止它', en: 'run it again; stop any other program that writes the branch' },
  },
  CHAMP7221: {
    message: { zh: '无法读取签名者文件:{why}', en: 'the file of allowed signers cannot be read: {why}' },
    fix: { zh: '按 ssh-keygen(1) 的 ALLOWED SIGNERS 写这个文件,每行一个密钥', en: 'write it as ssh-keygen(1) says under ALLOWED SIGNERS, a key a line' },
  },
  CHAMP7301: {
    message: { zh: '配置仓库的 {branch} 历史里没有 "{value}"', en: 'there is no "{value}" in the history of {branch}' },
    fix: { zh: '用 champ history 查看可回滚到的提交;可写配置提交或源提交的前 7 位以上', en: 'see champ history for the commits; name one of the config repository or of the source, by 7 digits or more' },
  },
  CHAMP7302: {
    message: { zh: '{value} 的数据库迁移从 {before} 变为 {after},不能直接退回', en: 'the schema migration of {value} would go from {before} back to {after}' },
    fix: { zh: '迁移只能向前:发布一个兼容的修正;确认旧版本能用新结构时加 --allow-migration {name}', en: 'migrations go forward only: publish a release that mends it; when the older one works with the newer schema, add --allow-migration {name}' },
  },
  CHAMP7303: {
    message: { zh: '回滚需要确认', en: 'a rollback wants to be confirmed' },
    fix: { zh: '加 --yes 执行,或用 --dry-run 只查看', en: 'add --yes to do it, or --dry-run to look at it' },
  },
  CHAMP7304: {
    message: { zh: '"{value}" 处没有 {zone} 区的发布内容', en: 'at "{value}" nothing of the zone {zone} is published' },
    fix: { zh: '选择该区发布之后的提交,或用 --zone 排除它', en: 'take a later commit, or leave the zone out with --zone' },
  },
  CHAMP7305: {
    message: { zh: '"{value}" 对应不止一个提交', en: '"{value}" is the beginning of several commits' },
    fix: { zh: '写出更多位', en: 'write more digits' },
  },
  CHAMP7306: {
    message: { zh: '工作负载 {value} 不在回滚范围内', en: '{value} is no workload whose migration this rollback goes back over' },
    fix: { zh: '改正名称(命名空间/名称),或去掉 --allow-migration', en: 'correct the name (namespace/name), or leave --allow-migration out' },
  },
  CHAMP7307: {
    message: { zh: '配置仓库在确认之后又变了(现在是 {value}),没有回滚', en: 'the config repository changed after you agreed (it is at {value} now): nothing was rolled back' },
    fix: { zh: '重新运行并查看新的内容', en: 'run it again and look at what is new' },
  },
} satisfies Record<string, CodeRow>;
