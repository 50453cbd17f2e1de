import type { Waiver } from '../waivers/index.ts';
import { CONTROLLERS } from './owners.ts';

/** Facts of an environment that rules ask for, and the waivers in force: the data of the params ConfigMap, offline and in the cluster. */
export interface ParamFacts {
  /** Prefixes that images may start with. */
  readonly registries: readonly string[];
  /** Services that may be reached from outside of the cluster, `namespace/name`. */
  readonly exposed: readonly string[];
  /** Roles that may be granted by `bind`. */
  readonly grantable: readonly string[];
  /** ServiceAccounts and groups that may create workloads. */
  readonly deployers: readonly string[];
  /** Sandboxes for pods that nobody trusts. */
  readonly runtimeClasses: readonly string[];
  /** What the environment asks for beyond the rules: `user-ids`, `selinux`, `apparmor`, `groups`. */
  readonly require: readonly string[];
  /** What LimitRanges give to containers without limits, `namespace/limits.cpu`. */
  readonly limitDefaults: readonly string[];
  /** @default any class */
  readonly ingressClasses: readonly string[];
  /**
   * Controllers beside those of Kubernetes, for whose objects a waiver of their owner holds: made, owner and account, e.g.
   * `ReplicaSet argoproj.io/v1alpha1 Rollout system:serviceaccount:argo-rollouts:argo-rollouts`.
   */
  readonly controllers: readonly string[];
}

/** One line an entry; a waiver is `namespace/Kind/name container field path`, `*` for all (as path: for what has none). */
export function policyParams(facts: ParamFacts, waivers: readonly Waiver[] = []): Readonly<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const [key, values] of Object.entries({ ...facts, controllers: [...new Set([...CONTROLLERS, ...facts.controllers])] })) data[key] = [...(values as readonly string[])].sort().join('\n');
  const lines = new Map<string, string[]>();
  for (const { rule, target } of waivers) {
    const line = `${target.namespace ?? ''}/${target.kind}/${target.name} ${target.container ?? '*'} ${target.field ?? '*'} ${target.path ?? '*'}`;
    lines.set(rule, [...(lines.get(rule) ?? []), line]);
  }
  for (const rule of [...lines.keys()].sort()) data[rule] = [...new Set(lines.get(rule))].sort().join('\n');
  return data;
}
