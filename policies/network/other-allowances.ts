import { isRecord, list, text, type Plain } from '../../engine/inspect/plain.ts';
import { groupOf } from '../../engine/pods/index.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';

/** A rule of another kind of network policy by which traffic may pass that no NetworkPolicy lets through. */
export interface Allowance {
  readonly at: EstateObject;
  /** From the object's root, e.g. `spec.ingress[0]`. */
  readonly field: string;
  /** As the rule names it; a rule of Cilium allows without a word. */
  readonly action: string;
}

type Reads = (rule: Plain) => string | undefined;

/** Every action but these, also one that is misspelled. */
const unless = (...harmless: readonly string[]): Reads => (rule) => {
  const action = text(rule['action']) ?? '';
  return harmless.includes(action) ? undefined : action;
};

const admin = unless('Deny');
const calico = unless('Deny', 'Log');
const cilium: Reads = (rule) => (Object.keys(rule).length === 0 ? undefined : 'allow');

interface Row {
  readonly group: RegExp;
  readonly kind: string;
  readonly reads: Reads;
}

const KINDS: readonly Row[] = [
  ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'].map((kind): Row => ({ group: /^policy\.networking\.k8s\.io$/, kind, reads: admin })),
  ...['NetworkPolicy', 'GlobalNetworkPolicy'].map((kind): Row => ({ group: /^(crd\.)?projectcalico\.org$/, kind, reads: calico })),
  ...['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'].map((kind): Row => ({ group: /^cilium\.io$/, kind, reads: cilium })),
];

/** What lets traffic through beside the NetworkPolicies: who reaches whom is not exact because of it. */
export function otherAllowances(estate: PolicyEstate): readonly Allowance[] {
  return KINDS.flatMap(({ group, kind, reads }) => estate.ofKind(kind).filter(({ manifest }) => group.test(groupOf(manifest.apiVersion))).flatMap((at) => {
    const { spec, specs } = at.manifest as { readonly spec?: unknown; readonly specs?: unknown };
    return [[spec, 'spec'] as const, ...list(specs).map((each, index) => [each, `specs[${index}]`] as const)].flatMap(([each, path]) => (isRecord(each) ? rulesOf(at, each, path, reads) : []));
  }));
}

function rulesOf(at: EstateObject, spec: Plain, path: string, reads: Reads): readonly Allowance[] {
  return ['ingress', 'egress'].flatMap((direction) => list(spec[direction]).flatMap((rule, index) => {
    const action = isRecord(rule) ? reads(rule) : undefined;
    return action === undefined ? [] : [{ at, field: `${path}.${direction}[${index}]`, action }];
  }));
}
