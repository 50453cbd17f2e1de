import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, describe as tell, nearest, problem, Problems, type Code } from '../../../engine/problem/index.ts';

const TEST = join(__dirname, '..', '..');
const files = readdirSync(TEST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('codes.test.ts'));
const tests = files.map((file) => readFileSync(join(TEST, file), 'utf8')).join('\n');
const all = Object.keys(codes) as Code[];

it.each(all)('%s is named by a test', (code) => {
  expect(tests.includes(code)).toBe(true);
});

it.each(all)('%s says the same in both languages and how to mend it', (code) => {
  const { message, fix } = codes[code];
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  expect(names(message.zh)).toEqual(names(message.en));
  for (const text of [message.zh, fix.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  for (const text of [message.en, fix.en]) expect(text).toMatch(/^[^\u4e00-\u9fff]+$/);
});

describe('problems', () => {
  it('are reported once each, by place and code, numbers in their order', () => {
    const problems = new Problems();
    for (const where of ['a.yaml:10:1', 'a.yaml:2:1', 'a.yaml:2:1']) problems.add('CHAMP2007', where, { value: 'x' });
    expect(problems.all().map((each) => each.where)).toEqual(['a.yaml:2:1', 'a.yaml:10:1']);
  });

  it('keep what a part of the work threw and go on', () => {
    const problems = new Problems();
    expect(problems.gather(() => { const inner = new Problems(); inner.add('CHAMP2007', 'here', { value: 'x' }); inner.throwIfAny(); return 1; })).toBeUndefined();
    expect(problems.size).toBe(1);
    expect(() => problems.gather(() => { throw new TypeError('a defect'); })).toThrow(TypeError);
  });

  it('name the place, the value, what is allowed, the nearest word and the mend', () => {
    const text = tell(problem('CHAMP5001', 'champ --env', { value: 'linyj', allowed: ['dev', 'linyi'], near: 'linyi' }), 'en');
    expect(text.split('\n')).toEqual([
      'CHAMP5001 champ --env', expect.stringContaining('linyj'), expect.stringContaining('linyi'), expect.stringContaining('dev, linyi'), expect.stringMatching(/^ {2}mend: /),
    ]);
  });
});

it.each([['hsa-mbz', 'hsa-mbs'], ['HSA-MBS', 'hsa-mbs'], ['profil', 'profile'], ['zzzzzz', undefined]])('the word nearest to %s is %s', (word, expected) => {
  expect(nearest(word, ['hsa-mbs', 'hsa-ips', 'profile'])).toBe(expected);
});
