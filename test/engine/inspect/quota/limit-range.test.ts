import { limitRange } from '../../../../engine/inspect/index.ts';
import { codesOf, custom, deployment, only, type Fields } from '../objects.ts';

const range = (item: Fields) => custom('v1', 'LimitRange', { limits: [item] }, 'bounds');

describe('limitRange', () => {
  it('accepts what is within, and namespaces without one', () => {
    expect(codesOf(limitRange, [range({ type: 'Container', min: { cpu: '100m' }, max: { cpu: '1', memory: '1Gi' } }), deployment()])).toEqual([]);
    expect(codesOf(limitRange, [deployment()])).toEqual([]);
  });

  it('refuses a container with a limit over the maximum or a request under the minimum', () => {
    expect(only(limitRange, [range({ type: 'Container', max: { cpu: '500m' } }), deployment()])).toMatchObject({ code: 'CHAMP3062', args: { resource: 'limits.cpu', value: '1', name: 'bounds', allowed: '<= 500m' } });
    expect(only(limitRange, [range({ type: 'Container', min: { memory: '2Gi' } }), deployment()]).args).toMatchObject({ resource: 'requests.memory', value: '1Gi', allowed: '>= 2Gi' });
  });

  it('compares the pod as a whole, and claims', () => {
    expect(codesOf(limitRange, [range({ type: 'Pod', max: { memory: '512Mi' } }), deployment()])).toEqual(['CHAMP3062']);
    const claim = custom('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '10Gi' } } });
    expect(codesOf(limitRange, [range({ type: 'PersistentVolumeClaim', max: { storage: '5Gi' } }), claim])).toEqual(['CHAMP3062']);
  });

  it('judges defaults as if they were written', () => {
    const silent = deployment({ containers: [{ name: 'a' }] });
    expect(codesOf(limitRange, [range({ type: 'Container', max: { cpu: '1' }, default: { cpu: '2' } }), silent])).toEqual(['CHAMP3062']);
  });
});
