import fc from 'fast-check';
import { parse } from 'yaml';
import { plain } from '../../../../cli/diff/sides/plain.ts';
import { printYaml } from '../../../../engine/emit/index.ts';
import { fileOf } from '../../../../engine/manifest.ts';
import { rendered } from '../../../fixtures/linyi.ts';

const scalar = fc.oneof(fc.constant(undefined), fc.constant(null), fc.boolean(), fc.integer(), fc.constant(-0), fc.constant(() => 0), fc.string({ unit: 'grapheme-ascii' }));
const data = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 2 }), tie('value'), { maxKeys: 4, noNullPrototype: true })),
})).value;

it('is what somebody reads who reads the file', () => {
  fc.assert(fc.property(data, (value) => {
    const kept = { kept: plain({ value }) };
    expect(kept).toStrictEqual(parse(printYaml({ kept: { value } })));
  }));
});

it('returns what has nothing to leave out as it is', () => {
  const value = { a: [1, { b: 'c' }], d: null };
  expect(plain(value)).toBe(value);
  expect(plain({ a: value, b: undefined }).a).toBe(value);
});

it('gives each object of an environment as its file has it', () => {
  const { output, tree } = rendered('dev');
  const sample = output.objects.filter((_, index) => index % 50 === 0);
  expect(sample.length).toBeGreaterThan(20);
  for (const object of sample) expect(plain(object.manifest)).toStrictEqual(parse(tree.files.get(fileOf(object))!.content));
});
