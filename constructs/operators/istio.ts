import { PRODUCTION, referenceOf, replicas, resourcesOf, spread, totals, type Controller, type OperatorRow } from './operator.ts';

const PILOT: Controller = { replicas: 2, requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } };
const CNI: Controller = { replicas: 0, requests: { cpu: '50m', memory: '100Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
/** The same figures as in the capacity sums of meshed pods. */
const SIDECAR = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
const VERSION = '1.30.3';
const SECCOMP = { type: 'RuntimeDefault' };
const SYSTEM = 'istio-system';

/** The tag beside the hub is the chart's own; what runs is named whole, by digest. */
const global = (registry: string) => ({ hub: `${registry}/istio`, imagePullPolicy: 'IfNotPresent', logAsJson: true });
const image = (name: string) => ({ image: `istio/${name}`, tag: `${VERSION}-distroless` });
const [PILOT_IMAGE, PROXY_IMAGE, CNI_IMAGE] = [image('pilot'), image('proxyv2'), image('install-cni')];

export const istio: OperatorRow = {
  id: 'istio', chart: 'istiod', version: VERSION, namespace: SYSTEM,
  groups: [],
  requires: ['istio-base', 'istio-cni'],
  ...totals(PILOT),
  images: [PILOT_IMAGE, PROXY_IMAGE],
  values: (registry, site = PRODUCTION) => ({
    image: referenceOf(registry, PILOT_IMAGE, site),
    autoscaleEnabled: false,
    replicaCount: replicas(site, PILOT),
    resources: resourcesOf(site, PILOT),
    seccompProfile: SECCOMP,
    topologySpreadConstraints: spread({ app: 'istiod' }),
    cni: { enabled: true, provider: 'default' },
    global: {
      ...global(registry),
      istioNamespace: SYSTEM,
      defaultPodDisruptionBudget: { enabled: site.production },
      proxy: { image: referenceOf(registry, PROXY_IMAGE, site), clusterDomain: site.clusterDomain, resources: SIDECAR, seccompProfile: SECCOMP, privileged: false },
      // with the plug-in it only looks whether the plug-in was there
      proxy_init: { image: referenceOf(registry, PROXY_IMAGE, site) },
    },
    meshConfig: {
      // an agent of each node collects what containers print: who called whom, in both directions
      accessLogFile: '/dev/stdout',
      accessLogEncoding: 'JSON',
      enablePrometheusMerge: true,
      meshMTLS: { minProtocolVersion: 'TLSV1_3' },
      // a service must not start to call before its sidecar can carry the call
      defaultConfig: { holdApplicationUntilProxyStarts: true },
    },
  }),
};

/** Definitions, so that they outlive the control plane. */
export const istioBase: OperatorRow = {
  id: 'istio-base', chart: 'base', version: VERSION, namespace: SYSTEM,
  groups: ['networking.istio.io', 'security.istio.io', 'telemetry.istio.io', 'extensions.istio.io'],
  ...totals(),
  images: [],
  values: () => ({ global: { istioNamespace: SYSTEM }, defaultRevision: 'default' }),
};

/** Sets up the traffic of a pod from outside it, so that pods need no privileged init container. */
export const istioCni: OperatorRow = {
  id: 'istio-cni', chart: 'cni', version: VERSION, namespace: 'istio-cni',
  groups: [],
  requires: ['istio'],
  podSecurity: { level: 'privileged', why: 'the plug-in is copied to the node and enters the network namespaces of its pods' },
  ...totals(),
  perNode: CNI.requests,
  images: [CNI_IMAGE],
  values: (registry, site = PRODUCTION) => ({
    image: referenceOf(registry, CNI_IMAGE, site),
    global: global(registry),
    resources: resourcesOf(site, CNI),
    seccompProfile: SECCOMP,
    ambient: { enabled: false },
    repair: { enabled: true, repairPods: true },
  }),
};
