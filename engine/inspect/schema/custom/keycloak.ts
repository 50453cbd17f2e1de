import { core, group, keySelector, labelSelector, list, map, object, oneOf } from '../schema.ts';
import { affinity, imagePullSecrets, partialPodTemplate, resources, tolerations, topologySpreadConstraints } from './pod-parts.ts';

const option = object({ name: 'string', value: 'string', secret: keySelector });
const peers = list(object({ podSelector: labelSelector, namespaceSelector: labelSelector, ipBlock: object({ cidr: 'string', except: list('string') }) }));
const scheduling = object({ affinity, priorityClassName: 'string', tolerations, topologySpreadConstraints });
const trust = object({ name: 'string', optional: 'boolean' }, ['name']);

/** What is probed is the operator's business, only its timing is not. */
const probe = object({ periodSeconds: 'integer', failureThreshold: 'integer' });

const spec = object({
  instances: 'integer',
  image: 'string',
  imagePullSecrets,
  startOptimized: 'boolean',
  automountServiceAccountToken: 'boolean',
  resources,
  scheduling,
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  db: object({
    vendor: 'string',
    url: 'string',
    host: 'string',
    port: 'integer',
    database: 'string',
    schema: 'string',
    usernameSecret: keySelector,
    passwordSecret: keySelector,
    poolInitialSize: 'integer',
    poolMinSize: 'integer',
    poolMaxSize: 'integer',
  }),
  http: object({ httpEnabled: 'boolean', httpPort: 'integer', httpsPort: 'integer', tlsSecret: 'string', annotations: map('string'), labels: map('string') }),
  httpManagement: object({ port: 'integer' }),
  hostname: object({ hostname: 'string', admin: 'string', strict: 'boolean', backchannelDynamic: 'boolean' }),
  ingress: object({ enabled: 'boolean', className: 'string', tlsSecret: 'string', annotations: map('string'), labels: map('string') }),
  proxy: object({ headers: 'string' }),
  cache: object({ configMapFile: core('ConfigMapKeySelector') }),
  features: object({ enabled: list('string'), disabled: list('string') }),
  transaction: object({ xaEnabled: 'boolean' }),
  additionalOptions: list(option, 'name'),
  env: list(option, 'name'),
  bootstrapAdmin: object({ user: object({ secret: 'string' }), service: object({ secret: 'string' }) }),
  networkPolicy: object({ enabled: 'boolean', http: peers, https: peers, management: peers }),
  serviceMonitor: object({ enabled: 'boolean', interval: 'string', scrapeTimeout: 'string', labels: map('string'), annotations: map('string') }),
  tracing: object({ enabled: 'boolean', endpoint: 'string', protocol: 'string', compression: 'string', samplerType: 'string', samplerRatio: 'number', serviceName: 'string', resourceAttributes: map('string') }),
  truststores: map(object({ name: 'string', secret: trust, configMap: trust })),
  update: object({ strategy: oneOf('Auto', 'Explicit', 'RecreateOnImageChange'), revision: 'string' }),
  unsupported: object({ podTemplate: partialPodTemplate }),
});

/** Keycloak operator; both versions have the same fields. */
export const keycloak = {
  ...group('k8s.keycloak.org/v2alpha1', { Keycloak: { plural: 'keycloaks', spec } }),
  ...group('k8s.keycloak.org/v2beta1', { Keycloak: { plural: 'keycloaks', spec } }),
};
