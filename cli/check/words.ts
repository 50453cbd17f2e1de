import type { Text } from '../../engine/problem/index.ts';

/** What `champ check` says to people beside its reports. */
export const checkWords = {
  check: { zh: '按 NSA/CISA 加固指南和 Pod 安全标准判定环境、任意清单或运行中的集群', en: 'judge environments, any manifests, or a live cluster by the NSA/CISA guide and Pod Security' },
  paths: { zh: '清单文件或目录;默认判定全部环境', en: 'files or folders with manifests; default: every environment' },
  profile: { zh: '判定依据', en: 'what to judge by' },
  kubernetes: { zh: 'Kubernetes 版本;默认取自环境', en: 'Kubernetes version; default: the one of the environment' },
  format: { zh: '报告格式', en: 'format of the report' },
  date: { zh: '按这一天判定豁免是否到期(YYYY-MM-DD);默认今天', en: 'day by which waivers are judged, YYYY-MM-DD; default: today' },
  context: { zh: '判定 kubeconfig 中这个上下文的集群(只读);加 --env 则套用该环境的豁免', en: 'judge what is deployed in the cluster of this kubeconfig context, read only; with --env by the waivers of that environment' },
  output: { zh: '把报告写入文件', en: 'write the report to a file' },
  judging: { zh: '判定 {name} ...', en: 'judging {name} ...' },
  reading: { zh: '读取 {name} ...', en: 'reading {name} ...' },
  written: { zh: '报告已写入 {file}', en: 'report written to {file}' },
  took: { zh: '用时 {seconds} 秒', en: 'took {seconds} s' },
  edited: { zh: '{count} 个输出文件不是 synth 写的样子,按其现状判定:{files}', en: '{count} files of the output are not as synth wrote them and are judged as they are: {files}' },
} as const satisfies Readonly<Record<string, Text>>;

export const checkHelp: Text = {
  zh: `步骤:
  1. 不给路径时在内存中渲染所选环境;给出路径时读取其中的全部清单(YAML、JSON、List)。
  2. 逐个对象、再对全部对象一起,按所选依据判定;与集群内的准入策略是同一套规则。
  3. 套用 environments/<环境>/waivers.yaml 中的豁免(Pod 安全标准不接受豁免);过期、未用到、过宽的豁免算失败。
  4. 列出无法判定的内容(Helm 图表、未知种类、NetworkPolicy 之外的放行),不静默放过。

退出码:0 无问题,1 有发现,2 用法错误,3 有文件读不了,或有 API server 不会接受的对象(其余照常判定)。

示例:
  champ check --env linyi
  champ check vendor/ --profile pss-restricted --kubernetes 1.30
  champ check --env linyi --format html --output hardening.html
  champ check --context linyi-core --format sarif > scan.sarif`,
  en: `What it does:
  1. Without a path it renders the environments in memory; with paths it reads every manifest there (YAML, JSON, Lists).
  2. Judges each object, then all of them together, by the profile: the same rules that stand in the cluster as
     admission policies.
  3. Applies the waivers of environments/<name>/waivers.yaml (Pod Security takes none); an expired, unused or too wide
     waiver is a failure.
  4. Lists what cannot be judged (Helm charts, unknown kinds, what other network policies allow); nothing is
     passed over in silence.

Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a file could not be read or holds what no
API server takes (the rest is judged all the same).

Examples:
  champ check --env linyi
  champ check vendor/ --profile pss-restricted --kubernetes 1.30
  champ check --env linyi --format html --output hardening.html
  champ check --context linyi-core --format sarif > scan.sarif`,
};
