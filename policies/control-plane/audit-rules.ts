import { list, record, records, text, texts, type Plain } from '../../engine/inspect/plain.ts';

/** Levels of the audit API, from nothing to everything. */
export const LEVELS = ['None', 'Metadata', 'Request', 'RequestResponse'] as const;

export type Level = (typeof LEVELS)[number];

/** One call as the API server sees it when it looks for the rule. */
export interface Call {
  readonly user: string;
  readonly groups: readonly string[];
  readonly verb: string;
  readonly group: string;
  /** Plural with its subresource, e.g. `pods/exec`. */
  readonly resource: string;
  readonly namespace: string;
}

/** A rule of an audit Policy; an empty list asks for nothing. */
export interface AuditRule {
  /** `None` too where the stage that tells of a call is left out. */
  readonly level: Level;
  readonly users: readonly string[];
  readonly userGroups: readonly string[];
  readonly verbs: readonly string[];
  readonly namespaces: readonly string[];
  readonly resources: readonly { readonly group: string; readonly resources: readonly string[]; readonly named: boolean }[];
  /** It speaks of URLs, so of no resource. */
  readonly urls: boolean;
}

export interface Verdict {
  readonly level: Level;
  /** Index of the rule that decides; -1 when none does, and nothing is recorded. */
  readonly rule: number;
}

/** The rules of a Policy, in their order. */
export function auditRules(policy: Plain): readonly AuditRule[] {
  return list(policy['rules']).map((each) => {
    const rule = record(each);
    const silent = [...texts(policy['omitStages']), ...texts(rule['omitStages'])].includes('ResponseComplete');
    return {
      level: silent ? 'None' : LEVELS.find((level) => level === rule['level']) ?? 'None',
      users: texts(rule['users']), userGroups: texts(rule['userGroups']), verbs: texts(rule['verbs']), namespaces: texts(rule['namespaces']),
      resources: records(rule['resources']).map((row) => ({ group: text(row['group']) ?? '', resources: texts(row['resources']), named: list(row['resourceNames']).length > 0 })),
      urls: list(rule['nonResourceURLs']).length > 0,
    };
  });
}

/** Level of a call: the first rule that matches decides, as in the audit package of the API server. */
export function levelOf(rules: readonly AuditRule[], call: Call): Verdict {
  const rule = rules.findIndex((each) => matches(each, call));
  return { level: rules[rule]?.level ?? 'None', rule };
}

/** Rules that decide this call for some caller in some namespace: all that could match up to the first that surely does. */
export function possibleLevels(rules: readonly AuditRule[], call: Pick<Call, 'verb' | 'group' | 'resource'>): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const [index, rule] of rules.entries()) {
    if (!asksFor(rule.verbs, call.verb) || !ofResource(rule, call, true)) continue;
    found.push({ level: rule.level, rule: index });
    if (rule.users.length + rule.userGroups.length + rule.namespaces.length === 0 && !rule.resources.some(({ named }) => named)) break;
  }
  return found;
}

export const isAbove = (level: Level, other: Level): boolean => LEVELS.indexOf(level) > LEVELS.indexOf(other);

function matches(rule: AuditRule, call: Call): boolean {
  return asksFor(rule.users, call.user) && asksFor(rule.verbs, call.verb) && asksFor(rule.namespaces, call.namespace)
    && (rule.userGroups.length === 0 || rule.userGroups.some((group) => call.groups.includes(group)))
    && ofResource(rule, call, false);
}

const asksFor = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value);

/** Rules about URLs never match a resource, unless they name resources or namespaces too. `named`: rows for some names alone count too. */
function ofResource({ resources, namespaces, urls }: AuditRule, { group, resource }: Pick<Call, 'group' | 'resource'>, named: boolean): boolean {
  if (resources.length === 0) return namespaces.length > 0 || !urls;
  return resources.some((row) => row.group === group && (named || !row.named) && (row.resources.length === 0 || row.resources.some((each) => names(each, resource))));
}

function names(wanted: string, resource: string): boolean {
  if (wanted === '*' || wanted === resource) return true;
  const slash = resource.indexOf('/');
  if (wanted.startsWith('*/')) return slash >= 0 && wanted.slice(2) === resource.slice(slash + 1);
  return wanted.endsWith('/*') && wanted.slice(0, -2) === (slash < 0 ? resource : resource.slice(0, slash));
}
