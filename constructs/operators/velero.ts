import { imageAt, PRODUCTION, referenceOf, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED, hardenedPod } from './security.ts';

const SERVER: Controller = { replicas: 1, requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '2', memory: '1Gi' } };
const IMAGE = { image: 'velero/velero', tag: 'v1.18.1' };
const S3: { readonly image: string; readonly tag: string } = { image: 'velero/velero-plugin-for-aws', tag: 'v1.13.1' };

/** Objects go to an S3 store and volumes by CSI snapshots; no agent enters the nodes. Places and schedules are resources of their own. */
export const velero: OperatorRow = {
  id: 'velero', chart: 'velero', version: '12.1.0', namespace: 'velero',
  groups: ['velero.io'],
  ...totals(SERVER),
  images: [IMAGE, S3],
  values: (registry, site = PRODUCTION) => ({
    image: { ...imageAt(registry, IMAGE, site), pullPolicy: 'IfNotPresent' },
    initContainers: [{ name: 'plugin-s3', image: referenceOf(registry, S3, site), imagePullPolicy: 'IfNotPresent', securityContext: HARDENED, resources: resourcesOf(site, SERVER), volumeMounts: [{ name: 'plugins', mountPath: '/target' }] }],
    resources: resourcesOf(site, SERVER),
    podSecurityContext: hardenedPod(65532),
    containerSecurityContext: HARDENED,
    configuration: { features: 'EnableCSI', backupStorageLocation: [], volumeSnapshotLocation: [] },
    backupsEnabled: false,
    snapshotsEnabled: false,
    credentials: { useSecret: false },
    deployNodeAgent: false,
    upgradeCRDs: false,
    cleanUpCRDs: false,
  }),
};
