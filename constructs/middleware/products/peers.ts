import type { Layout } from '../contract.ts';

/** Stable DNS names of the pods of a StatefulSet part, through its headless Service `<name>-peers`. */
export function peerNames(layout: Pick<Layout, 'namespace' | 'clusterDomain'>, name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${index}.${name}-peers.${layout.namespace}.svc.${layout.clusterDomain}`);
}
