import type { Text } from '../../engine/problem/index.ts';

/** What `champ bootstrap` says to people. */
export const bootstrapWords = {
  bootstrap: { zh: '写出空集群上只安装一次的内容:ArgoCD、设置、项目、根应用', en: 'write what is applied once on an empty cluster: ArgoCD, its settings, projects, root Applications' },
  env: { zh: '环境名', en: 'the environment' },
  zone: { zh: '区,例如 core', en: 'the zone, e.g. core' },
  out: { zh: '输出目录(默认 dist/bootstrap/<环境>-<区>)', en: 'output folder (default: dist/bootstrap/<environment>-<zone>)' },
  dryRun: { zh: '只显示将要安装的内容,不写文件', en: 'show what would be applied and write nothing' },
  context: { zh: '请这个 kubeconfig 上下文的集群预检每个对象;什么都不改变', en: 'have the cluster of this kubeconfig context judge each object; changes nothing' },
  rendering: { zh: '渲染 {name} ...', en: 'rendering {name} ...' },
  wrote: { zh: '{count} 个文件在 {out};步骤见其中的 {readme}', en: '{count} files in {out}; the steps are in its {readme}' },
  asking: { zh: '预检 {object} ...', en: 'asking about {object} ...' },
  accepted: { zh: '接受', en: 'accepted' },
  refused: { zh: '拒绝', en: 'refused' },
  later: { zh: '等待前面的步骤', en: 'waits for an earlier step' },
  byHand: { zh: '由 helm 安装,此处不预检', en: 'installed by helm, not judged here' },
  counts: { zh: '接受 {accepted} 个,等待前面的步骤 {later} 个,拒绝 {refused} 个;没有改变任何东西', en: '{accepted} accepted, {later} wait for an earlier step, {refused} refused; nothing was changed' },
} as const satisfies Readonly<Record<string, Text>>;

export const bootstrapHelp: Text = {
  zh: `步骤:
  1. 在内存中渲染环境,取出该区的 ArgoCD、设置、项目和根应用;champ 从不向集群安装任何东西。
  2. 写出编号的文件和 README.md、README.zh.md,其中是要执行的命令;凭据由人输入,不在任何文件里。
  3. --dry-run 把内容写到标准输出;加 --context 则由集群预检每个对象(kubectl apply --dry-run=server)。

示例:
  champ bootstrap --env linyi --zone core
  champ bootstrap --env linyi --zone core --out /tmp/core
  champ bootstrap --env linyi --zone core --dry-run --context champ-core`,
  en: `What it does:
  1. Renders the environment in memory and takes the zone's ArgoCD, settings, projects and roots; champ applies nothing itself.
  2. Writes numbered files, and README.md and README.zh.md with the commands; credentials are typed in and stand in no file.
  3. With --dry-run writes them to standard output; with --context the cluster judges each object (kubectl apply --dry-run=server).

Examples:
  champ bootstrap --env linyi --zone core
  champ bootstrap --env linyi --zone core --out /tmp/core
  champ bootstrap --env linyi --zone core --dry-run --context champ-core`,
};
