import { group, labelSelector, list, map, object, oneOf } from '../schema.ts';

const secretKey = object({ name: 'string', key: 'string', namespace: 'string' });
const account = object({ name: 'string', namespace: 'string', audiences: list('string') }, ['name']);
const caProvider = object({ type: oneOf('Secret', 'ConfigMap'), name: 'string', key: 'string', namespace: 'string' }, ['type', 'name']);

const vault = object(
  {
    server: 'string',
    path: 'string',
    version: oneOf('v1', 'v2'),
    namespace: 'string',
    caBundle: 'byte',
    caProvider,
    headers: map('string'),
    forwardInconsistent: 'boolean',
    readYourWrites: 'boolean',
    tls: object({ certSecretRef: secretKey, keySecretRef: secretKey }),
    auth: object({
      namespace: 'string',
      tokenSecretRef: secretKey,
      kubernetes: object({ mountPath: 'string', role: 'string', serviceAccountRef: account, secretRef: secretKey }, ['mountPath', 'role']),
      jwt: object(
        {
          path: 'string',
          role: 'string',
          secretRef: secretKey,
          kubernetesServiceAccountToken: object({ serviceAccountRef: account, audiences: list('string'), expirationSeconds: 'integer' }, ['serviceAccountRef']),
        },
        ['path'],
      ),
      appRole: object({ path: 'string', roleId: 'string', roleRef: secretKey, secretRef: secretKey }, ['path', 'secretRef']),
      cert: object({ path: 'string', vaultRole: 'string', clientCert: secretKey, secretRef: secretKey }),
      userPass: object({ path: 'string', username: 'string', secretRef: secretKey }, ['path', 'username']),
    }),
  },
  ['server'],
);

const kubernetes = object({
  remoteNamespace: 'string',
  server: object({ url: 'string', caBundle: 'byte', caProvider }),
  auth: object({ serviceAccount: account, cert: object({ clientCert: secretKey, clientKey: secretKey }), token: object({ bearerToken: secretKey }) }),
  authRef: secretKey,
});

const store = object(
  {
    provider: object({
      vault,
      kubernetes,
      fake: object({ data: list(object({ key: 'string', value: 'string', version: 'string' }, ['key', 'value'])) }, ['data']),
    }),
    controller: 'string',
    refreshInterval: 'integer',
    retrySettings: object({ maxRetries: 'integer', retryInterval: 'string' }),
    conditions: list(object({ namespaces: list('string'), namespaceSelector: labelSelector, namespaceRegexes: list('string') })),
  },
  ['provider'],
);

const remote = {
  key: 'string',
  property: 'string',
  version: 'string',
  conversionStrategy: oneOf('Default', 'Unicode'),
  decodingStrategy: oneOf('Auto', 'Base64', 'Base64URL', 'None'),
  metadataPolicy: oneOf('None', 'Fetch'),
  nullBytePolicy: oneOf('Ignore', 'Fail'),
} as const;

const storeRef = object({ name: 'string', kind: oneOf('SecretStore', 'ClusterSecretStore') });
const sourceRef = object({ storeRef });
const templateItems = object({ name: 'string', items: list(object({ key: 'string', templateAs: oneOf('Values', 'KeysAndValues') }, ['key'])) }, ['name', 'items']);

const externalSecret = object({
  secretStoreRef: storeRef,
  refreshInterval: 'string',
  refreshPolicy: oneOf('CreatedOnce', 'Periodic', 'OnChange'),
  target: object({
    name: 'string',
    creationPolicy: oneOf('Owner', 'Orphan', 'Merge', 'None'),
    deletionPolicy: oneOf('Delete', 'Merge', 'Retain'),
    immutable: 'boolean',
    template: object({
      type: 'string',
      engineVersion: oneOf('v2'),
      mergePolicy: oneOf('Replace', 'Merge'),
      metadata: object({ labels: map('string'), annotations: map('string'), finalizers: list('string') }),
      data: map('string'),
      templateFrom: list(object({ configMap: templateItems, secret: templateItems, literal: 'string', target: 'string' })),
    }),
  }),
  data: list(object({ secretKey: 'string', remoteRef: object(remote, ['key']), sourceRef }, ['secretKey', 'remoteRef']), 'secretKey'),
  dataFrom: list(
    object({
      extract: object(remote, ['key']),
      find: object({ path: 'string', name: object({ regexp: 'string' }), tags: map('string'), conversionStrategy: oneOf('Default', 'Unicode'), decodingStrategy: oneOf('Auto', 'Base64', 'Base64URL', 'None') }),
      rewrite: list(object({ regexp: object({ source: 'string', target: 'string' }, ['source', 'target']), transform: object({ template: 'string' }, ['template']) })),
      sourceRef,
    }),
  ),
});

/** External Secrets Operator, API v1. */
export const externalSecrets = group('external-secrets.io/v1', {
  SecretStore: { plural: 'secretstores', spec: store },
  ExternalSecret: { plural: 'externalsecrets', spec: externalSecret },
});
