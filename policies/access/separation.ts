import { accessOf, namespaceOf, sortOf } from '../../engine/access/index.ts';
import { list, at, text } from '../../engine/inspect/plain.ts';
import type { EstateObject, EstateRule } from '../../engine/policy/index.ts';

/** A role is for people or for ServiceAccounts: it grows with the needs of both when it is for both. */
export const sharedRoles: EstateRule = {
  id: 'NSA-AUTH-05',
  fix: { zh: '为 ServiceAccount 另建角色，不与人员共用', en: 'give the ServiceAccounts a role of their own' },
  *find(estate) {
    for (const access of accessOf(estate).values()) {
      const first = new Map<string, string>();
      for (const { object, roleKey, subjects } of access.bindings) {
        const sorts = new Set(subjects.map(({ subject }) => sortOf(subject)).filter((sort) => sort !== 'infrastructure'));
        const [sort] = sorts;
        // a binding with both is a finding of its own
        if (sort === undefined || sorts.size > 1 || roleKey.startsWith('ClusterRole/system:')) continue;
        const known = first.get(roleKey);
        if (known === undefined) first.set(roleKey, sort);
        else if (known !== sort) yield { at: object, field: 'roleRef.name', message: { zh: `${roleKey} 同时绑定给人员与 ServiceAccount`, en: `${roleKey} is bound both to people and to ServiceAccounts` } };
      }
    }
  },
};

/** One ServiceAccount for each workload: a shared one has the rights of all of them. `default` is a finding of its own. */
export const sharedAccounts: EstateRule = {
  id: 'NSA-AUTH-05',
  fix: { zh: '每个工作负载用自己的 ServiceAccount（spec.serviceAccountName）', en: 'give each workload a ServiceAccount of its own (spec.serviceAccountName)' },
  *find(estate) {
    const first = new Map<string, EstateObject>();
    for (const object of estate.objects) {
      const { manifest, zone } = object;
      // what a controller made belongs to the workload that is judged already
      if (list(at(manifest, 'metadata', 'ownerReferences')).length > 0) continue;
      for (const { spec, field } of estate.podsOf(object)) {
        const account = text(spec['serviceAccountName']) || text(spec['serviceAccount']) || 'default';
        if (account === 'default') continue;
        const key = `${zone}/${namespaceOf(manifest)}/${account}`;
        const known = first.get(key);
        if (!known) first.set(key, object);
        else if (known !== object) {
          const other = `${known.manifest.kind} ${text(at(known.manifest, 'metadata', 'name')) ?? ''}`;
          yield { at: object, field: `${field}.serviceAccountName`, message: { zh: `账号 ${account} 已由 ${other} 使用`, en: `account ${account} is that of ${other} already` } };
        }
      }
    }
  },
};
