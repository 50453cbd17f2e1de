import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';

/** An object where it stands in the config repository. */
export interface PlacedObject {
  /** Path that ends with `<zone>/<application>/<file>`, e.g. `core/core-mbs/deployment.hsa-mbs.yaml`. */
  readonly file: string;
  readonly manifest: Manifest;
}

/** `Kind/namespace/name`, or `Kind/name` for what is in no namespace. */
export function guardName({ kind, metadata: { namespace, name } }: Manifest): string {
  return namespace ? `${kind}/${namespace}/${name}` : `${kind}/${name}`;
}

/** Its folder, which one Application follows: `core/core-mbs`. */
export const applicationOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** The folder of its zone, e.g. `core`: a zone is a cluster of its own. */
export const zoneOf = (file: string): string => applicationOf(applicationOf(file));

/** Which object of which cluster it is, whatever version of its API it is written in. */
export const identity = ({ file, manifest }: PlacedObject): string => `${zoneOf(file)} ${groupOf(manifest.apiVersion)} ${guardName(manifest)}`;

const HOOK = 'argocd.argoproj.io/hook';

/** ArgoCD makes a hook anew at every sync and never prunes it: neither its change nor its absence is a danger. */
export function isHook({ metadata: { annotations } }: Manifest): boolean {
  const hook = annotations?.[HOOK];
  return hook !== undefined && hook !== '' && hook !== 'Skip';
}

/** ArgoCD keeps no hook, nor what it shall skip: an object that becomes one is pruned. */
export const becomesHook = (before: Manifest, after: Manifest): boolean => !before.metadata.annotations?.[HOOK] && Boolean(after.metadata.annotations?.[HOOK]);
