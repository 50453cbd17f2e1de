import type { Zone } from '../../../constructs/zone.ts';
import { groupOf } from '../argocd/kinds.ts';
import type { Output } from '../output.ts';

/** Custom resources that tell where credentials are or who may sign in, by group. */
const CUSTOM: Readonly<Record<string, readonly string[]>> = {
  'external-secrets.io': ['externalsecrets', 'secretstores'],
  'k8s.keycloak.org': ['keycloakrealmimports', 'keycloaks'],
  'kafka.strimzi.io': ['kafkausers'],
};

/**
 * What the API server encrypts before etcd sees it: by a key that the KMS keeps, never by one in a file. `identity` comes
 * last, so that what was stored in the clear can still be read until it is rewritten.
 */
export function encryptionConfiguration(zone: Zone, out: Output) {
  const groups = new Set<string>();
  for (const { zone: at, manifest } of out.objects) if (at === zone.id) groups.add(groupOf(manifest.apiVersion));
  const custom = Object.entries(CUSTOM).filter(([group]) => groups.has(group)).flatMap(([group, resources]) => resources.map((each) => `${each}.${group}`));
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [{
      resources: ['secrets', 'configmaps', ...custom],
      providers: [
        { kms: { apiVersion: 'v2', name: `champ-${zone.environment.name}-${zone.id}`, endpoint: 'unix:///var/run/champ-kms/kms.sock', timeout: '3s' } },
        { identity: {} },
      ],
    }],
  };
}
