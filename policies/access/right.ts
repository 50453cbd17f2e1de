import type { AccessRule } from '../../engine/access/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import { words } from '../network/cel.ts';

/** Rights that a role should not give: any of these verbs on any of these resources, written out or by a wildcard. */
export interface Right {
  readonly targets: readonly RightTarget[];
  readonly verbs: readonly string[];
  /** `resourceNames` makes it harmless. @default false */
  readonly named?: boolean;
  /** Which right it is, for people. */
  readonly what: Text;
}

export interface RightTarget {
  readonly groups: readonly string[];
  readonly resources: readonly string[] | 'any';
  /** Start of resources that are meant too, e.g. `userextras/`. */
  readonly prefix?: string;
}

const ALL = '*';

/** A resource and all patterns that stand for it; `pods/*` too, which the API server takes literally and a reader does not. */
function patterns(resource: string): readonly string[] {
  const slash = resource.indexOf('/');
  return slash < 0 ? [resource] : [resource, `${resource.slice(0, slash)}/${ALL}`, `${ALL}${resource.slice(slash)}`];
}

const allPatterns = (resources: readonly string[]): readonly string[] => [...new Set([ALL, ...resources.flatMap(patterns)])];

/** True in CEL for an element `rule` that does not give the right. */
export function withoutRight({ targets, verbs, named }: Right): string {
  const any = (field: string, values: readonly string[]) => `rule.?${field}.orValue([]).exists(each, each in ${words(values)})`;
  const target = targets.map(({ groups, resources, prefix }) => {
    if (resources === 'any') return any('apiGroups', groups);
    const starting = prefix ? ` || rule.?resources.orValue([]).exists(each, each.startsWith('${prefix}'))` : '';
    return `${any('apiGroups', [ALL, ...groups])} && (${any('resources', allPatterns(resources))}${starting})`;
  });
  const found = `${any('verbs', [ALL, ...verbs])} && (${target.map((each) => `(${each})`).join(' || ')})`;
  return named ? `rule.?resourceNames.orValue([]).size() > 0 || !(${found})` : `!(${found})`;
}

/** The same over a rule that is known already: true where it gives the right. */
export function givesRight({ targets, verbs, named }: Right, rule: AccessRule): boolean {
  if (named && rule.resourceNames.length > 0) return false;
  const any = (list: readonly string[], values: readonly string[]) => list.some((each) => values.includes(each));
  return any(rule.verbs, [ALL, ...verbs]) && targets.some(({ groups, resources, prefix }) => {
    if (resources === 'any') return any(rule.apiGroups, groups);
    return any(rule.apiGroups, [ALL, ...groups]) && (any(rule.resources, allPatterns(resources)) || (prefix !== undefined && rule.resources.some((each) => each.startsWith(prefix))));
  });
}
