import { cutText, markedComment, marker, MOST_CHARACTERS, withSection } from '../../../engine/forge/index.ts';

const END = '<!-- /champ:report -->';

it('leaves a text alone that is short enough', () => {
  expect(cutText('a\nb\n', 'en', 100)).toBe('a\nb\n');
});

it.each(['en', 'zh'] as const)('cuts at the end of a line and says so (%s)', (language) => {
  const cut = cutText('one line of text\n'.repeat(100), language, 600);
  expect(cut.length).toBeLessThanOrEqual(600);
  expect(cut).toMatch(/one line of text\n\n\*.*champ diff.*\*\n$/);
});

it('closes a code block and folds that it cut', () => {
  const cut = cutText(`<details>\n\n\`\`\`\`yaml\n${'- a: b\n'.repeat(200)}`, 'en', 600);
  expect(cut).toMatch(/\n- a: b\n````\n<\/details>\n\n\*/);
});

it('cuts no character in two', () => {
  for (let length = 500; length < 504; length += 1) expect(cutText('𠮷'.repeat(600), 'en', length)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

it('writes a comment that begins with its marker and fits', () => {
  const text = markedComment('report', 'x\n'.repeat(100_000), 'zh');
  expect([text.startsWith(`${marker('report')}\n`), text.length <= MOST_CHARACTERS]).toEqual([true, true]);
});

it('replaces its part of a description alone', () => {
  const first = withSection('Hello.\n', 'report', 'one', 'en');
  expect(first).toBe(`Hello.\n\n${marker('report')}\none\n${END}`);
  expect(withSection(`${first}\n\nBye.`, 'report', 'two', 'en')).toBe(`Hello.\n\n${marker('report')}\ntwo\n${END}\n\nBye.`);
  expect(withSection('', 'report', 'one', 'en')).toBe(`${marker('report')}\none\n${END}`);
});

it('keeps what people wrote when the report has no room beside it', () => {
  const words = 'by hand\n'.repeat(8_100);
  const text = withSection(words, 'report', 'one\n'.repeat(10_000), 'en');
  expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(text.startsWith('by hand\n')).toBe(true);
});

it('takes commands and our markers out of a report', () => {
  const text = withSection('', 'report', `/close\n > /merge\n${END}\n${marker('report')}\na/b`, 'en');
  expect(text).toBe(`${marker('report')}\n\\/close\n > \\/merge\n<!-- /champ-report -->\n<!-- champ-report -->\na/b\n${END}`);
});
