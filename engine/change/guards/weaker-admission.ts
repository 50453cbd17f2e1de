import { isEmptySelector } from '../../inspect/label-index.ts';
import { at, list, records, text, texts } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { canonical } from '../../guard/values.ts';

type Find = (before: Manifest, after: Manifest) => readonly string[];

const entries = (value: unknown): ReadonlySet<string> => new Set(list(value).map((each) => canonical(each) ?? ''));
const isWithin = (these: ReadonlySet<string>, those: ReadonlySet<string>): boolean => [...these].every((each) => those.has(each));
const expressions = (manifest: Manifest, field: string): ReadonlySet<string> => new Set(records(at(manifest, 'spec', field)).map((each) => text(each['expression']) ?? ''));
const named = (manifest: Manifest): ReadonlySet<string> => new Set(records(at(manifest, 'spec', 'variables')).map((each) => `${text(each['name'])} ${text(each['expression'])}`));

/** What rules of resources match, one operation on one resource each. */
const matches = (rules: unknown): readonly (readonly string[])[] => records(rules).flatMap((rule) => (
  texts(rule['apiGroups']).flatMap((group) => texts(rule['apiVersions']).flatMap((version) => texts(rule['operations']).flatMap((operation) => texts(rule['resources']).map((resource) => [group, version, operation, resource, text(rule['scope']) ?? '*', canonical(rule['resourceNames']) ?? '*']))))
));

const covers = (wide: readonly string[], narrow: readonly string[]): boolean => wide.every((each, index) => each === '*' || each === narrow[index]);

/** Selectors and rules by which less is asked about than before. */
function narrower(before: unknown, after: unknown, path: string): readonly string[] {
  const [was, is] = [matches(at(before, 'resourceRules')), matches(at(after, 'resourceRules'))];
  const isLess = was.length === 0 ? is.length > 0 && before !== undefined : is.length > 0 && !was.every((each) => is.some((wide) => covers(wide, each)));
  const selectors = ['namespaceSelector', 'objectSelector'].filter((key) => canonical(at(before, key)) !== canonical(at(after, key)) && !isEmptySelector(at(after, key)));
  return [
    ...(isLess ? [`${path}.resourceRules`] : []),
    ...selectors.map((key) => `${path}.${key}`),
    ...(isWithin(entries(at(after, 'excludeResourceRules')), entries(at(before, 'excludeResourceRules'))) ? [] : [`${path}.excludeResourceRules`]),
    ...(at(before, 'matchPolicy') !== 'Exact' && at(after, 'matchPolicy') === 'Exact' ? [`${path}.matchPolicy`] : []),
  ];
}

/** An expression that was there is there still, a condition that is there was there before: what else it comes to, a person must say. */
export const admissionPolicy: Find = (before, after) => [
  ...(at(before, 'spec', 'failurePolicy') !== 'Ignore' && at(after, 'spec', 'failurePolicy') === 'Ignore' ? ['spec.failurePolicy'] : []),
  ...(isWithin(expressions(before, 'validations'), expressions(after, 'validations')) && list(at(before, 'spec', 'validations')).length <= list(at(after, 'spec', 'validations')).length ? [] : ['spec.validations']),
  ...(isWithin(expressions(after, 'matchConditions'), expressions(before, 'matchConditions')) ? [] : ['spec.matchConditions']),
  ...(isWithin(named(before), named(after)) ? [] : ['spec.variables']),
  ...(canonical(at(before, 'spec', 'paramKind')) === canonical(at(after, 'spec', 'paramKind')) ? [] : ['spec.paramKind']),
  ...narrower(at(before, 'spec', 'matchConstraints'), at(after, 'spec', 'matchConstraints'), 'spec.matchConstraints'),
];

/** Of a binding that denies; one that only warns protects nobody. */
export const admissionBinding: Find = (before, after) => {
  if (!texts(at(before, 'spec', 'validationActions')).includes('Deny')) return [];
  return [
    ...(texts(at(after, 'spec', 'validationActions')).includes('Deny') ? [] : ['spec.validationActions']),
    ...['policyName', 'paramRef'].filter((key) => canonical(at(before, 'spec', key)) !== canonical(at(after, 'spec', key))).map((key) => `spec.${key}`),
    ...narrower(at(before, 'spec', 'matchResources') ?? {}, at(after, 'spec', 'matchResources'), 'spec.matchResources'),
  ];
};

/** ConfigMap with what the rules ask for. */
export const PARAMS = 'champ-policy-params';

/** Lists in which each line allows something more, and those in which each asks for something. */
const ALLOWING = ['registries', 'deployers', 'grantable', 'runtimeClasses', 'controllers'];
const ASKING = ['require'];
/** Without a line it allows all. */
const LIMITING = ['ingressClasses'];

export const policyParams: Find = (before, after) => {
  if (before.metadata.name !== PARAMS) return [];
  // an empty line is the beginning of everything
  const lines = (manifest: Manifest, key: string) => new Set((text(at(manifest, 'data', key)) ?? '').split('\n'));
  const isMore = (these: ReadonlySet<string>, those: ReadonlySet<string>) => !isWithin(those, these);
  const isSome = (all: ReadonlySet<string>) => [...all].some((each) => each !== '');
  const weaker = (key: string): boolean => {
    const [was, is] = [lines(before, key), lines(after, key)];
    if (ASKING.includes(key)) return !isWithin(new Set([...was].filter(Boolean)), is);
    return LIMITING.includes(key) ? isSome(was) && isMore(was, is) : isMore(was, is);
  };
  return [...ALLOWING, ...ASKING, ...LIMITING].filter(weaker).map((key) => `data.${key}`);
};
