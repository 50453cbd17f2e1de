import schema from '../../../engine/report/check-report.schema.json';
import { jsonReport } from '../../../engine/report/index.ts';
import { emptyReport, hugeReport, richReport } from './reports.ts';

interface Shape {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

type Plain = Readonly<Record<string, unknown>>;

/** What comes out as text, which is what a machine reads. */
const written = (report: typeof richReport) => JSON.parse(JSON.stringify(jsonReport(report))) as Readonly<Record<string, readonly Plain[]>> & { readonly summary: Plain };

function expectShape(value: Plain, { required, properties }: Shape): void {
  expect(Object.keys(value)).toEqual(expect.arrayContaining([...required]));
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(value)));
}

it.each([['rich', richReport], ['empty', emptyReport]])('has exactly the fields of its schema (%s)', (_, report) => {
  const json = written(report);
  expect(Object.keys(json)).toEqual(schema.required);
  expectShape(json.summary, schema.$defs.summary);
  const lists = [['findings', schema.$defs.finding], ['coverage', schema.$defs.control], ['waivers', schema.$defs.waiver], ['notJudged', schema.$defs.notJudged], ['problems', schema.$defs.problem]] as const;
  for (const [name, shape] of lists) for (const each of json[name]!) expectShape(each, shape);
  for (const each of json['findings']!) expectShape(each['object'] as Plain, schema.$defs.finding.properties.object);
  for (const each of json['waivers']!) expectShape(each['target'] as Plain, schema.$defs.waiver.properties.target);
});

it('has only values that the schema names', () => {
  const json = written(richReport);
  const { $defs } = schema;
  expect($defs.summary.properties.verdict.enum).toContain(json.summary['verdict']);
  expect($defs.summary.properties.profile.enum).toContain(json.summary['profile']);
  expect(json.summary['kubernetes']).toMatch(new RegExp($defs.summary.properties.kubernetes.pattern));
  for (const { status, origin, decided, severity } of json['coverage']!) {
    expect($defs.control.properties.status.enum).toContain(status);
    expect($defs.control.properties.origin.enum).toContain(origin);
    expect($defs.control.properties.decided.enum).toContain(decided);
    expect($defs.severity.enum).toContain(severity);
  }
  for (const { state, expires } of json['waivers']!) {
    expect($defs.waiver.properties.state.enum).toContain(state);
    expect(expires).toMatch(new RegExp($defs.date.pattern));
  }
});

it('gives a finding whole, in English', () => {
  expect(written(richReport)['findings']![0]).toEqual({
    rule: 'NSA-POD-08', severity: 'critical', object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'core-mbs', name: 'hsa-mbs' }, container: 'app',
    field: 'spec.template.spec.containers[0].securityContext.privileged', message: 'container app is privileged', fix: 'set securityContext.privileged to false',
    file: 'dist/linyi/core/core-mbs/deployment.hsa-mbs.yaml', line: 34, column: 9, zone: 'core', construct: 'linyi/core/mbs/hsa-mbs', source: 'apps/medical-insurance/mbs.ts:42',
  });
});

it('lists waived findings last, with their waiver, and counts them apart', () => {
  const { findings, summary } = written(richReport);
  expect(findings!.filter((each) => 'waiver' in each)).toMatchObject([{ rule: 'NSA-POD-12', waiver: 'W-001' }]);
  expect(findings!.at(-1)).toMatchObject({ waiver: 'W-001' });
  expect(summary).toMatchObject({ findings: 6, waived: 1 });
});

it('tells problems with their arguments filled in', () => {
  expect(written(richReport)['problems']![1]).toMatchObject({ code: 'CHAMP5002', where: 'vendor/unreadable', message: 'environment "x" has no default export', args: { value: 'x' } });
});

it('has every one of many findings', () => {
  expect(jsonReport(hugeReport(100_000)).findings).toHaveLength(100_000);
});
