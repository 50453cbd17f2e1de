import { accessOf, excess, pathText, subjectText, type AccessBinding, type Excess } from '../../engine/access/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import type { EstateRule } from '../../engine/policy/index.ts';

/**
 * The claim that the estate makes: what each group may grant is within what it is meant to grant, and no path of steps leads to
 * more. One finding for each subject and binding that starts such a path, with the worst of it.
 */
export const escalation: EstateRule = {
  id: 'NSA-AUTH-08',
  fix: { zh: '去掉路径第一步所需的权限，或缩小绑定的命名空间', en: 'take away the right that the first step of the path needs, or bind it in fewer namespaces' },
  *find(estate) {
    for (const zone of accessOf(estate).keys()) {
      const worst = new Map<AccessBinding, Map<string, Excess>>();
      for (const each of excess(estate, zone)) {
        const from = (each.reached ?? each.grantable)?.from;
        if (!from) continue;
        let of = worst.get(from);
        if (!of) worst.set(from, (of = new Map()));
        const known = of.get(each.subject.key);
        if (!known || rank(each) > rank(known)) of.set(each.subject.key, each);
      }
      for (const [binding, of] of worst) {
        for (const each of of.values()) yield { at: binding.object, field: 'roleRef.name', message: messageOf(each) };
      }
    }
  },
};

/** Everything is worse than a role, and rights are worse than the right to give them. */
function rank({ reached }: Excess): number {
  if (!reached) return 0;
  return reached.role !== '*' && reached.role !== 'ClusterRole/cluster-admin' ? 1 : reached.namespace === '' ? 3 : 2;
}

function messageOf({ subject, reached, grantable }: Excess): Text {
  const who = subjectText(subject);
  if (reached) {
    const { zh, en } = pathText(reached.steps);
    return { zh: `${who} 可越权：${zh}`, en: `${who} can come to more than it is meant to have: it ${en}` };
  }
  const { role = '', namespace = '', steps = [], byHolding = false } = grantable ?? {};
  const { zh, en } = pathText(steps);
  const place = namespace ? { zh: `在 ${namespace} `, en: ` in ${namespace}` } : { zh: '', en: ' in the whole cluster' };
  const why = byHolding ? { zh: '（因自己持有）', en: ', since it holds it itself' } : { zh: '', en: '' };
  return {
    zh: `${who} ${steps.length > 0 ? `${zh}，然后` : ''}${place.zh}可授予 ${role}${why.zh}，这不在其可授予之列`,
    en: `${who} ${steps.length > 0 ? `${en}, then ` : ''}may grant ${role}${place.en}${why.en}, which it is not meant to`,
  };
}
