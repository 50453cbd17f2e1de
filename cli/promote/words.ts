import type { Text } from '../../engine/problem/index.ts';

/** What `champ promote` says to people. */
export const promoteWords = {
  promote: { zh: '把一个环境的镜像摘要和配置带到另一个环境', en: 'carry digests and configuration from one environment to another' },
  from: { zh: '来源环境', en: 'the environment that has them' },
  to: { zh: '目标环境', en: 'the environment that gets them' },
  select: { zh: '只处理这些服务,键=值,以逗号分隔;同一键写两次表示任一', en: 'these services alone: key=value, by commas; a key given twice means either value' },
  what: { zh: '带走什么,以逗号分隔:digests、config、sizes', en: 'what to carry, by commas: digests, config, sizes' },
  allowOlder: { zh: '允许比目标更旧的版本', en: 'let versions pass that are older than those of the target' },
  pr: { zh: '写入后接着打开合并请求,与 champ pr 相同', en: 'open a merge request of it, as champ pr does' },
  dryRun: { zh: '只显示差异,不写文件', en: 'show the difference, write nothing' },
  nothing: { zh: '{to} 已与 {from} 相同', en: '{to} has what {from} has' },
  written: { zh: '{from} -> {to}:已写入 {count} 个文件,{services} 个服务的镜像', en: '{from} -> {to}: wrote {count} files, images of {services} services' },
  wouldWrite: { zh: '{from} -> {to}:有 {count} 个文件会改变,{services} 个服务的镜像(未写入)', en: '{from} -> {to}: {count} files would change, images of {services} services (nothing was written)' },
  alone: { zh: '只在 {to} 有,保持不变({count}):{files}', en: 'in {to} alone, left as they are ({count}): {files}' },
  others: { zh: '只在一个环境有的服务,未处理({count}):{services}', en: 'services of one environment alone, left out ({count}): {services}' },
  title: { zh: '{from} -> {to}:{what}', en: 'Promote {what} from {from} to {to}' },
  services: { zh: '{count} 个服务', en: '{count} services' },
  left: { zh: '文件已写入 environments/{to};处理问题后运行 champ pr', en: 'the files in environments/{to} are written; mend the problem and run champ pr' },
} as const satisfies Readonly<Record<string, Text>>;

export const promoteHelp: Text = {
  zh: `步骤:
  1. 摘要:releases.yaml 中所选服务的 image、tag、digest、artefact、migration;注释和写法不变。products 不带走。
  2. 配置:config/<服务>/ 的文件照来源的内容写入;地方的取值应是引用。目标的 promote.yaml 可以列出要保留的内容:
       keep:
         - {key: fsi.area.admdvs}
         - {service: hsa-mbs-fsi, file: application.properties, key: a.b}
         - {service: hsa-mbs, file: logback-spring.xml}
     只在目标有的文件保持不动。
  3. sizes:sizes.yaml 中服务的例外(默认不带走)。
  4. 按 synth 的规则检查结果;样例摘要不能进入生产环境,旧版本需要 --allow-older。有任何问题时什么都不写。
  5. --pr 接着提交这些文件并打开合并请求(选项与 champ pr 相同)。

示例:
  champ promote --from staging --to linyi --dry-run
  champ promote --from staging --to linyi --select subsystem=mbs --what digests --pr`,
  en: `What it does:
  1. Digests: image, tag, digest, artefact and migration of the services in releases.yaml; comments and style stay.
     products are not carried.
  2. Config: files below config/<service>/ become those of the source; what belongs to a place is a reference in them.
     promote.yaml of the target may list what it keeps:
       keep:
         - {key: fsi.area.admdvs}
         - {service: hsa-mbs-fsi, file: application.properties, key: a.b}
         - {service: hsa-mbs, file: logback-spring.xml}
     Files that the target alone has stay.
  3. Sizes: the exceptions of services in sizes.yaml, if asked for.
  4. Checks the result by the rules of synth; made-up digests do not go to production, older versions want
     --allow-older. With any problem nothing is written.
  5. With --pr it goes on: commits these files and opens a merge request, with the options of champ pr.

Examples:
  champ promote --from staging --to linyi --dry-run
  champ promote --from staging --to linyi --select subsystem=mbs --what digests --pr`,
};
