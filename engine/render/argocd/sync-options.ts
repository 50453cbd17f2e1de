import { needsConfirmation } from '../../guard/index.ts';
import type { Manifest } from '../../manifest.ts';

const ANNOTATION = 'argocd.argoproj.io/sync-options';

/** The object with `Prune=confirm,Delete=confirm` where its loss could not be undone; options that it has already stay. */
export function withSyncOptions(manifest: Manifest): Manifest {
  if (!needsConfirmation(manifest)) return manifest;
  const { annotations = {} } = manifest.metadata;
  const own = (annotations[ANNOTATION] ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  const decided = (option: string) => own.some((each) => each.startsWith(`${option}=`));
  const added = ['Prune', 'Delete'].filter((option) => !decided(option)).map((option) => `${option}=confirm`);
  if (added.length === 0) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...annotations, [ANNOTATION]: [...own, ...added].join(',') } } };
}
