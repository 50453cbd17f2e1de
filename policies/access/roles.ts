import type { CelCheck, ObjectRule } from '../../engine/policy/index.ts';
import { listed } from '../network/cel.ts';
import { ROLES } from './kinds.ts';
import { withoutRight, type Right } from './right.ts';
import { BIND, RIGHTS } from './rights.ts';

const WILDCARDS = {
  verbs: { zh: 'verbs 含通配符', en: 'a wildcard in verbs' },
  resources: { zh: 'resources 含通配符', en: 'a wildcard in resources' },
  apiGroups: { zh: 'apiGroups 含通配符', en: 'a wildcard in apiGroups' },
  nonResourceURLs: { zh: 'nonResourceURLs 含通配符', en: 'a wildcard in nonResourceURLs' },
} as const;

/** Every rule of a role, not only the first, and every list in it. */
const wildcards: ObjectRule = {
  id: 'NSA-AUTH-06', on: ROLES,
  checks: (Object.keys(WILDCARDS) as (keyof typeof WILDCARDS)[]).map((field): CelCheck => ({
    scope: 'rule', field, expression: `rule.?${field}.orValue([]).all(each, !each.contains('*'))`, message: WILDCARDS[field],
  })),
  fix: { zh: '把 * 换成实际需要的 verbs、resources、apiGroups 与路径', en: 'replace * by the verbs, resources, apiGroups and paths that are needed' },
};

/** A role that is made for deploying, as `ClusterRole/name` or `Role/namespace/name` among the deployers. */
const OF_DEPLOYER = listed('deployers', "(dyn(object).kind == 'Role' ? 'Role/' + dyn(object).metadata.?namespace.orValue('default') + '/' : 'ClusterRole/') + dyn(object).metadata.?name.orValue('')");

function check(right: Right, exempt?: string): CelCheck {
  const expression = withoutRight(right);
  return { scope: 'rule', field: right.verbs.includes('create') || right.named ? 'resources' : 'verbs', expression: exempt ? `(${expression}) || ${exempt}` : expression, message: right.what };
}

/** `bind` is the only way to grant here, so it passes for roles that are meant to be granted, by name. */
const bind: CelCheck = {
  scope: 'rule', field: 'resourceNames', message: BIND.what,
  expression: `(${withoutRight(BIND)}) || (rule.?resourceNames.orValue([]).size() > 0 && rule.resourceNames.all(name, ${listed('grantable', 'name')}))`,
};

/** Rights in declared roles, bound or not: a role that waits for a binding is a finding too. */
export const roleRules: readonly ObjectRule[] = [
  wildcards,
  ...RIGHTS.map(({ id, rights, fix }): ObjectRule => ({
    id, on: ROLES, fix,
    checks: [...rights.map((right) => check(right, id === 'NSA-AUTH-11' ? OF_DEPLOYER : undefined)), ...(id === 'NSA-AUTH-08' ? [bind] : [])],
  })),
];
