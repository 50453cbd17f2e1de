import type { Manifest } from '../manifest.ts';
import type { ObjectRule } from '../policy/rule.ts';
import { policyName, resourceRules } from './policy.ts';

/** Kinds that are in no namespace, so that a namespace selector never leaves them out. */
const OF_THE_CLUSTER = new Set(['clusterroles', 'clusterrolebindings', 'persistentvolumes', 'storageclasses', 'validatingadmissionpolicies']);

export interface BindingOptions {
  readonly params: { readonly name: string; readonly namespace: string };
  /** Label of what the platform manages, on namespaces and on objects of the cluster. */
  readonly managed: { readonly key: string; readonly value: string };
  /** Label of namespaces in which operators make pods: there only what Pod Security asks for too is denied, the rest is warned. */
  readonly operatorPods: { readonly key: string; readonly value: string };
}

type Expression = Readonly<Record<string, unknown>>;

const isIn = ({ key, value }: { readonly key: string; readonly value: string }): Expression => ({ key, operator: 'In', values: [value] });
const isNotIn = ({ key, value }: { readonly key: string; readonly value: string }): Expression => ({ key, operator: 'NotIn', values: [value] });

/** Deny in what the platform manages; elsewhere (networks, storage, operators) warn and audit. */
export function policyBindings(rule: ObjectRule, options: BindingOptions, labels: Readonly<Record<string, string>>): readonly Manifest[] {
  const rules = resourceRules(rule);
  const ofCluster = rules.flatMap((each) => ({ ...each, resources: each.resources.filter((name) => OF_THE_CLUSTER.has(name)) })).filter(({ resources }) => resources.length > 0);
  const namespaced = rules.flatMap((each) => ({ ...each, resources: each.resources.filter((name) => !OF_THE_CLUSTER.has(name)) })).filter(({ resources }) => resources.length > 0);
  const strict = rule.on !== 'pods' || rule.checks.every(({ pss }) => pss !== undefined);
  const found: Manifest[] = [];
  const add = (suffix: string, actions: readonly string[], matchResources: Expression): void => {
    found.push({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: `${policyName(rule)}-${suffix}`, labels },
      spec: {
        policyName: policyName(rule),
        paramRef: { ...options.params, parameterNotFoundAction: 'Deny' },
        validationActions: actions,
        matchResources,
      },
    });
  };
  const { managed, operatorPods } = options;
  if (namespaced.length > 0) {
    add('deny', ['Deny'], { resourceRules: namespaced, namespaceSelector: { matchExpressions: [isIn(managed), ...(strict ? [] : [isNotIn(operatorPods)])] } });
    add('warn', ['Warn', 'Audit'], { resourceRules: namespaced, namespaceSelector: { matchExpressions: [isNotIn(managed)] } });
    if (!strict) add('warn-operators', ['Warn', 'Audit'], { resourceRules: namespaced, namespaceSelector: { matchExpressions: [isIn(managed), isIn(operatorPods)] } });
  }
  if (ofCluster.length > 0) {
    add('deny-cluster', ['Deny'], { resourceRules: ofCluster, objectSelector: { matchExpressions: [isIn(managed)] } });
    add('warn-cluster', ['Warn', 'Audit'], { resourceRules: ofCluster, objectSelector: { matchExpressions: [isNotIn(managed)] } });
  }
  return found;
}
