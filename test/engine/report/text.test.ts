import { textReport } from '../../../engine/report/index.ts';
import { cleanReport, emptyReport, hugeReport, richReport } from './reports.ts';

const english = textReport(richReport, 'en');

it('groups findings by object, the worst first', () => {
  expect(english.split('\n')[0]).toBe('Deployment core-mbs/hsa-mbs (apps/v1, zone core)');
  expect(english.match(/^Deployment core-mbs\/hsa-mbs/gm)).toHaveLength(1);
  expect(english.indexOf('critical NSA-POD-08')).toBeLessThan(english.indexOf('low NSA-POD-05'));
});

it.each([
  'critical NSA-POD-08 No privileged containers',
  'dist/linyi/core/core-mbs/deployment.hsa-mbs.yaml:34:9  container/volume app  spec.template.spec.containers[0].securityContext.privileged',
  'container app is privileged', 'fix: set securityContext.privileged to false', 'declared: apps/medical-insurance/mbs.ts:42, linyi/core/mbs/hsa-mbs',
])('says of a finding: %s', (line) => {
  expect(english.split('\n').map((each) => each.trim())).toContain(line);
});

it('says a fix once and refers to it after that', () => {
  expect(english.match(/fix: set securityContext\.privileged to false/g)).toHaveLength(1);
  expect(english.match(/fix: as above \(NSA-POD-08\)/g)).toHaveLength(2);
});

it.each(['expired  W-003', 'too wide  W-005', 'unused  W-004', 'ends soon  W-001', 'valid  W-002'])('lists the waiver: %s', (line) => {
  expect(english).toContain(line);
});

it('says of a waiver what it is for, down to the folder of the host', () => {
  expect(english).toContain('DaemonSet core-agents/fluent-bit, container/volume varlog, field hostPath, path /var/log');
});

it('lists waivers that fail before those that hold, and says how long the cluster honours one', () => {
  expect(english.indexOf('W-003')).toBeLessThan(english.indexOf('W-001'));
  expect(english).toMatch(/20 days left/);
  expect(english).toMatch(/The cluster honours a waiver until the next publish removes it/);
});

it('names what was not judged and what could not be read', () => {
  expect(english).toMatch(/Helm chart strimzi-kafka-operator 0\.48\.0 .*: a chart that cannot be rendered offline/);
  expect(english).toMatch(/CHAMP5002 vendor\/unreadable\n {4}environment "x" has no default export/);
});

it('ends with the numbers and the verdict', () => {
  expect(english).toMatch(/findings: 6 \(critical 3, high 1, medium 1, low 1\)/);
  expect(english).toMatch(/controls: 97 \(failed 4, waived 1, /);
  expect(english.trimEnd().split('\n').at(-1)).toBe('Verdict: Failed; some input could not be read (2); not judged: 1');
});

it('speaks Chinese', () => {
  expect(textReport(richReport, 'zh')).toMatch(/严重 NSA-POD-08 没有特权容器[\s\S]*整改: 设置[\s\S]*结论: 不通过/);
});

it('lets no control character of a name through', () => {
  expect(english).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(textReport(richReport, 'en', { colour: true })).not.toContain('\u001b[31m \u202e');
});

it('uses colour only when asked, and says the same without it', () => {
  const coloured = textReport(richReport, 'en', { colour: true });
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(english);
});

it('counts by rule what it does not list, and says how to see it', () => {
  const text = textReport(hugeReport(1_000), 'en', { limit: 990 });
  expect(text).toMatch(/10 more are not listed here; --format json has all\n {2}NSA-NET-\d\d x10\n/);
  expect(textReport(hugeReport(100_000), 'en').length).toBeLessThan(200_000);
});

it('does not call a run without input a pass', () => {
  expect(textReport(emptyReport, 'en')).toContain('Verdict: Nothing to judge');
  expect(textReport(cleanReport, 'en')).toContain('Verdict: Passed');
});
