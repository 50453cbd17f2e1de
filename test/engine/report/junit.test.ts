import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { junitReport } from '../../../engine/report/index.ts';
import { CONTROLS } from '../../../policies/index.ts';
import { emptyReport, finding, hugeReport, richReport } from './reports.ts';

interface Case { readonly name: string; readonly classname: string; readonly file?: string; readonly line?: string; readonly failure?: Outcome; readonly error?: Outcome; readonly skipped?: Outcome }
interface Outcome { readonly message: string; readonly '#text'?: string }
interface Counts { readonly name: string; readonly tests: string; readonly failures: string; readonly errors: string; readonly skipped: string }
interface Suites extends Counts { readonly testsuite: readonly (Counts & { readonly testcase: readonly Case[] })[] }

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => name === 'testsuite' || name === 'testcase', trimValues: false });
function junit(report: typeof richReport): Suites {
  const xml = junitReport(report, 'en');
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as { readonly testsuites: Suites }).testsuites;
}
const rich = junit(richReport);
const suite = (begin: string) => rich.testsuite.find(({ name }) => name.startsWith(begin))!;

it('has a suite for every control, whether anything was found or not', () => {
  for (const { id } of CONTROLS) expect(suite(id).testcase.length).toBeGreaterThan(0);
});

it('fails a case for each object and container, with place, message and fix', () => {
  expect(suite('NSA-POD-08')).toMatchObject({ name: 'NSA-POD-08 No privileged containers', tests: '3', failures: '3' });
  expect(suite('NSA-POD-08').testcase[0]).toMatchObject({
    classname: 'NSA-POD-08', name: 'Deployment core-mbs/hsa-mbs, zone core, container/volume app', file: 'dist/linyi/core/core-mbs/deployment.hsa-mbs.yaml', line: '34',
    failure: { message: 'critical: container app is privileged', '#text': expect.stringMatching(/deployment\.hsa-mbs\.yaml:34:9 spec\..*\n.*is privileged\n.*fix: set securityContext/) },
  });
});

it('passes a control without findings, and skips one that is decided elsewhere or speaks of nothing in the input', () => {
  expect(suite('NSA-POD-09').testcase[0]).not.toHaveProperty('failure');
  expect(suite('NSA-POD-09')).toMatchObject({ tests: '1', failures: '0', skipped: '0' });
  const elsewhere = richReport.coverage.find(({ status }) => status === 'elsewhere')!;
  expect(suite(elsewhere.id).testcase[0]?.skipped?.message).toBe(elsewhere.elsewhere?.en);
  expect(suite('NSA-POD-33')).toMatchObject({ skipped: '1' });
});

it('skips what is waived, with reason, owner, ticket and end', () => {
  expect(suite('NSA-POD-12').testcase).toMatchObject([{ skipped: { message: expect.stringMatching(/^W-001: .*reads node logs.*owner 平台组, ticket SEC-101, until 2027-06-30/) } }]);
});

it('fails waivers that are expired, unused or too wide', () => {
  expect(suite('Waivers')).toMatchObject({ tests: '5', failures: '3' });
});

it('has an error for input that could not be read and a skipped case for what was not judged', () => {
  expect(suite('Input')).toMatchObject({ tests: '3', errors: '2', skipped: '1' });
});

it('adds up', () => {
  for (const key of ['tests', 'failures', 'errors', 'skipped'] as const) {
    expect(Number(rich[key])).toBe(rich.testsuite.reduce((sum, each) => sum + Number(each[key]), 0));
  }
});

it('writes out what XML cannot hold and lets no name be markup', () => {
  const xml = junitReport(richReport, 'zh');
  expect(xml).not.toMatch(/<script/);
  expect(xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  expect(suite('NSA-POD-08').testcase[2]?.name).toContain('<script>alert("1")</script>');
});

it('has one case for an object with several findings of a rule, and two names for an object in two zones', () => {
  const { testsuite } = junit({ ...emptyReport, findings: [finding(), finding({ field: 'other' }), finding({ zone: 'public' })] });
  const { testcase } = testsuite.find(({ name }) => name.startsWith('NSA-POD-08'))!;
  expect(new Set(testcase.map(({ name }) => name)).size).toBe(2);
  expect(testcase).toHaveLength(2);
});

it('has every object of many findings', () => {
  expect(junitReport(hugeReport(20_000), 'en').match(/<failure /g)?.length).toBeGreaterThan(19_000);
});
