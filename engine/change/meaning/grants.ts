import { grants, rulesOf, type AccessRule } from '../../access/index.ts';

/** What a role may do to one resource, e.g. `pods/exec` of the core group, or to a URL; `names` only where it is not all of them. */
export interface Right {
  /** `pods/exec`, `deployments.apps`, `/healthz`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  readonly names: readonly string[];
}

/** Single rights that are compared one by one; a rule with more is compared as a whole. */
const MOST = 5000;

interface Single {
  readonly resource: string;
  readonly verb: string;
  readonly names: readonly string[];
  readonly isHeld: (rule: AccessRule) => boolean;
}

/** What the rules of `more` allow and those of `less` do not, wildcards counted; by resource, in the order of the rules. */
export function rightsBeyond(more: unknown, less: unknown): readonly Right[] {
  const held = rulesOf(less);
  const known = new Set(held.map((rule) => JSON.stringify(rule)));
  const beyond = new Map<string, { resource: string; verbs: Set<string>; names: readonly string[] }>();
  let left = MOST;
  for (const rule of rulesOf(more)) {
    if (known.has(JSON.stringify(rule))) continue;
    for (const { resource, verb, names, isHeld } of singles(rule)) {
      // beyond the bound every right counts as new: rather said once too often
      if (left-- > 0 && held.some(isHeld)) continue;
      const key = JSON.stringify([resource, names]);
      const right = beyond.get(key) ?? { resource, verbs: new Set<string>(), names };
      right.verbs.add(verb);
      beyond.set(key, right);
    }
  }
  return [...beyond.values()].map(({ resource, verbs, names }) => ({ resource, verbs: [...verbs], names }));
}

function* singles({ apiGroups, resources, verbs, resourceNames, nonResourceURLs }: AccessRule): Generator<Single> {
  for (const verb of verbs) {
    for (const group of apiGroups) {
      for (const resource of resources) {
        yield {
          resource: group === '' || resource.startsWith('*') ? resource : `${resource}.${group}`, verb, names: resourceNames,
          isHeld: (rule) => (resourceNames.length === 0 ? [undefined] : resourceNames).every((name) => grants(rule, { group, resource, verb, ...(name === undefined ? {} : { name }) })),
        };
      }
    }
    for (const url of nonResourceURLs) yield { resource: url, verb, names: [], isHeld: (rule) => rule.nonResourceURLs.includes(url) && (rule.verbs.includes('*') || rule.verbs.includes(verb)) };
  }
}

/** `pods/exec (create, get)`. */
export const rightText = ({ resource, verbs, names }: Right): string => `${resource} (${verbs.join(', ')})${names.length > 0 ? ` [${names.join(', ')}]` : ''}`;
