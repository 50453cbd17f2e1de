import { mounts } from '../../../../engine/inspect/index.ts';
import { codesOf, container, deployment, manifest, object, only } from '../objects.ts';

const mounting = (name: string) => container({ volumeMounts: [{ name, mountPath: '/a' }] });

describe('mounts', () => {
  it('refuses a mount without its volume, in init containers too', () => {
    const broken = deployment({ initContainers: [{ name: 'a', volumeMounts: [{ name: 'dat', mountPath: '/a' }] }], volumes: [{ name: 'data', emptyDir: {} }], containers: [mounting('data')] });
    expect(only(mounts, [broken])).toMatchObject({ code: 'CHAMP3035', args: { value: 'dat', near: 'data', field: 'spec.template.spec.initContainers[0].volumeMounts[0]' } });
  });

  it('takes the claim templates of a StatefulSet for volumes', () => {
    const template = { spec: { containers: [mounting('data')] } };
    const set = (volumeClaimTemplates: unknown) => object(manifest('apps/v1', 'StatefulSet', 'x', { spec: { template, volumeClaimTemplates } }));
    expect(codesOf(mounts, [set([{ metadata: { name: 'data' } }])])).toEqual([]);
    expect(codesOf(mounts, [set([])])).toEqual(['CHAMP3035']);
  });

  it('refuses a volume with no source, and one with two', () => {
    expect(only(mounts, [deployment({ volumes: [{ name: 'data' }] })])).toMatchObject({ code: 'CHAMP3036', args: { value: 'data', count: '0' } });
    expect(codesOf(mounts, [deployment({ volumes: [{ name: 'data', emptyDir: {}, configMap: { name: 'x' } }] })])).toEqual(['CHAMP3036']);
  });
});
