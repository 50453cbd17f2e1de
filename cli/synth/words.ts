import type { Text } from '../../engine/problem/index.ts';
import type { Stage } from '../estate/stages.ts';

const stages: Readonly<Record<Stage, Text>> = {
  load: { zh: '加载程序(load)', en: 'load the program' },
  construct: { zh: '读取并构建模型(construct)', en: 'construct the model' },
  render: { zh: '渲染对象(render)', en: 'render objects' },
  inspect: { zh: '检查(inspect)', en: 'inspect them' },
  print: { zh: '输出文本(print)', en: 'print them' },
  write: { zh: '写入文件(write)', en: 'write files' },
};

export const synthWords = {
  stages,
  profile: { zh: '显示各阶段用时和数量;不使用上次运行的结果', en: 'tell how long each stage took, and for how much; uses no earlier result' },
  threads: { zh: '同时渲染几个环境;默认每个 CPU 核一个', en: 'how many environments are rendered at once; default: one for each core' },
  rest: { zh: '其他', en: 'the rest' },
  whole: { zh: '合计', en: 'all' },
  counts: {
    zh: '  {environments} 个环境,{objects} 个对象,{files} 个文件({megabytes} MB),写入 {written} 个;内存峰值 {memory} MB',
    en: '  {environments} environments, {objects} objects, {files} files ({megabytes} MB), {written} written; memory at its peak {memory} MB',
  },
} as const;
