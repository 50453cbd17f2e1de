import { PRODUCTION, tagOf, totals, type Controller, type OperatorRow } from './operator.ts';

/** The chart has values for neither replicas nor resources: these are what it needs, for the sums. */
const MANAGER: Controller = { replicas: 1, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } };
const IMAGE = { image: 'mysql/community-operator', tag: '9.6.0-2.2.7' };

export const mysqlOperator: OperatorRow = {
  id: 'mysql-operator', chart: 'mysql-operator', version: '2.2.7', namespace: 'mysql-operator',
  groups: ['mysql.oracle.com', 'zalando.org'],
  podSecurity: { level: 'baseline', why: 'the chart sets no seccomp profile and has no value for one' },
  ...totals(MANAGER),
  images: [IMAGE],
  values: (registry, site = PRODUCTION) => ({
    image: { registry, repository: 'mysql', name: 'community-operator', tag: tagOf(site, IMAGE), pullPolicy: 'IfNotPresent' },
    envs: { imagesPullPolicy: 'IfNotPresent', imagesDefaultRegistry: registry, imagesDefaultRepository: 'mysql', k8sClusterDomain: site.clusterDomain },
    // a look-up needs a cluster at render time; ArgoCD has none
    disableLookups: true,
  }),
};
