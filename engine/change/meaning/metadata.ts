import type { Concern } from './told.ts';

/** Names, labels and annotations that change nothing else. */
export const metadata: Concern = {
  kind: 'metadata',
  words: {
    labels: { zh: '标签', en: 'label' },
    annotations: { zh: '注解', en: 'annotation' },
    finalizers: { zh: '终结器', en: 'finalizer' },
    selector: { zh: '选择器', en: 'selector' },
    apiVersion: { zh: 'API 版本', en: 'API version' },
    name: { zh: '名称', en: 'name' },
  },
  tell: () => [],
};
