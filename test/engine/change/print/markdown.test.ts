import { markdownReport, MARKER } from '../../../../engine/change/print/index.ts';
import type { ChangeReport } from '../../../../engine/change/index.ts';
import { change, emptyReport, hostileReport, HOSTILE, hugeReport, richReport } from './reports.ts';

const english = markdownReport(richReport, 'en');
const bytes = (text: string) => Buffer.byteLength(text);

it('begins with its marker, then risk, sentence, sides, and guards that block with their fix', () => {
  expect(english.split('\n').slice(0, 21)).toEqual([
    MARKER, '## ⛔ Change report: Risk blocked', '',
    '**objects: 10 (created 3, changed 3, moved 1, renamed 1, replaced 1, deleted 1); services: 8; workloads that restart: 2 (7 pods); guards that block: 2**', '',
    '`main (1a2b3c4d5e6f)` → `work tree`', '', '### Blocked (2)', '',
    '⛔ `CHG-03` `StatefulSet/core-mw-mq/mq` `linyi`<br>replaces the stateful object mq, whose volumes lose their owner<br>Fix:', '',
    '```yaml', '- id: APR-1', '  guard: CHG-03', '  target: StatefulSet/core-mw-mq/mq', '  reason: <why>', '```', '',
    '⛔ `CHG-09` `linyi`<br>a freeze is in force<br>Fix: wait until 2027-01-01, or write an override', '', '### Why this risk (3)',
  ]);
});

it('folds each application, unfolded while there are few lines', () => {
  expect(english).toContain('<details open><summary><code>linyi core/core-mbs</code> changed 3, deleted 1 🔴 high</summary>\n\n- changed `Deployment core-mbs/hsa-mbs` 🟡 medium\n');
  expect(english).toContain('  - `data.application.yml:3`: `  threads: 200` → `  threads: 400`\n');
  expect(markdownReport(hugeReport(100), 'en')).toContain('<details><summary>');
});

it('says that nothing differs', () => {
  expect(markdownReport(emptyReport, 'en')).toBe(`${MARKER}\n## Change report\n\n**No differences: both sides render the same**\n\n\`main (1a2b3c4d5e6f)\` → \`work tree\`\n`);
  expect(markdownReport(emptyReport, 'zh')).toContain('没有差异');
});

it('names the objects of one change in many services in one line, with their count', () => {
  const wide = { ...emptyReport, changes: Array.from({ length: 140 }, (_, index) => change(`hsa-s${index}`, { application: `core-a${index % 9}`, namespace: `core-a${index % 9}` })) };
  const text = markdownReport(wide, 'en');
  expect(text.match(/^- changed/gm)).toEqual(['- changed']);
  expect(text).toMatch(/^- changed 140 x$/m);
  expect(text).toMatch(/objects: `Deployment x140`.*`core-a4\/hsa-s139`/);
});

const blocks = (text: string) => text.replace(/^```yaml\n[\s\S]*?^```$/gm, '');

it.each([['en', markdownReport(hostileReport, 'en')], ['zh', markdownReport(hostileReport, 'zh')], ['many', markdownReport(hugeReport(300, HOSTILE), 'en')]])('makes no markup, no link, no call of a person and no command out of a value (%s)', (_, text) => {
  const outside = blocks(text).replace(/`[^`\n]*`/g, '').replace(/<code>[^<\n]*<\/code>/g, '').replace(MARKER, '');
  expect(['<br', '<details', '<summary', '</summary', '</details']).toEqual(expect.arrayContaining([...new Set(outside.match(/<[^>\s]*/g))]));
  expect(outside).not.toMatch(/@\w|\]\(|(?<!&)#\d|https?:|www\.|\$\d|<!--|`/);
  expect(outside.split('\n').every((line) => /^(?:$|#{2,3} |- | {2}- |<\/?details|\*|⛔ | *→|\d+ more|另有)/.test(line))).toBe(true);
  expect(text).not.toMatch(/^\/|[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/mu);
  expect(outside.match(/<details/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
});

it.each([['many', hugeReport(5_000)], ['hostile', hugeReport(1_000, HOSTILE)], ['Chinese', hugeReport(1_000, '医保结算'.repeat(50))]])('fits %s changes into a comment, in bytes and so in characters, and says what is left out', (_, report) => {
  const text = markdownReport(report, 'zh');
  expect(bytes(text)).toBeLessThanOrEqual(65_536);
  expect(bytes(text)).toBeGreaterThan(5_000);
  expect(text).toContain('为适应评论长度已汇总');
  expect(text).toMatch(/另有 \d+ 项/);
  expect(text.split('\n').slice(1, 4).join('\n')).toMatch(/^## 🟡 变更报告: 风险 中\n\n\*\*共 [15]000 个对象/);
}, 60_000);

it.each([60_000, 20_000, 8_000, 4_000, 2_500, 1_000, 400, 100])('fits %i bytes, and ends with a whole line', (limit) => {
  const report = hugeReport(400, HOSTILE);
  const text = markdownReport(report, 'en', limit);
  expect(bytes(text)).toBeLessThanOrEqual(limit);
  expect(text.startsWith(MARKER)).toBe(true);
  expect(text.endsWith('\n')).toBe(true);
  for (const line of blocks(text).split('\n')) expect([line, line.split('`').length % 2]).toEqual([line, 1]);
});

it('tells less step by step: guards lose their fix last', () => {
  const few = markdownReport(hugeReport(400), 'en', 12_000);
  expect(few).toMatch(/### Blocked \(40\)\n\n⛔ `CHG-03` `Deployment\/svc-0` `linyi`<br>loses svc-0<br>Fix:\n\n```yaml\n- id: APR-1\n/);
  expect(few).toMatch(/\d+ more are in the full report\n\n- ⚠️ `CHG-03` 40 x /);
  expect(few).not.toContain('<details');
});

it('tells what one guard says of several objects once, with the rows of all to take over', () => {
  const guards = ['a', 'b', 'c'].map((name) => ({ ...richReport.guards[0]!, target: `StatefulSet/${name}`, fix: { zh: `评审后加一行：- { target: '${name}' }`, en: `have a row reviewed: - { target: '${name}' }` } }));
  expect(markdownReport({ ...richReport, guards }, 'en')).toContain([
    '### Blocked (3)', '', '⛔ `CHG-03` 3 x `linyi`<br>replaces the stateful object mq, whose volumes lose their owner<br>`StatefulSet/a`, `StatefulSet/b`, `StatefulSet/c`<br>Fix: have a row reviewed:', '',
    '```yaml', "- { target: 'a' }", "- { target: 'b' }", "- { target: 'c' }", '```', '',
  ].join('\n'));
});

it('cuts no row that is to be taken over', () => {
  const rows = Array.from({ length: 60 }, (_, index) => `- id: A-${index}\n  guard: CHG-03\n  target: x`).join('\n');
  const text = markdownReport({ ...richReport, guards: [{ ...richReport.guards[0]!, fix: { zh: rows, en: rows } }] }, 'en', 4_000);
  expect(text).toMatch(/  target: x\n```\n\n\d+ more lines are in the JSON report/);
});

it('keeps every total when it rolls up', () => {
  const report: ChangeReport = hugeReport(5_000);
  const text = markdownReport(report, 'en', 3_000);
  for (const title of ['Blocked (500)', 'What restarts (5000)', 'Exposure (5000)', 'Access (5000)', 'Findings (5000)', 'Changes (5000)']) expect(text).toContain(`### ${title}\n`);
});

it('is the same every time', () => {
  expect(markdownReport(hostileReport, 'zh')).toBe(markdownReport(hostileReport, 'zh'));
});
