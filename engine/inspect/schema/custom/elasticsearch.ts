import { core, group, labelSelector, list, map, object, oneOf } from '../schema.ts';
import { claimTemplate, partialPodTemplate } from './pod-parts.ts';

const subjects = list(object({ dns: 'string', ip: 'string' }));
const certificate = object({ secretName: 'string' });
const metadata = object({ labels: map('string'), annotations: map('string'), finalizers: list('string'), name: 'string', namespace: 'string' });
const service = object({ metadata, spec: core('ServiceSpec') });

const spec = object(
  {
    version: 'string',
    image: 'string',
    serviceAccountName: 'string',
    auth: object({ disableElasticUser: 'boolean', fileRealm: list(certificate), roles: list(certificate) }),
    http: object({ service, tls: object({ certificate, selfSignedCertificate: object({ disabled: 'boolean', subjectAltNames: subjects }) }) }),
    transport: object({ service, tls: object({ certificate, certificateAuthorities: object({ configMapName: 'string' }), otherNameSuffix: 'string', subjectAltNames: subjects }) }),
    nodeSets: list(
      object({ name: 'string', count: 'integer', config: map('any'), podTemplate: partialPodTemplate, volumeClaimTemplates: list(claimTemplate) }, ['name']),
      'name',
    ),
    podDisruptionBudget: object({ metadata, spec: object({ minAvailable: 'int-or-string', maxUnavailable: 'int-or-string', selector: labelSelector, unhealthyPodEvictionPolicy: 'string' }) }),
    updateStrategy: object({ changeBudget: object({ maxSurge: 'integer', maxUnavailable: 'integer' }) }),
    secureSettings: list(object({ secretName: 'string', entries: list(object({ key: 'string', path: 'string' }, ['key'])) }, ['secretName'])),
    volumeClaimDeletePolicy: oneOf('DeleteOnScaledownOnly', 'DeleteOnScaledownAndClusterDeletion'),
    revisionHistoryLimit: 'integer',
  },
  ['version', 'nodeSets'],
);

/** Elastic Cloud on Kubernetes. */
export const elasticsearch = group('elasticsearch.k8s.elastic.co/v1', { Elasticsearch: { plural: 'elasticsearches', spec } });
