import { imageAt, PRODUCTION, replicas, resourcesOf, together, totals, type Controller, type OperatorRow } from './operator.ts';
import { HARDENED_WRITABLE } from './security.ts';

const TAG = 'v2.15.1';
const CORE: Controller = { replicas: 2, requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2', memory: '1Gi' } };
const REGISTRY: Controller = { replicas: 2, requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2', memory: '1Gi' } };
/** Beside the registry in its pod. */
const CONTROL: Controller = { replicas: 2, requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
const SIDE: Controller = { replicas: 1, requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } };
const DATABASE: Controller = { replicas: 1, requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } };
const SCANNER: Controller = { replicas: 1, requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } };

const image = (name: string) => ({ image: `goharbor/${name}`, tag: TAG });
const IMAGES = {
  nginx: image('nginx-photon'), portal: image('harbor-portal'), core: image('harbor-core'), jobservice: image('harbor-jobservice'), registry: image('registry-photon'),
  controller: image('harbor-registryctl'), trivy: image('trivy-adapter-photon'), database: image('harbor-db'), redis: image('redis-photon'), exporter: image('harbor-exporter'),
};

/** Every password is a Secret that the chart only names, beside the Secrets that it makes; the one of the database overrides what the chart would make up. */
const SECRETS = [
  { name: 'harbor-admin-password', keys: ['HARBOR_ADMIN_PASSWORD'] },
  { name: 'harbor-core-keys', keys: ['secret', 'secretKey', 'CSRF_KEY'] },
  { name: 'harbor-token-keys', keys: ['tls.crt', 'tls.key'] },
  { name: 'harbor-server-tls', keys: ['tls.crt', 'tls.key'] },
  { name: 'harbor-jobservice-key', keys: ['JOBSERVICE_SECRET'] },
  { name: 'harbor-registry-key', keys: ['REGISTRY_HTTP_SECRET'] },
  { name: 'harbor-registry-account', keys: ['REGISTRY_PASSWD', 'REGISTRY_HTPASSWD'] },
  { name: 'harbor-database-account', keys: ['password'] },
] as const;

export const harbor: OperatorRow = {
  id: 'harbor', chart: 'harbor', version: '1.19.1', namespace: 'harbor',
  groups: [],
  // the five beside: nginx, portal, job service, exporter, Redis
  ...totals(CORE, together(REGISTRY, CONTROL), SIDE, SIDE, SIDE, SIDE, SIDE, DATABASE, SCANNER),
  images: Object.values(IMAGES),
  secrets: SECRETS,
  values: (registry, site = PRODUCTION) => {
    const host = registry.split('/')[0] ?? registry;
    const volume = (size: string) => ({ size: site.production ? size : '5Gi', ...(site.storageClass ? { storageClass: site.storageClass } : {}) });
    const part = (name: keyof typeof IMAGES, controller: Controller) => ({ image: imageAt(registry, IMAGES[name], site), replicas: replicas(site, controller), resources: resourcesOf(site, controller), automountServiceAccountToken: false });
    return {
      expose: { type: 'clusterIP', tls: { enabled: true, certSource: 'secret', secret: { secretName: 'harbor-server-tls' } } },
      externalURL: `https://${host}`,
      persistence: {
        enabled: true, resourcePolicy: 'keep',
        persistentVolumeClaim: { registry: volume('2Ti'), jobservice: { jobLog: volume('10Gi') }, database: volume('20Gi'), redis: volume('5Gi'), trivy: volume('20Gi') },
      },
      existingSecretAdminPassword: 'harbor-admin-password',
      existingSecretSecretKey: 'harbor-core-keys',
      imagePullPolicy: 'IfNotPresent',
      containerSecurityContext: HARDENED_WRITABLE,
      metrics: { enabled: true },
      nginx: part('nginx', SIDE),
      portal: part('portal', SIDE),
      core: { ...part('core', CORE), existingSecret: 'harbor-core-keys', secretName: 'harbor-token-keys', existingXsrfSecret: 'harbor-core-keys', existingXsrfSecretKey: 'CSRF_KEY' },
      jobservice: { ...part('jobservice', SIDE), existingSecret: 'harbor-jobservice-key', existingSecretKey: 'JOBSERVICE_SECRET' },
      registry: {
        replicas: replicas(site, REGISTRY), automountServiceAccountToken: false,
        registry: { image: imageAt(registry, IMAGES.registry, site), resources: resourcesOf(site, REGISTRY) },
        controller: { image: imageAt(registry, IMAGES.controller, site), resources: resourcesOf(site, CONTROL) },
        existingSecret: 'harbor-registry-key', existingSecretKey: 'REGISTRY_HTTP_SECRET', credentials: { existingSecret: 'harbor-registry-account' },
      },
      // the network has no way to the public vulnerability databases: they are brought in as images
      trivy: { ...part('trivy', SCANNER), dbRepository: [`${registry}/aquasec/trivy-db`], javaDBRepository: [`${registry}/aquasec/trivy-java-db`], skipUpdate: true, skipJavaDBUpdate: true, offlineScan: true },
      database: {
        type: 'internal',
        internal: {
          image: imageAt(registry, IMAGES.database, site), resources: resourcesOf(site, DATABASE), initContainer: { permissions: { resources: resourcesOf(site, CONTROL) } }, automountServiceAccountToken: false,
          extraEnvVars: [{ name: 'POSTGRES_PASSWORD', valueFrom: { secretKeyRef: { name: 'harbor-database-account', key: 'password' } } }],
        },
        external: { existingSecret: 'harbor-database-account' },
      },
      redis: { type: 'internal', internal: { image: imageAt(registry, IMAGES.redis, site), resources: resourcesOf(site, SIDE), automountServiceAccountToken: false } },
      exporter: part('exporter', SIDE),
    };
  },
};
