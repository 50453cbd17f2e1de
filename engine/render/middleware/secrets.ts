import type { Middleware, SecretPart, WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { Manifest, ObjectMeta } from '../../manifest.ts';
import { secretStoreName } from '../names.ts';
import { applicationOf, isAgent, metadata, placeOf, type Place } from './place.ts';

const REFRESH = '1h0m0s';
/** Secrets of a kind belong to the platform team. */
const OWNER = 'platform';

export interface FetchedKey {
  readonly secretKey: string;
  readonly tenant: string;
  /** Path below the tenant's own. */
  readonly path: string;
  readonly property: string;
}

/** An ExternalSecret; each key comes from the store of the tenant that owns it. Without data in the template the keys become the Secret as they are. */
export function externalSecret(meta: ObjectMeta, keys: readonly FetchedKey[], template?: { readonly type?: string; readonly data?: Readonly<Record<string, string>> }): Manifest {
  const namespace = meta.namespace ?? '';
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: meta,
    spec: {
      refreshInterval: REFRESH,
      secretStoreRef: { kind: 'SecretStore', name: secretStoreName(namespace) },
      target: {
        name: meta.name, creationPolicy: 'Owner', deletionPolicy: 'Retain',
        ...(template ? { template: { engineVersion: 'v2', ...template } } : {}),
      },
      data: keys.map(({ secretKey, tenant, path, property }) => ({
        secretKey,
        remoteRef: { key: path, property },
        ...(tenant === OWNER ? {} : { sourceRef: { storeRef: { kind: 'SecretStore', name: secretStoreName(namespace, tenant) } } }),
      })),
    },
  };
}

/** A kind's own secret, in each namespace where a part mounts it. */
export function secretPart(middleware: Middleware, part: SecretPart): readonly { readonly place: Place; readonly manifest: Manifest }[] {
  const users = middleware.parts.filter((each): each is WorkloadPart => each.part === 'workload' && (each.secrets ?? []).some(({ secret }) => secret === part.name));
  const agent = users.find(isAgent);
  const applications = [...(users.length === 0 || users.some((each) => !isAgent(each)) ? [middleware] : []), ...(agent ? [applicationOf(middleware, agent)] : [])];
  const places = applications.map((application) => placeOf(middleware, part.name, application));
  const [tenant = OWNER, ...path] = (part.from ?? `${OWNER}/mw/${middleware.kind}/${part.name}`).split('/');
  const keys = part.keys.map((key) => ({ secretKey: key, tenant, path: path.join('/'), property: key }));
  return places.map((place) => ({ place, manifest: externalSecret(metadata(place), keys, part.type ? { type: part.type } : undefined) }));
}
