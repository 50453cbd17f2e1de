import { sarifReport } from '../../../engine/report/index.ts';
import { CONTROLS } from '../../../policies/index.ts';
import { emptyReport, finding, HOSTILE, hugeReport, richReport } from './reports.ts';

interface Log { readonly $schema: string; readonly version: string; readonly runs: readonly [Run] }
interface Run {
  readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] } };
  readonly results: readonly Result[];
  readonly invocations: readonly [{ readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: Message; readonly descriptor: { readonly id: string } }[] }];
}
interface Message { readonly text: string }
interface Rule { readonly id: string; readonly shortDescription: Message; readonly fullDescription: Message; readonly help: Message & { readonly markdown: string }; readonly defaultConfiguration: { readonly level: string }; readonly properties: Readonly<Record<string, unknown>> }
interface Physical { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number; readonly startColumn: number } }
interface Result {
  readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: Message; readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation?: Physical; readonly logicalLocations: readonly { readonly name: string; readonly fullyQualifiedName?: string }[] }[];
  readonly suppressions?: readonly { readonly kind: string; readonly status: string; readonly justification: string }[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const sarif = (report: typeof richReport, limit?: number): Run => (JSON.parse(JSON.stringify(sarifReport(report, '0.1.0', limit))) as Log).runs[0];
const rich = sarif(richReport);

it('names its version and schema', () => {
  expect(sarifReport(richReport, '0.1.0')).toMatchObject({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [{ tool: { driver: { name: 'champ', version: '0.1.0', semanticVersion: '0.1.0' } } }] });
});

it.each([['rich', rich], ['empty', sarif(emptyReport)]])('gives every rule an id, texts, a level and the number that code hosts sort by (%s)', (_, { tool: { driver: { rules } } }) => {
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(CONTROLS.map(({ id }) => id)));
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect([rule.shortDescription.text, rule.fullDescription.text, rule.help.text, rule.help.markdown].every((text) => text.length > 0)).toBe(true);
    expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    if (rule.id.startsWith('NSA-')) expect(Number(rule.properties['security-severity'])).toBeGreaterThan(0);
    expect(rule.properties['tags']).toContain('security');
  }
});

it('has the fix of a rule in its help, and Chinese in its properties', () => {
  const rule = rich.tool.driver.rules.find(({ id }) => id === 'NSA-POD-08');
  expect(rule?.help.text).toContain('set securityContext.privileged to false');
  expect(rule?.properties).toMatchObject({ 'security-severity': '9.5', zh: { title: '没有特权容器', help: expect.stringContaining('设置') } });
});

it('gives every result the required properties, with a rule that is there and a location from line 1', () => {
  expect(rich.results).toHaveLength(richReport.findings.length + richReport.waived.length + 4);
  for (const { ruleId, ruleIndex, level, message, locations: [location], partialFingerprints } of rich.results) {
    expect(rich.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).not.toBe('');
    expect(location!.physicalLocation!.region.startLine).toBeGreaterThanOrEqual(1);
    expect(location!.logicalLocations[0]!.name).not.toBe('');
    expect(Object.values(partialFingerprints).every((hash) => /^[0-9a-f]{32}:\d+$/.test(hash))).toBe(true);
  }
});

it('places a finding in its file, on its object and where that is declared', () => {
  expect(rich.results.find(({ ruleId }) => ruleId === 'NSA-POD-08')).toMatchObject({
    level: 'error', message: { text: expect.stringContaining('Fix: set securityContext.privileged to false') },
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'dist/linyi/core/core-mbs/deployment.hsa-mbs.yaml' }, region: { startLine: 34, startColumn: 9 } },
      logicalLocations: [{ name: 'hsa-mbs', fullyQualifiedName: 'core/apps/v1/Deployment/core-mbs/hsa-mbs' }],
    }],
    relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'apps/medical-insurance/mbs.ts' }, region: { startLine: 42 } } }],
    properties: { zh: { message: '容器 app 是特权容器' } },
  });
});

it('writes every file as a URI that can be read', () => {
  const uris = rich.results.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation!.artifactLocation.uri));
  expect(uris.every((uri) => /^[\w\-.~%/!*'()]+$/.test(uri))).toBe(true);
  expect(uris.some((uri) => decodeURIComponent(uri).startsWith('vendor/医保/'))).toBe(true);
});

it('suppresses what is waived and says who signed it', () => {
  const suppressed = rich.results.filter(({ suppressions }) => suppressions);
  expect(suppressed).toMatchObject([{ ruleId: 'NSA-POD-12', suppressions: [{ kind: 'external', status: 'accepted', justification: expect.stringMatching(/^W-001: .*owner 平台组, ticket SEC-101, until 2027-06-30/) }] }]);
});

it('has a result for each waiver that asks for action', () => {
  expect(rich.results.filter(({ ruleId }) => ruleId.startsWith('waiver-')).map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['waiver-ends-soon', 'warning'], ['waiver-expired', 'error'], ['waiver-unused', 'error'], ['waiver-too-wide', 'error'],
  ]);
});

it('keeps fingerprints when lines, positions in lists and API versions change, and tells findings apart', () => {
  const hashes = (findings: typeof richReport.findings) => sarif({ ...emptyReport, findings }).results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']);
  const one = finding();
  const moved = finding({ line: 99, column: 1, file: 'elsewhere.yaml', field: one.field.replace('[0]', '[3]'), object: { ...one.object, apiVersion: 'apps/v2' } });
  expect(hashes([moved])).toEqual(hashes([one]));
  expect(new Set(hashes([one, one, finding({ container: 'b' }), finding({ zone: 'public' }), finding({ rule: 'NSA-POD-09' })])).size).toBe(5);
});

it('tells of input that could not be read or judged', () => {
  const [{ executionSuccessful, toolExecutionNotifications }] = rich.invocations;
  expect(executionSuccessful).toBe(false);
  expect(toolExecutionNotifications).toMatchObject([
    { level: 'error', descriptor: { id: 'CHAMP5001' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'vendor/broken.yaml' }, region: { startLine: 3 } } }] },
    { level: 'error', descriptor: { id: 'CHAMP5002' } },
    { level: 'warning', descriptor: { id: 'not-judged' }, message: { text: expect.stringContaining('cannot be rendered offline') } },
  ]);
  expect(sarif(emptyReport).invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
});

it('makes no link and no control character out of a name', () => {
  const texts = rich.results.map(({ message }) => message.text).join('\n');
  expect(texts).toContain('<script>');
  expect(texts).not.toContain('](');
  expect(texts).not.toContain(HOSTILE);
  expect(texts).not.toMatch(/[\u0000-\u0009\u202e]/);
});

it('leaves the least severe out beyond the limit of code hosts, and says so', () => {
  const run = sarif(hugeReport(1_000), 400);
  expect(run.results).toHaveLength(400);
  expect(run.invocations[0].toolExecutionNotifications).toMatchObject([{ level: 'warning', message: { text: '600 findings, the least severe, are not in this file; the JSON report has all' } }]);
});

it('keeps a rule that is not in the control list', () => {
  const { results, tool } = sarif({ ...emptyReport, findings: [finding({ rule: 'OWN-1', file: '' })] });
  expect(tool.driver.rules[results[0]!.ruleIndex]?.id).toBe('OWN-1');
  expect(results[0]!.locations[0]).not.toHaveProperty('physicalLocation');
});
