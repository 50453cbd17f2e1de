import type { CodeRow } from '../problem.ts';

export const editCodes = {
  CHAMP9200: {
    message: { zh: '没有键 {value}', en: 'there is no key {value}' },
    fix: { zh: '检查拼写;各格式的写法见 champ config --help;set 用 --file 指明文件时可新增键', en: 'mind the spelling; champ config --help tells how keys are written; set adds a key where --file names the file' },
  },
  CHAMP9201: {
    message: { zh: '{value} 有 {count} 处:{places}', en: '{value} is in {count} places: {places}' },
    fix: { zh: '只留一处,或写出序号、属性条件或文档号', en: 'keep one of them, or write an index, an attribute or a document number in the path' },
  },
  CHAMP9202: {
    message: { zh: '{value} 的值来自别名 {alias},定义在第 {line} 行', en: 'the value of {value} comes by alias {alias}, from line {line}' },
    fix: { zh: '修改锚点处的值,或手工把别名换成自己的值', en: 'edit the value at the anchor, or put an own value in the place of the alias by hand' },
  },
  CHAMP9203: {
    message: { zh: '{value} 不是单个值,其下还有内容', en: '{value} is a section, not one value' },
    fix: { zh: '写出其中一个值的路径', en: 'write the path of one value in it' },
  },
  CHAMP9204: {
    message: { zh: '{value} 不是 {format} 文件的键', en: '{value} is no key of {format} files' },
    fix: { zh: '按允许的写法改正', en: 'write it in the allowed form' },
  },
  CHAMP9205: {
    message: { zh: '此处无法只改 {value} 而保持文件其余部分不变', en: '{value} cannot be changed here without changing other parts of the file' },
    fix: { zh: '手工修改这一处', en: 'edit this place by hand' },
  },
  CHAMP9206: {
    message: { zh: '没有可放入 {value} 的位置', en: 'there is no section in which {value} could stand' },
    fix: { zh: '先手工写出上一级;列表只能在末尾增加一项', en: 'write the section above it first; a list grows by one item at its end' },
  },
  CHAMP9207: {
    message: { zh: '文件编码 {encoding} 中没有字符 {value}', en: 'encoding {encoding} of the file has no character {value}' },
    fix: { zh: '换用该编码有的字符,或先把文件转换为 UTF-8', en: 'use characters that the encoding has, or convert the file to UTF-8 first' },
  },
  CHAMP9208: {
    message: { zh: '{format} 文件不能含有字符 {value}', en: 'a file of {format} cannot hold character {value}' },
    fix: { zh: '从值中删除该字符', en: 'leave the character out of the value' },
  },
  CHAMP9209: {
    message: { zh: '不能新建 {value}:这种格式的文件会整个替换随包交付的文件', en: '{value} is not created: a file of this format replaces the delivered one as a whole' },
    fix: { zh: '新建 .properties 文件,它只覆盖写出的键;其他格式由人写出完整内容', en: 'create a .properties file, which overrides nothing but its keys; write files of other formats in full by hand' },
  },
  CHAMP9212: {
    message: { zh: '{service} 有多个文件含有 {value}', en: 'several files of {service} have {value}' },
    fix: { zh: '用 --file 指明其中一个', en: 'name one of them with --file' },
  },
  CHAMP9213: {
    message: { zh: '所选服务的配置文件中都没有键 {value}', en: 'no config file of the selected services has key {value}' },
    fix: { zh: '检查拼写;只查找 environments/<环境>/config 下的文件;set 用 --file 指明文件时可新增键', en: 'mind the spelling; only files below environments/<environment>/config are looked at; set adds a key where --file names the file' },
  },
  CHAMP9214: {
    message: { zh: '{value} 在 {count} 个服务中', en: '{value} is in {count} services' },
    fix: { zh: '用 --select 写明是哪些服务;全部则写 --select zone=core,zone=public', en: 'say with --select which services are meant; all of them are --select zone=core,zone=public' },
  },
  CHAMP9215: {
    message: { zh: '值中的变量 {value} 不存在', en: 'there is no variable {value}' },
    fix: { zh: '改用已有的变量;文本本身含有它时加 --literal', en: 'use one of the variables; add --literal where the text itself is meant' },
  },
  CHAMP9216: {
    message: { zh: '{service} 没有文件 {value}', en: '{service} has no file {value}' },
    fix: { zh: '改正文件名;新建 .properties 文件时加 --create', en: 'mend the name of the file; --create makes a new .properties file' },
  },
  CHAMP9217: {
    message: { zh: '{value} 的新值是明文凭据({kind})', en: 'the new value of {value} is a credential in clear text ({kind})' },
    fix: { zh: '把它放进密钥库,并写成 ${secret:<路径>#<属性>}', en: 'put it into the vault and write ${secret:<path>#<property>}' },
  },
  CHAMP9218: {
    message: { zh: '{value} 的值是明文凭据({kind})', en: 'the value of {value} is a credential in clear text ({kind})' },
    fix: { zh: '把它放进密钥库、吊销旧值,并写成 ${secret:<路径>#<属性>}', en: 'put it into the vault, revoke the old one and write ${secret:<path>#<property>}' },
  },
  CHAMP9219: {
    message: { zh: '值 {value} 在 nginx 配置中不是一个值:其中的 ;、括号、引号或 # 会改变文件的结构', en: 'value {value} is not one value of nginx: a ;, brace, quote or # in it would change the structure of the file' },
    fix: { zh: "放在引号中:'...'", en: "put it in quotes: '...'" },
  },
  CHAMP9220: {
    message: { zh: '{value} 不能就地修改(别名、锚点、标签或不是预期的结构)', en: '{value} cannot be edited in place: an alias, an anchor, a tag, or not the form that is expected' },
    fix: { zh: '手工修改这一处,或先把它写成普通的键和值', en: 'edit it by hand, or write it as plain keys and values first' },
  },
  CHAMP9221: {
    message: { zh: '{value} 在读取之后被别人改动,没有写入任何文件', en: '{value} was changed by somebody else after it was read; nothing was written' },
    fix: { zh: '重新运行命令', en: 'run the command again' },
  },
  CHAMP9222: {
    message: { zh: '{value} 不是镜像引用', en: '{value} is no reference of an image' },
    fix: { zh: '写作 [镜像库/]路径:标签@sha256:<64 位小写十六进制>', en: 'write [registry/]path:tag@sha256:<64 hexadecimal digits, lower case>' },
  },
  CHAMP9223: {
    message: { zh: '{value} 没有摘要:标签可以被移到别的镜像上', en: '{value} has no digest: a tag can be moved to another image' },
    fix: { zh: '加上 @sha256:...,取自推送镜像时的输出', en: 'add @sha256:... as the push of the image printed it' },
  },
  CHAMP9224: {
    message: { zh: '{value} 没有标签:人无法看出版本', en: '{value} has no tag: nobody can tell its version' },
    fix: { zh: '在摘要之前写 :标签,例如 :V1.2.4', en: 'write :tag in front of the digest, e.g. :V1.2.4' },
  },
  CHAMP9225: {
    message: { zh: '{value} 不在环境 {environment} 的镜像库中', en: '{value} is not in the registry of environment {environment}' },
    fix: { zh: '先把镜像推送到允许的镜像库,再写它在那里的引用', en: 'push the image to the registry that is allowed, and give the reference that it has there' },
  },
  CHAMP9226: {
    message: { zh: '环境 {environment} 没有服务 "{value}"', en: 'environment {environment} has no service "{value}"' },
    fix: { zh: '改正服务标识(champ list 列出全部);新服务先用 champ new service', en: 'correct the id (champ list shows all of them); a service that is new comes with champ new service first' },
  },
  CHAMP9227: {
    message: { zh: '{value} 属于强约束,没有给出下发制品的校验值', en: '{value} is under the strong constraint, and the checksum of the delivered artefact was not given' },
    fix: { zh: '加上 --artifact-sha256,取自构建镜像所用的下发文件', en: 'add --artifact-sha256 of the delivered file that the image was built from' },
  },
  CHAMP9228: {
    message: { zh: '{service} 属于强约束,校验值 {value} 与下发制品 {name} 的不同', en: '{service} is under the strong constraint, and checksum {value} is not that of the delivered artefact {name}' },
    fix: { zh: '用下发的文件重新构建镜像;如果确实来了新的下发包,用 --new-artifact 写出它的文件名', en: 'build the image from the delivered file; if a new delivery has come, name its file with --new-artifact' },
  },
  CHAMP9229: {
    message: { zh: '{value} 还没有登记下发制品,校验值没有对应的文件名', en: '{value} has no delivered artefact yet, so the checksum belongs to no file' },
    fix: { zh: '用 --new-artifact 写出文件名', en: 'name the file with --new-artifact' },
  },
  CHAMP9230: {
    message: { zh: '校验值 {value} 的形式不对', en: 'checksum {value} has another form' },
    fix: { zh: '写 sha256sum 输出的 64 位小写十六进制', en: 'write the 64 hexadecimal digits, lower case, that sha256sum prints' },
  },
  CHAMP9231: {
    message: { zh: '--new-artifact {value} 没有校验值', en: '--new-artifact {value} comes without its checksum' },
    fix: { zh: '加上 --artifact-sha256', en: 'add --artifact-sha256' },
  },
  CHAMP9232: {
    message: { zh: '服务 {value} 出现了两次', en: 'service {value} appears twice' },
    fix: { zh: '每个服务只写一次', en: 'name each service once' },
  },
  CHAMP9233: {
    message: { zh: '选择条件 "{value}" 的形式不对', en: 'selector "{value}" has another form' },
    fix: { zh: '写 键=值,以逗号分隔,键为允许的之一', en: 'write key=value, by commas, each key one of the allowed ones' },
  },
  CHAMP9234: {
    message: { zh: '选择条件 {key}={value}:没有这样的值', en: 'selector {key}={value}: there is no such value' },
    fix: { zh: '改正取值(champ list 列出全部)', en: 'correct the value (champ list shows all of them)' },
  },
  CHAMP9235: {
    message: { zh: '环境 {environment} 没有服务同时符合 {value}', en: 'no service of environment {environment} is all of {value}' },
    fix: { zh: '放宽条件', en: 'ask for less' },
  },
  CHAMP9236: {
    message: { zh: '{value} 没有自动伸缩,副本数是固定的', en: '{value} has no autoscaling: its count is fixed' },
    fix: { zh: '用 --replicas 写出固定的副本数', en: 'give the count with --replicas' },
  },
  CHAMP9237: {
    message: { zh: '{service} 运行 JVM,规格 {value} 没有给堆内存留出空间', en: '{service} runs a JVM, and size {value} has no room for a heap' },
    fix: { zh: '选用允许的规格', en: 'take one of the allowed sizes' },
  },
  CHAMP9240: {
    message: { zh: '"{value}" 不能作标识', en: '"{value}" cannot be an id' },
    fix: { zh: '换一个标识', en: 'take another id' },
  },
  CHAMP9241: {
    message: { zh: '"{value}" 已经存在:{place}', en: '"{value}" is there already: {place}' },
    fix: { zh: '换一个标识,或直接修改已有的', en: 'take another id, or change the one that is there' },
  },
  CHAMP9242: {
    message: { zh: '没有子系统 "{value}"', en: 'there is no subsystem "{value}"' },
    fix: { zh: '改正标识;新子系统先用 champ new subsystem', en: 'correct the id; a subsystem that is new comes with champ new subsystem first' },
  },
  CHAMP9243: {
    message: { zh: '文件不是预期的写法,找不到插入 {value} 的位置', en: 'the file is not written as expected: there is no place for {value}' },
    fix: { zh: '手工加入,或恢复该文件的通常写法', en: 'add it by hand, or write the file as the others are written' },
  },
  CHAMP9244: {
    message: { zh: '端口 {value} 已由 {owner} 使用', en: 'port {value} is that of {owner}' },
    fix: { zh: '换一个端口,或省略 --port', en: 'take another port, or leave --port out' },
  },
  CHAMP9245: {
    message: { zh: '{value} 不能写成标题', en: '{value} cannot be a title' },
    fix: { zh: '写一行文字,不要控制字符', en: 'write one line of text without control characters' },
  },
  CHAMP9250: {
    message: { zh: '没有子系统 "{value}" 可以省去', en: 'there is no subsystem "{value}" to leave out' },
    fix: { zh: '改正 without 中的标识', en: 'correct the id in without' },
  },
  CHAMP9251: {
    message: { zh: '不能省去 {value}:关键业务路径 {path} 经过它', en: '{value} cannot be left out: the critical path {path} leads through it' },
    fix: { zh: '从 without 中删去它的子系统', en: 'take its subsystem out of without' },
  },
  CHAMP9252: {
    message: { zh: '{service} 调用了被省去的 {value},没有说明去掉这个调用', en: '{service} calls {value}, which is left out, and nothing says that it does without' },
    fix: { zh: '在 cuts 中写明,或保留被调用的子系统', en: 'name it in cuts, or keep the subsystem that is called' },
  },
  CHAMP9253: {
    message: { zh: 'cuts 中 {service} -> {value} 不是对被省去的服务的调用', en: '{service} -> {value} in cuts is no call to a service that is left out' },
    fix: { zh: '删去这一项', en: 'delete it' },
  },
  CHAMP9255: {
    message: { zh: '应用商店里没有 "{value}"', en: 'there is no "{value}" in the store' },
    fix: { zh: '改正标识(champ store list 列出全部)', en: 'correct the id (champ store list shows all of them)' },
  },
  CHAMP9256: {
    message: { zh: '{value} 是 {kind},{preset} 不适用', en: '{value} is of kind {kind}, which {preset} is not for' },
    fix: { zh: '选择允许的种类的服务', en: 'take a service of one of the allowed kinds' },
  },
  CHAMP9257: {
    message: { zh: '"{value}" 不是服务', en: '"{value}" is no service' },
    fix: { zh: '用 --name 写出已有的服务;新服务先用 champ new service', en: 'name a service that is there with --name; a new one comes with champ new service first' },
  },
  CHAMP9258: {
    message: { zh: '环境 {value} 引用了另一个环境,不能作为一座城市的底本', en: 'environment {value} refers to another one, and cannot be what a city is made from' },
    fix: { zh: '用 --from 写出一个取值完整的环境', en: 'name one with --from that says all of its values itself' },
  },
  CHAMP9259: {
    message: { zh: '环境 {value} 没有 {preset} 需要的服务:{missing}', en: 'environment {value} lacks services of {preset}: {missing}' },
    fix: { zh: '用 --from 写出有这些服务的环境', en: 'name an environment with --from that has them' },
  },
  CHAMP9260: {
    message: { zh: '"{value}" 不能作配置文件的路径', en: '"{value}" cannot be the path of a configuration file' },
    fix: { zh: '写服务目录下的路径;路径的每一段以字母、数字或 _ 开头,由允许的字符组成', en: 'write a path below the folder of the service; each part of it begins with a letter, a digit or _ and has the allowed characters' },
  },
  CHAMP9261: {
    message: { zh: '{value} 无法新建:{other} 已经存在,同一个名称不能既是文件又是目录', en: '{value} cannot be made: {other} is there, and a name cannot be both a file and a folder' },
    fix: { zh: '换一个路径', en: 'take another path' },
  },
  CHAMP9262: {
    message: { zh: '所选服务中 {count} 个不读取 .properties 文件:{services}', en: 'selected services that read no .properties files: {count} ({services})' },
    fix: { zh: '用 --select 只选允许的种类,如 kind=api,kind=worker,kind=batch', en: 'choose the allowed kinds alone with --select, e.g. kind=api,kind=worker,kind=batch' },
  },
  CHAMP9263: {
    message: { zh: '"{value}" 是保留的名称,不能作标识', en: '"{value}" is a reserved name and cannot be an id' },
    fix: { zh: '换一个标识', en: 'take another id' },
  },
  CHAMP9264: {
    message: { zh: '--new-artifact "{value}" 不是文件名', en: '--new-artifact "{value}" is no name of a file' },
    fix: { zh: '写下发文件的名称,不带目录和控制字符,最多 255 个字符', en: 'write the name of the delivered file, without folders and control characters, of at most 255 characters' },
  },
} as const satisfies Record<string, CodeRow>;
