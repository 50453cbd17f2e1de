import type { JudgedKind } from './judged.ts';

export interface StatuslessKind extends JudgedKind {
  /** Why there is nothing to wait for. */
  readonly why: string;
}

const rows = (group: string, why: string, ...kinds: readonly string[]): readonly StatuslessKind[] => kinds.map((kind) => ({ group, kind, why }));

const DATA = 'plain data: the API has no status for it';
const RULE = 'a rule in force from the moment it is stored: the API has no status for it';
const SWITCHED_OFF = 'its operator writes the status behind a feature gate that is off';

/** Kinds of the estate that nothing writes a verdict about: there is nothing to wait for, and ArgoCD counts them as done. */
export const STATUSLESS_KINDS: readonly StatuslessKind[] = [
  ...rows('', DATA, 'ConfigMap', 'ServiceAccount'),
  ...rows('', RULE, 'LimitRange'),
  ...rows('admissionregistration.k8s.io', RULE, 'ValidatingAdmissionPolicyBinding'),
  ...rows('argoproj.io', 'its status lists tokens of its roles and no verdict', 'AppProject'),
  ...rows('monitoring.coreos.com', SWITCHED_OFF, 'PrometheusRule', 'ServiceMonitor'),
  ...rows('networking.k8s.io', RULE, 'NetworkPolicy'),
  ...rows('rbac.authorization.k8s.io', RULE, 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'),
  ...rows('redis.redis.opstreelabs.in', 'its operator writes no status; its StatefulSet is judged', 'RedisSentinel'),
  ...rows('scheduling.k8s.io', DATA, 'PriorityClass'),
  ...rows('security.istio.io', 'the mesh writes its analysis into a status only where that is switched on', 'PeerAuthentication'),
];
