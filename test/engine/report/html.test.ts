import { createHash } from 'node:crypto';
import { htmlReport } from '../../../engine/report/index.ts';
import { CONTROLS } from '../../../policies/index.ts';
import { cleanReport, emptyReport, finding, hugeReport, richReport, waiver } from './reports.ts';

const page = htmlReport(richReport, 'zh');
const rowOf = (html: string, id: string) => html.split('\n').find((line) => line.startsWith('<tr>') && line.includes(`<code>${id}</code>`))!;
const part = (html: string, id: string) => html.slice(html.indexOf(`<section id="${id}">`), html.indexOf('</section>', html.indexOf(`<section id="${id}">`)));

it('loads nothing, runs nothing, and allows its own style alone', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1];
  expect(policy).toBe(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`);
  expect(style).not.toMatch(/url\(|@import/);
  expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, target]) => target!.startsWith('#'))).toBe(true);
});

it('makes no element and no attribute out of a name', () => {
  const elements = new Set([...page.matchAll(/<([a-z]\w*)/gi)].map(([, name]) => name));
  expect([...elements].sort()).toEqual([
    'a', 'body', 'br', 'code', 'dd', 'div', 'dl', 'dt', 'h1', 'h2', 'h3', 'head', 'html', 'input', 'label', 'main', 'meta', 'nav', 'p', 'section', 'small', 'span', 'strong', 'style', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr',
  ]);
  expect(page).not.toMatch(/<[^>]*\s(?:on\w+|style)=/i);
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|\p{Surrogate}/u);
});

it('closes what it opens', () => {
  for (const name of ['span', 'table', 'tbody', 'tr', 'td', 'section', 'code', 'p', 'small', 'strong', 'dl', 'div']) {
    expect([name, page.match(new RegExp(`<${name}[ >]`, 'g'))?.length]).toEqual([name, page.match(new RegExp(`</${name}>`, 'g'))?.length]);
  }
});

it('links only to what is there', () => {
  for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(page).toContain(`id="${id}"`);
});

it('holds both languages and opens in the one asked for', () => {
  expect(page).toContain('<html lang="zh">');
  expect(page).toMatch(/id="zh" checked/);
  const english = htmlReport(richReport, 'en');
  expect(english).toMatch(/id="en" checked/);
  expect(english.match(/lang="zh"/g)!.length).toBeGreaterThan(300);
  expect(rowOf(english, 'NSA-POD-08')).toMatch(/<span lang="zh">没有特权容器<\/span><span lang="en">No privileged containers<\/span>/);
});

it('has every control once in the coverage table, with its status as a word', () => {
  const coverage = part(page, 'coverage');
  for (const { id } of CONTROLS) expect(coverage.match(new RegExp(`<code>${id}</code>`, 'g'))).toHaveLength(1);
  expect(rowOf(page, 'NSA-POD-08')).toMatch(/failed<\/span>.*open: 3/);
  expect(rowOf(page, 'NSA-POD-12')).toMatch(/waived<\/span>.*waived: 1/);
  expect(rowOf(page, 'NSA-POD-09')).toMatch(/passed<\/span>/);
  expect(rowOf(page, 'NSA-POD-33')).toMatch(/absent<\/span>.*not judged here/);
});

it('says who decides a control elsewhere, and how', () => {
  const elsewhere = richReport.coverage.filter(({ status }) => status === 'elsewhere' || status === 'partly');
  expect(elsewhere.length).toBeGreaterThan(10);
  for (const row of elsewhere) expect(rowOf(page, row.id)).toContain(row.elsewhere!.zh);
});

it('has findings by rule with fix, object, container, field and place', () => {
  const findings = part(page, 'findings');
  expect(findings.indexOf('NSA-POD-08')).toBeLessThan(findings.indexOf('NSA-POD-05'));
  expect(findings).toContain('set securityContext.privileged to false');
  expect(findings).toMatch(/<code>Deployment core-mbs\/hsa-mbs<\/code>.*<code>app<\/code>.*containers\[0\]\.securityContext\.privileged.*deployment\.hsa-mbs\.yaml:34:9.*mbs\.ts:42/);
});

it('says the fix of a finding where it is not that of its rule', () => {
  const other = { zh: '另一个办法', en: 'another way' };
  expect(part(htmlReport({ ...cleanReport, findings: [finding(), finding({ fix: other })] }, 'en'), 'findings')).toContain('another way');
});

it('has waivers with reason, owner, ticket and end, those that fail first, and what each sets aside', () => {
  const waivers = part(page, 'waivers');
  expect(waivers).toMatch(/即将到期.*日志采集需读取节点日志 \(reads node logs\).*平台组<br>SEC-101.*2027-06-30.*20 days left/);
  expect(waivers.indexOf('W-003')).toBeLessThan(waivers.indexOf('W-001'));
  expect(waivers).toContain('volume varlog reaches the host');
  expect(waivers).toContain('The cluster honours a waiver until the next publish removes it.');
  expect(part(htmlReport({ ...cleanReport, waivers: [waiver('W-9', 'expired')] }, 'en'), 'waivers')).toContain('W-9');
});

it('has what was not judged, what could not be read, and is stamped', () => {
  expect(part(page, 'not-judged')).toContain('a chart that cannot be rendered offline');
  expect(part(page, 'input')).toContain('CHAMP5002');
  for (const stamp of ['2027-06-10', 'NSA/CISA Kubernetes Hardening Guide (all rules)', '<dd>1.34</dd>', '<code>vendor/医保</code>', '<code>6aa2240c7d5e</code>']) expect(page).toContain(stamp);
});

it('lists 200 findings of a rule and says how many more there are', () => {
  const huge = htmlReport(hugeReport(100_000), 'en');
  expect(part(huge, 'findings').match(/<tr><td>/g)).toHaveLength(40 * 200);
  expect(huge.match(/2300 more are not listed here; --format json has all/g)).toHaveLength(40);
  expect(huge.length).toBeLessThan(10_000_000);
});

it('is the same page every time', () => {
  expect(htmlReport(richReport, 'zh')).toBe(page);
});

it('does not call a run without input a pass', () => {
  expect(htmlReport(emptyReport, 'en')).toMatch(/class="verdict empty">.*Nothing to judge/);
});
