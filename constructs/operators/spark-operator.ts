import { PRODUCTION, replicas, resourcesOf, tagOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const CONTROLLER: Controller = { replicas: 1, requests: { cpu: '100m', memory: '300Mi' }, limits: { cpu: '1', memory: '512Mi' } };
const WEBHOOK: Controller = { replicas: 1, requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
const IMAGE = { image: 'kubeflow/spark-operator/controller', tag: '2.5.2' };

export const sparkOperator: OperatorRow = {
  id: 'spark-operator', chart: 'spark-operator', version: '2.5.2', namespace: 'spark-operator',
  groups: ['sparkoperator.k8s.io'],
  ...totals(CONTROLLER, WEBHOOK),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => ({
    image: { registry, repository: IMAGE.image, tag: tagOf(site, IMAGE), pullPolicy: 'IfNotPresent' },
    hook: { upgradeCrd: false },
    controller: { replicas: replicas(site, CONTROLLER), resources: resourcesOf(site, CONTROLLER), podSecurityContext: hardenedPod(185), securityContext: HARDENED, uiService: { enable: false } },
    webhook: { enable: true, replicas: replicas(site, WEBHOOK), resources: resourcesOf(site, WEBHOOK), podSecurityContext: hardenedPod(185), securityContext: HARDENED },
    // every namespace; accounts of jobs are declared where the jobs are
    spark: { jobNamespaces: [''], serviceAccount: { create: false }, rbac: { create: false } },
  }),
};
