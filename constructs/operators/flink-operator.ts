import { imageAt, PRODUCTION, replicas, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED_WRITABLE, hardenedPod } from './security.ts';

const MANAGER: Controller = { replicas: 1, requests: { cpu: '200m', memory: '768Mi' }, limits: { cpu: '1', memory: '1Gi' } };
const IMAGE = { image: 'apache/flink-kubernetes-operator', tag: '1.15.0' };

export const flinkOperator: OperatorRow = {
  id: 'flink-operator', chart: 'flink-kubernetes-operator', version: '1.15.0', namespace: 'flink-operator',
  groups: ['flink.apache.org'],
  ...totals(MANAGER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => ({
    image: { ...imageAt(registry, IMAGE, site), pullPolicy: 'IfNotPresent' },
    replicas: replicas(site, MANAGER),
    watchNamespaces: [],
    // its keystore would have the password that the chart publishes
    webhook: { create: false },
    // jobs run under an account that their own namespace declares
    jobServiceAccount: { create: false },
    rbac: { create: true, jobRole: { create: false }, jobRoleBinding: { create: false } },
    operatorPod: { resources: resourcesOf(site, MANAGER) },
    podSecurityContext: hardenedPod(9999),
    operatorSecurityContext: HARDENED_WRITABLE,
  }),
};
