import type { Text } from '../../engine/problem/index.ts';

/** What `champ bundle` and `champ unbundle` say to people. */
export const bundleWords = {
  bundle: { zh: '把一个区已发布的内容打成一个签名文件,带过网闸', en: 'make one signed file of what is published of a zone, to be carried over the gap' },
  unbundle: { zh: '核验打包文件,并快进更新另一侧的仓库', en: 'verify a bundle, then fast-forward the repository beyond the gap' },
  env: { zh: '环境名称,例如 linyi', en: 'name of the environment, e.g. linyi' },
  zone: { zh: '区的名称,例如 core', en: 'name of the zone, e.g. core' },
  since: { zh: '另一侧已有的提交(配置、源或该区的提交);默认全部历史', en: 'commit that the other side has (of config, source or zone); default: the whole history' },
  key: { zh: '签名用的私钥;密钥在 ssh-agent 中时给出公钥', en: 'private key to sign with, or the public one of a key in the ssh agent' },
  out: { zh: '要写的文件', en: 'file to write' },
  noRegistry: { zh: '不向镜像库查询镜像的平台', en: 'do not ask the registry for the platforms of images' },
  file: { zh: 'champ bundle 写的文件', en: 'file that champ bundle wrote' },
  allowedSigners: { zh: '可信签名者的文件(ssh-keygen 的 ALLOWED SIGNERS 格式)', en: 'file of trusted keys, as ssh-keygen reads it (ALLOWED SIGNERS)' },
  repository: { zh: '另一侧的裸仓库', en: 'bare repository of the zone' },
  branch: { zh: '要更新的分支;默认与打包时相同', en: 'branch to move; default: the one that was bundled' },
  dryRun: { zh: '只核验,不更新', en: 'verify all, change nothing' },
  expectEnv: { zh: '只接受这个环境的包', en: 'take a bundle of this environment only' },
  expectZone: { zh: '只接受这个区的包', en: 'take a bundle of this zone only' },
  asking: { zh: '查询镜像的平台 {done}/{total}', en: 'asking for platforms of images {done}/{total}' },
  bundling: { zh: '打包 ...', en: 'bundling ...' },
  verifying: { zh: '核验 ...', en: 'verifying ...' },
  made: { zh: '{file}:{environment} {zone},{commits} 个提交到 {to}({bytes} 字节)', en: '{file}: {environment} {zone}, {commits} commits up to {to} ({bytes} bytes)' },
  history: { zh: '  包含该区的全部历史', en: '  with the whole history of the zone' },
  starts: { zh: '  另一侧须已有提交 {from}', en: '  the other side must have commit {from}' },
  images: { zh: '  须先送达的镜像 {count} 个,其中新增 {new} 个;Chart {charts} 个,其中新增 {newCharts} 个(见包内 images.json)', en: '  images to be there first: {count}, {new} of them new; charts: {charts}, {newCharts} of them new (images.json in the bundle)' },
  platforms: { zh: '  未查询镜像的平台', en: '  platforms of images were not asked for' },
  nothing: { zh: '{environment} {zone}:自 {from} 以来没有变化,没有写文件', en: '{environment} {zone}: nothing new since {from}; no file was written' },
  signed: { zh: '签名有效:{signer}', en: 'signed by {signer}' },
  verified: { zh: '{environment} {zone}:核验通过,{commits} 个提交到 {to},未更新', en: '{environment} {zone}: verified, {commits} commits up to {to}; nothing was changed' },
  same: { zh: '{environment} {zone}:仓库已是 {to},没有变化', en: '{environment} {zone}: the repository is at {to} already' },
  applied: { zh: '{environment} {zone}:{branch} 已更新到 {to}(原为 {before})', en: '{environment} {zone}: {branch} is now at {to} (was {before})' },
  nothingChanged: { zh: '没有更新任何内容。', en: 'Nothing was changed.' },
  nothingWritten: { zh: '没有写文件。', en: 'No file was written.' },
} as const satisfies Readonly<Record<string, Text>>;

export const bundleHelp: Text = {
  zh: `步骤:
  1. 读取配置仓库的分支,核对该区的文件与其清单逐字节一致。
  2. 生成该区自己的历史:只含 <环境>/<区>/ 的文件;其他区的文件、提交和说明都不在其中。
     同一历史总是得到同样的提交,以后的包可以接在后面。
  3. 列出该区用到的全部镜像(摘要和平台)和 Chart,标出新增的。需要登录镜像库时设置环境变量
     CHAMP_REGISTRY_AUTHORIZATION。
  4. 写成一个 tar:manifest.json、images.json、zone.bundle、checksums.txt、checksums.txt.sig。
     签名由 ssh-keygen -Y sign -n champ-bundle 产生,覆盖全部校验和。

退出码:0 已写或没有变化,1 内容被拒绝,2 用法错误,3 网络、权限、密钥或服务器失败。

示例:
  ssh-keygen -t ed25519 -f bundle-key
  champ bundle --env linyi --zone core --key bundle-key -o core.tar
  champ bundle --env linyi --zone core --since 3f2a9c41d07b --key bundle-key -o core-2.tar`,
  en: `What it does:
  1. Reads the branch of the config repository and compares the files of the zone with their ledger, byte by byte.
  2. Makes the history of the zone alone: files below <environment>/<zone>/; no file, commit or word of another zone.
     The same history always gives the same commits, so that later bundles continue it.
  3. Lists every image of the zone with digest and platforms, and every chart, and says which are new. Sends
     CHAMP_REGISTRY_AUTHORIZATION of the process environment as the Authorization header, if it is set.
  4. Writes one tar: manifest.json, images.json, zone.bundle, checksums.txt, checksums.txt.sig.
     The signature is that of ssh-keygen -Y sign -n champ-bundle, over the checksums of all the rest.

Exit codes: 0 written or nothing new, 1 refused by content, 2 wrong usage, 3 network, permission, key or server.

Examples:
  ssh-keygen -t ed25519 -f bundle-key
  champ bundle --env linyi --zone core --key bundle-key -o core.tar
  champ bundle --env linyi --zone core --since 3f2a9c41d07b --key bundle-key -o core-2.tar`,
};

export const unbundleHelp: Text = {
  zh: `步骤:
  1. 核验容器、校验和、签名(可信且在有效期内的密钥)、环境和区。
  2. 在临时仓库中核验历史:起点已在仓库中,只含该区,与清单逐字节一致,镜像列表与文件一致。
  3. 全部通过后,一次性快进更新分支。任何一步被拒绝,仓库保持原样;更旧的包、断开的历史均被拒绝。

空仓库接受任何可信的包;用 --env 和 --zone 说明应收到什么。

退出码:0 已更新、已核验或没有变化,1 包被拒绝,2 用法错误,3 权限或系统失败。

示例:
  git init --bare --initial-branch=main /srv/git/config.git
  echo "ops@example namespaces=\\"champ-bundle\\" $(cat bundle-key.pub)" > signers
  champ unbundle core.tar --allowed-signers signers --repo /srv/git/config.git --env linyi --zone core --dry-run
  champ unbundle core.tar --allowed-signers signers --repo /srv/git/config.git`,
  en: `What it does:
  1. Verifies container, checksums, signature (a key that is trusted and valid now), environment and zone.
  2. In a repository of its own, verifies the history: its start is there, it holds the zone alone, its files are those
     of the ledger byte by byte, and the list of images is theirs.
  3. Then moves the branch, fast-forward and at once. Refused at any step, the repository stays as it was; an older
     bundle and a broken history are refused.

An empty repository takes any bundle that is trusted: say with --env and --zone what is expected.

Exit codes: 0 moved, verified or nothing new, 1 the bundle is refused, 2 wrong usage, 3 permission or system.

Examples:
  git init --bare --initial-branch=main /srv/git/config.git
  echo "ops@example namespaces=\\"champ-bundle\\" $(cat bundle-key.pub)" > signers
  champ unbundle core.tar --allowed-signers signers --repo /srv/git/config.git --env linyi --zone core --dry-run
  champ unbundle core.tar --allowed-signers signers --repo /srv/git/config.git`,
};
