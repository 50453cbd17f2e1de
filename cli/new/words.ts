import type { Text } from '../../engine/problem/index.ts';

/** What `champ new` says to people. */
export const newWords = {
  new: { zh: '新建服务、子系统或环境,写出人会写的那几行', en: 'a new service, subsystem or environment: writes the few lines that a person would' },
  service: { zh: '在子系统中新建服务', en: 'a new service of a subsystem' },
  subsystem: { zh: '新建子系统', en: 'a new subsystem' },
  environment: { zh: '以另一环境为准新建环境', en: 'a new environment, as another one is' },
  id: { zh: '标识,如 hsa-mbs-query', en: 'its id, e.g. hsa-mbs-query' },
  subsystemId: { zh: '标识,如 lti', en: 'its id, e.g. lti' },
  name: { zh: '环境名', en: 'its name' },
  of: { zh: '所属子系统', en: 'subsystem that it belongs to' },
  kind: { zh: '种类,也可写构造名 ApiService 等', en: 'kind, or the construct: ApiService and so on' },
  zone: { zh: '所在区(默认同子系统)', en: 'its zone (default: that of the subsystem)' },
  ownZone: { zh: '所在区', en: 'its zone' },
  zh: { zh: '中文名称', en: 'Chinese title' },
  en: { zh: '英文名称', en: 'English title' },
  port: { zh: 'HTTP 端口(默认下一个空闲的)', en: 'HTTP port (default: the next free one)' },
  size: { zh: '规格', en: 'size class' },
  sensitivity: { zh: '数据敏感级别', en: 'sensitivity of its data' },
  product: { zh: '网关的产品', en: 'product of a gateway' },
  tenant: { zh: '所属租户,platform 或 vendor-01 至 vendor-09', en: 'tenant that it belongs to: platform, or vendor-01 to vendor-09' },
  constraint: { zh: '约束级别', en: 'constraint level' },
  from: { zh: '以哪个环境为准', en: 'environment that it is made from' },
  stage: { zh: '阶段(默认相同)', en: 'its stage (default: the same)' },
  dryRun: { zh: '只显示改动,不写文件', en: 'show the change, write nothing' },
  written: { zh: '写入了 {count} 个文件', en: 'files written: {count}' },
  notWritten: { zh: '没有写入;会写 {count} 个文件', en: 'nothing was written; files that would be: {count}' },
  newFile: { zh: '+++ {file}(新文件,{lines} 行)', en: '+++ {file} (new, {lines} lines)' },
  next: { zh: '接下来:', en: 'Next:' },
  nextService: {
    zh: `在 {file} 中写出它调用谁(calls)、用什么(uses、schemas);champ store add 可加入成套的中间件
让调用它的服务在各自的行里写出它
构建并推送镜像,然后 champ release set {id} --env {environment} --image ...(各环境的行现在是样例;sampleDigests 使环境不能发布,champ images lock 会去掉它)
把它的密钥写入密钥库:见 ExternalSecret 的 remoteRef
npx champ synth 会列出变化的文件;npx projen test 会指出要跟着改的数字(test/estate/linyi.test.ts)`,
    en: `write into {file} whom it calls (calls) and what it uses (uses, schemas); champ store add brings sets of middleware
name it in the rows of the services that call it
build and push its image, then champ release set {id} --env {environment} --image ... (its rows are samples: sampleDigests keeps an environment from being published until champ images lock takes it away)
put its secrets into the secret store: they are the remoteRef entries of its ExternalSecret
npx champ synth lists the files that change; npx projen test names the figures that go with it (test/estate/linyi.test.ts)`,
  },
  nextSubsystem: {
    zh: `champ new service hsa-{id}-... --subsystem {id}:没有服务的子系统不产生任何对象
npx projen 更新 CODEOWNERS`,
    en: `champ new service hsa-{id}-... --subsystem {id}: a subsystem without services makes no objects
npx projen renews CODEOWNERS`,
  },
  nextEnvironment: {
    zh: `在 {file} 中写出自己的取值;下列仍与 {from} 相同:{shared}
逐条批准 waivers.yaml;检查 config/ 中的取值
npx champ synth --env {name},npx champ check --env {name}`,
    en: `write its own values into {file}; these are still those of {from}: {shared}
approve each row of waivers.yaml anew, and look through config/
npx champ synth --env {name}, npx champ check --env {name}`,
  },
} as const satisfies Readonly<Record<string, Text>>;

export const newServiceHelp: Text = {
  zh: `步骤:
  1. 把标识和一行写进子系统的文件,把样例镜像写进每个有该子系统的环境的 releases.yaml。
  2. 先在内存中渲染这些环境;有问题时什么都不写。
  3. 显示改动和接下来要做的事。

示例:
  champ new service hsa-mbs-query --subsystem mbs --zh 结算查询服务 --en "Settlement queries"
  champ new service hsa-pss-help-ui --subsystem pss --kind web --dry-run`,
  en: `What it does:
  1. Writes the id and a row into the file of the subsystem, and a sample image into the releases.yaml of every
     environment that has the subsystem.
  2. Renders these environments in memory first; with any problem nothing is written.
  3. Shows the change and what remains to be done.

Examples:
  champ new service hsa-mbs-query --subsystem mbs --en "Settlement queries"
  champ new service hsa-pss-help-ui --subsystem pss --kind web --dry-run`,
};

export const newSubsystemHelp: Text = {
  zh: `步骤:
  1. 新建 apps/medical-insurance/<标识>.ts,并在 rows.ts 和 subsystems.ts 中登记。

示例:
  champ new subsystem lti --tenant vendor-05 --zh 长期护理保险子系统 --en "Long-term care insurance"`,
  en: `What it does:
  1. Makes apps/medical-insurance/<id>.ts, and names it in rows.ts and subsystems.ts.

Examples:
  champ new subsystem lti --tenant vendor-05 --en "Long-term care insurance"`,
};

export const newEnvironmentHelp: Text = {
  zh: `步骤:
  1. 新建 environments/<名称>/:index.ts 引用来源环境的结构,其余文件照抄。
  2. 先在内存中渲染;有问题时什么都不写。
  3. 列出仍与来源环境相同、须改为自己的取值。另一座城市用 champ store add full-city。

示例:
  champ new environment staging --from linyi --zh 预发布环境 --en Staging`,
  en: `What it does:
  1. Makes environments/<name>/: its index.ts refers to the structure of the other one, the other files are copies.
  2. Renders it in memory first; with any problem nothing is written.
  3. Lists the values that are still those of the other one. Another city comes with champ store add full-city.

Examples:
  champ new environment staging --from linyi --en Staging`,
};
