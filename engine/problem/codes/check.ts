import type { CodeRow } from '../problem.ts';

/** 600x paths and folders, 601x what is no clean manifest, 603x what a rule could not judge, 604x waivers. */
export const checkCodes = {
  CHAMP6001: {
    message: { zh: '无法读取 {value}:{reason}', en: '{value} cannot be read: {reason}' },
    fix: { zh: '检查路径与权限', en: 'check the path and its permissions' },
  },
  CHAMP6002: {
    message: { zh: '符号链接 {value} 指回上级目录 {target}', en: 'the symbolic link {value} leads back to the folder {target}' },
    fix: { zh: '删除该链接', en: 'remove the link' },
  },
  CHAMP6003: {
    message: { zh: '{value} 中没有可判定的清单', en: 'there is no manifest to judge in {value}' },
    fix: { zh: '给出含 .yaml、.yml 或 .json 清单的路径', en: 'name a path that holds manifests as .yaml, .yml or .json' },
  },
  CHAMP6010: {
    message: { zh: '{value} 未加引号,Kubernetes 的工具读作 {read}', en: '{value} without quotes is read as {read} by the tools of Kubernetes' },
    fix: { zh: '布尔值写 true 或 false;字符串加引号', en: 'write true or false for a boolean, and quotes around a string' },
  },
  CHAMP6011: {
    message: { zh: '数字 {value} 有的工具读作 {read},有的不是', en: 'the number {value} is {read} for some readers and something else for others' },
    fix: { zh: '写成十进制整数,或加引号作字符串', en: 'write it as a decimal number, or in quotes as a string' },
  },
  CHAMP6012: {
    message: { zh: '{value}:清单中使用了锚点、别名或合并键', en: '{value}: an anchor, alias or merge key in a manifest' },
    fix: { zh: '把内容写全:审阅者和工具看到的应当是同一份对象', en: 'write the content out: reviewers and tools should see the same object' },
  },
  CHAMP6013: {
    message: { zh: '模板未渲染:{value}', en: 'a template that was not rendered: {value}' },
    fix: { zh: '先渲染(例如 helm template),再检查其结果', en: 'render it first, e.g. with helm template, and check the result' },
  },
  CHAMP6014: {
    message: { zh: '{value} 是未渲染的来源,其中的对象未判定', en: '{value} is a source that was not rendered; the objects that it makes are not judged' },
    fix: { zh: '用 helm template 或 kubectl kustomize 渲染,再检查其结果', en: 'render it with helm template or kubectl kustomize, and check the result' },
  },
  CHAMP6015: {
    message: { zh: '{value} 为 null', en: '{value} is null' },
    fix: { zh: '写上内容,或删除该字段;缩进错误也会造成 null', en: 'give it its content or delete it; a wrong indentation makes a null too' },
  },
  CHAMP6016: {
    message: { zh: '"{value}":并非所有工具都这样切分文档', en: '"{value}": not every tool splits documents here' },
    fix: { zh: '文档之间只写单独一行 ---', en: 'put nothing but a line --- between two documents' },
  },
  CHAMP6017: {
    message: { zh: '不是完整的 Kubernetes 对象:{value}', en: 'not a whole Kubernetes object: {value}' },
    fix: { zh: '补全 apiVersion、kind 与 metadata.name,均为字符串', en: 'give it apiVersion, kind and metadata.name, all strings' },
  },
  CHAMP6018: {
    message: { zh: '{value} 不是对象的列表', en: '{value} is no list of objects' },
    fix: { zh: '在 items 下逐项写出对象', en: 'write the objects as items of a list' },
  },
  CHAMP6019: {
    message: { zh: '{field} 为 {value}:API server 不接受', en: '{field} is {value}, which no API server takes' },
    fix: { zh: '写成所允许的;改正之前该字段未判定', en: 'write what is allowed; until then the field is not judged' },
  },
  CHAMP6020: {
    message: { zh: '缺少 {field}:API server 不接受该对象', en: '{field} is missing: no API server takes the object' },
    fix: { zh: '补上 {field};补丁片段先合并,再检查其结果', en: 'add {field}; merge a patch first and check the result' },
  },
  CHAMP6030: {
    message: { zh: '{value} 无法判定:{reason}', en: '{value} could not be judged: {reason}' },
    fix: { zh: '人工审阅该处,并拆小或改写其内容;其余内容已判定', en: 'have this place reviewed by hand, and split or rewrite what it holds; everything else was judged' },
  },
  CHAMP6031: {
    message: { zh: '{value} 的判定中途停止:{reason}', en: 'the judgement of {value} stopped before its end: {reason}' },
    fix: { zh: '缩小输入,逐个目录检查,找出使其停止的文件', en: 'check one folder at a time to find the file at which it stops' },
  },
  CHAMP6040: {
    message: { zh: '没有编号为 {value} 的规则', en: 'no rule has the id {value}' },
    fix: { zh: '改为 champ check 报告中该结果的规则编号', en: 'use the id of the rule as the report of champ check names it' },
  },
  CHAMP6041: {
    message: { zh: '豁免编号 {value} 重复,{first} 已有', en: 'waiver id {value} appears twice; it first appears at {first}' },
    fix: { zh: '给它一个自己的编号:报告与审阅按编号引用', en: 'give it an id of its own: reports and reviewers go by the id' },
  },
  CHAMP6042: {
    message: { zh: '豁免 {value} 与 {first} 的豁免 {other} 规则和对象相同', en: 'waiver {value} is for the same rule and the same thing as {other} at {first}' },
    fix: { zh: '只保留一条;延期时修改原有的一条', en: 'keep one of them; to prolong a waiver, change the one that is there' },
  },
} as const satisfies Record<string, CodeRow>;
