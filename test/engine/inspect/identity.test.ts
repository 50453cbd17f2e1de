import { identity, place } from '../../../engine/inspect/identity.ts';
import { objectName } from '../../../engine/manifest.ts';
import { deployment, manifest, object } from './objects.ts';

describe('identity', () => {
  it('tells group, version, kind and type apart', () => {
    expect(identity(deployment())).toMatchObject({ apiVersion: 'apps/v1', group: 'apps', kind: 'Deployment', type: 'apps/v1/Deployment', namespace: 'core-mbs', name: 'hsa-mbs' });
    expect(identity(object(manifest('v1', 'Service', 'x')))).toMatchObject({ group: '', type: 'v1/Service' });
  });

  it('is empty where nothing is stated', () => {
    for (const odd of [null, 'x', {}, { metadata: 'x' }]) expect(identity(object(odd))).toMatchObject({ group: '', kind: '', name: '', namespace: '' });
  });
});

describe('place', () => {
  it('is the name of the object, after its construct path where it has one', () => {
    expect(place(deployment())).toBe(objectName(deployment().manifest));
    expect(place(object(deployment().manifest, { path: 'linyi/core' }))).toBe('linyi/core apps/v1/Deployment core-mbs/hsa-mbs');
  });

  it('names what has no name', () => {
    expect(place(object(null))).toBe('?/? ?');
  });
});
