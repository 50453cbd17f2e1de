import type { Text } from '../../engine/problem/index.ts';

/** What `champ store` says to people. */
export const storeWords = {
  store: { zh: '应用商店:现成的城市、环境和成套中间件', en: 'the app store: cities, environments and sets of middleware, ready to take' },
  list: { zh: '列出应用商店', en: 'list the store' },
  show: { zh: '说明一项带来什么', en: 'what one of them brings' },
  add: { zh: '取用一项,写出需要的几行', en: 'take one: writes the few lines that it needs' },
  preset: { zh: '应用商店中的标识', en: 'its id in the store' },
  from: { zh: '以哪个环境为准(默认第一个生产环境)', en: 'environment that it is made from (default: the first in production)' },
  name: { zh: '新环境的名称,或要加中间件的服务', en: 'name of the new environment, or service that gets the middleware' },
  zh: { zh: '中文名称', en: 'Chinese title' },
  en: { zh: '英文名称', en: 'English title' },
  admdvs: { zh: '医保区划,6 位数字', en: 'area code, 6 digits' },
  schema: { zh: '数据库模式名(默认按子系统)', en: 'name of the schema (default: by subsystem)' },
  dryRun: { zh: '只显示改动,不写文件', en: 'show the change, write nothing' },
  city: { zh: '城市', en: 'city' },
  stage: { zh: '环境', en: 'environment' },
  middleware: { zh: '中间件', en: 'middleware' },
  rendering: { zh: '在内存中渲染 ...', en: 'rendering in memory ...' },
  total: { zh: '合计(以 {from} 为准)', en: 'all zones (made from {from})' },
  zone: { zh: '区', en: 'zone' },
  services: { zh: '服务', en: 'services' },
  pods: { zh: '平时的 Pod', en: 'pods at rest' },
  most: { zh: '最多', en: 'at most' },
  cpu: { zh: 'CPU 请求(核)', en: 'CPU requests (cores)' },
  memory: { zh: '内存请求(GiB)', en: 'memory requests (GiB)' },
  share: { zh: '占节点 CPU/内存', en: 'of its nodes, CPU/memory' },
  without: { zh: '不含子系统:{list}', en: 'without the subsystems {list}' },
  cuts: { zh: '随之去掉的调用:', en: 'calls that go with them:' },
  kind: { zh: '种类', en: 'kind' },
  product: { zh: '产品', en: 'product' },
  standing: { zh: '这些中间件已经在 {from} 中运行,不增加 Pod;服务得到账号、配置和网络:', en: 'these run in {from} already and it adds no pods; a service gets accounts, configuration and network:' },
  lines: { zh: '写进服务的行:', en: 'lines in the row of a service:' },
  for: { zh: '适用于 {kinds}', en: 'for {kinds}' },
  same: { zh: '{name} 已经全部具备', en: '{name} has all of it already' },
  nextMiddleware: {
    zh: `npx champ synth 会列出变化的文件:账号、配置、网络策略
把新账号的密码写入密钥库:见 ExternalSecret 的 remoteRef`,
    en: `npx champ synth lists the files that change: accounts, configuration, network policies
put the passwords of the new accounts into the secret store: they are the remoteRef entries of the ExternalSecret`,
  },
  nextCity: {
    zh: `在 {file} 中写出这座城市的取值;下列仍与 {from} 相同:{shared}
核对 config/ 中的取值;逐条批准 waivers.yaml
用 champ release set 或 champ images lock 登记真实的镜像
npx champ synth --env {name},npx champ check --env {name}`,
    en: `write the values of this city into {file}; these are still those of {from}: {shared}
look through config/; approve each row of waivers.yaml anew
set the real images with champ release set or champ images lock
npx champ synth --env {name}, npx champ check --env {name}`,
  },
} as const satisfies Readonly<Record<string, Text>>;

export const storeListHelp: Text = {
  zh: `步骤:
  1. 列出 apps/medical-insurance/store/ 中的各项。

示例:
  champ store list`,
  en: `What it does:
  1. Lists what is in apps/medical-insurance/store/.

Examples:
  champ store list`,
};

export const storeShowHelp: Text = {
  zh: `步骤:
  1. 以 --from 的环境为准在内存中渲染,给出服务、Pod、资源请求和占用;不写文件。

示例:
  champ store show settlement-city
  champ store show records --json`,
  en: `What it does:
  1. Renders it in memory as the environment of --from is, and shows services, pods, requests and what they take of the
     nodes; writes nothing.

Examples:
  champ store show settlement-city
  champ store show records --json`,
};

export const storeAddHelp: Text = {
  zh: `步骤:
  1. 城市和环境:新建 environments/<名称>/;中间件:改服务在 apps/ 中的那一行。
  2. 先在内存中渲染;有问题时什么都不写。
  3. 显示改动和接下来要做的事。

示例:
  champ store add settlement-city --name heze --admdvs 371700 --zh 菏泽 --en Heze
  champ store add records --name hsa-mbs-query --dry-run`,
  en: `What it does:
  1. Of a city or an environment: makes environments/<name>/. Of middleware: changes the row of the service in apps/.
  2. Renders it in memory first; with any problem nothing is written.
  3. Shows the change and what remains to be done.

Examples:
  champ store add settlement-city --name heze --admdvs 371700 --en Heze
  champ store add records --name hsa-mbs-query --dry-run`,
};
