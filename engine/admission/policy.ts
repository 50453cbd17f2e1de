import type { Manifest } from '../manifest.ts';
// not the folder's index: a synth needs no evaluator
import { checksFor } from '../policy/checks.ts';
import type { Control } from '../policy/control.ts';
import type { KubernetesVersion } from '../policy/profile.ts';
import type { CelCheck, ObjectRule } from '../policy/rule.ts';
import { SCOPES } from '../policy/scope.ts';
import { optional, OTHER_PODS, POD_RESOURCES, POD_VARIABLES, waiverVariables } from './variables.ts';

const API_VERSION = 'admissionregistration.k8s.io/v1';
const OPERATIONS = ['CREATE', 'UPDATE'];

/** The name of a rule's policy in the cluster, e.g. `champ-nsa-pod-08`, or `champ-nsa-pod-12-storage` for a part of it. */
export const policyName = ({ id, part }: Pick<ObjectRule, 'id' | 'part'>): string => `champ-${id.toLowerCase()}${part ? `-${part}` : ''}`;

const text = (value: string): string => JSON.stringify(value);

/** The folder of the host that a check is about, `*` when it is about none: a waiver must name it, and no other. */
function hostPath({ scope, field }: CelCheck): string {
  const source = scope === 'object' ? /^spec\.(?:hostPath|local)(?=\.|$)/.exec(field)?.[0] : undefined;
  if (source) return `${optional(source)}.?path.orValue('*')`;
  return scope === 'volume' ? "volume.?hostPath.?path.orValue('*')" : "'*'";
}

/** A condition for one thing or for each of a list, unless a waiver names it. */
function validation(check: CelCheck, rule: ObjectRule, control: Control): Readonly<Record<string, unknown>> {
  const { list, name } = SCOPES[check.scope];
  const field = `(waiver[2] == '*' || waiver[2] == ${text(check.field)}) && waiver[3] == ${hostPath(check)}`;
  const message = `${rule.id} ${control.title.en}: ${rule.fix.en} / ${control.title.zh}`;
  if (list === undefined) {
    return { expression: `variables.waived.exists(waiver, waiver[1] == '*' && ${field}) || (${check.expression})`, message, reason: 'Forbidden' };
  }
  const waived = `variables.waived.exists(waiver, (waiver[1] == '*' || waiver[1] == ${name}.?name.orValue('')) && ${field})`;
  const good = `${waived} || (${check.expression})`;
  const named = ['container', 'volume'].includes(check.scope);
  return {
    expression: `${list}.all(${name}, ${good})`,
    message,
    ...(named ? { messageExpression: `${text(`${rule.id} ${control.title.en} (`)} + ${list}.filter(${name}, !(${good})).map(${name}, ${name}.?name.orValue('')).join(', ') + ${text(`): ${rule.fix.en} / ${control.title.zh}`)}` } : {}),
    reason: 'Forbidden',
  };
}

/** Objects on their way out that stay as they are are let through: finalizers must be able to go. */
const STAYS = {
  name: 'stays',
  expression: `!has(object.metadata.deletionTimestamp) || (request.operation == 'UPDATE' && (${['spec', 'rules', 'subjects'].map((field) => `${optional(field)}.orValue(null) != ${optional(field, 'oldObject')}.orValue(null)`).join(' || ')}))`,
};

/** Pods that stay as they were admitted are not judged anew: labels, scaling and orphaning need no waiver, not even one that has ended. */
const CHANGES = { name: 'changes', expression: `request.operation != 'UPDATE' || ${OTHER_PODS}` };

interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
}

/** What a rule is asked about, a row for each group and version. */
export function resourceRules(rule: ObjectRule): readonly ResourceRule[] {
  const rows = rule.on === 'pods' ? POD_RESOURCES : rule.on.map((each) => ({ ...each, resources: [each.resource] }));
  const byGroup = new Map<string, string[]>();
  for (const { group, version, resources } of rows) {
    const key = `${group}/${version}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), ...resources]);
  }
  return [...byGroup].map(([key, resources]) => {
    const [group = '', version = ''] = key.split('/');
    return { apiGroups: [group], apiVersions: [version], operations: OPERATIONS, resources };
  });
}

/** The rule as a ValidatingAdmissionPolicy for clusters of a version; undefined when nothing of it is for them. */
export function admissionPolicy(rule: ObjectRule, control: Control, kubernetes: KubernetesVersion, labels: Readonly<Record<string, string>>): Manifest | undefined {
  const checks = checksFor(rule, 'nsa-cisa', kubernetes);
  if (checks.length === 0 || rule.admission === false) return undefined;
  return {
    apiVersion: API_VERSION,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: policyName(rule), labels },
    spec: {
      failurePolicy: 'Fail',
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: { resourceRules: resourceRules(rule) },
      matchConditions: [rule.on === 'pods' ? CHANGES : STAYS],
      variables: [...(rule.on === 'pods' ? POD_VARIABLES : []), ...waiverVariables(rule.id)],
      validations: checks.map((check) => validation(check, rule, control)),
    },
  };
}
