/** Names that several renderers share. They are seen by users and clusters, so they are API. */
import type { TenantId } from '../../constructs/words.ts';
import type { Zone } from '../../constructs/zone.ts';

/** Folder and namespace of ArgoCD's own objects. */
export const ARGOCD = 'argocd';

/** Folder of the operators' Applications. */
export const OPERATORS_FOLDER = 'operators';

/** SecretStore of a namespace; with `tenant` the one for accounts of that tenant, in a middleware namespace. */
export function secretStoreName(namespace: string, tenant?: string): string {
  return tenant === undefined ? namespace : `${namespace}-${tenant}`;
}

/** ServiceAccount with which a SecretStore signs in. */
export function secretReaderName(store: string): string {
  return `${store}-secret-reader`;
}

/** Folder and Application of a zone's guardrails, e.g. `core-guardrails`. */
export function guardrailsName(zone: Zone): string {
  return `${zone.prefix}-guardrails`;
}

/** Service of type LoadBalancer beside the one of the cluster. */
export function externalName(service: string): string {
  return `${service}-external`;
}

/** Headless Service over the pods themselves, for callers that do not go through the Service. */
export function podsName(service: string): string {
  return `${service}-pods`;
}

/** AppProject of a tenant, e.g. `champ-vendor-01`. */
export function projectName(tenant: TenantId): string {
  return `champ-${tenant}`;
}

/** Group of people in the identity provider, e.g. `champ:vendor-01:operator`. */
export function groupName(tenant: TenantId, group: string): string {
  return `champ:${tenant}:${group}`;
}
