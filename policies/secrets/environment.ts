import type { ObjectRule } from '../../engine/policy/index.ts';

/** A variable of the environment reaches crash dumps, child processes and everybody who may describe the pod's process. */
export const environmentRules: readonly ObjectRule[] = [
  {
    id: 'NSA-NET-27',
    on: 'pods',
    checks: [
      {
        scope: 'container', field: 'env', expression: `container.?env.orValue([]).all(each, each.?valueFrom.orValue(null) == null || !each.?valueFrom.?secretKeyRef.hasValue())`,
        message: { zh: '容器 {name} 的环境变量取自 Secret', en: 'a variable of container {name} comes from a Secret' },
      },
      {
        scope: 'container', field: 'envFrom', expression: `container.?envFrom.orValue([]).all(each, !each.?secretRef.hasValue())`,
        message: { zh: '容器 {name} 把整个 Secret 放进环境变量', en: 'container {name} has a whole Secret in its environment' },
      },
    ],
    fix: {
      zh: '把 Secret 挂载为只读文件（volumes[].secret，defaultMode 0440），配置文件中写 ${secret:...}；产品只认环境变量的，写明豁免',
      en: 'mount the Secret as a read-only file (volumes[].secret, defaultMode 0440) and write ${secret:...} in the config file; a product that knows nothing but variables needs a waiver',
    },
  },
];
