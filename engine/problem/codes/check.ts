import type { CodeRow } from '../problem.ts';

/** 600x paths and folders, 601x what is no clean manifest. */
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
} as const satisfies Record<string, CodeRow>;
