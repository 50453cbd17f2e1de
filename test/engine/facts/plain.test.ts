import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { object, parsePartialFacts, quantity, record, text } from '../../../engine/facts/index.ts';
import { plainNodes } from '../../../engine/facts/plain.ts';
import { Problems } from '../../../engine/problem/index.ts';

const rows = record({ values: object({ image: text({ pattern: /^[\w/-]+$/ }), memory: quantity() }) });
/** More than the general reader takes; the last row is `last`. */
const large = (last: string) => `${Array.from({ length: 30_000 }, (_, index) => `service-${index}:\n  image: a/b\n  memory: 1Gi\n`).join('')}${last}`;

it('reads a large file in plain style, and says where each value is', () => {
  const problems = new Problems();
  const facts = parsePartialFacts(large('z:\n  image: c\n  memory: 2\n'), 'releases.yaml', rows, problems);
  expect({ problems: problems.all(), whole: facts?.whole, count: Object.keys(facts?.value ?? {}).length }).toEqual({ problems: [], whole: true, count: 30_001 });
  expect(facts?.value['z']).toEqual({ image: 'c', memory: '2' });
  expect(facts?.at(['z', 'memory'])).toBe('releases.yaml:90003:3');
});

it('says what is wrong in a large file, and in which line', () => {
  const problems = new Problems();
  parsePartialFacts(large('z:\n  image: "*"\n  memori: 2\n'), 'releases.yaml', rows, problems);
  expect(problems.all()).toMatchObject([{ code: 'CHAMP1125', where: 'releases.yaml:90002:3' }, { code: 'CHAMP1120', where: 'releases.yaml:90003:3', args: { near: 'memory' } }]);
});

it('refuses a large file in another style by its size', () => {
  const problems = new Problems();
  expect(parsePartialFacts(large('z: &a {}\n'), 'releases.yaml', rows, problems)).toBeUndefined();
  expect(problems.all()).toMatchObject([{ code: 'CHAMP1102' }]);
});

it.each(['1.50', '1e3', '+1', '.5', '-0.5', '[1.0]', '{a: 2.}', '- 1.50'])('leaves a number that is written as %s to the general reader', (written) => {
  expect(plainNodes(`a: ${written.startsWith('-') && written[1] === ' ' ? `\n${written}` : written}\n`)).toBeUndefined();
});

it.each(['1', '0', '1.2.3', 'V1.2', '10.0.0.1', '500m', '1Gi'])('takes %s as it is', (written) => {
  expect(plainNodes(`a: ${written}\n`)?.toJSON()).toEqual(parse(`a: ${written}\n`));
});

it('comes to the value of the general reader, or to none', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
  const tree = fc.letrec((tie) => ({ node: fc.oneof({ depthSize: 'small' }, value, fc.array(tie('node'), { maxLength: 4 }), fc.dictionary(fc.string(), tie('node'), { maxKeys: 4 })) })).node;
  let [plain, all] = [0, 0];
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), tree, { minKeys: 1, maxKeys: 5 }), (written) => {
    const content = stringify(written);
    const node = plainNodes(content);
    all += 1;
    if (!node) return;
    plain += 1;
    expect(node.toJSON()).toEqual(parse(content));
  }), { numRuns: 2000, seed: 7 });
  expect(plain).toBeGreaterThan(all / 10);
});
