import { markdownReport } from '../../../engine/report/index.ts';
import { emptyReport, finding, HOSTILE, hugeReport, richReport } from './reports.ts';

const english = markdownReport(richReport, 'en');

it('says the verdict first, then what it stands on', () => {
  expect(english.split('\n')[0]).toBe('## Hardening report: Failed; some input could not be read (2); not judged: 1');
  expect(english).toMatch(/Kubernetes <code>1\.34<\/code>, 2027-06-10, Commit <code>6aa2240c7d5e<\/code>/);
});

it.each([
  '| Findings | 6 | critical 3, high 1, medium 1, low 1 |', '| Coverage | 97 | failed 4, waived 1, ', '| <code>NSA-POD-08</code> No privileged containers | critical | 3 | set securityContext.privileged to false |',
  '| expired | <code>W-003</code>', '| <code>Helm chart strimzi-kafka-operator 0.48.0</code> | <code>core</code> | a chart that cannot be rendered offline |', '<code>CHAMP5002</code>',
])('has %s', (text) => {
  expect(english).toContain(text);
});

it('speaks Chinese', () => {
  expect(markdownReport(richReport, 'zh')).toMatch(/^## 安全加固检查报告: 不通过/);
});

it('makes no markup, no cell and no call of a person out of a name', () => {
  expect(new Set(english.match(/<\/?\w+/g))).toEqual(new Set(['<code', '</code']));
  expect(english).not.toMatch(/@everyone|\]\(|`/);
  const widths = english.split('\n').filter((line) => line.startsWith('|')).map((line) => line.match(/\|/g)!.length);
  expect(Math.max(...widths)).toBe(7);
  expect(english).toContain('&#60;script&#62;');
});

it.each([['many', hugeReport(100_000)], ['hostile', { ...richReport, findings: Array.from({ length: 3_000 }, (_, index) => finding({ rule: `R-${index}`, container: HOSTILE.repeat(99), message: { zh: HOSTILE.repeat(99), en: HOSTILE.repeat(99) } })) }]])('fits a comment with %s findings, and says what it leaves out', (_, report) => {
  const text = markdownReport(report, 'en');
  expect(text.length).toBeLessThanOrEqual(65_536);
  const shown = text.slice(text.indexOf('### Findings (')).split('\n').filter((line) => line.startsWith('| critical')).length;
  expect(text).toContain(`${report.findings.length - shown} more are not listed here; --format json has all`);
});

it('does not call a run without input a pass', () => {
  expect(markdownReport(emptyReport, 'en').split('\n')[0]).toBe('## Hardening report: Nothing to judge');
});
