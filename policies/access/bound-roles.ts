import { accessOf, isEverything, sortOf, userName, type AccessBinding } from '../../engine/access/index.ts';
import { isRecord } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { givesRight } from './right.ts';
import { RIGHTS, RUN_PODS, type RightsRow } from './rights.ts';

/** Bindings to roles whose rules are in no object of the estate: built-in ones, and what aggregation collects. */
function unseen({ role }: AccessBinding): boolean {
  return role !== undefined && (role.builtIn || isRecord(role.object?.manifest['aggregationRule']));
}

function* bindingsOf(estate: PolicyEstate): Iterable<AccessBinding> {
  for (const access of accessOf(estate).values()) yield* access.bindings;
}

/** Any role with every verb on everything is cluster-admin under another name; the roles of Kubernetes' own parts are for nobody else. */
export const equalPower: EstateRule = {
  id: 'NSA-AUTH-07',
  fix: { zh: 'roleRef 换成只含所需权限的角色', en: 'point roleRef to a role with the rights that are needed' },
  *find(estate) {
    for (const { object, role, roleKey, subjects } of bindingsOf(estate)) {
      if (!role || roleKey === 'ClusterRole/cluster-admin') continue;
      if (role.rules.some(isEverything)) yield { at: object, field: 'roleRef.name', message: { zh: `${roleKey} 与 cluster-admin 权限相同`, en: `${roleKey} has all the power of cluster-admin` } };
      const outsider = role.builtIn && role.opaque && subjects.some(({ subject }) => sortOf(subject) !== 'infrastructure' && subject.namespace !== 'kube-system');
      if (outsider) yield { at: object, field: 'roleRef.name', message: { zh: `${roleKey} 是 Kubernetes 自身组件的角色`, en: `${roleKey} is a role of a part of Kubernetes itself` } };
    }
  },
};

/** A control of rights over the roles that no object of the estate shows, by what they hold. */
function boundRights({ id, rights, fix }: RightsRow): EstateRule {
  return {
    id, fix,
    *find(estate) {
      for (const binding of bindingsOf(estate)) {
        const { role, object, roleKey } = binding;
        // cluster-admin and its like are one finding, not eight
        if (!role || !unseen(binding) || role.rules.some(isEverything)) continue;
        const right = rights.find((each) => role.rules.some((rule) => givesRight(each, rule)));
        if (!right || (right === RUN_PODS && onlyDeployers(estate, binding))) continue;
        yield { at: object, field: 'roleRef.name', message: { zh: `${roleKey} 含有：${right.what.zh}`, en: `${roleKey} holds this right: ${right.what.en}` } };
      }
    },
  };
}

function onlyDeployers({ facts: { deployers = [] } }: PolicyEstate, { subjects }: AccessBinding): boolean {
  return subjects.every(({ subject }) => deployers.includes(userName(subject)));
}

/** A role that is made for deploying passes by its name, so its holders are judged. */
const deployerRoles: EstateRule = {
  id: 'NSA-AUTH-11',
  fix: { zh: '把持有者列入 deployers，或改用不含 create、update、patch 的角色', en: 'list the holder among the deployers, or give it a role without create, update and patch' },
  *find(estate): Iterable<Discovery> {
    const { deployers = [] } = estate.facts;
    for (const binding of bindingsOf(estate)) {
      const { object, role, roleKey, subjects } = binding;
      if (!role || unseen(binding) || !deployers.includes(role.key)) continue;
      for (const { subject, index } of subjects) {
        if (!deployers.includes(userName(subject))) yield { at: object, field: `subjects[${index}].name`, message: { zh: `${roleKey} 绑定给了非部署者`, en: `${roleKey} is bound to somebody who is no deployer` } };
      }
    }
  },
};

export const boundRoleRules: readonly EstateRule[] = [equalPower, ...RIGHTS.map(boundRights), deployerRoles];
