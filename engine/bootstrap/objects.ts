import type { Manifest } from '../manifest.ts';
import type { Delivery, Repository } from './delivery.ts';

/** ArgoCD reads a ConfigMap or Secret of its own by this label alone. */
const PART_OF_ARGOCD = { 'app.kubernetes.io/part-of': 'argocd' };

/** ConfigMaps with ArgoCD's settings: there before its processes start, so that it is never open for a moment. */
export function settingsObjects({ settings, namespace }: Delivery): readonly Manifest[] {
  return Object.entries(settings).map(([name, data]) => ({
    apiVersion: 'v1', kind: 'ConfigMap',
    metadata: { name, namespace: namespace.metadata.name, labels: { 'app.kubernetes.io/name': name, ...PART_OF_ARGOCD } },
    data,
  }));
}

/** Name of the Secret that tells ArgoCD of a repository; `index` is its place in the list. */
export function repositoryName({ type }: Repository, index: number): string {
  return `repository-${type}${index === 0 ? '' : `-${index + 1}`}`;
}

/** What a repository is, without a credential: a person adds that with a field manager of its own, and no later run takes it away. */
export function repositoryObjects({ repositories, namespace }: Delivery): readonly Manifest[] {
  return repositoryNames(repositories).map(([name, { type, url }]) => ({
    apiVersion: 'v1', kind: 'Secret',
    metadata: { name, namespace: namespace.metadata.name, labels: { 'app.kubernetes.io/name': name, ...PART_OF_ARGOCD, 'argocd.argoproj.io/secret-type': 'repository' } },
    type: 'Opaque',
    stringData: {
      name, type, url,
      // plain files are read in place: there is nothing to warm up for every Application at every push
      ...(type === 'git' ? { webhookManifestCacheWarmDisabled: 'true' } : {}),
      // an address without a scheme is an OCI registry
      ...(type === 'helm' && !url.includes('://') ? { enableOCI: 'true' } : {}),
    },
  }));
}

/** Repositories by the name of their Secret. */
export function repositoryNames(repositories: readonly Repository[]): readonly (readonly [name: string, repository: Repository])[] {
  return repositories.map((repository) => [repositoryName(repository, repositories.filter(({ type }) => type === repository.type).indexOf(repository)), repository]);
}
