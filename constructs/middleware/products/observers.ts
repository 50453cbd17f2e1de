/** What stands beside Prometheus: the state of the cluster as metrics, and the screens. */
import type { Layout, Part, Port, Sizing } from '../contract.ts';
import { scaled } from './sizing.ts';

const STATE: Sizing = { requests: { cpu: '100m', memory: '384Mi' }, limits: { cpu: '1', memory: '768Mi' }, source: 'D: some 1,500 pods; kube-state-metrics documents 250 MiB and 100m for 100 nodes' };
const SCREENS: Sizing = { requests: { cpu: '200m', memory: '384Mi' }, limits: { cpu: '1', memory: '768Mi' }, source: 'D: a dozen people; Grafana documents 512 MiB as its least' };

/** What it counts: names, sizes and states, never the content of Secrets or configuration. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  '': ['limitranges', 'namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes', 'pods', 'resourcequotas', 'services'],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  'networking.k8s.io': ['networkpolicies'],
  policy: ['poddisruptionbudgets'],
};

/** Objects of the cluster as metrics: restarts, missing replicas, autoscalers at their bounds. */
export function kubeStateMetrics(layout: Layout): readonly Part[] {
  const name = 'kube-state-metrics';
  const ports: readonly Port[] = [{ name: 'http', port: 8080 }, { name: 'telemetry', port: 8081 }];
  return [
    {
      part: 'workload', name, workload: 'Deployment', replicas: 1, image: name, user: 65534,
      args: [`--resources=${Object.values(COUNTED).flat().sort().join(',')}`],
      ports,
      readiness: { type: 'http', port: 'telemetry', path: '/readyz' },
      liveness: { type: 'http', port: 'http', path: '/livez' },
      api: { cluster: true, rules: Object.entries(COUNTED).map(([group, resources]) => ({ apiGroups: [group], resources, verbs: ['list', 'watch'] })) },
      sizing: scaled(layout, STATE),
    },
    {
      part: 'object', apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', name,
      // its rows carry the namespace and pod of what they count
      body: { spec: { selector: { matchLabels: { 'app.kubernetes.io/name': name } }, endpoints: [{ port: 'http', path: '/metrics', honorLabels: true }] } },
    },
  ];
}

const ADMIN = '/etc/grafana/admin';

const INI = `[server]
http_port = 3000
enable_gzip = true
[paths]
data = /var/lib/grafana
plugins = /var/lib/grafana/plugins
provisioning = /etc/grafana/provisioning
[log]
mode = console
[analytics]
enabled = false
reporting_enabled = false
check_for_updates = false
check_for_plugin_updates = false
[plugins]
preinstall_disabled = true
public_key_retrieval_disabled = true
[security]
cookie_secure = true
cookie_samesite = strict
disable_gravatar = true
[users]
allow_sign_up = false
[auth.anonymous]
enabled = false
[snapshots]
external_enabled = false
[metrics]
enabled = true
`;

const datasources = (port: number) => `apiVersion: 1
datasources:
  - name: Prometheus
    uid: prometheus
    type: prometheus
    access: proxy
    url: http://prometheus-operated:${port}
    isDefault: true
    editable: false
    jsonData:
      httpMethod: POST
      timeInterval: 30s
  - name: Alertmanager
    uid: alertmanager
    type: alertmanager
    access: proxy
    url: http://alertmanager-operated:9093
    editable: false
    jsonData:
      implementation: prometheus
`;

/** Screens without state of their own: data sources come from files, so one pod may be replaced at any time. */
export function grafana(layout: Layout, prometheus: number): readonly Part[] {
  return [
    { part: 'secret', name: 'grafana-admin', keys: ['username', 'password', 'secret-key'] },
    {
      part: 'workload', name: 'grafana', workload: 'Deployment', replicas: 1, image: 'grafana', user: 472,
      files: [{ path: '/etc/grafana/grafana.ini', text: INI }, { path: '/etc/grafana/provisioning/datasources/champ.yaml', text: datasources(prometheus) }],
      env: [['ADMIN_USER', 'username'], ['ADMIN_PASSWORD', 'password'], ['SECRET_KEY', 'secret-key']].map(([name, key]) => ({ name: `GF_SECURITY_${name}__FILE`, value: `${ADMIN}/${key}` })),
      secrets: [{ secret: 'grafana-admin', path: ADMIN }],
      writable: [{ path: '/var/lib/grafana', size: '1Gi' }],
      ports: [{ name: 'grafana', port: 3000 }],
      connects: [{ to: 'prometheus', ports: [prometheus] }, { to: 'alertmanager', ports: [9093] }],
      readiness: { type: 'http', port: 'grafana', path: '/api/health' },
      liveness: { type: 'tcp', port: 'grafana' },
      sizing: scaled(layout, SCREENS),
    },
  ];
}
