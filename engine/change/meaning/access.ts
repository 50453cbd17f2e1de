import type { Manifest } from '../../manifest.ts';
import type { Text } from '../../problem/index.ts';
import type { Change } from '../change.ts';
import { at, isRecord, records, text } from '../plain.ts';
import type { Field } from './field.ts';
import { rightsBeyond, rightText } from './grants.ts';
import { cut, few } from './shown.ts';
import { data, meaning, told, type Concern, type Told } from './told.ts';

/** Rights of roles and who holds them, as RBAC counts them. */
export const access: Concern = {
  kind: 'access',
  words: {
    serviceAccountName: { zh: '服务账号', en: 'service account' },
    authorization: { zh: '授权', en: 'authorization' },
    aggregationRule: { zh: '聚合规则', en: 'aggregation' },
    acls: { zh: '访问控制', en: 'access control' },
  },
  tell: (fields, change) => [...tellRules(fields, change), ...tellSubjects(fields, change), ...tellRole(fields, change)],
  whole: (manifest, { class: is }) => {
    const isNew = is === 'created';
    if (isRole(manifest)) {
      const rights = rightsBeyond(manifest['rules'], []).map(rightText);
      if (rights.length === 0) return [];
      const { zh, en } = few(rights);
      return [meaning('access', `${isNew ? '角色可以' : '角色曾可以'}：${zh}`, `role ${isNew ? 'grants' : 'granted'} ${en}`, { what: 'rights', [isNew ? 'gained' : 'lost']: rights.slice(0, 50) })];
    }
    if (!isBinding(manifest)) return [];
    const who = subjectsOf(manifest);
    const { zh, en } = few(who);
    const role = roleOf(manifest);
    const where = place(manifest);
    return [meaning('access', `${zh} ${isNew ? '获得' : '失去'} ${role}${where.zh}`, `${en} ${isNew ? 'gains' : 'loses'} ${role}${where.en}`, { what: 'binding', role, [isNew ? 'gained' : 'lost']: who.slice(0, 50) })];
  },
};

const isRole = ({ kind, apiVersion }: Manifest): boolean => apiVersion.startsWith('rbac.authorization.k8s.io/') && (kind === 'Role' || kind === 'ClusterRole');
const isBinding = ({ kind, apiVersion }: Manifest): boolean => apiVersion.startsWith('rbac.authorization.k8s.io/') && (kind === 'RoleBinding' || kind === 'ClusterRoleBinding');

function tellRules(fields: readonly Field[], { before, after }: Change): readonly Told[] {
  const own = fields.filter(({ keys }) => keys[0] === 'rules');
  if (own.length === 0 || !before || !after || !isRole(after)) return [];
  const { name } = after.metadata;
  const gained = rightsBeyond(after['rules'], before['rules']).map(rightText);
  const lost = rightsBeyond(before['rules'], after['rules']).map(rightText);
  if (gained.length + lost.length === 0) return [told(own, 'access', `${name} 的规则换了写法，权限不变`, `rules of ${name} are written differently and grant the same`, { what: 'same', gained, lost })];
  const [more, less] = [few(gained), few(lost)];
  const zh = [...(gained.length > 0 ? [`获得 ${more.zh}`] : []), ...(lost.length > 0 ? [`失去 ${less.zh}`] : [])].join('，');
  const en = [...(gained.length > 0 ? [`gains ${more.en}`] : []), ...(lost.length > 0 ? [`loses ${less.en}`] : [])].join(', ');
  return [told(own, 'access', `${name} ${zh}`, `${name} ${en}`, { what: 'rights', gained: gained.slice(0, 200), lost: lost.slice(0, 200) })];
}

function tellSubjects(fields: readonly Field[], { before, after }: Change): readonly Told[] {
  const own = fields.filter(({ keys }) => keys[0] === 'subjects');
  if (own.length === 0 || !before || !after || !isBinding(after)) return [];
  const [was, is] = [subjectsOf(before), subjectsOf(after)];
  const [former, now] = [new Set(was), new Set(is)];
  const gained = is.filter((each) => !former.has(each));
  const lost = was.filter((each) => !now.has(each));
  if (gained.length + lost.length === 0) return [];
  const role = roleOf(after);
  const where = place(after);
  const zh = [...(gained.length > 0 ? [`${few(gained).zh} 获得 ${role}`] : []), ...(lost.length > 0 ? [`${few(lost).zh} 失去 ${role}`] : [])].join('，');
  const en = [...(gained.length > 0 ? [`${few(gained).en} gains ${role}`] : []), ...(lost.length > 0 ? [`${few(lost).en} loses ${role}`] : [])].join(', ');
  return [told(own, 'access', `${zh}${where.zh}`, `${en}${where.en}`, { what: 'binding', role, gained: gained.slice(0, 200), lost: lost.slice(0, 200) })];
}

/** Who is bound gets another role. */
function tellRole(fields: readonly Field[], { before, after }: Change): readonly Told[] {
  const own = fields.filter(({ keys }) => keys[0] === 'roleRef');
  if (own.length === 0 || !before || !after || !isBinding(after)) return [];
  const who = few(subjectsOf(after));
  const [from, to] = [roleOf(before), roleOf(after)];
  const where = place(after);
  return [told(own, 'access', `${who.zh} 由 ${from} 改为 ${to}${where.zh}`, `${who.en} now: ${to} instead of ${from}${where.en}`, data({ what: 'role', from, to, subjects: subjectsOf(after).slice(0, 200) }))];
}

/** `Group champ:ops`, `ServiceAccount core-mbs/web`. */
export const subjectsOf = (binding: Manifest): readonly string[] => records(binding['subjects']).map((each) => {
  const namespace = text(each['namespace']);
  return cut(`${text(each['kind']) ?? '-'} ${namespace === undefined ? '' : `${namespace}/`}${text(each['name']) ?? '-'}`, 200);
});

function roleOf(binding: Manifest): string {
  const role = binding['roleRef'];
  return isRecord(role) ? cut(`${text(at(role, 'kind')) ?? '-'} ${text(at(role, 'name')) ?? '-'}`, 200) : '-';
}

const place = ({ kind, metadata: { namespace } }: Manifest): Text =>
  kind === 'ClusterRoleBinding' ? { zh: '（整个集群）', en: ' in the whole cluster' } : { zh: `（命名空间 ${namespace ?? '-'}）`, en: ` in ${namespace ?? '-'}` };
