import { digestOf, PRODUCTION, resourcesOf, totals, type Controller, type OperatorImage, type OperatorRow, type OperatorSite } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 1, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } };
/** Beside each Prometheus and Alertmanager. */
const RELOADER: Controller = { replicas: 0, requests: { cpu: '10m', memory: '50Mi' }, limits: { cpu: '50m', memory: '64Mi' } };
const TAG = 'v0.93.1';
const IMAGE = { image: 'prometheus-operator/prometheus-operator', tag: TAG };
const RELOADER_IMAGE = { image: 'prometheus-operator/prometheus-config-reloader', tag: TAG };

/** The chart takes the digest without its algorithm. */
const imageOf = (registry: string, image: OperatorImage, site: OperatorSite) => ({ registry, repository: image.image, tag: image.tag, sha: digestOf(site, image)?.replace('sha256:', '') ?? '' });

/** Of the stack only the operator and the monitors of kubelets and API server: what it watches is in this repository. */
export const prometheusOperator: OperatorRow = {
  id: 'prometheus-operator', chart: 'kube-prometheus-stack', version: '88.5.3', namespace: 'prometheus-operator',
  groups: ['monitoring.coreos.com'],
  ...totals(MANAGER),
  images: [IMAGE, RELOADER_IMAGE],
  values: (registry, site = PRODUCTION) => ({
    fullnameOverride: 'prometheus-operator',
    crds: { enabled: true, upgradeJob: { enabled: false } },
    defaultRules: { create: false },
    alertmanager: { enabled: false },
    grafana: { enabled: false, forceDeployDashboards: false },
    prometheus: { enabled: false },
    thanosRuler: { enabled: false },
    kubeStateMetrics: { enabled: false },
    nodeExporter: { enabled: false },
    kubeApiServer: { enabled: true },
    kubelet: { enabled: true, serviceMonitor: { insecureSkipVerify: false } },
    coreDns: { enabled: false },
    kubeDns: { enabled: false },
    kubeControllerManager: { enabled: false },
    kubeEtcd: { enabled: false },
    kubeProxy: { enabled: false },
    kubeScheduler: { enabled: false },
    prometheusOperator: {
      image: imageOf(registry, IMAGE, site),
      prometheusConfigReloader: { image: imageOf(registry, RELOADER_IMAGE, site), resources: resourcesOf(site, RELOADER) },
      resources: resourcesOf(site, MANAGER),
      securityContext: hardenedPod(65534),
      containerSecurityContext: HARDENED,
      // synth checks the resources by schema already, and without webhooks there is no certificate to keep
      admissionWebhooks: { enabled: false },
      tls: { enabled: false },
      serviceMonitor: { selfMonitor: false },
    },
  }),
};
