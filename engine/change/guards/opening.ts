import { guardName } from '../../guard/index.ts';
import { canonical } from '../../guard/values.ts';
import { flowText, projectGrants } from '../analysis/index.ts';
import type { EnvironmentPair, FoundFlow, FoundGrant } from '../analysis/index.ts';
import type { Change } from '../change.ts';
import type { JudgeContext } from '../context.ts';
import { isMetadataOnly } from '../risk/facts.ts';
import { strangeProject } from './applications.ts';
import { namespacesGone } from './destroy.ts';
import { boundless, strangeDestinations } from './projects.ts';
import type { Analysis, GuardInput, Stop } from './row.ts';
import { unasked } from './unasked.ts';
import { protects, weakened } from './weaker.ts';

/** One name out of several words. */
const joined = (...words: readonly string[]): string => words.join('/').replace(/\s+/g, '').replaceAll('*', 'all').replaceAll('?', '');

/** Flows by the policies that they name as their reasons, as `zone namespace/name`. */
export function flowsByPolicy(flows: readonly FoundFlow[]): ReadonlyMap<string, readonly FoundFlow[]> {
  const found = new Map<string, FoundFlow[]>();
  for (const flow of flows) {
    for (const word of new Set(flow.why.split(/[\s,;()]+/))) {
      if (!word.includes('/')) continue;
      const key = `${flow.zone} ${word}`;
      const known = found.get(key);
      if (known) known.push(flow);
      else found.set(key, [flow]);
    }
  }
  return found;
}

/** Key of a policy for `flowsByPolicy`; undefined for what is none. */
export const policyKey = ({ zone, object: { kind, namespace, name } }: Change): string | undefined => (kind === 'NetworkPolicy' ? `${zone} ${namespace}/${name}` : undefined);

/** New ways over the gap: traffic to or from it or a workload that relays it, and calls between zones that no new traffic shows. */
export function pathsAcross(analysis: Analysis, { context }: GuardInput): readonly Stop[] {
  const { pair, exposure, calls } = analysis;
  const flows = exposure.opened.filter(({ acrossGap }) => acrossGap);
  const nameOf = (id: string) => id.slice(id.indexOf('/') + 1);
  const shown = new Set(flows.map(({ from }) => nameOf(from)));
  const byPolicy = flowsByPolicy(flows);
  const opening = new Map<FoundFlow, Change[]>();
  for (const change of pair.changes) for (const flow of byPolicy.get(policyKey(change) ?? '') ?? []) opening.set(flow, [...(opening.get(flow) ?? []), change]);
  return [
    ...flows.map((flow): Stop => ({
      environment: pair.name, target: joined(flow.zone, `${flow.from}->${flow.to}:${flow.ports}`), changes: opening.get(flow) ?? [],
      zh: `新的跨网闸通路(${flow.zone}):${flowText(flow)}`, en: `a new path across the gap (${flow.zone}): ${flowText(flow)}`,
    })),
    ...calls.filter(({ acrossGap, from }) => acrossGap && !shown.has(from)).map(({ from, to }): Stop => ({
      environment: pair.name, target: `${from}->${to}`, changes: [], zh: `新的跨网闸调用:${from} -> ${to}`, en: `a new call across the gap: ${from} -> ${to}`,
    })),
    ...allowedBeside(pair, context.allowances),
  ];
}

/** Rules of network policies of other kinds, by which traffic may pass that no NetworkPolicy shows: nobody can say that it stays on this side of the gap. */
function allowedBeside(pair: EnvironmentPair, allowances: JudgeContext['allowances']): readonly Stop[] {
  if (!pair.isOnBoth || !allowances) return [];
  return pair.changes.flatMap((change): readonly Stop[] => {
    const { before, after, zone } = change;
    if (!after || (before && canonical(before['spec']) === canonical(after['spec']) && canonical(before['specs']) === canonical(after['specs']))) return [];
    const fields = allowances(after);
    return fields.length === 0 ? [] : [{
      environment: pair.name, target: joined(zone, after.apiVersion.split('/')[0]!, guardName(after)), changes: [change],
      zh: `${after.apiVersion} 的策略允许流量(${fields.join(', ')}),是否跨网闸无法判定`, en: `a policy of ${after.apiVersion} lets traffic through (${fields.join(', ')}): nobody can tell whether over the gap`,
      instead: { zh: '改用 NetworkPolicy', en: 'use a NetworkPolicy' },
    }];
  });
}

/** Findings that no waiver covers; the same rule at one object is told once. */
export function newFindings({ pair, findings: { appeared } }: Analysis): readonly Stop[] {
  const found = new Map<string, (typeof appeared)[number][]>();
  for (const each of appeared) found.set(`${each.rule}/${each.object}`, [...(found.get(`${each.rule}/${each.object}`) ?? []), each]);
  return [...found].map(([key, of]): Stop => {
    const [{ rule, object, message, fix }] = of as [(typeof appeared)[number]];
    const fields = [...new Set(of.map(({ field }) => field))].slice(0, 3).join(', ');
    return {
      environment: pair.name, target: joined(key), changes: pair.changes.filter((each) => targetOf(each) === object),
      zh: `新的加固问题 ${rule}:${message.zh}(${object} ${fields})`, en: `a new finding of ${rule}: ${message.en} (${object} ${fields})`,
      instead: { zh: `${fix.zh};确有必要时在 waivers.yaml 写明豁免`, en: `${fix.en}; where it must be, write a waiver into waivers.yaml` },
    };
  });
}

const targetOf = ({ object: { kind, namespace, name } }: Change): string => [kind, ...(namespace ? [namespace] : []), name].join('/');

/** Fields that protect less than before, and objects that protected and go while what they protected stays. */
export function weakerHardening({ pair }: Analysis): readonly Stop[] {
  const gone = namespacesGone(pair);
  return pair.changes.flatMap((change): readonly Stop[] => {
    const { before, after, zone } = change;
    if (!before) return [];
    const common = { environment: pair.name, target: guardName(before), changes: [change] };
    if (!after) {
      const isMissed = protects(before) && !gone.has(`${zone} ${before.metadata.namespace ?? ''}`);
      return isMissed ? [{ ...common, zh: '删除了起保护作用的对象', en: 'an object that protects others is deleted' }] : [];
    }
    const fields = [...new Set([
      ...weakened(before, after, pair.head?.model?.stage !== 'development'), ...unasked(pair, change), ...strangeDestinations(pair, change), ...strangeProject(pair, change),
    ])];
    return fields.length === 0 ? [] : [{ ...common, zh: `防护减弱:${fields.join(', ')}`, en: `protects less than before: ${fields.join(', ')}` }];
  });
}

/** Rights that nobody would expect a subject to gain; one stop for what a subject gains by one role. */
export function widerGrants({ pair, access }: Analysis): readonly Stop[] {
  const found = new Map<string, FoundGrant[]>();
  for (const each of access.gained) {
    if (!each.wider) continue;
    const key = joined(each.zone, each.subject, each.namespace || 'cluster', each.role);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  const projects = pair.changes.flatMap((change): readonly Stop[] => {
    const lines = projectGrants(change);
    return lines.length === 0 ? [] : [{
      environment: pair.name, target: guardName(change.after!), changes: [change],
      zh: `ArgoCD 权限扩大:${lines.slice(0, 3).join('; ')}`, en: `wider rights in ArgoCD: ${lines.slice(0, 3).join('; ')}`,
    }];
  });
  return [...answering(pair), ...[...found].map(([target, of]): Stop => {
    const [{ subject, role, zone }] = of as [FoundGrant];
    const rights = of.slice(0, 3).map(({ what }) => what).join('; ') + (of.length > 3 ? ` (+${of.length - 3})` : '');
    return {
      environment: pair.name, target, changes: pair.changes.filter((each) => each.zone === zone && grantsBy(each, role, subject)),
      zh: `${subject} 获得更大的权限:${rights}`, en: `${subject} gains: ${rights}`,
    };
  }), ...projects];
}

/** Kinds whose servers, or whose rules, see or change the objects of everybody. */
const ANSWERING: ReadonlySet<string> = new Set(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'APIService']);

/** Who is asked about objects of others, newly or otherwise than before; and projects that are new and know no bounds. */
function answering(pair: EnvironmentPair): readonly Stop[] {
  if (!pair.isOnBoth) return [];
  return pair.changes.flatMap((change): readonly Stop[] => {
    const { before, after, object: { kind } } = change;
    if (!after) return [];
    const common = { environment: pair.name, target: guardName(after), changes: [change] };
    if (ANSWERING.has(kind) && (!before || !isMetadataOnly(change))) return [{ ...common, zh: '它能看到或改动集群中他人的对象', en: 'it sees or changes the objects of others in the cluster' }];
    const fields = kind === 'AppProject' && !before ? boundless(after) : [];
    return fields.length === 0 ? [] : [{ ...common, zh: `新的 ArgoCD 项目没有界限:${fields.join(', ')}`, en: `a new project of ArgoCD without bounds: ${fields.join(', ')}` }];
  });
}

/** Whether an object is that role, or a binding of the subject. */
export function grantsBy({ object: { kind, namespace, name }, after }: Change, role: string, subject: string): boolean {
  if (kind === 'Role') return role === `Role/${namespace}/${name}`;
  if (kind === 'ClusterRole') return role === `ClusterRole/${name}`;
  return kind.endsWith('RoleBinding') && JSON.stringify(after?.['subjects'] ?? []).includes(`"${subject.slice(subject.lastIndexOf('/') + 1)}"`);
}
