import { accessOf, aggregateTo, AGGREGATED, RBAC, rulesOf } from '../../engine/access/index.ts';
import { at, isRecord, records, strings } from '../../engine/inspect/plain.ts';
import { isEmptySelector } from '../../engine/inspect/label-index.ts';
import { groupOf } from '../../engine/pods/index.ts';
import type { EstateRule } from '../../engine/policy/index.ts';
import { givesRight } from './right.ts';
import { BIND, READ_SECRETS, RIGHTS } from './rights.ts';

const READ = new Set(['get', 'list', 'watch']);

/** A ClusterRole that joins `view` is in the hands of everyone with `view`, `edit` or `admin`; so with the others. */
export const aggregatedRoles: EstateRule = {
  id: 'NSA-AUTH-19',
  fix: { zh: '去掉 aggregate-to-* 标签，直接绑定该角色；或从规则中去掉多出的权限', en: 'take the aggregate-to-* label away and bind the role itself, or take the extra rights out of its rules' },
  *find(estate) {
    for (const object of estate.ofKind('ClusterRole')) {
      const { manifest } = object;
      if (groupOf(manifest.apiVersion) !== RBAC) continue;
      const selectors = at(manifest, 'aggregationRule', 'clusterRoleSelectors');
      for (const [index, selector] of records(selectors).entries()) {
        if (isEmptySelector(selector)) yield { at: object, field: `aggregationRule.clusterRoleSelectors[${index}]`, message: { zh: '空选择器聚合所有 ClusterRole，等于 cluster-admin', en: 'an empty selector takes in every ClusterRole, so it is cluster-admin' } };
      }
      const labels = strings(at(manifest, 'metadata', 'labels'));
      const joins = [...AGGREGATED.keys()].filter((name) => labels[aggregateTo(name)] === 'true');
      if (joins.length === 0) continue;
      const rules = rulesOf(manifest['rules']);
      const writes = joins.includes('view') && rules.some(({ verbs }) => verbs.some((verb) => !READ.has(verb)));
      const right = [...RIGHTS.flatMap(({ rights }) => rights), BIND].find((each) => rules.some((rule) => givesRight(each, rule)));
      if (!writes && !right) continue;
      const what = right === READ_SECRETS || !writes ? right?.what : { zh: 'get、list、watch 以外的动作', en: 'other verbs than get, list and watch' };
      const into = joins.join(', ');
      yield { at: object, field: 'metadata.labels', message: { zh: `并入内置角色 ${into}，使其持有者得到：${what?.zh}`, en: `joins the built-in roles ${into}, whose holders get this: ${what?.en}` } };
    }
  },
};

/** A binding to a role that is not there gives it to whoever makes the role. */
export const danglingBindings: EstateRule = {
  id: 'NSA-AUTH-19',
  fix: { zh: '声明 roleRef 所指的角色，或删去该绑定', en: 'declare the role of roleRef, or delete the binding' },
  *find(estate) {
    for (const access of accessOf(estate).values()) {
      for (const { object, role, roleKey } of access.bindings) {
        if (role) continue;
        const reference = object.manifest['roleRef'];
        yield {
          at: object, field: isRecord(reference) ? 'roleRef.name' : 'roleRef',
          message: { zh: `roleRef 指向的 ${roleKey || '角色'} 既未声明也非内置`, en: `roleRef names ${roleKey || 'a role'}, which is neither declared nor built in` },
        };
      }
    }
  },
};
