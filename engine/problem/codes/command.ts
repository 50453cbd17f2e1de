import type { CodeRow } from '../problem.ts';

export const commandCodes = {
  CHAMP5001: {
    message: { zh: '环境 "{value}" 不存在', en: 'environment "{value}" does not exist' },
    fix: { zh: '选择已有环境,或新建 environments/{value}/', en: 'name one of the environments, or make the folder environments/{value}/' },
  },
  CHAMP5002: {
    message: { zh: '环境 "{value}" 没有默认导出', en: 'environment "{value}" has no default export' },
    fix: { zh: '在 index.ts 中写 export default city({...})', en: 'write export default city({...}) in its index.ts' },
  },
  CHAMP5003: {
    message: { zh: '没有叫 "{value}" 的服务、中间件或对象', en: 'there is no service, middleware kind or object called "{value}"' },
    fix: { zh: '用 champ list 查看名称,对象写作 kind/name', en: 'see champ list for names; write objects as kind/name' },
  },
  CHAMP5004: {
    message: { zh: '环境的结构文件无法加载:{value}', en: 'the structure of the environment does not load: {value}' },
    fix: { zh: '修正该文件;npx projen typecheck 会指出类型错误', en: 'mend the file; npx projen typecheck shows what does not compile' },
  },
  CHAMP5005: {
    message: { zh: '环境目录 "{value}" 不存在', en: 'there is no folder of environments "{value}"' },
    fix: { zh: '在 --environments 中写明已有的目录', en: 'name a folder that is there' },
  },
  CHAMP5006: {
    message: { zh: '环境的名称是 "{value}",与目录名不同', en: 'the environment is called "{value}", its folder is not' },
    fix: { zh: '在 city({...}) 中把 name 写成目录名', en: 'write the name of the folder as name in city({...})' },
  },
  CHAMP5007: {
    message: { zh: '"{value}" 不能作环境名', en: '"{value}" cannot be the name of an environment' },
    fix: { zh: '改名:以小写字母开头,只用小写字母、数字和 -,最多 30 个字符', en: 'rename the folder: lower-case letters, digits and -, a letter first, 30 characters at most' },
  },
  CHAMP5008: {
    message: { zh: '输出目录不能是 "{value}"', en: '"{value}" cannot be the output folder' },
    fix: { zh: '用 --out 指定单独的目录,例如 dist', en: 'name a folder of its own with --out, e.g. dist' },
  },
  CHAMP5010: {
    message: { zh: '镜像库没有给出摘要:{value}', en: 'the registry gave no digest: {value}' },
    fix: { zh: '检查镜像是否已推送、地址是否可达;需要登录时设置 CHAMP_REGISTRY_AUTHORIZATION', en: 'check that the image is pushed and the registry reachable; set CHAMP_REGISTRY_AUTHORIZATION if it wants a login' },
  },
  CHAMP5011: {
    message: { zh: '镜像库 {host} 无法访问:{value}', en: 'the registry {host} cannot be reached: {value}' },
    fix: { zh: '检查名称解析、网络和代理;champ bundle --no-registry 不询问镜像库,清单里就没有架构', en: 'check name resolution, network and proxy; champ bundle --no-registry asks no registry, and its list has no architectures then' },
  },
  CHAMP5020: {
    message: { zh: '没有命令 "{value}"', en: 'there is no command "{value}"' },
    fix: { zh: '用 champ --help 查看全部命令', en: 'champ --help lists the commands' },
  },
  CHAMP5021: {
    message: { zh: '没有选项 {value}', en: 'there is no option {value}' },
    fix: { zh: '用 --help 查看该命令的选项', en: '--help lists the options of the command' },
  },
  CHAMP5022: {
    message: { zh: '缺少参数 <{value}>', en: 'the argument <{value}> is missing' },
    fix: { zh: '补上参数;用 --help 查看示例', en: 'add it; --help has examples' },
  },
  CHAMP5023: {
    message: { zh: '选项 {value} 缺少取值', en: 'the option {value} has no value' },
    fix: { zh: '在选项后写明取值', en: 'write the value after the option' },
  },
  CHAMP5024: {
    message: { zh: '{name} 的取值 "{value}" 不允许', en: '"{value}" is not a value of {name}' },
    fix: { zh: '改用允许的取值', en: 'use one of the allowed values' },
  },
  CHAMP5025: {
    message: { zh: '多余的参数 "{value}"', en: 'the argument "{value}" is one too many' },
    fix: { zh: '去掉它;选项的多个取值要各写一次选项,如 --env A --env B', en: 'leave it out; an option with several values is written once for each, as in --env A --env B' },
  },
  CHAMP5026: {
    message: { zh: '选项 {value} 必须写一次', en: 'the option {value} must be there, once' },
    fix: { zh: '写明该选项', en: 'add the option' },
  },
  CHAMP5028: {
    message: { zh: '{value} 不能与 {name} 同用', en: '{value} cannot be used with {name}' },
    fix: { zh: '去掉其中一个', en: 'leave one of them out' },
  },
  CHAMP5029: {
    message: { zh: '用法错误:{value}', en: 'wrong usage: {value}' },
    fix: { zh: '用 --help 查看用法', en: '--help shows the usage' },
  },
  CHAMP5090: {
    message: { zh: '内部错误:{value}', en: 'internal error: {value}' },
    fix: { zh: '这是 champ 的缺陷:请连同下面的调用栈和所用命令一起报告', en: 'this is a defect of champ: report it with the stack below and the command that you ran' },
  },
  CHAMP5091: {
    message: { zh: '系统拒绝了操作:{value}', en: 'the system refused: {value}' },
    fix: { zh: '检查路径、权限和磁盘空间,然后重新运行', en: 'check the path, its permissions and the free space, then run the command again' },
  },
  CHAMP5040: {
    message: { zh: '找不到程序 {value}', en: 'the program {value} is not there' },
    fix: { zh: '安装 {value} 并加入 PATH', en: 'install {value} and put it on the PATH' },
  },
  CHAMP5041: {
    message: { zh: '无法读取 kubeconfig 上下文 "{value}" 的集群:{why}', en: 'the cluster of kubeconfig context "{value}" cannot be read: {why}' },
    fix: { zh: '用 kubectl config get-contexts 查看名称,并确认有读取权限', en: 'see kubectl config get-contexts for names, and make sure you may read the cluster' },
  },
  CHAMP5050: {
    message: { zh: '没有叫 "{value}" 的工作负载或外部对端', en: 'there is no workload or outside peer called "{value}"' },
    fix: { zh: '写作 命名空间/工作负载 或 external/名称;唯一时可省略命名空间', en: 'write namespace/workload or external/name; a name that only one has may stand alone' },
  },
  CHAMP5051: {
    message: { zh: '名称 "{value}" 不止一个', en: 'several are called "{value}"' },
    fix: { zh: '连同命名空间写出其中一个', en: 'write one of them with its namespace' },
  },
} as const satisfies Record<string, CodeRow>;
