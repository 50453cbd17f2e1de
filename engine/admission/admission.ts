import type { Manifest } from '../manifest.ts';
import type { Control } from '../policy/control.ts';
import type { KubernetesVersion } from '../policy/profile.ts';
import type { ObjectRule } from '../policy/rule.ts';
import { policyBindings, type BindingOptions } from './binding.ts';
import { admissionPolicy, policyName } from './policy.ts';

export interface AdmissionOptions extends BindingOptions {
  readonly kubernetes: KubernetesVersion;
  readonly controls: ReadonlyMap<string, Control>;
  /** Data of the params ConfigMap, see `policyParams`. */
  readonly data: Readonly<Record<string, string>>;
  readonly labels: (name: string) => Readonly<Record<string, string>>;
}

/** Every object rule as a policy of the cluster with its bindings, and the ConfigMap with what they ask for. */
export function admission(rules: readonly ObjectRule[], options: AdmissionOptions): readonly Manifest[] {
  const { params, data, kubernetes, controls, labels } = options;
  const policies = rules.flatMap((rule): readonly Manifest[] => {
    const control = controls.get(rule.id);
    if (!control) throw new Error(`rule ${rule.id} has no control`);
    const policy = admissionPolicy(rule, control, kubernetes, labels(policyName(rule)));
    return policy ? [policy, ...policyBindings(rule, options, labels(policyName(rule)))] : [];
  });
  return [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...params, labels: labels(params.name) }, data }, ...policies];
}
