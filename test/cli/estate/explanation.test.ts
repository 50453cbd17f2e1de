import { explain, explainable } from '../../../cli/estate/index.ts';
import { nearest } from '../../../engine/problem/index.ts';
import { rendered } from '../../fixtures/linyi.ts';

const dev = rendered('dev');

it('says of a service what decided each value, whom it may talk to, and which files it makes', () => {
  const [found] = explain(dev, 'hsa-mbs-fsi');
  expect(found).toMatchObject({ environment: 'dev', name: 'hsa-mbs-fsi', what: 'ApiService', path: 'dev/core/mbs/hsa-mbs-fsi', source: expect.stringMatching(/^apps\/medical-insurance\/mbs\.ts:\d+$/) });
  expect(found!.facts).toEqual(expect.arrayContaining([
    expect.objectContaining({ name: 'pods', value: '1', from: expect.stringContaining('environments/dev/sizes.yaml') }),
    expect.objectContaining({ name: 'image', from: expect.stringMatching(/environments\/dev\/releases\.yaml:\d+/) }),
    expect.objectContaining({ name: 'health', from: 'service kind api' }),
  ]));
  expect(found!.traffic).toContainEqual(expect.stringContaining('calls'));
  expect(found!.files).toContain('core/core-mbs/deployment.hsa-mbs-fsi.yaml');
});

it('says of a kind of middleware which product stands behind it, and who uses it', () => {
  const [found] = explain(dev, 'relational-db');
  expect(found).toMatchObject({ name: 'relational-db', source: expect.stringMatching(/^constructs\/middleware\/kinds\/relational-db\.ts:\d+$/) });
  expect(found!.facts).toContainEqual(expect.objectContaining({ name: 'product', from: expect.stringContaining('edition opensource') }));
  expect(found!.traffic.length).toBeGreaterThan(0);
});

it.each(['Deployment/hsa-mbs', 'deployment/hsa-mbs', 'core/core-mbs/deployment.hsa-mbs.yaml', 'dist/dev/core/core-mbs/deployment.hsa-mbs.yaml'])('finds the object %s', (name) => {
  expect(explain(dev, name)).toMatchObject([{ name: 'Deployment/hsa-mbs', path: 'dev/core/mbs/hsa-mbs', files: ['core/core-mbs/deployment.hsa-mbs.yaml'] }]);
});

it('finds no file of another environment', () => {
  expect(explain(dev, 'dist/linyi/core/core-mbs/deployment.hsa-mbs.yaml')).toEqual([]);
});

it.each([['hsa-mbz', 'hsa-mbs'], ['relationaldb', 'relational-db'], ['Deployment/hsa-mbz', 'Deployment/hsa-mbs'], ['something-else-entirely', undefined]])('knows that %s is nearest to %s', (asked, near) => {
  expect(explain(dev, asked)).toEqual([]);
  expect(nearest(asked, explainable(dev, asked))).toBe(near);
});
