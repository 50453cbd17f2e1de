import type { MiddlewareRow, Product, Sizing } from '../contract.ts';
import { scaled } from '../products/sizing.ts';

const NAME = 'hardening-scan';

const SCAN: Sizing = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '3Gi' }, source: 'D: some 5,000 objects and 26 controls in memory for a few minutes' };

/** What the controls look at. Secrets are not among it: that they exist is in the list of what mounts them. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  '': ['configmaps', 'endpoints', 'limitranges', 'namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes', 'pods', 'replicationcontrollers', 'resourcequotas', 'serviceaccounts', 'services'],
  'admissionregistration.k8s.io': ['mutatingwebhookconfigurations', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'validatingwebhookconfigurations'],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  'networking.k8s.io': ['ingresses', 'networkpolicies'],
  policy: ['poddisruptionbudgets'],
  'rbac.authorization.k8s.io': ['clusterrolebindings', 'clusterroles', 'rolebindings', 'roles'],
};

/** Every night over the whole cluster, offline: the controls are those of the image, the findings go to the log. */
const KUBESCAPE: Product = {
  mode: 'self-hosted', product: 'Kubescape',
  layout: (layout) => [{
    part: 'workload', name: NAME, workload: 'CronJob', schedule: '30 1 * * *', image: 'kubescape', user: 65532,
    args: [
      'scan', 'framework', 'nsa',
      '--use-artifacts-from=/home/nonroot/.kubescape', '--cache-dir=/tmp/kubescape', '--keep-local', '--host-scan=false',
      `--cluster-name=${layout.environment}-${layout.zone}`, '--view=resource', '--verbose', '--omit-raw-resources',
    ],
    writable: [{ path: '/tmp', size: '256Mi' }],
    ports: [],
    api: { cluster: true, rules: Object.entries(SEEN).map(([group, resources]) => ({ apiGroups: [group], resources, verbs: ['get', 'list'] })) },
    sizing: scaled(layout, SCAN),
  }],
  endpoint: () => undefined,
};

export const hardeningScan: MiddlewareRow = {
  kind: NAME, zh: '加固扫描', en: 'Hardening scan',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 1 },
  images: { kubescape: { image: 'kubescape/kubescape-cli', tag: 'v4.0.12' } },
  source: __filename,
  editions: { opensource: KUBESCAPE, alibaba: KUBESCAPE, tencent: KUBESCAPE },
};
