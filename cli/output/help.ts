import type { Text } from '../../engine/problem/index.ts';

/** What stands below the options in `--help`: what a command does, step by step, and how it is used. */
export const help = {
  champ: {
    zh: `示例:
  champ synth                          渲染全部环境到 dist/
  champ list --env linyi               查看环境的组成和容量
  champ explain hsa-mbs                查看一个服务的每个取值及其来源
  source <(champ completion bash)      在当前 shell 中启用补全

全局选项写在命令前后均可。数据写到标准输出,提示写到标准错误。`,
    en: `Examples:
  champ synth                          renders every environment into dist/
  champ list --env linyi               what the environment consists of, and whether it fits
  champ explain hsa-mbs                every value of a service, and where it comes from
  source <(champ completion bash)      completion for the running shell

Global options stand before or after the command. Data goes to standard output, messages to standard error.`,
  },
  synth: {
    zh: `步骤:
  1. 读取 apps/ 和 environments/,检查全部内容;一次运行报告所有问题。
  2. 有任何问题时,任何环境都不写文件。
  3. 在 <目录>/<环境>/ 只写有变化的文件,删除过期的文件,更新 ledger.json。
  4. 不是由 synth 写的文件保持不动,并列出;被改动的输出会恢复,并列出。
  5. 中途被终止时,旧的或新的结果仍可辨认;再次运行即可补齐。
  6. 结果保留在 node_modules/.cache/champ-synth/:程序、环境文件、参数和输出均未变时,不再渲染;
     --no-cache 不使用它。删除该目录只影响速度。

示例:
  champ synth
  champ synth --env linyi --out /tmp/review --json`,
    en: `What it does:
  1. Reads apps/ and environments/ and checks all of it; one run reports every problem.
  2. With a problem in any environment, nothing is written for any.
  3. Writes what changed below <dir>/<environment>/, removes what is stale, and renews ledger.json.
  4. Leaves files alone that it did not write, and restores output that was edited; it lists both.
  5. Killed midway, the former or the new tree can still be told; the next run completes it.
  6. Keeps its result in node_modules/.cache/champ-synth/: while program, environments, arguments and output are as they
     were, nothing is rendered again; --no-cache goes without. To delete that folder costs nothing but time.

Examples:
  champ synth
  champ synth --env linyi --out /tmp/review --json`,
  },
  list: {
    zh: `步骤:
  1. 在内存中渲染所选环境,不写文件。
  2. 按区列出子系统及服务、中间件,以及常驻的 Pod 和容器(含 Operator 产生的和网格边车)。
  3. 计算能否放入节点:平时一台主机故障,以及 HPA 全部扩到上限。

示例:
  champ list --env linyi
  champ list --json | jq '.environments[].zones[].pods.total'`,
    en: `What it does:
  1. Renders the environments in memory; writes nothing.
  2. Lists, zone by zone, subsystems with their services, middleware, and the pods and containers that stay,
     with those that operators and the mesh add.
  3. Says whether all of it fits the nodes: at rest with one node down, and with every HPA at its maximum.

Examples:
  champ list --env linyi
  champ list --json | jq '.environments[].zones[].pods.total'`,
  },
  explain: {
    zh: `步骤:
  1. 在内存中渲染所选环境(默认全部),不写文件。
  2. 给出构造、声明所在的文件和行、每个取值及其来源、通信依据和生成的文件。
  3. 名称不存在时给出最接近的名称。

示例:
  champ explain hsa-mbs --env linyi
  champ explain relational-db
  champ explain Deployment/hsa-mbs`,
    en: `What it does:
  1. Renders the environments (default: all) in memory; writes nothing.
  2. Shows the construct, file and line of the declaration, every value with what decided it, the traffic, the files.
  3. Names the nearest name when there is none like it.

Examples:
  champ explain hsa-mbs --env linyi
  champ explain relational-db
  champ explain Deployment/hsa-mbs`,
  },
  images: {
    zh: `步骤:
  1. 在内存中渲染所选环境,列出用到的全部镜像(含摘要),每行一个。
  2. 摘要为样例数据时在标准错误中说明。

示例:
  champ images --env linyi
  champ images lock --env linyi --dry-run`,
    en: `What it does:
  1. Renders the environments in memory and lists every image that is used, with its digest, one a line.
  2. Says on standard error when the digests are sample data.

Examples:
  champ images --env linyi
  champ images lock --env linyi --dry-run`,
  },
  lock: {
    zh: `步骤:
  1. 向镜像库查询 releases.yaml 中每个镜像的摘要。
  2. 全部成功后才改写 environments/<环境>/releases.yaml;--dry-run 不改写。
  3. 需要登录时,把 Authorization 头写入环境变量 CHAMP_REGISTRY_AUTHORIZATION。

示例:
  champ images lock --env linyi
  champ images lock --env linyi --registry 127.0.0.1:5000 --dry-run`,
    en: `What it does:
  1. Asks the registry for the digest of every image in releases.yaml.
  2. Rewrites environments/<environment>/releases.yaml when all of them came; not with --dry-run.
  3. Sends CHAMP_REGISTRY_AUTHORIZATION of the process environment as the Authorization header, if it is set.

Examples:
  champ images lock --env linyi
  champ images lock --env linyi --registry 127.0.0.1:5000 --dry-run`,
  },
  completion: {
    zh: `步骤:
  1. 把补全脚本写到标准输出;脚本通过命令 champ 查询补全内容。
  2. npx 没有补全:先执行 npm link,或设置别名 alias champ='npx champ'。
  3. bash 需要系统的 bash-completion 软件包。

示例:
  source <(champ completion bash)
  champ completion fish > ~/.config/fish/completions/champ.fish`,
    en: `What it does:
  1. Writes the completion script to standard output; the script asks the command champ what fits.
  2. npx has no completion: run npm link once, or set alias champ='npx champ'.
  3. In bash it needs the system's package bash-completion.

Examples:
  source <(champ completion bash)
  champ completion fish > ~/.config/fish/completions/champ.fish`,
  },
  exitCodes: {
    zh: '退出码:0 正常,1 有发现或差异,2 用法错误,3 失败',
    en: 'Exit codes: 0 ok, 1 findings or difference, 2 wrong usage, 3 failure',
  },
} as const satisfies Record<string, Text>;

/** Headings that the parser's library writes. */
export const HEADINGS_ZH: Readonly<Record<string, string>> = {
  'Usage:': '用法:', 'Arguments:': '参数:', 'Options:': '选项:', 'Global Options:': '全局选项:', 'Commands:': '命令:',
};
