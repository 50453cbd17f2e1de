import type { ObjectRule } from '../../engine/policy/index.ts';

const UNTRUSTED = "variables.podMetadata.?labels[?'champ.hsa/untrusted'].orValue('false') != 'false'";

/** Pods that run code which nobody trusts get a kernel of their own. */
export const isolationRules: readonly ObjectRule[] = [{
  id: 'NSA-POD-28',
  on: 'pods',
  checks: [{
    scope: 'pod', field: 'runtimeClassName',
    expression: `!(${UNTRUSTED}) || (variables.pod.?runtimeClassName.orValue('') != '' && variables.pod.?runtimeClassName.orValue('') in params.data[?'runtimeClasses'].orValue('').split('\\n'))`,
  }],
  fix: {
    zh: '标为 champ.hsa/untrusted 的 Pod 写 runtimeClassName，取策略参数 runtimeClasses 中的沙箱（gvisor、kata 等）',
    en: 'a pod labelled champ.hsa/untrusted names in runtimeClassName a sandbox of `runtimeClasses` of the policy params (gvisor, kata and the like)',
  },
}];
