/**
 * What a check looks at, one by one. `list` is the CEL of the list (`variables` are those of a policy over pods), `fields` where the
 * list is: below the pod spec for `pod`, below the object for `object`.
 */
export interface Scope {
  readonly name: string;
  /** Absent for a scope that is one thing. */
  readonly list?: string;
  readonly fields: readonly string[];
  readonly below: 'pod' | 'object';
}

const rows = {
  object: { name: 'object', fields: [], below: 'object' },
  pod: { name: 'pod', fields: [], below: 'pod' },
  /** Metadata beside the pod spec. */
  podMetadata: { name: 'podMetadata', fields: [], below: 'pod' },
  container: { name: 'container', list: 'variables.containers', fields: ['initContainers', 'containers', 'ephemeralContainers'], below: 'pod' },
  toleration: { name: 'toleration', list: 'variables.pod.?tolerations.orValue([])', fields: ['tolerations'], below: 'pod' },
  volume: { name: 'volume', list: 'variables.pod.?volumes.orValue([])', fields: ['volumes'], below: 'pod' },
  /** The API server writes the rules of a role without any as null. */
  rule: { name: 'rule', list: '(dyn(object).?rules.orValue(null) == null ? [] : dyn(object).rules)', fields: ['rules'], below: 'object' },
  subject: { name: 'subject', list: 'dyn(object).?subjects.orValue([])', fields: ['subjects'], below: 'object' },
  ingressRule: { name: 'ingressRule', list: 'dyn(object).spec.?ingress.orValue([])', fields: ['spec.ingress'], below: 'object' },
  egressRule: { name: 'egressRule', list: 'dyn(object).spec.?egress.orValue([])', fields: ['spec.egress'], below: 'object' },
  servicePort: { name: 'servicePort', list: 'dyn(object).spec.?ports.orValue([])', fields: ['spec.ports'], below: 'object' },
  /** Of an Ingress, an HTTPRoute or a GRPCRoute. */
  httpRule: { name: 'httpRule', list: 'dyn(object).spec.?rules.orValue([])', fields: ['spec.rules'], below: 'object' },
  listener: { name: 'listener', list: 'dyn(object).spec.?listeners.orValue([])', fields: ['spec.listeners'], below: 'object' },
} as const satisfies Readonly<Record<string, Scope>>;

export type ScopeName = keyof typeof rows;

export const SCOPES: Readonly<Record<ScopeName, Scope>> = rows;
