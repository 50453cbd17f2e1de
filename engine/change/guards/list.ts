import { APPROVABLE, IDS } from './ids.ts';
import { fullNodes, fullQuotas } from './capacity.ts';
import { immutable, lostApplications, lostDefinitions, lostNamespaces, lostState, overBudget } from './destroy.ts';
import { newFindings, pathsAcross, weakerHardening, widerGrants } from './opening.ts';
import { callsWithoutReview, expiredWaivers, frozen, strangeHands } from './people.ts';
import { newArtefacts } from './releases.ts';
import type { Analysis, GuardInput, GuardRow, Stop } from './row.ts';

const guard = (id: string, zh: string, en: string, find: GuardRow['find']): GuardRow => ({ id, zh, en, approval: APPROVABLE.has(id), find });

/** A guard that looks at each environment by itself. */
const each = (id: string, zh: string, en: string, find: (analysis: Analysis, input: GuardInput) => readonly Stop[]): GuardRow =>
  guard(id, zh, en, (input) => input.analyses.flatMap((analysis) => find(analysis, input)));

/** All guards; engine/change/README.md has the same list. */
export const GUARDS: readonly GuardRow[] = [
  each(IDS.deletes, '删除或移走的对象超出预算', 'more objects are deleted or moved away than the budget says', overBudget),
  each(IDS.state, '删除、改名、重建、移走或缩减有状态对象', 'an object with state is deleted, renamed, replaced, moved or shrunk', lostState),
  each(IDS.namespace, '删除命名空间', 'a Namespace is deleted', lostNamespaces),
  each(IDS.definition, '删除或重建 CRD', 'a CustomResourceDefinition is deleted or made anew', lostDefinitions),
  each(IDS.application, '删除 ArgoCD 的 Application 或 AppProject', 'an Application or AppProject is deleted', lostApplications),
  each(IDS.immutable, '修改不可变字段', 'a field changes that cannot change in place', immutable),
  each(IDS.capacity, '节点放不下', 'the nodes do not hold all pods', fullNodes),
  each(IDS.quota, '超出命名空间配额', 'a quota does not hold its namespace', fullQuotas),
  each(IDS.gap, '新的跨网闸通路', 'a new path across the gap', pathsAcross),
  each(IDS.finding, '新的加固问题', 'a new finding of hardening', newFindings),
  each(IDS.hardening, '防护减弱', 'an object protects less than before', weakerHardening),
  each(IDS.grant, '权限扩大', 'somebody gains rights', widerGrants),
  each(IDS.waiver, '豁免过期', 'a waiver is over', expiredWaivers),
  each(IDS.artefact, '强约束服务的制品与交付的不同', 'the artefact of a service under a strong constraint is not the delivered one', newArtefacts),
  guard(IDS.ownership, '修改了不属于自己的内容', 'a tenant touches what it does not own', strangeHands),
  guard(IDS.review, '新调用其他承建商的服务,尚无其评审', "a new call to another tenant's service without its review", callsWithoutReview),
  each(IDS.freeze, '封网期', 'a freeze', frozen),
];
