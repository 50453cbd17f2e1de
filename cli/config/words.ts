import type { Text } from '../../engine/problem/index.ts';

/** What `champ config` says to people. */
export const configWords = {
  config: { zh: '服务的配置文件:读取、修改、检查、比较', en: 'configuration files of services: read, edit, check, compare' },
  get: { zh: '列出一个键在各服务配置文件中的值', en: 'show the value of a key in the files of services' },
  set: { zh: '在一个或多个服务中设置一个键,文件其余字节不变', en: 'set one key in one service or many, every other byte of the files as it was' },
  unset: { zh: '在一个或多个服务中删除一个键', en: 'remove one key from one service or many' },
  lint: { zh: '检查全部配置文件:语法、重复的键、引用、明文凭据、编码', en: 'check every file: syntax, duplicate keys, references, credentials in clear text, encoding' },
  compare: { zh: '比较两个环境的配置键和密钥名称', en: 'compare the keys and the names of secrets of two environments' },
  key: { zh: '键,按文件格式书写(见下)', en: 'the key, written as the format of the file wants it (see below)' },
  value: { zh: '值;{{service}} 等变量按服务展开', en: 'the value; variables such as {{service}} stand for what each service has' },
  environment: { zh: '环境名', en: 'name of an environment' },
  env: { zh: '环境名', en: 'the environment' },
  envs: { zh: '环境名,可重复;默认全部', en: 'an environment, may be repeated; default: all' },
  select: { zh: '按条件选择服务,如 kind=api,vendor=vendor-02', en: 'choose services by what they are, e.g. kind=api,vendor=vendor-02' },
  file: { zh: '服务目录下的文件路径或通配模式,默认为含有该键的文件', en: 'path or pattern below the folder of a service; default: the file that has the key' },
  create: { zh: '--file 的 .properties 文件不存在时新建', en: 'make the .properties file of --file where it is not there' },
  literal: { zh: '值中的 {{...}} 原样写入', en: 'write {{...}} in the value as it is' },
  asText: { zh: '数字和 true 也写成文本(YAML、JSON)', en: 'write numbers and true as text too (YAML, JSON)' },
  dryRun: { zh: '只显示将要改动的行,不写文件', en: 'show the lines that would change, write nothing' },
  effective: { zh: '连同随包交付和自动生成的配置一起比较', en: 'compare with what is delivered and derived: all that the pods get' },
  reading: { zh: '读取 {name} ...', en: 'reading {name} ...' },
  written: { zh: '已写入 {count} 个文件', en: 'files written: {count}' },
  wouldWrite: { zh: '将改动 {count} 个文件;未写入', en: 'files that would change: {count}; nothing was written' },
  unchanged: { zh: '{count} 个文件已是该值', en: 'files that have the value already: {count}' },
  without: { zh: '所选服务中 {count} 个没有键 {key}:{services}', en: 'selected services without {key}: {count} ({services})' },
  keptEncoding: { zh: '{file}:按原编码({encoding})写回;synth 只接受不带 BOM 的 UTF-8 和 LF', en: '{file}: written in its own encoding ({encoding}); synth takes UTF-8 without BOM and LF alone' },
  linted: { zh: '{name}:{files} 个文件({encodings}),{problems} 个问题', en: '{name}: {files} files ({encodings}), {problems} problems' },
  only: { zh: '只在 {name}', en: 'only in {name}' },
  different: { zh: '不同', en: 'different' },
  secret: { zh: '密钥', en: 'secret' },
  more: { zh: '... 还有 {count} 个键;--json 给出全部', en: '... and {count} more keys; --json has all of them' },
  same: { zh: '{a} 和 {b} 的配置没有差异', en: 'the configuration of {a} and {b} does not differ' },
  differ: { zh: '{count} 个服务不同', en: 'services that differ: {count}' },
} as const satisfies Readonly<Record<string, Text>>;

const KEYS: Text = {
  zh: `键的写法:
  .properties      原样:server.port
  .yml、.json      用点和序号:server.ports[0];含点的键加引号:logging."org.example";第二个文档:#2:server.port
  .xml             a/b[@id=x]/@属性,或 a/b[2] 的文本,序号从 1 起
  .conf(nginx)    http/server[server_name=a]/location[/api]/proxy_pass、server[2]/listen`,
  en: `How keys are written:
  .properties      as they are: server.port
  .yml, .json      with dots and indexes: server.ports[0]; keys that hold dots in quotes: logging."org.example";
                   in the second document: #2:server.port
  .xml             a/b[@id=x]/@attribute, or a/b[2] for the text of the second one
  .conf (nginx)    http/server[server_name=a]/location[/api]/proxy_pass, server[2]/listen`,
};

export const configHelp: Text = {
  zh: `步骤:
  1. 文件位于 environments/<环境>/config/<服务>/;champ config <命令> --help 说明每条命令。

${KEYS.zh}

示例:
  champ config get fsi.idempotent.window --env linyi
  champ config lint`,
  en: `What it does:
  1. The files are below environments/<environment>/config/<service>/; see champ config <command> --help.

${KEYS.en}

Examples:
  champ config get fsi.idempotent.window --env linyi
  champ config lint`,
};

export const getHelp: Text = {
  zh: `步骤:
  1. 在所选服务(默认全部)的文件中查找该键,列出服务、文件:行、值;像密钥的值不显示。
  2. 没有任何文件含有该键时给出最接近的键,退出码 1。

${KEYS.zh}

示例:
  champ config get fsi.idempotent.window --env linyi
  champ config get configuration/root/@level --env linyi --file logback-spring.xml --json`,
  en: `What it does:
  1. Looks for the key in the files of the chosen services (default: all) and lists service, file:line and value; a
     value that looks secret is not shown.
  2. Where no file has the key it names the nearest one and ends with 1.

${KEYS.en}

Examples:
  champ config get fsi.idempotent.window --env linyi
  champ config get configuration/root/@level --env linyi --file logback-spring.xml --json`,
};

export const setHelp: Text = {
  zh: `步骤:
  1. 每个服务改一个文件:含有该键的那个;不止一个时用 --file 指明。--file 写明文件名(不是模式)时,没有的键加在同级末尾。
  2. 不写 --select 时只能涉及一个服务。--select 的键:layer、vendor(或 tenant)、subsystem、service、kind、zone;
     同一键写两次表示任一。
  3. 值中的变量:{{service}}、{{zone}}、{{subsystem}}、{{tenant}}、{{environment}}。以 - 开头的值写在 -- 之后。
  4. 只有这个值的字节改变:注释、顺序、引号、缩进、行尾、BOM、编码(UTF-8、UTF-16、GBK)不变。
  5. 写入之前在内存中检查结果:语法、引用、明文凭据;有任何问题时什么都不写,要么全部写入。

${KEYS.zh}

示例:
  champ config set fsi.idempotent.window 43200 --env linyi --dry-run
  champ config set app.name '{{service}}' --env linyi --select kind=api,vendor=vendor-02 \\
    --file application.properties --create`,
  en: `What it does:
  1. Edits one file of each service: the one that has the key; --file says which where there are several. Where --file
     is a name and no pattern, a key that is not there is added at the end of its section.
  2. Without --select it must be one service. Keys of --select: layer, vendor (or tenant), subsystem, service, kind,
     zone; a key given twice means either value.
  3. Variables in the value: {{service}}, {{zone}}, {{subsystem}}, {{tenant}}, {{environment}}. A value that begins
     with - stands behind --.
  4. Changes the bytes of this value alone: comments, order, quotes, indentation, line ends, BOM and encoding (UTF-8,
     UTF-16, GBK) stay.
  5. Checks the result in memory before anything is written: syntax, references, credentials in clear text. With any
     problem nothing is written; all files are written or none.

${KEYS.en}

Examples:
  champ config set fsi.idempotent.window 43200 --env linyi --dry-run
  champ config set app.name '{{service}}' --env linyi --select kind=api,vendor=vendor-02 \\
    --file application.properties --create`,
};

export const unsetHelp: Text = {
  zh: `步骤:
  1. 在每个服务中含有该键的文件里删除它所在的行;注释保留。不止一个文件时用 --file 指明。
  2. 不写 --select 时只能涉及一个服务;没有该键的所选服务跳过并说明。
  3. 与 set 一样先检查结果:要么全部写入,要么什么都不写。

${KEYS.zh}

示例:
  champ config unset fsi.idempotent.window --env linyi --dry-run`,
  en: `What it does:
  1. Removes the key with its line from the file of each service that has it; comments above it stay. --file says
     which where there are several.
  2. Without --select it must be one service; selected services without the key are skipped, and named.
  3. Checks the result first, as set does: all files are written or none.

${KEYS.en}

Examples:
  champ config unset fsi.idempotent.window --env linyi --dry-run`,
};

export const lintHelp: Text = {
  zh: `步骤:
  1. 读取所选环境(默认全部)的全部配置文件,也读取编码不对的。
  2. 报告 文件:行:列:语法错误、重复的键、不成立的引用、明文凭据、UTF-8 和 LF 以外的编码;有问题时退出码 1。
  3. --json 给出每个文件的格式、编码和行尾。

示例:
  champ config lint
  champ config lint --env linyi --json | jq '.environments[].files[]'`,
  en: `What it does:
  1. Reads every file of the environments (default: all), those in another encoding too.
  2. Reports with file:line:column broken syntax, duplicate keys, references that lead nowhere, credentials in clear
     text, and any encoding but UTF-8 with LF; ends with 1 when there is one.
  3. --json has format, encoding and line ends of every file.

Examples:
  champ config lint
  champ config lint --env linyi --json | jq '.environments[].files[]'`,
};

export const compareHelp: Text = {
  zh: `步骤:
  1. 按服务、文件、键比较两个环境的配置文件:只在一方的、不同的;像密钥的值不显示。
  2. 比较配置所引用的密钥名称(路径#属性)。
  3. --effective 比较 Pod 实际得到的配置,含随包交付和自动生成的部分。没有差异退出码 0,有差异 1。

示例:
  champ config compare dev linyi
  champ config compare dev linyi --select subsystem=mbs --effective --json`,
  en: `What it does:
  1. Compares the files of two environments by service, file and key: what one of them has alone, and what differs;
     a value that looks secret is not shown.
  2. Compares the names of the secrets (path#property) that they refer to.
  3. With --effective it compares what the pods get, with what is delivered and derived. Ends with 0 when nothing
     differs, with 1 when something does.

Examples:
  champ config compare dev linyi
  champ config compare dev linyi --select subsystem=mbs --effective --json`,
};
