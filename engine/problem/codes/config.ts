import type { CodeRow } from '../problem.ts';

/** 120x the syntax of one format, beside 111x; 121x references in a file. */
export const configCodes = {
  CHAMP1201: {
    message: { zh: '不认识配置文件 {value} 的格式', en: 'the format of config file {value} is not known' },
    fix: { zh: '使用允许的扩展名', en: 'use one of the allowed name ends' },
  },
  CHAMP1202: {
    message: { zh: '转义序列 {value} 不完整', en: 'escape {value} is malformed' },
    fix: { zh: '在 \\u 之后写四位十六进制数字;反斜杠本身写成 \\\\', en: 'write four hexadecimal digits after \\u; write a backslash itself as \\\\' },
  },
  CHAMP1203: {
    message: { zh: '这一行(键“{value}”)不是“键=值”', en: 'the line (key "{value}") is not key=value' },
    fix: { zh: '补上键和等号;注释以 # 开头;续行的上一行以 \\ 结尾', en: 'add the key and the equals sign; start a comment with #; end the line before a continuation with \\' },
  },
  CHAMP1204: {
    message: { zh: '{format}:此处不应出现 {value}', en: '{format}: {value} is not expected here' },
    fix: { zh: '改为 {allowed} 之一', en: 'write one of: {allowed}' },
  },
  CHAMP1205: {
    message: { zh: 'XML 不得含有 {value}:文档类型和实体可以读取外部文件', en: 'XML must not hold {value}: document types and entities can read other files' },
    fix: { zh: '删除 DOCTYPE 和实体声明', en: 'delete the DOCTYPE and its entity declarations' },
  },
  CHAMP1206: {
    message: { zh: '花括号 {value} 没有配对', en: 'brace {value} has no partner' },
    fix: { zh: '补上或删除花括号', en: 'add the missing brace or delete this one' },
  },
  CHAMP1207: {
    message: { zh: '指令末尾缺少分号', en: 'the directive does not end in a semicolon' },
    fix: { zh: '在此处加 ;', en: 'add ; here' },
  },
  CHAMP1208: {
    message: { zh: '{value} 没有结束', en: '{value} is opened and never closed' },
    fix: { zh: '用 {allowed} 结束', en: 'close it with {allowed}' },
  },
  CHAMP1210: {
    message: { zh: '{value} 的前缀拼写有误', en: 'the prefix of {value} is misspelt' },
    fix: { zh: '改正前缀;若确为产品自己的占位符,改用差别更大的名称', en: 'mend the prefix; if it is the product\'s own placeholder, give it a name that differs more' },
  },
  CHAMP1211: {
    message: { zh: '引用 {value} 的写法不对', en: 'reference {value} is malformed' },
    fix: { zh: '写成 {allowed}', en: 'write it as {allowed}' },
  },
  CHAMP1212: {
    message: { zh: '引用 {value} 没有 }', en: 'reference {value} has no closing }' },
    fix: { zh: '在同一行补上 }', en: 'add the } on the same line' },
  },
  CHAMP1213: {
    message: { zh: '{value} 无法解析:没有定义,也没有默认值', en: '{value} is not resolved: it is not defined and has no default' },
    fix: { zh: '在本服务的配置中定义它,或写默认值 ${名称:默认值}', en: 'define it in the configuration of the service, or write a default: ${name:default}' },
  },
  CHAMP1214: {
    message: { zh: '键中不得有引用 {value}', en: 'a key must not hold reference {value}' },
    fix: { zh: '把引用放到值中', en: 'put the reference in the value' },
  },
  CHAMP1215: {
    message: { zh: '密钥引用 {value} 没有引号,密钥中的特殊字符会破坏文件', en: 'secret reference {value} stands in unquoted text, which a special character of the secret would break' },
    fix: { zh: '给整个值加双引号', en: 'put the whole value in double quotes' },
  },
  CHAMP1216: {
    message: { zh: '{raw} 的值 {value} 不能放在没有引号的文本中', en: 'value {value} of {raw} cannot stand in unquoted text' },
    fix: { zh: '给整个值加双引号', en: 'put the whole value in double quotes' },
  },
} as const satisfies Record<string, CodeRow>;
