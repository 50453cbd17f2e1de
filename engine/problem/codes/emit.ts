import type { CodeRow } from '../problem.ts';

/** 400x printing, 401x planning the folder, 402x the ledger, 403x writing. */
export const emitCodes = {
  CHAMP4001: {
    message: { zh: '{path} 的值 {value} 不是有限数,YAML 和 JSON 无法表达', en: '{path} is {value}, which is no finite number and cannot be written' },
    fix: { zh: '检查算出该值的表达式(除以零、解析失败的数字)', en: 'check the expression that computed it (division by zero, a number that did not parse)' },
  },
  CHAMP4002: {
    message: { zh: '{path} 的值类型为 {value},不是普通数据', en: '{path} is a {value}, not plain data' },
    fix: { zh: '在交给输出之前转换成允许的类型', en: 'convert it to one of the allowed types before it is emitted' },
  },
  CHAMP4003: {
    message: { zh: '{path} 嵌套超过 {allowed} 层,或者数据包含自身', en: '{path} is nested deeper than {allowed} levels, or the data holds itself' },
    fix: { zh: '去掉对上级对象的引用', en: 'remove the reference to an object that encloses it' },
  },
  CHAMP4004: {
    message: { zh: '输出超过 {allowed} 个字符', en: 'the document is longer than {allowed} characters' },
    fix: { zh: '拆成多个对象;etcd 单个对象不超过 1.5 MiB', en: 'split it into several objects; etcd takes 1.5 MiB for one' },
  },
  CHAMP4005: {
    message: { zh: '{path} 的文本 {value} 含有半个 UTF-16 代理对,无法写成 UTF-8', en: '{path} holds half a UTF-16 surrogate pair in {value}, which UTF-8 cannot hold' },
    fix: { zh: '按字符而不是按编码单元截断文本', en: 'cut texts between characters, not between code units' },
  },
  CHAMP4006: {
    message: { zh: '{path} 的键 {value} 写出来超过 {allowed} 个字符,YAML 解析器读不出', en: 'the key {value} at {path} takes more than {allowed} characters, which YAML readers refuse' },
    fix: { zh: '缩短这个键', en: 'shorten the key' },
  },
  CHAMP4007: {
    message: { zh: '文件 {file} 的内容是数据,扩展名却是 {value}', en: 'the content of {file} is data, but its extension is {value}' },
    fix: { zh: '改用允许的扩展名,或者直接给出文本', en: 'use one of the allowed extensions, or give the content as text' },
  },

  CHAMP4010: {
    message: { zh: '文件 {file} 已由 {value} 使用', en: 'the file {file} is taken by {value}' },
    fix: { zh: '给其中一个换名称或应用;路径只含应用、类型和名称,不含命名空间', en: 'give one of the two another name or application; the path holds application, kind and name, not the namespace' },
  },
  CHAMP4011: {
    message: { zh: '{file} 与 {value} 只有大小写不同', en: '{file} and {value} differ in letter case only' },
    fix: { zh: '换一个名称;不区分大小写的文件系统会把两者合并', en: 'rename one of them; a file system that ignores case would merge them' },
  },
  CHAMP4012: {
    message: { zh: '路径 {file} 中的 {value} 不能作文件名', en: '{value} in the path {file} cannot be a file name' },
    fix: { zh: '改用允许的字符;不能是保留名,也不能超长', en: 'use the allowed characters, no reserved name, and stay within the length' },
  },
  CHAMP4013: {
    message: { zh: '{file} 既是文件又是 {value} 所在的目录', en: '{file} is a file and also the folder of {value}' },
    fix: { zh: '给其中一个换名称', en: 'rename one of the two' },
  },
  CHAMP4014: {
    message: { zh: '环境 {value} 在一次输出中出现两次', en: 'the environment {value} appears twice in one run' },
    fix: { zh: '给每个环境唯一的名称', en: 'give every environment a name of its own' },
  },

  CHAMP4020: {
    message: { zh: '清单文件无法读取:{value}。本次不清理上次的文件', en: 'the ledger cannot be read: {value}; nothing of the last run is removed' },
    fix: {
      zh: '不要手工修改清单;若有多余文件,删除整个环境目录后重新 synth',
      en: 'never edit the ledger; if stale files stay behind, delete the folder of the environment and synth again',
    },
  },

  CHAMP4030: {
    message: { zh: '主机 {host} 上的进程 {value} 正在写入这里', en: 'process {value} on host {host} is writing here' },
    fix: { zh: '等它结束;若该进程已不存在,删除这个锁文件', en: 'wait until it ends; if there is no such process any more, delete this lock file' },
  },
  CHAMP4031: {
    message: { zh: '锁文件被别的进程拿走,已停止写入', en: 'the lock file was taken by another process; writing has stopped' },
    fix: { zh: '等另一个进程结束后重新 synth;不要在 synth 运行时删除锁文件', en: 'synth again when the other process has ended; never delete the lock of a running synth' },
  },
  CHAMP4032: {
    message: { zh: '要写入的位置是符号链接', en: 'a symbolic link stands where the output goes' },
    fix: { zh: '删除该链接后重新 synth;输出从不写到链接所指之处', en: 'remove the link and synth again; output never goes where a link points' },
  },
  CHAMP4033: {
    message: { zh: '要写入的位置已有{value},应为{allowed}', en: 'a {value} stands where a {allowed} goes' },
    fix: { zh: '移走它后重新 synth', en: 'move it away and synth again' },
  },
  CHAMP4034: {
    message: { zh: '空间不足,无法写入({value})', en: 'there is no room to write ({value})' },
    fix: { zh: '腾出磁盘空间、配额或提高文件大小限制后重新 synth', en: 'free disk space or quota, or raise the file size limit, then synth again' },
  },
  CHAMP4035: {
    message: { zh: '没有写入权限({value})', en: 'writing is not permitted ({value})' },
    fix: { zh: '检查目录的属主、权限和挂载方式,或用 --out 换一个目录', en: 'check owner, mode and mount of the folder, or name another with --out' },
  },
  CHAMP4036: {
    message: { zh: '文件系统报错 {value}', en: 'the file system reported {value}' },
    fix: { zh: '按该错误检查这个路径,然后重新 synth', en: 'check the path for that error, then synth again' },
  },
} as const satisfies Record<string, CodeRow>;
