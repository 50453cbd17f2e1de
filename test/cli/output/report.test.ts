import { problemsAsJson, report, total } from '../../../cli/output/report.ts';
import { problem } from '../../../engine/problem/index.ts';

const plain = { red: (text: string) => text, dim: (text: string) => text };
const many = (count: number) => Array.from({ length: count }, (_, index) => problem('CHAMP5001', `a.yaml:${index + 1}:1`, { value: `v${index}`, allowed: ['x', 'y'] }));

it('tells a problem with its place, cause, what is allowed and how to mend it, in both languages', () => {
  const found = [problem('CHAMP5001', 'environments/x.yaml:3:4', { value: 'lynyi', allowed: ['dev', 'linyi'], near: 'linyi' })];
  expect(report(found, 'en', plain).split('\n')).toEqual([
    'CHAMP5001 environments/x.yaml:3:4', '  environment "lynyi" does not exist', '  did you mean: linyi', '  allowed: dev, linyi',
    expect.stringMatching(/^ {2}mend: .*environments\/lynyi/),
  ]);
  expect(report(found, 'zh', plain)).toMatch(/环境 "lynyi" 不存在\n.*linyi\n.*允许: dev, linyi\n.*修改: /);
});

it('gives the fourth problem of a code one line, and still names its place and value', () => {
  const lines = report(many(10), 'en', plain).split('\n');
  expect(lines).toHaveLength(3 * 4 + 7);
  expect(lines.at(-1)).toBe('CHAMP5001 a.yaml:10:1  environment "v9" does not exist');
});

it('shows 200 problems and counts the rest', () => {
  const lines = report(many(1000), 'en', plain).split('\n');
  expect(lines.length).toBeLessThan(220);
  expect(lines.at(-1)).toMatch(/800 more.*--json/);
});

it('cuts a line that would fill the screen', () => {
  const lines = report([problem('CHAMP5001', 'a', { value: 'x'.repeat(100_000) })], 'en', plain).split('\n');
  for (const line of lines) expect(line.length).toBeLessThan(500);
});

it('writes control characters of a value as escapes, so that a file cannot move the cursor', () => {
  const text = report([problem('CHAMP5001', 'a', { value: '\u001b[2J\u202e\u0007' })], 'en', plain);
  expect(text).toContain('\\u001b[2J\\u202e\\u0007');
  expect(text).not.toMatch(/[\u001b\u202e\u0007]/);
});

it('counts problems by code and by file', () => {
  const found = [...many(4), problem('CHAMP5003', 'b.yaml:1:1', { value: 'x' })];
  expect(total(found, 'en').split('\n')).toEqual(['5 problems', '  CHAMP5001 x4, CHAMP5003 x1', '  a.yaml (4), b.yaml (1)']);
  expect(total(found, 'zh')).toContain('5 个问题');
});

it('gives machines every problem in English, with the arguments apart', () => {
  expect(problemsAsJson(many(1000))).toHaveLength(1000);
  expect(problemsAsJson(many(1))[0]).toMatchObject({ code: 'CHAMP5001', where: 'a.yaml:1:1', message: 'environment "v0" does not exist', args: { value: 'v0', allowed: 'x, y' } });
});
