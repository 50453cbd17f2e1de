import { Estate } from '../../../engine/inspect/estate.ts';
import type { InspectFacts } from '../../../engine/inspect/index.ts';
import type { RenderedObject } from '../../../engine/manifest.ts';
import { configMap, custom, object, service } from './objects.ts';

const indexOf = (objects: readonly RenderedObject[], facts: InspectFacts = {}) => new Estate(objects, facts).objects;

describe('ObjectIndex', () => {
  it('finds rendered objects in their own zone and namespace only', () => {
    const index = indexOf([configMap({ a: '' })]);
    expect(index.find('core', 'ConfigMap', 'core-mbs', 'settings')).toMatchObject({ keys: ['a'] });
    expect(index.find('public', 'ConfigMap', 'core-mbs', 'settings')).toBeUndefined();
    expect(index.find('core', 'ConfigMap', 'core-mba', 'settings')).toBeUndefined();
  });

  it('finds facts without a zone in every zone', () => {
    const index = indexOf([], { existing: [{ kind: 'StorageClass', name: 'local' }, { zone: 'core', kind: 'StorageClass', name: 'fast' }] });
    expect(['core', 'public'].map((zone) => index.names(zone, 'StorageClass', ''))).toEqual([['fast', 'local'], ['local']]);
  });

  it('joins the keys of two objects that fill one Secret', () => {
    const external = (secretKey: string) => custom('external-secrets.io/v1', 'ExternalSecret', { target: { name: 'one' }, data: [{ secretKey }] }, secretKey);
    expect(indexOf([external('a'), external('b')]).find('core', 'Secret', 'core-mbs', 'one')).toMatchObject({ keys: ['a', 'b'] });
  });

  it('leaves the ports of an external name open, unless it states them', () => {
    const external = (ports?: unknown) => object({ ...service().manifest, spec: { type: 'ExternalName', ports } });
    expect(indexOf([external()]).find('core', 'Service', 'core-mbs', 'hsa-mbs')!.ports).toBeUndefined();
    expect(indexOf([external([{ name: 'db', port: 3306 }])]).find('core', 'Service', 'core-mbs', 'hsa-mbs')).toMatchObject({ ports: ['db', 3306] });
  });
});
