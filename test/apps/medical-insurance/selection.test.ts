import { selectSubsystems, settlementCity, SUBSYSTEMS, subsystemsOf, type Selection } from '../../../apps/medical-insurance/index.ts';
import { ProblemError } from '../../../engine/problem/index.ts';
import { SMALL_SUBSYSTEMS } from '../../fixtures/estate.ts';

const selection = (without: readonly string[], cuts: Readonly<Record<string, readonly string[]>> = {}): Selection => ({ without, cuts, source: __filename });

function refused(asked: Selection, rows = SUBSYSTEMS): readonly (readonly [string, ...string[]])[] {
  try {
    selectSubsystems(asked, rows);
  } catch (error) {
    return (error as ProblemError).problems.map(({ code, args }) => [code, args['service'] ?? '', args['value'] ?? '']);
  }
  return [];
}

it('leaves out subsystems, and the calls that are named with them', () => {
  const rows = selectSubsystems(selection(['ces', 'rms']));
  expect(rows.map(({ id }) => id)).toEqual(SUBSYSTEMS.map(({ id }) => id).filter((id) => id !== 'ces' && id !== 'rms'));
});

it('takes calls, calls across and routes out of the rows, and nothing else', () => {
  const rows = subsystemsOf(settlementCity);
  const row = (id: string) => rows.flatMap(({ services }) => Object.entries(services)).find(([name]) => name === id)![1];
  expect(row('hsa-cep-msg')).not.toHaveProperty('callsAcross.core-to-public');
  expect(row('hsa-cep-msg').calls).toEqual({ dubbo: ['hsa-cep-auc'], http: ['hsa-gw-ext'] });
  expect(row('hsa-gw-public')).toMatchObject({ routesTo: [], callsAcross: { 'public-to-core': ['hsa-gw-core'] } });
  expect(row('hsa-mbs-fsi').calls!.dubbo).not.toContain('hsa-tps-stock');
  expect(row('hsa-mbs')).toEqual(SUBSYSTEMS.find(({ id }) => id === 'mbs')!.services['hsa-mbs']);
});

it('changes no row of the release itself', () => {
  const before = JSON.stringify(SUBSYSTEMS);
  subsystemsOf(settlementCity);
  expect(JSON.stringify(SUBSYSTEMS)).toBe(before);
});

it('refuses every call to what is left out that nothing is said about', () => {
  expect(refused(selection(['tps']))).toEqual(expect.arrayContaining([
    ['CHAMP9252', 'hsa-gw-internet', 'hsa-tps-ent-ui'], ['CHAMP9252', 'hsa-gw-public', 'hsa-tps-ent'], ['CHAMP9252', 'hsa-mbs-fsi', 'hsa-tps-stock'], ['CHAMP9252', 'hsa-mbs-fsi', 'hsa-tps-trade'],
  ]));
  expect(refused(selection(['pss']), SMALL_SUBSYSTEMS)).toEqual([]);
});

it('refuses a cut that cuts nothing', () => {
  expect(refused(selection(['ces'], { 'hsa-mbs': ['hsa-ces-pub', 'hsa-cep-pic'] }))).toEqual([['CHAMP9253', 'hsa-mbs', 'hsa-ces-pub'], ['CHAMP9253', 'hsa-mbs', 'hsa-cep-pic']]);
});

it('refuses to leave out what a critical path leads through, by every hop', () => {
  const found = refused(selection(['ims'])).filter(([code]) => code === 'CHAMP9251');
  expect(found).toEqual([['CHAMP9251', '', 'hsa-ims-rt']]);
  expect(refused(selection(['gw'])).filter(([code]) => code === 'CHAMP9251').length).toBeGreaterThan(4);
});

it('names the nearest subsystem, and the file that asks', () => {
  try {
    selectSubsystems(selection(['dsss']));
  } catch (error) {
    expect((error as ProblemError).problems).toMatchObject([{ code: 'CHAMP9250', where: 'test/apps/medical-insurance/selection.test.ts', args: { value: 'dsss', near: 'dss' } }]);
  }
  expect.assertions(1);
});
