import type { CodeRow } from '../problem.ts';

/** 110x any text file; 111x the syntax of any structured file, config files included; 112x what a fact file may say. */
export const factsCodes = {
  CHAMP1101: {
    message: { zh: '无法读取文件 {value}:{reason}', en: 'file {value} cannot be read: {reason}' },
    fix: { zh: '提供一个可读的普通文件', en: 'provide a readable regular file' },
  },
  CHAMP1102: {
    message: { zh: '文件过大:{value} 字节', en: 'the file is too large: {value} bytes' },
    fix: { zh: '拆分文件,或移除不属于它的内容', en: 'split the file, or remove what does not belong in it' },
  },
  CHAMP1103: {
    message: { zh: '文件以 UTF-8 BOM 开头', en: 'the file starts with a UTF-8 byte order mark' },
    fix: { zh: '另存为不带 BOM 的 UTF-8:sed -i "1s/^\\xEF\\xBB\\xBF//" {file}', en: 'save it as UTF-8 without BOM: sed -i "1s/^\\xEF\\xBB\\xBF//" {file}' },
  },
  CHAMP1104: {
    message: { zh: '文件编码是 {value},不是 UTF-8', en: 'the file is encoded as {value}, not as UTF-8' },
    fix: { zh: '转换为不带 BOM 的 UTF-8:iconv -f {value} -t UTF-8 {file}', en: 'convert it to UTF-8 without BOM: iconv -f {value} -t UTF-8 {file}' },
  },
  CHAMP1105: {
    message: { zh: '字节 {value} 不是 UTF-8,文件很可能是 GBK/GB18030 编码', en: 'byte {value} is not UTF-8; the file is most likely GBK/GB18030' },
    fix: { zh: '转换为 UTF-8:iconv -f GB18030 -t UTF-8 {file}', en: 'convert it to UTF-8: iconv -f GB18030 -t UTF-8 {file}' },
  },
  CHAMP1106: {
    message: { zh: '字节 {value} 不是 UTF-8', en: 'byte {value} is not UTF-8' },
    fix: { zh: '找出文件的编码并用 iconv 转换为 UTF-8;二进制文件不应放在这里', en: 'find the encoding of the file and convert it to UTF-8 with iconv; a binary file does not belong here' },
  },
  CHAMP1107: {
    message: { zh: '文本文件含有 NUL 字节', en: 'the text file holds a NUL byte' },
    fix: { zh: '从可信来源恢复文件,或删除该字节', en: 'restore the file from a good copy, or delete the byte' },
  },
  CHAMP1108: {
    message: { zh: '行尾是 CR,不是 LF', en: 'the line ends in CR, not in LF alone' },
    fix: { zh: '把行尾转换为 LF:sed -i "s/\\r$//" {file}', en: 'convert the line ends to LF: sed -i "s/\\r$//" {file}' },
  },
  CHAMP1110: {
    message: { zh: '{format} 语法错误:{reason}', en: '{format} syntax error: {reason}' },
    fix: { zh: '修正此处的 {format} 语法', en: 'mend the {format} syntax at this place' },
  },
  CHAMP1111: {
    message: { zh: '键 {value} 重复,第 {line} 行已有', en: 'key {value} appears twice; it first appears in line {line}' },
    fix: { zh: '合并为一个键,删除多余的', en: 'keep one of them and delete the other' },
  },
  CHAMP1112: {
    message: { zh: '用制表符缩进', en: 'a tab is used as indentation' },
    fix: { zh: '用空格缩进', en: 'indent with spaces' },
  },
  CHAMP1113: {
    message: { zh: '嵌套过深:{value} 层', en: 'nested too deep: {value} levels' },
    fix: { zh: '减少嵌套层数', en: 'nest less' },
  },
  CHAMP1114: {
    message: { zh: '展开别名 {value} 后节点过多', en: 'alias {value} expands to too many nodes' },
    fix: { zh: '减少别名,直接写出内容', en: 'use fewer aliases; write the content out' },
  },
  CHAMP1115: {
    message: { zh: '别名 {value} 之前没有对应的锚点', en: 'no anchor before this place has the name of alias {value}' },
    fix: { zh: '在别名之前定义锚点;若是文本,加引号', en: 'set the anchor before the alias; quote the value when it is text' },
  },
  CHAMP1116: {
    message: { zh: '未知的 YAML 标签 {value}', en: 'unknown YAML tag {value}' },
    fix: { zh: '删除标签;若是文本,加引号', en: 'delete the tag; quote the value when it is text' },
  },
  CHAMP1117: {
    message: { zh: '事实文件不得使用别名 {value}', en: 'alias {value}: a fact file has no aliases' },
    fix: { zh: '直接写出值,使每一行可以单独修改', en: 'write the value out, so that each row can be changed alone' },
  },
  CHAMP1118: {
    message: { zh: '事实文件只能有一个 YAML 文档', en: 'a fact file holds one YAML document' },
    fix: { zh: '删除 --- 及其后的文档,或另建文件', en: 'delete the --- and what follows, or move it to a file of its own' },
  },
  CHAMP1119: {
    message: { zh: 'YAML 文件内容过多:{value} 个词法单元', en: 'the YAML file holds too much: {value} tokens' },
    fix: { zh: '拆分文件', en: 'split the file' },
  },
  CHAMP1120: {
    message: { zh: '未知的{what} {value}', en: 'unknown {what} {value}' },
    fix: { zh: '改为允许的名称,或删除', en: 'use an allowed name, or delete it' },
  },
  CHAMP1121: {
    message: { zh: '缺少键 {value}', en: 'key {value} is missing' },
    fix: { zh: '补上 {value}:类型 {type}', en: 'add {value}: {type}' },
  },
  CHAMP1122: {
    message: { zh: '类型错误:{value} 是 {type}', en: 'wrong type: {value} is {type}' },
    fix: { zh: '改为 {allowed};像数字的文本要加引号', en: 'write a value of type {allowed}; quote text that looks like a number' },
  },
  CHAMP1123: {
    message: { zh: '不允许的值 {value}', en: 'value {value} is not allowed' },
    fix: { zh: '改为允许的值', en: 'use an allowed value' },
  },
  CHAMP1124: {
    message: { zh: '值 {value} 超出范围', en: 'value {value} is out of range' },
    fix: { zh: '改为范围内的值', en: 'use a value within the range' },
  },
  CHAMP1125: {
    message: { zh: '值 {value} 的格式不对', en: 'value {value} has the wrong format' },
    fix: { zh: '按 {allowed} 的格式写', en: 'write it as {allowed}' },
  },
} as const satisfies Record<string, CodeRow>;
