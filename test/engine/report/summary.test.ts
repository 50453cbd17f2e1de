import { summaryOf, verdictOf } from '../../../engine/report/index.ts';
import { cleanReport, emptyReport, finding, richReport, waiver } from './reports.ts';

it.each([
  ['passed', 'nothing is found', cleanReport],
  ['failed', 'there is a finding', { ...cleanReport, findings: [finding()] }],
  ['failed', 'a waiver has expired', { ...cleanReport, waivers: [waiver('W-1', 'expired')] }],
  ['failed', 'a waiver is unused', { ...cleanReport, waivers: [waiver('W-1', 'unused')] }],
  ['failed', 'a waiver is too wide', { ...cleanReport, waivers: [waiver('W-1', 'tooWide')] }],
  ['passed', 'a waiver ends soon', { ...cleanReport, waivers: [waiver('W-1', 'ending')] }],
  ['incomplete', 'input could not be read', { ...cleanReport, problems: richReport.problems }],
  ['empty', 'there was nothing to judge', emptyReport],
  ['passed', 'only files of the control plane were judged', { ...cleanReport, objects: 0 }],
] as const)('is %s when %s', (verdict, _, report) => {
  expect(verdictOf(report)).toBe(verdict);
});

it('counts findings, waived ones apart, waivers by state and every control', () => {
  const summary = summaryOf(richReport);
  expect(summary).toMatchObject({
    findings: 6, bySeverity: { critical: 3, high: 1, medium: 1, low: 1 }, waived: 1,
    waivers: { used: 1, ending: 1, expired: 1, unused: 1, tooWide: 1 }, coverage: { failed: 4, waived: 1, absent: 1 }, notJudged: 1, problems: 2,
  });
  expect(Object.values(summary.coverage).reduce((sum, count) => sum + count)).toBe(richReport.coverage.length);
});
