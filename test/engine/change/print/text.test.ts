import pico from 'picocolors';
import { textReport } from '../../../../engine/change/print/index.ts';
import { columns } from '../../../../engine/change/print/columns.ts';
import { change, emptyReport, hostileReport, HOSTILE, hugeReport, richReport } from './reports.ts';

const english = textReport(richReport, 'en');
const lines = english.split('\n');
const order = (text: string, parts: readonly string[]) => parts.map((part) => text.indexOf(`\n${part}`));

it('says risk, then the whole change in a sentence, then what is compared, then guards that block with their fix', () => {
  expect(lines.slice(0, 3)).toEqual([
    'Risk: blocked',
    'objects: 10 (created 3, changed 3, moved 1, renamed 1, replaced 1, deleted 1); services: 8; workloads that restart: 2 (7 pods); guards that block: 2',
    'main (1a2b3c4d5e6f) → work tree',
  ]);
  expect(lines.slice(3, 15).join('\n')).toBe([
    '', 'Blocked (2)', '  ! CHG-03 StatefulSet/core-mw-mq/mq linyi', '      replaces the stateful object mq, whose volumes lose their owner', '      Fix:',
    '      - id: APR-1', '        guard: CHG-03', '        target: StatefulSet/core-mw-mq/mq', '        reason: <why>',
    '  ! CHG-09 linyi', '      a freeze is in force', '      Fix: wait until 2027-01-01, or write an override',
  ].join('\n'));
});

it('tells what follows from the change before the changes, in one order', () => {
  const places = order(english, ['Blocked', 'Why this risk', 'What restarts', 'Business paths', 'Exposure', 'Access', 'Findings', 'Waivers', 'Capacity', 'Who must review', 'Sync windows', 'Approved', 'Notes', 'linyi core/core-mbs']);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
});

it.each([
  '! StatefulSet core-mw-mq/mq linyi/core pods: 3, wave 0, one by one', 'would stall: its PodDisruptionBudget lets none go', 'because of: image, config hsa-mbs/application.yml',
  '! critical networked settlement networked-settlement hsa-mbs, hsa-tps', '+ opens hsa-mbs -> mysql:3306 linyi/core', '! opens hsa-tps -> ministry:443 linyi/core across the gap',
  '+ operator gains pods/exec: create in core-mbs linyi/core', '! new critical NSA-POD-08 container app is privileged', '! expired W-003', 'linyi/core CPU, at rest, one node down: 78% → 83%',
  'linyi/core memory, every HPA at its maximum: 99% → 102% does not fit', 'vendor-08 because of: apps/medical-insurance/mbs.ts', 'holds: core-mbs, core-tps', 'by approval: APR-7',
  '~ changed Deployment core-mbs/hsa-mbs medium', 'also in: public/pub-mbs', 'renamed Deployment core-ims/hsa-ims2 from: hsa-ims', 'moved Deployment core-gw/hsa-gw from: core-ims/hsa-gw',
])('has %s', (text) => {
  expect(english).toContain(text);
});

it('speaks Chinese, and breaks it at the width of the terminal', () => {
  const chinese = textReport(richReport, 'zh', { width: 60 }).split('\n');
  expect(chinese[0]).toBe('风险：拦截');
  expect(chinese.join('\n')).toContain('处理：等到 2027-01-01，或写明例外');
  const wide = chinese.filter((line) => columns(line) > 60);
  expect(wide.every((line) => /\S{30,}/.test(line))).toBe(true);
  expect(chinese.filter((line) => columns(line) > 50).length).toBeGreaterThan(3);
});

it('says that nothing differs, and what could not be found out', () => {
  expect(textReport(emptyReport, 'en')).toBe('No differences: both sides render the same\nmain (1a2b3c4d5e6f) → work tree\n');
  expect(textReport({ ...emptyReport, notes: richReport.notes }, 'zh')).toContain('基线没有模型，未比较容量');
});

it('colours only when it is given colours', () => {
  expect(english).not.toContain('\u001b');
  expect(textReport(richReport, 'en', { colours: pico.createColors(true) })).toContain('\u001b[31m');
});

it('lets no value move the cursor, turn a line round or begin one', () => {
  const text = textReport(hostileReport, 'en');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  expect(text.split('\n').filter((line) => /^\s*(?:\/close|# head)/.test(line)).every((line) => line.startsWith('      '))).toBe(true);
});

it('shows fields where no sentence tells what they mean, and all of them when asked', () => {
  const silent = { ...emptyReport, changes: [change('hsa-mbs', { meanings: [], reasons: [], fields: Array.from({ length: 8 }, (_, index) => ({ field: `spec.f${index}`, before: index, after: index + 1 })) })] };
  expect(textReport(silent, 'en')).toMatch(/spec\.f4: 4 → 5\n {6}3 more fields are in the JSON report/);
  expect(textReport(richReport, 'en')).not.toContain('data.application.yml:3');
  expect(textReport(richReport, 'en', { verbose: true })).toMatch(/data\.application\.yml:3: +threads: 200 → +threads: 400/);
});

it('lists 200 lines of changes and counts the rest', () => {
  const text = textReport(hugeReport(5_000), 'en');
  expect(text.match(/^ {2}~ changed/gm)).toHaveLength(200);
  expect(text).toMatch(/\d+ more are not listed here; --format json has all\n$/);
  expect(text.length).toBeLessThan(200_000);
}, 60_000);

it('is the same every time, and bounded for values of any length', () => {
  expect(textReport(hostileReport, 'zh')).toBe(textReport(hostileReport, 'zh'));
  const long = { ...emptyReport, changes: [change(HOSTILE.repeat(5_000), { meanings: [] })] };
  expect(textReport(long, 'en').length).toBeLessThan(10_000);
});
