import { quantity } from '../../../engine/quantity/index.ts';
import { alertRules } from '../products/alert-rules.ts';
import type { CustomPart, Layout, MiddlewareRow, ObjectPart, Part, Port, Sizing } from '../contract.ts';
import { grafana, kubeStateMetrics } from '../products/observers.ts';
import { apart, claim, podSizing, quietAccount, resources, restrictedPod } from '../products/operator-pods.ts';
import { scaled } from '../products/sizing.ts';

const PROMETHEUS: Port = { name: 'prometheus', port: 9090 };
const ALERTMANAGER: Port = { name: 'alertmanager', port: 9093 };
const GOSSIP: readonly Port[] = [{ name: 'mesh-tcp', port: 9094 }, { name: 'mesh-udp', port: 9094, protocol: 'UDP' }];
/** User of the projects' images. */
const USER = 65534;
const VERSION = { prometheus: 'v3.14.0', alertmanager: 'v0.34.0' };
const MONITORING = 'monitoring.coreos.com/v1';

const SERVER: Readonly<Record<Layout['zone'], Sizing>> = {
  core: { requests: { cpu: '2', memory: '10Gi' }, limits: { cpu: '6', memory: '16Gi' }, source: 'D: some 1.5 million series at 30 s; Prometheus needs some 6 KiB of memory a series' },
  public: { requests: { cpu: '1', memory: '5Gi' }, limits: { cpu: '4', memory: '8Gi' }, source: 'D: some 0.6 million series at 30 s' },
};
const NOTIFIER: Sizing = { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' }, source: 'D: a few hundred alerts' };
const RELOADER: Sizing = { requests: { cpu: '10m', memory: '50Mi' }, limits: { cpu: '50m', memory: '64Mi' }, source: 'values of the operator, prometheusConfigReloader.resources' };

const labels = (name: string) => ({ 'app.kubernetes.io/name': name });
const LABEL_SOURCE = 'Prometheus operator, podMetadata in the API reference: labels that the operator adds to every pod';
const everything = {};

/** Prometheus keeps whole blocks beside the one it writes, so a fifth of the volume stays free. */
function retentionSize(storage: string): string {
  return `${Math.max(1, Math.floor((quantity(storage) * 0.8) / 2 ** 30))}GB`;
}

function prometheus(layout: Layout): CustomPart {
  const [sizing, reloader] = [scaled(layout, SERVER[layout.zone]), scaled(layout, RELOADER)];
  const size = layout.storage ?? '1Gi';
  return {
    part: 'custom', apiVersion: MONITORING, kind: 'Prometheus', name: 'prometheus',
    spec: {
      version: VERSION.prometheus, image: layout.image('prometheus'), imagePullPolicy: 'IfNotPresent',
      replicas: layout.replicas,
      portName: PROMETHEUS.name,
      serviceAccountName: 'prometheus',
      securityContext: restrictedPod(USER),
      resources: resources(sizing),
      ...apart(layout, labels('prometheus')),
      enableServiceLinks: false,
      storage: { volumeClaimTemplate: { spec: claim(layout, size) } },
      retention: '15d', retentionSize: retentionSize(size), walCompression: true,
      scrapeInterval: '30s', evaluationInterval: '30s',
      externalLabels: { environment: layout.environment, zone: layout.zone },
      serviceDiscoveryRole: 'EndpointSlice',
      // only this repository brings monitors and rules: a vendor's project may not
      podMonitorSelector: everything, podMonitorNamespaceSelector: everything,
      serviceMonitorSelector: everything, serviceMonitorNamespaceSelector: everything,
      ruleSelector: everything, ruleNamespaceSelector: everything,
      alerting: { alertmanagers: [{ name: 'alertmanager-operated', namespace: layout.namespace, port: ALERTMANAGER.name }] },
    },
    pods: [{
      name: 'prometheus', count: layout.replicas, labels: labels('prometheus'), labelSource: LABEL_SOURCE,
      sizing: podSizing(sizing, reloader), containers: 2, ports: [PROMETHEUS], api: true, storage: size,
    }],
    services: [{ name: 'prometheus-operated', ports: [PROMETHEUS] }],
    connects: [{ to: 'alertmanager', ports: [ALERTMANAGER.port] }, { to: 'kube-state-metrics', ports: [8080] }],
    operator: { id: 'prometheus-operator', ports: [PROMETHEUS.port] },
  };
}

function alertmanager(layout: Layout): CustomPart {
  const [sizing, reloader] = [scaled(layout, NOTIFIER), scaled(layout, RELOADER)];
  const size = layout.production ? '10Gi' : '1Gi';
  return {
    part: 'custom', apiVersion: MONITORING, kind: 'Alertmanager', name: 'alertmanager',
    spec: {
      version: VERSION.alertmanager, image: layout.image('alertmanager'), imagePullPolicy: 'IfNotPresent',
      replicas: layout.replicas,
      portName: ALERTMANAGER.name,
      serviceAccountName: 'alertmanager', automountServiceAccountToken: false,
      securityContext: restrictedPod(USER),
      resources: resources(sizing),
      ...apart(layout, labels('alertmanager')),
      enableServiceLinks: false,
      storage: { volumeClaimTemplate: { spec: claim(layout, size) } },
      retention: '120h',
      // routes and receivers: the receivers' addresses are credentials
      configSecret: 'alertmanager-config',
    },
    pods: [{
      name: 'alertmanager', count: layout.replicas, labels: labels('alertmanager'), labelSource: LABEL_SOURCE,
      sizing: podSizing(sizing, reloader), containers: 2, ports: [ALERTMANAGER, ...GOSSIP], peers: [ALERTMANAGER.name, ...GOSSIP.map(({ name }) => name)], storage: size,
    }],
    services: [{ name: 'alertmanager-operated', ports: [ALERTMANAGER] }],
    operator: { id: 'prometheus-operator', ports: [ALERTMANAGER.port] },
  };
}

const object = (apiVersion: string, kind: string, name: string, body: ObjectPart['body']): ObjectPart => ({ part: 'object', apiVersion, kind, name, body });

/** Prometheus finds what it reads through the API, in every namespace; it sees neither Secrets nor configuration. */
function discovery({ namespace }: Layout): readonly ObjectPart[] {
  const RBAC = 'rbac.authorization.k8s.io';
  const name = `${namespace}-prometheus`;
  return [
    quietAccount('prometheus'),
    object(`${RBAC}/v1`, 'ClusterRole', name, {
      rules: [
        { apiGroups: [''], resources: ['nodes', 'services', 'endpoints', 'pods'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
        { nonResourceURLs: ['/metrics', '/metrics/cadvisor'], verbs: ['get'] },
      ],
    }),
    object(`${RBAC}/v1`, 'ClusterRoleBinding', name, {
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name }, subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace }],
    }),
  ];
}

const budget = (name: string): ObjectPart => object('policy/v1', 'PodDisruptionBudget', name, { spec: { maxUnavailable: 1, selector: { matchLabels: labels(name) } } });

export const metrics: MiddlewareRow = {
  kind: 'metrics', zh: '监控告警', en: 'Metrics and alerting',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 2 },
  storage: '500Gi',
  exporter: { port: 'prometheus', path: '/metrics' },
  images: {
    prometheus: { image: 'prometheus/prometheus', tag: VERSION.prometheus },
    alertmanager: { image: 'prometheus/alertmanager', tag: VERSION.alertmanager },
    grafana: { image: 'grafana/grafana', tag: '13.1.3' },
    'kube-state-metrics': { image: 'kube-state-metrics/kube-state-metrics', tag: 'v2.20.0' },
  },
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'Prometheus + Alertmanager + Grafana',
      layout: (layout): readonly Part[] => [
        { part: 'secret', name: 'alertmanager-config', keys: ['alertmanager.yaml'] },
        ...discovery(layout),
        quietAccount('alertmanager'),
        prometheus(layout),
        alertmanager(layout),
        ...(layout.replicas > 1 ? [budget('prometheus'), budget('alertmanager')] : []),
        object(MONITORING, 'PrometheusRule', 'zone', { spec: alertRules() }),
        ...kubeStateMetrics(layout),
        ...grafana(layout, PROMETHEUS.port),
      ],
      endpoint: () => ({ service: 'prometheus-operated', ports: [PROMETHEUS], main: 'prometheus', pods: labels('prometheus') }),
    },
    alibaba: { mode: 'managed', product: 'CloudMonitor / ARMS Prometheus', ports: [{ name: 'prometheus', port: 9090 }] },
    tencent: { mode: 'managed', product: 'TSF monitor + Prometheus', ports: [{ name: 'prometheus', port: 9090 }] },
  },
};
