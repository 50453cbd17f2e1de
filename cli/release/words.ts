import type { Text } from '../../engine/problem/index.ts';

/** What `champ release` says to people. */
export const releaseWords = {
  release: { zh: '环境里各服务的镜像:登记、列出、比较', en: 'the images of the services of an environment: set, list, compare' },
  set: { zh: '把新镜像写入 releases.yaml', en: 'write new images into releases.yaml' },
  list: { zh: '列出各服务的镜像', en: 'list the image of every service' },
  diff: { zh: '两个环境里镜像不同的服务', en: 'services whose image differs between two environments' },
  service: { zh: '服务标识', en: 'id of a service' },
  environment: { zh: '环境名', en: 'name of an environment' },
  env: { zh: '环境名', en: 'the environment' },
  image: { zh: '镜像引用,[镜像库/]路径:标签@sha256:...', en: 'the image, as [registry/]path:tag@sha256:...' },
  artifact: { zh: '下发制品的 SHA-256;强约束服务必填', en: 'SHA-256 of the delivered artefact; services under the strong constraint need it' },
  newArtifact: { zh: '新下发制品的文件名', en: 'file name of an artefact that was newly delivered' },
  from: { zh: 'JSON 文件,一次登记多个服务;- 为标准输入', en: 'JSON file with several services at once; - is standard input' },
  dryRun: { zh: '只显示将要改动的行,不写文件', en: 'show the lines that would change, write nothing' },
  written: { zh: '已写入 {file},服务数:{count}', en: 'written to {file}, services: {count}' },
  wouldWrite: { zh: '有变化,未写入 {file},服务数:{count}', en: '{file} was not written; services that change: {count}' },
  same: { zh: '镜像均未变化:{file}', en: 'all images are as they were: {file}' },
  artefact: { zh: '制品 {name}', en: 'artefact {name}' },
  listed: { zh: '{name}:{count} 个服务', en: '{name}: {count} services' },
  sample: { zh: '{name}:摘要或校验值是样例数据', en: '{name}: digests or checksums are sample data' },
  only: { zh: '{service}  只在 {name}:{image}', en: '{service}  in {name} alone: {image}' },
  imageIn: { zh: '  {name}:{image}', en: '  {name}: {image}' },
  equal: { zh: '{a} 和 {b} 的镜像相同', en: 'the images of {a} and {b} are the same' },
  differ: { zh: '{count} 个服务的镜像不同', en: '{count} services differ' },
} as const satisfies Readonly<Record<string, Text>>;

export const setHelp: Text = {
  zh: `步骤:
  1. 检查引用:有标签和摘要、属于该环境的镜像库、服务存在;强约束服务的校验值须与下发制品一致。
  2. 只改 environments/<环境>/releases.yaml 里的相应取值,注释和顺序不变;按 synth 的规则再读一遍。
  3. 有任何问题时什么都不写;--from 的多个服务要么全部写入,要么都不写。

--from 的格式:
  {"version": 1, "releases": [{"service": "...", "image": "...", "artifactSha256": "...", "newArtifact": "..."}]}

示例:
  champ release set hsa-mbs --env linyi --image champ/hsa-mbs:V1.2.4@sha256:...
  champ release set --env linyi --from images.json --dry-run`,
  en: `What it does:
  1. Checks the references: tag and digest, the registry of the environment, services that exist; under the strong
     constraint the checksum must be that of the delivered artefact.
  2. Changes these values of environments/<environment>/releases.yaml and nothing else, comments and order stay; reads
     the result as synth does.
  3. With any problem nothing is written; of several services in --from all are written or none.

Format of --from:
  {"version": 1, "releases": [{"service": "...", "image": "...", "artifactSha256": "...", "newArtifact": "..."}]}

Examples:
  champ release set hsa-mbs --env linyi --image champ/hsa-mbs:V1.2.4@sha256:...
  champ release set --env linyi --from images.json --dry-run`,
};

export const listHelp: Text = {
  zh: `步骤:
  1. 读取 releases.yaml,按文件的顺序列出;--json 的文档可交给 release set --from。

示例:
  champ release list --env linyi
  champ release list --env linyi --json | jq -r '.releases[].image'`,
  en: `What it does:
  1. Reads releases.yaml and lists it in its order; release set --from takes the document of --json.

Examples:
  champ release list --env linyi
  champ release list --env linyi --json | jq -r '.releases[].image'`,
};

export const diffHelp: Text = {
  zh: `步骤:
  1. 读取两个环境的 releases.yaml,比较路径、标签和摘要;镜像库不比较。
  2. 只在一边的服务也列出;有差异时退出码为 1。

示例:
  champ release diff staging linyi`,
  en: `What it does:
  1. Reads the releases.yaml of both and compares path, tag and digest; the registries are not compared.
  2. Tells services that stand on one side alone; ends with 1 when anything differs.

Examples:
  champ release diff staging linyi`,
};
