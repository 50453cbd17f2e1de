import type { ObjectRule } from '../../engine/policy/index.ts';
import { SECRET, SERVICE_ACCOUNT } from './kinds.ts';

/** Longest life of a token in seconds; what Kubernetes gives when nothing is written. */
const LIFE = 3600;

const ACCOUNT = "(variables.pod.?serviceAccountName.orValue('') != '' ? variables.pod.?serviceAccountName.orValue('') : variables.pod.?serviceAccount.orValue(''))";

/** The volume that admission adds for `automountServiceAccountToken`: that is judged by NSA-POD-22. */
const INJECTED = "(volume.?name.orValue('').startsWith('kube-api-access-') && source.serviceAccountToken.?expirationSeconds.orValue(0) == 3607)";

export const accountRules: readonly ObjectRule[] = [
  {
    id: 'NSA-AUTH-16', on: 'pods',
    checks: [{ scope: 'pod', field: 'serviceAccountName', expression: `!(${ACCOUNT} in ['', 'default'])`, message: { zh: '以 default 账号运行', en: 'runs as the default account' } }],
    fix: { zh: '设置 spec.serviceAccountName 为该工作负载的专用账号', en: 'set spec.serviceAccountName to an account of the workload\'s own' },
  },
  {
    // the controller makes `default` in every namespace without it; that one is judged with its namespace
    id: 'NSA-AUTH-17', on: [SERVICE_ACCOUNT],
    checks: [{ scope: 'object', field: 'automountServiceAccountToken', expression: "dyn(object).metadata.?name.orValue('') == 'default' || dyn(object).?automountServiceAccountToken.orValue(true) == false" }],
    fix: { zh: '在 ServiceAccount 上设 automountServiceAccountToken: false', en: 'set automountServiceAccountToken: false on the ServiceAccount' },
  },
  {
    id: 'NSA-AUTH-18', part: 'secrets', on: [SECRET],
    checks: [{
      scope: 'object', field: 'type', expression: "dyn(object).?type.orValue('') != 'kubernetes.io/service-account-token'",
      message: { zh: '长期有效的令牌 Secret', en: 'a Secret with a token that never ends' },
    }],
    fix: { zh: '删去该 Secret，改用投射令牌（projected.serviceAccountToken）', en: 'delete the Secret and project a token instead (projected.serviceAccountToken)' },
  },
  {
    id: 'NSA-AUTH-18', on: 'pods',
    checks: [{
      scope: 'volume', field: 'projected.sources',
      expression: `volume.?projected.?sources.orValue([]).all(source, !source.?serviceAccountToken.hasValue() || ${INJECTED} || (source.serviceAccountToken.?audience.orValue('') != '' && source.serviceAccountToken.?expirationSeconds.orValue(${LIFE}) <= ${LIFE}))`,
      message: { zh: '卷 {name} 的投射令牌没有受众或有效期超过一小时', en: 'the projected token of volume {name} has no audience, or lives longer than an hour' },
    }],
    fix: { zh: '设置 serviceAccountToken.audience，且 expirationSeconds 不超过 3600', en: 'set serviceAccountToken.audience, and expirationSeconds to at most 3600' },
  },
];
