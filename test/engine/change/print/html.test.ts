import { createHash } from 'node:crypto';
import { htmlReport } from '../../../../engine/change/print/index.ts';
import { change, emptyReport, hostileReport, hugeReport, richReport } from './reports.ts';

const page = htmlReport(richReport, 'zh');
const hostile = htmlReport(hostileReport, 'en');
const part = (html: string, id: string) => html.slice(html.indexOf(`<section id="${id}">`), html.indexOf('</section>', html.indexOf(`<section id="${id}">`)));

it('loads nothing, runs nothing, and allows its own style alone', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1];
  expect(policy).toBe(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`);
  expect(style).not.toMatch(/url\(|@import/);
  expect([...hostile.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, target]) => target!.startsWith('#'))).toBe(true);
});

it('makes no element and no attribute out of a value', () => {
  expect([...new Set([...hostile.matchAll(/<([a-z]\w*)/gi)].map(([, name]) => name))].sort()).toEqual([
    'a', 'body', 'code', 'details', 'h1', 'h2', 'h3', 'head', 'html', 'input', 'label', 'li', 'main', 'meta', 'nav', 'p', 'pre', 'section', 'span', 'strong', 'style', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr', 'ul',
  ]);
  expect(hostile).not.toMatch(/<[^>]*\s(?:on\w+|style)=/i);
  expect(hostile).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
});

it.each(['span', 'table', 'tbody', 'tr', 'td', 'section', 'code', 'p', 'ul', 'li', 'details', 'summary', 'strong', 'pre', 'h2', 'h3'])('closes every <%s>', (name) => {
  for (const html of [page, hostile]) expect(html.match(new RegExp(`<${name}[ >]`, 'g'))?.length).toBe(html.match(new RegExp(`</${name}>`, 'g'))?.length);
});

it('links only to what is there', () => {
  const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
  expect(targets.length).toBeGreaterThan(10);
  for (const id of targets) expect(page.split(`id="${id}"`)).toHaveLength(2);
});

it('holds both languages and opens in the one asked for', () => {
  expect(page).toMatch(/<html lang="zh">[\s\S]*id="zh" checked/);
  expect(htmlReport(richReport, 'en')).toMatch(/<html lang="en">[\s\S]*id="en" checked/);
  expect(page).toContain('<span lang="zh">联网结算</span><span lang="en">networked settlement</span>');
});

it('says risk and sentence first, then guards that block with their fix, and folds fields', () => {
  expect(page.indexOf('class="verdict blocked"')).toBeLessThan(page.indexOf('id="blocked"'));
  expect(part(page, 'blocked')).toMatch(/<pre lang="zh">- id: APR-1\n {2}guard: CHG-03\n.*\n {2}reason: &lt;为什么&gt;<\/pre>/);
  expect(part(page, 'application-1')).toMatch(/<details><summary>.*2 个字段|<details><summary>/);
  expect(part(page, 'application-1')).toContain('<td><code>data.application.yml:3</code></td><td class="value gone">  threads: 200</td><td class="value new">  threads: 400</td>');
});

it('says that nothing differs', () => {
  const none = htmlReport(emptyReport, 'en');
  expect(none).toMatch(/class="verdict same">.*No differences: both sides render the same/);
  expect(none).not.toContain('id="changes"');
});

it('leaves what looks like a placeholder as it is', () => {
  const text = '{count} {constructor} {toString}';
  expect(htmlReport({ ...emptyReport, notes: [{ zh: text, en: text }] }, 'en')).toContain(text);
});

it('has every change, and 50 fields of each', () => {
  const all = htmlReport(hugeReport(2_000), 'en');
  for (const index of [0, 1_000, 1_998]) expect(all).toContain(`field f${index} changes`);
  const wide = { ...emptyReport, changes: [change('x', { fields: Array.from({ length: 80 }, (_, index) => ({ field: `f${index}`, after: index })) })] };
  expect(htmlReport(wide, 'en')).toMatch(/<code>f49<\/code>(?![\s\S]*<code>f50<\/code>)[\s\S]*30 more fields are in the JSON report/);
}, 60_000);

it('is the same page every time', () => {
  expect(htmlReport(richReport, 'zh')).toBe(page);
});
