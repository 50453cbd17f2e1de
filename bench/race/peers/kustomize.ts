import { stringify } from 'yaml';
import type { Manifest } from '../json.ts';
import { byNamespace, writeFiles } from './files.ts';
import type { Peer } from './peer.ts';

/** A kustomization for each cluster and namespace that lists its files, without a patch: the least that it can be asked to do. */
export const kustomize: Peer = {
  input: 'a kustomization for each cluster and namespace that lists plain files, no patches',
  /** Of the objects themselves: it has no templates. */
  prepare({ clusters }, folder, out, program) {
    const filled = Object.entries(clusters).filter(([, manifests]) => manifests.length > 0);
    for (const [cluster, manifests] of filled) {
      const groups = byNamespace(manifests);
      for (const [namespace, list] of groups) {
        const files = filesOf(list);
        writeFiles(folder, { [`${cluster}/${namespace}/kustomization.yaml`]: kustomization(Object.keys(files)) });
        writeFiles(`${folder}/${cluster}/${namespace}`, files);
      }
      writeFiles(folder, { [`${cluster}/kustomization.yaml`]: kustomization([...groups.keys()]) });
    }
    // two clusters have objects of one name, which one build refuses
    const script = filled.map(([cluster]) => `mkdir -p "$2/${cluster}" && "$1" build ${cluster} -o "$2/${cluster}"`).join(' && ');
    return { program: '/bin/sh', args: ['-c', script, 'sh', program, out], cwd: folder };
  },
};

const kustomization = (resources: readonly string[]): string => stringify({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });

/** A file for each name, with the objects of that name. */
function filesOf(manifests: readonly Manifest[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const each of manifests) {
    const name = `${each.metadata.name.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.yaml`;
    files[name] = `${files[name] ?? ''}---\n${stringify(each, { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false })}`;
  }
  return files;
}
