import { duplicates } from '../../../engine/inspect/index.ts';
import { codesOf, configMap, manifest, object, only } from './objects.ts';

const autoscaler = (version: string) => manifest(`autoscaling/${version}`, 'HorizontalPodAutoscaler', 'hsa-mbs');

describe('duplicates', () => {
  it('accepts the same name in another namespace, zone or Application', () => {
    const other = object(configMap({}).manifest, { zone: 'public' });
    const elsewhere = object(manifest('v1', 'ConfigMap', 'settings', {}, { namespace: 'core-mba' }), { application: 'core-mba' });
    expect(codesOf(duplicates, [configMap({}), other, elsewhere])).toEqual([]);
  });

  it('refuses an object that comes twice and names the first', () => {
    const first = object(configMap({}).manifest, { path: 'linyi/core/first' });
    const again = object(configMap({}).manifest, { application: 'core-mba', path: 'linyi/core/again' });
    expect(only(duplicates, [first, again])).toMatchObject({ code: 'CHAMP3021', args: { other: expect.stringContaining('linyi/core/first') } });
  });

  it('takes two versions of a kind for the same object', () => {
    expect(codesOf(duplicates, [object(autoscaler('v1')), object(autoscaler('v2'))])).toEqual(['CHAMP3021']);
  });

  it('accepts the `default` of several namespaces in one folder', () => {
    const account = (namespace: string) => object(manifest('v1', 'ServiceAccount', 'default', {}, { namespace }));
    expect(codesOf(duplicates, [account('core-a'), account('core-b'), account('core-mbs')])).toEqual([]);
  });

  it('refuses two objects that go into one file', () => {
    const objects = [object(manifest('v1', 'ConfigMap', 'settings')), object(manifest('v1', 'ConfigMap', 'settings', {}, { namespace: 'core-mba' }))];
    expect(only(duplicates, objects)).toMatchObject({ code: 'CHAMP3022', args: { value: 'core/core-mbs/configmap.settings.yaml' } });
  });
});
