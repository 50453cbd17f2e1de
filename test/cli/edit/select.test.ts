import { namedServices, selectServices } from '../../../cli/edit/select.ts';
import { Problems } from '../../../engine/problem/index.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

const environment = smallEnvironment();

function select(...selectors: readonly string[]) {
  const problems = new Problems();
  return { ids: selectServices(environment, selectors, 'test', problems).map(({ id }) => id), problems: problems.all().map(({ code, args }) => [code, args['near'] ?? '']) };
}

it.each<[string, readonly string[]]>([
  ['subsystem=mbs', ['hsa-mbs-fsi', 'hsa-mbs', 'hsa-mbs-ui']],
  ['tenant=vendor-02,kind=api', ['hsa-mbs-fsi', 'hsa-mbs']],
  ['vendor=vendor-03', ['hsa-pss-pw-ui', 'hsa-pss-pw']],
  ['layer=L7,zone=core', ['hsa-gap-back', 'hsa-gw-core']],
  ['layer=L7-access,zone=core', ['hsa-gap-back', 'hsa-gw-core']],
  ['service=hsa-mbs,service=hsa-pss-pw', ['hsa-mbs', 'hsa-pss-pw']],
])('%s', (selector, ids) => {
  expect(select(selector)).toEqual({ ids, problems: [] });
  expect(select(...selector.split(',')).ids).toEqual(ids);
});

it('names the nearest key and value of each that is wrong', () => {
  expect(select('lair=L7', 'zone=cor', 'kind', 'kind=', 'a=b=c').problems).toEqual(expect.arrayContaining([['CHAMP9233', 'layer'], ['CHAMP9234', 'core']]));
  expect(select('lair=L7', 'zone=cor').ids).toEqual([]);
  expect(select('toString=x').problems).toEqual([['CHAMP9233', expect.anything()]]);
});

it('never calls a key that is right the nearest to itself', () => {
  expect(select('kind', 'zone=').problems).toEqual([['CHAMP9233', ''], ['CHAMP9233', '']]);
});

it('says so when nothing is all of it', () => {
  expect(select('zone=core,subsystem=pss')).toEqual({ ids: [], problems: [['CHAMP9235', '']] });
});

it('finds services by their ids, each once', () => {
  const problems = new Problems();
  expect(namedServices(environment, ['hsa-mbs', 'hsa-mbs', 'hsa-mbz'], 'test', problems).map(({ id }) => id)).toEqual(['hsa-mbs']);
  expect(problems.all()).toMatchObject([{ code: 'CHAMP9226', args: { value: 'hsa-mbz', near: 'hsa-mbs' } }]);
});
