import fc from 'fast-check';

interface Texts {
  readonly MARKER: string;
  readonly MOST: number;
  readonly reportOf: (bytes: Buffer) => string;
  readonly commentOf: (body: string, about: { readonly commit: string; readonly paths: readonly string[] }) => string;
}

const { MARKER, MOST, reportOf, commentOf } = require('../../../../cli/ci/post/text.js') as Texts;

const report = (text: string): string => reportOf(Buffer.from(`${MARKER}\n${text}`));
const about = { commit: '0123456789abcdef', paths: ['environments/linyi/releases.yaml'] };

it('takes a report as it is', () => {
  const text = '## 变更 low\n\n- `hsa-mbs` → `V1.2.4@sha256:0a` (core/core-mbs)\n- see https://git.example/a/b\n\n```yaml\na: /b\n```\n';
  expect(report(text)).toBe(text);
  expect(commentOf(text, about)).toBe(`${MARKER}\n${text}\n<sub>0123456789ab</sub>`);
});

it.each([
  ['no marker', Buffer.from('hello')], ['a marker that is not alone', Buffer.from(`${MARKER} x\n`)], ['a marker further down', Buffer.from(`x\n${MARKER}\n`)],
  ['nothing', Buffer.from('')], ['bytes that are no text', Buffer.concat([Buffer.from(`${MARKER}\n`), Buffer.from([0xff, 0xfe])])],
  ['more characters than a comment has', Buffer.from(`${MARKER}\n${'x'.repeat(MOST)}`)], ['more bytes than any comment', Buffer.alloc(MOST * 4 + 1, 'x')],
])('refuses %s', (_, bytes) => {
  expect(() => reportOf(bytes)).toThrow(/report/);
});

it.each([
  ['/approve', '\u200b/approve'], ['  /merge\nx', '  \u200b/merge\nx'], ['> /close', '> \u200b/close'], ['a\r/label ~x', 'a\n\u200b/label ~x'], ['- /assign @li', '- \u200b/assign @\u200bli'],
  ['@champ/platform look', '@\u200bchamp/platform look'], ['(@li)', '(@\u200bli)'], ['champ/x:V1@sha256:0', 'champ/x:V1@sha256:0'], ['li@example.org', 'li@example.org'],
  ['_@li_', '_@\u200bli_'], ['__@champ/platform__', '__@\u200bchamp/platform__'], ['&#64;li &#x040;li &commat;li', '@\u200bli @\u200bli @\u200bli'],
  ['a\u202eb\u2066c\u0000d\u200be', 'abcde'], ['<!-- champ-diff -->', '&lt;!-- champ-diff -->'],
])('makes %j harmless', (text, harmless) => {
  expect(report(text)).toBe(harmless);
});

it('leaves no line that begins with a command, and no call to anybody, in any text', () => {
  const part = fc.constantFrom('/merge', '@li', ' ', '\n', '\r', '\u2028', '\u200b', '> ', '- ', '* ', '\t', 'a', '`', '(', '<!--', '\u202e', '/', '@', '_', '&#64;');
  fc.assert(fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
    const text = report(parts.join(''));
    expect(text).not.toMatch(/^[\s>*+-]*\/[a-z]/im);
    expect(text).not.toMatch(/(?:^|[\s>(*+_-])@[\w-]/m);
    expect(text).not.toMatch(/<!--|\r|\u202e|\u2028/);
  }));
});

it.each(['\n', ' ', '> ', '@', '/', '<!-'])('takes a report of nothing but %j', (part) => {
  const text = part.repeat(Math.floor(50_000 / part.length));
  expect(report(text).replaceAll('\u200b', '')).toBe(text);
});

it('says first that a change touches the program that writes the report', () => {
  expect(commentOf('x', { ...about, paths: ['apps/medical-insurance/mbs.ts', 'README.md'] })).not.toContain('> ');
  const text = commentOf('x', { ...about, paths: ['engine/change/risk.ts', 'cli/`@li\n/merge`.ts', '.github/workflows/a.yml', 'a.ts', 'b.ts', 'c.ts'] });
  expect(text.split('\n')[1]).toMatch(/^> \*\*本合并请求也修改了生成此报告的程序.*`engine\/change\/risk\.ts`/);
  expect(text).toContain(', ...');
  expect(text).not.toMatch(/^\/merge|[^\u200b]@li/m);
});

it('fits a comment with all that is said about the report', () => {
  const body = report('x'.repeat(MOST - 1_024));
  expect(commentOf(body, { ...about, paths: Array.from({ length: 900 }, (_, index) => `engine/${'很'.repeat(200)}${index}.ts`) }).length).toBeLessThanOrEqual(MOST);
});
