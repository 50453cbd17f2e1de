import type { ObjectRule } from '../../engine/policy/index.ts';
import { words } from '../network/cel.ts';
import { BINDINGS } from './kinds.ts';

const ROLE = "dyn(object).?roleRef.?name.orValue('')";
const SUBJECTS = 'dyn(object).?subjects.orValue([])';
const isSubject = (kind: string, name: string, of = 'subject'): string => `${of}.?kind.orValue('') == '${kind}' && ${of}.?name.orValue('') == '${name}'`;
const NAME = "dyn(object).metadata.?name.orValue('')";

/** The binding that every API server makes; it grants what is granted anyway. */
const SHIPPED_ADMIN = `(dyn(object).kind == 'ClusterRoleBinding' && ${NAME} == 'cluster-admin' && ${ROLE} == 'cluster-admin' && ${SUBJECTS}.all(each, ${isSubject('Group', 'system:masters', 'each')}))`;

/** What anonymous callers may see by what Kubernetes and kubeadm ship. */
const PUBLIC = [
  `dyn(object).kind == 'ClusterRoleBinding' && ${ROLE} == 'system:public-info-viewer'`,
  `dyn(object).kind == 'RoleBinding' && ${ROLE} == 'kubeadm:bootstrap-signer-clusterinfo' && dyn(object).metadata.?namespace.orValue('') == 'kube-public'`,
].map((each) => `(${each})`).join(' || ');

/** Roles that give nothing but a look at public things, so everyone may hold them. */
const HARMLESS = ['system:basic-user', 'system:discovery', 'system:public-info-viewer', 'system:service-account-issuer-discovery'];

const IS_ACCOUNT = "(each.?kind.orValue('') == 'ServiceAccount' || each.?name.orValue('').startsWith('system:serviceaccount'))";

/** What one binding shows, whatever its role grants. */
export const bindingRules: readonly ObjectRule[] = [
  {
    id: 'NSA-AUTH-02', on: BINDINGS,
    checks: [{ scope: 'subject', field: 'name', expression: `!(${isSubject('User', 'system:anonymous')}) && !(${isSubject('Group', 'system:unauthenticated')}) || ${PUBLIC}` }],
    fix: { zh: '删去 subjects 中的 system:anonymous 与 system:unauthenticated', en: 'take system:anonymous and system:unauthenticated out of subjects' },
  },
  {
    id: 'NSA-AUTH-05', on: BINDINGS,
    checks: [{
      scope: 'object', field: 'subjects', expression: `${SUBJECTS}.all(each, ${IS_ACCOUNT}) || ${SUBJECTS}.all(each, !${IS_ACCOUNT})`,
      message: { zh: '同一绑定既有人员又有 ServiceAccount', en: 'one binding holds both people and ServiceAccounts' },
    }],
    fix: { zh: '人员与 ServiceAccount 各用各的角色与绑定', en: 'give people and ServiceAccounts roles and bindings of their own' },
  },
  {
    id: 'NSA-AUTH-07', on: BINDINGS,
    checks: [{ scope: 'object', field: 'roleRef.name', expression: `${ROLE} != 'cluster-admin' || dyn(object).?roleRef.?kind.orValue('') != 'ClusterRole' || ${SHIPPED_ADMIN}` }],
    fix: { zh: 'roleRef 换成只含所需权限的角色', en: 'point roleRef to a role with the rights that are needed' },
  },
  {
    id: 'NSA-AUTH-14', on: BINDINGS,
    checks: [{
      scope: 'subject', field: 'name',
      expression: `!(subject.?kind.orValue('') == 'Group' && subject.?name.orValue('').matches('^system:(authenticated|serviceaccounts)(:|$)')) || (dyn(object).?roleRef.?kind.orValue('') == 'ClusterRole' && ${ROLE} in ${words(HARMLESS)})`,
    }],
    fix: { zh: 'subjects 只列需要的组或 ServiceAccount', en: 'name the groups or ServiceAccounts that need it in subjects' },
  },
  {
    id: 'NSA-AUTH-15', on: BINDINGS,
    checks: [{ scope: 'subject', field: 'name', expression: `!(${isSubject('Group', 'system:masters')}) || ${SHIPPED_ADMIN}` }],
    fix: { zh: '删去 system:masters；管理员走统一身份源的组', en: 'take system:masters out of subjects; administrators are a group of the identity provider' },
  },
  {
    id: 'NSA-AUTH-16', part: 'bindings', on: BINDINGS,
    checks: [{
      scope: 'subject', field: 'name',
      expression: `!(${isSubject('ServiceAccount', 'default')}) && !(subject.?kind.orValue('') == 'User' && subject.?name.orValue('').matches('^system:serviceaccount:[^:]*:default$'))`,
      message: { zh: '向 default 账号授权', en: 'the default account is granted something' },
    }],
    fix: { zh: '为该工作负载建专用 ServiceAccount 并绑定它', en: 'make a ServiceAccount for the workload and bind that' },
  },
];
