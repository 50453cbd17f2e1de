import type { Application } from '../../../constructs/application.ts';
import type { TenantId } from '../../../constructs/words.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { at, records, text } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { applicationLabels, type Labels } from '../labels.ts';
import { secretReaderName, secretStoreName } from '../names.ts';
import type { Output } from '../output.ts';

/** Who must name the store before it takes a token: a token for it is good for nothing else. */
const AUDIENCE = 'vault';

/** `namespace/store` of every SecretStore that an ExternalSecret of the zone names, for all its keys or for one. */
export function storesNamed(zone: string, out: Output): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { manifest, zone: of } of out.objects) {
    if (of !== zone || manifest.kind !== 'ExternalSecret') continue;
    const { spec } = manifest;
    const references = [at(spec, 'secretStoreRef'), ...[...records(at(spec, 'data')), ...records(at(spec, 'dataFrom'))].map((row) => at(row, 'sourceRef', 'storeRef'))];
    for (const reference of references) named.add(`${manifest.metadata.namespace}/${text(at(reference, 'name')) ?? ''}`);
  }
  return named;
}

/**
 * The namespace's own store, limited to its tenant's path; in a middleware namespace one more for each tenant whose accounts
 * are made there. Each signs in with an account and a role of its own, so none reads what another may.
 */
export function secretStores(application: Application, holders: readonly TenantId[], named: ReadonlySet<string>): readonly Manifest[] {
  const { name: namespace, tenant: owner, zone } = application;
  const others = holders.filter((tenant) => tenant !== owner && named.has(`${namespace}/${secretStoreName(namespace, tenant)}`));
  const labelsOf = (name: string, component: string) => applicationLabels(application, name, component);
  return [
    ...secretStore(zone, { name: secretStoreName(namespace), namespace, tenant: owner, labelsOf }),
    ...others.flatMap((tenant) => secretStore(zone, { name: secretStoreName(namespace, tenant), namespace, tenant, labelsOf })),
  ];
}

export interface StoreInput {
  readonly name: string;
  readonly namespace: string;
  /** Whose path it reads. */
  readonly tenant: TenantId;
  labelsOf(name: string, component: string): Labels;
}

/** A store with the account that signs in to it. */
export function secretStore(zone: Zone, { name, namespace, tenant, labelsOf }: StoreInput): readonly Manifest[] {
  const { environment } = zone;
  const account = secretReaderName(name);
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: account, namespace, labels: labelsOf(account, 'secret-reader') },
      automountServiceAccountToken: false,
    },
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name, namespace, labels: labelsOf(name, 'secret-store') },
      spec: {
        provider: {
          vault: {
            server: environment.props.secretStore.server,
            path: `champ/${environment.name}/${tenant}`,
            version: 'v2',
            auth: {
              kubernetes: {
                mountPath: `kubernetes/${zone.props.cluster}`,
                role: `${environment.name}-${zone.id}-${name}`,
                serviceAccountRef: { name: account, audiences: [AUDIENCE] },
              },
            },
          },
        },
      },
    },
  ];
}
