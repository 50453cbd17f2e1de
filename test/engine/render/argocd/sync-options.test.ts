import { withSyncOptions } from '../../../../engine/render/argocd/index.ts';

const OPTIONS = 'argocd.argoproj.io/sync-options';
const object = (apiVersion: string, kind: string, annotations?: Record<string, string>) => ({ apiVersion, kind, metadata: { name: 'a', ...(annotations ? { annotations } : {}) } });

describe('withSyncOptions', () => {
  test.each([
    ['v1', 'Namespace'], ['v1', 'PersistentVolumeClaim'], ['apps/v1', 'StatefulSet'], ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
    ['argoproj.io/v1alpha1', 'Application'], ['mysql.oracle.com/v2', 'InnoDBCluster'], ['kafka.strimzi.io/v1', 'KafkaTopic'],
  ])('asks before a %s %s goes', (apiVersion, kind) => {
    expect(withSyncOptions(object(apiVersion, kind)).metadata.annotations).toEqual({ [OPTIONS]: 'Prune=confirm,Delete=confirm' });
  });

  test('leaves what can be made again as it is', () => {
    for (const [apiVersion, kind] of [['apps/v1', 'Deployment'], ['v1', 'ConfigMap'], ['example.io/v1', 'StatefulSet']] as const) {
      const manifest = object(apiVersion, kind);
      expect(withSyncOptions(manifest)).toBe(manifest);
    }
  });

  test('keeps options and annotations that are there', () => {
    const found = withSyncOptions(object('v1', 'Namespace', { [OPTIONS]: 'SkipDryRunOnMissingResource=true, Prune=false', other: 'kept' }));
    expect(found.metadata.annotations).toEqual({ other: 'kept', [OPTIONS]: 'SkipDryRunOnMissingResource=true,Prune=false,Delete=confirm' });
  });

  test('changes nothing the second time, and never its argument', () => {
    const manifest = object('v1', 'Namespace');
    const once = withSyncOptions(manifest);
    expect(withSyncOptions(once)).toBe(once);
    expect(manifest.metadata).toEqual({ name: 'a' });
  });
});
