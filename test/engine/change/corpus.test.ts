import type { ChangeReport } from '../../../engine/change/index.ts';
import { isHook } from '../../../engine/guard/placed.ts';
import { DESTROYING, GRANTING, OPENING, OVERFLOWING, PEOPLE, WEAKENING } from '../../fixtures/changes/bad.ts';
import { nameOf, run, type ChangeCase } from '../../fixtures/changes/case.ts';
import { CONFIG, HANDS, RELEASES, SIZES } from '../../fixtures/changes/everyday.ts';
import { PLATFORM_TEAM } from '../../fixtures/changes/platform.ts';
import { ALIKE, SLY } from '../../fixtures/changes/sly.ts';
import { STRUCTURE } from '../../fixtures/changes/structure.ts';

// small as it is, an estate has two thousand objects, and the machine may have other work
jest.setTimeout(120_000);

const GOOD = { releases: RELEASES, configuration: CONFIG, sizes: SIZES, hands: HANDS, structure: STRUCTURE, 'the platform team': PLATFORM_TEAM, 'changes that look dangerous': ALIKE };
const BAD = { destroying: DESTROYING, overflowing: OVERFLOWING, opening: OPENING, weakening: WEAKENING, granting: GRANTING, people: PEOPLE, 'what looks harmless': SLY };

const stopping = ({ guards }: Pick<ChangeReport, 'guards'>): readonly string[] => [...new Set(guards.filter(({ state }) => state === 'blocked').map(({ guard }) => guard))].sort();

function expectCase(each: ChangeCase) {
  const { changes, report, problems } = run(each);
  expect({ classes: [...new Set(changes.map((change) => change.class))].sort(), risk: report.risk, guards: stopping(report) })
    .toEqual({ classes: [...each.classes].sort(), risk: each.risk, guards: [...(each.guards ?? [])].sort() });
  expect(changes.map(nameOf)).toEqual(expect.arrayContaining([...(each.objects ?? [])]));
  // every change says why, the gravest first; a hook that goes is nothing
  expect(report.changes.filter(({ reasons, risk, before, after }) => (reasons[0]?.risk ?? 'low') !== risk || (reasons.length === 0 && !isHook((after ?? before)!)))).toEqual([]);
  return { report, problems };
}

describe('a pull request that is as it should be', () => {
  it('is one of forty and more', () => {
    expect(Object.values(GOOD).flat().length).toBeGreaterThanOrEqual(40);
  });

  describe.each(Object.entries(GOOD))('of %s', (_, cases) => {
    it.each(cases.map((each) => [each.name, each] as const))('passes: %s', (_name, each) => {
      const { problems } = expectCase(each);
      expect(problems).toEqual([]);
    });
  });
});

describe('a pull request that must not pass', () => {
  it('is one of twenty and more', () => {
    expect(Object.values(BAD).flat().length).toBeGreaterThanOrEqual(20);
  });

  describe.each(Object.entries(BAD))('by %s', (_, cases) => {
    it.each(cases.map((each) => [each.name, each] as const))('is stopped: %s', (_name, each) => {
      const { report } = expectCase(each);
      for (const { target, fix, zh, en } of report.guards) {
        // an approval names it in one word
        expect(target).toMatch(/^[^\s*?]{1,400}$/);
        expect([fix.zh, fix.en, zh, en].every((text) => text.length > 0)).toBe(true);
      }
    });
  });
});

it('passes when each target is approved, with what takes no approval mended', () => {
  const each = DESTROYING.find(({ name }) => name === 'a subsystem taken out')!;
  const { report } = run(each);
  const approvals = report.guards.map(({ guard, target }, index) => ({ environment: 'small', id: `A-${index}`, guard, target, reason: 'agreed', by: 'somebody', ticket: 'T-1', expires: '2030-01-01', where: 'approvals.yaml:1:1' }));
  const again = run({ ...each, context: { approvals } });
  expect(again.report).toMatchObject({ risk: 'high', notes: [] });
  expect(stopping(again.report)).toEqual([]);
});

it('says of an approval that is needed and over where it stands', () => {
  const { problems } = run(PEOPLE.find(({ name }) => name === 'an approval that is over')!);
  expect(problems).toMatchObject([{ code: 'CHAMP9104', where: 'environments/small/approvals.yaml:1:1', args: { expires: '2029-12-31' } }]);
});
