import { hoursOf, PLATFORM } from '../analysis/index.ts';
import type { Analysis, GuardInput, Stop } from './row.ts';

/** Waivers that are over on the day: what they covered is open again. An environment that the change leaves alone is not its matter. */
export function expiredWaivers({ pair, waivers }: Analysis): readonly Stop[] {
  if (pair.changes.length === 0 && waivers.added.length + waivers.removed.length === 0) return [];
  return waivers.expired.map((name): Stop => ({
    environment: pair.name, target: name, changes: [], zh: `豁免 ${name} 已过期`, en: `the waiver ${name} is over`,
    instead: { zh: '修好它豁免的问题并删除该行,或经评审延长 expires', en: 'mend what it is for and remove the row, or have a later expires reviewed' },
  }));
}

/** Sources that are touched by a tenant that does not own them, a file or a row at a time. */
export function strangeHands({ context: { as, head, base }, touched }: GuardInput): readonly Stop[] {
  if (!as || as.length === 0 || as.includes(PLATFORM)) return [];
  const names = new Set([...head, ...base].map(({ name }) => name));
  return touched.filter(({ owners }) => !owners.some((each) => as.includes(each))).map(({ what, owners: of }): Stop => {
    const [root, environment = ''] = what.split('/');
    const owners = of.join(', ');
    return {
      environment: root === 'environments' && names.has(environment) ? environment : [...names].sort()[0] ?? '', target: what.replace(/[\s*?]/g, '_'), changes: [],
      zh: `${as.join(', ')} 修改了不属于它的 ${what}(属于 ${owners})`, en: `${as.join(', ')} touches ${what}, which is that of ${owners}`,
      instead: { zh: `撤销这部分修改,或由 ${owners} 提交`, en: `take it back, or let ${owners} propose it` },
    };
  });
}

/** Calls to another tenant's service that this tenant has not reviewed. Without a tenant whose change it is, review is left to the code owners. */
export function callsWithoutReview({ context: { as, reviews = [] }, analyses }: GuardInput): readonly Stop[] {
  if (!as || as.length === 0 || as.includes(PLATFORM)) return [];
  const seen = new Set([...as, ...reviews]);
  return analyses.flatMap(({ calls }) => calls.filter(({ tenant, callee }) => tenant !== callee && !seen.has(callee)).map(({ environment, from, to, callee }): Stop => ({
    environment, target: `${from}->${to}`, changes: [],
    zh: `${from} 新调用 ${callee} 的 ${to},尚无 ${callee} 的评审`, en: `${from} newly calls ${to} of ${callee}, which has not reviewed it`,
    instead: { zh: `请 ${callee} 评审`, en: `ask ${callee} for its review` },
  })));
}

/** Shorter windows are waited out: ArgoCD holds the sync by itself, and what is merged comes when they end. */
export const FREEZE_HOURS = 24;

/** Applications that a freeze of a day or longer holds now: what is merged would pile up and come at once. The row that overrides it says who, why and until when. */
export function frozen({ pair, held }: Analysis): readonly Stop[] {
  return held.filter(({ until, schedule }) => until !== undefined && hoursOf(schedule.slice(schedule.lastIndexOf(' '))) >= FREEZE_HOURS).map(({ zone, application, until }): Stop => ({
    environment: pair.name, target: `${zone}/${application}`, changes: pair.changes.filter((each) => each.zone === zone && each.application === application),
    zh: `${application} 处于封网期,到 ${until} 为止`, en: `${application} is frozen until ${until}`,
    instead: { zh: '等封网期结束', en: 'wait until it ends' },
  }));
}
