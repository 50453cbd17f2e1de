import { parse } from 'dot-properties';
import fc from 'fast-check';
import { editText, getValue } from '../../../engine/edit/index.ts';
import { soak } from '../../fixtures/soak.ts';
import { anyValue, joined, layout, refusal, set, unset, word } from './edited.ts';

const FILE = '# 医保\r\nserver.port = 9050\r\n\r\nname : \\u4e2d\\u6587  \r\nlong=a,\\\r\n    b,\\\r\n    c\r\nlast=\r\n# end\r\n';
const edit = (path: string, value: string) => set(FILE, 'properties', path, value).text;

it('changes the value and nothing beside it', () => {
  expect(edit('server.port', '9051')).toBe(FILE.replace('9050', '9051'));
  expect(edit('last', 'x=y')).toBe(FILE.replace('last=', 'last=x=y'));
});

it('puts one line in the place of continuation lines', () => {
  expect(getValue(FILE, 'properties', 'long')).toBe('a,b,c');
  expect(edit('long', 'd')).toBe(FILE.replace(/a,\\\r\n {4}b,\\\r\n {4}c/, 'd'));
});

it('escapes as the value did that stood there', () => {
  expect(edit('name', '新 值')).toBe(FILE.replace('\\u4e2d\\u6587  ', '\\u65b0 \\u503c'));
  expect(set('u=jdbc\\:mysql\\:x\n', 'properties', 'u', 'http://a').text).toBe('u=http\\://a\n');
  expect(set('a=\\u4E2D\nb=x\n', 'properties', 'b', '中').text).toBe('a=\\u4E2D\nb=\\u4E2D\n');
  expect(set('a=中\nb=x\n', 'properties', 'b', '文').text).toBe('a=中\nb=文\n');
});

it('escapes what is not ASCII where no value tells, since Java reads the bytes as Latin-1', () => {
  expect(set('# 中\na=x\n', 'properties', 'a', '中').text).toBe('# 中\na=\\u4e2d\n');
});

it('keeps blanks, signs and line ends of a value', () => {
  expect(set('a=1', 'properties', 'a', ' #=\n\t').text).toBe('a=\\ #=\\n\\t');
  expect(set('a 1', 'properties', 'a', '=x').text).toBe('a \\=x');
});

it('adds a key behind the last, with its indentation and sign', () => {
  expect(edit('new.key', 'v')).toBe(FILE.replace('last=\r\n', 'last=\r\nnew.key=v\r\n'));
  expect(set('  a : 1', 'properties', 'b c', 'v').text).toBe('  a : 1\n  b\\ c : v');
  expect(set('# nothing yet\n', 'properties', 'a', '1').text).toBe('# nothing yet\na=1\n');
  expect(set('', 'properties', 'a', '1').text).toBe('a=1\n');
});

it('removes the whole line of a key, continued or last', () => {
  expect(unset(FILE, 'properties', 'long').text).toBe(FILE.replace(/long[^]*?c\r\n/, ''));
  expect(unset('a=1\nb=2', 'properties', 'b').text).toBe('a=1');
  expect(unset('a=1', 'properties', 'a').text).toBe('');
});

it('refuses what is broken, twice there, or not there', () => {
  expect(refusal(() => editText('a=1\nb=2\na=3\n', 'properties', 'b', { set: '4' }, { name: 'f' }))).toEqual(['CHAMP1111 f:3:1']);
  expect(refusal(() => editText('a=\\u12\n', 'properties', 'a', { set: '4' }))).toEqual(['CHAMP1202 text:1:3']);
  expect(refusal(() => editText('a=1\n', 'properties', 'b', { unset: true }))).toEqual(['CHAMP9200 text:1:1']);
  expect(refusal(() => editText('a=1\n', 'properties', 'a', { set: '\ud800' }))).toEqual(['CHAMP9208 text:1:3']);
});

it('leaves a file alone that has the value already', () => {
  expect(editText(FILE, 'properties', 'name', { set: '中文  ' })).toEqual({ text: FILE, before: '中文  ', after: '中文  ', splice: undefined });
});

const pair = fc.record({ key: word, sign: fc.constantFrom('=', ' = ', ': ', ' '), value: word });
const file = fc.record({
  pairs: fc.uniqueArray(pair, { minLength: 1, maxLength: 6, selector: ({ key }) => key }),
  noise: fc.array(fc.constantFrom('# 注释', '! a=b', '', '  '), { maxLength: 6 }), layout, style: fc.constantFrom('中', '\\u4e2d'),
}).map(({ pairs, noise, layout: how, style }) => ({
  keys: pairs.map(({ key }) => key),
  text: joined([`STYLE=${style}`, ...pairs.flatMap(({ key, sign, value }, index) => [...(noise[index] === undefined ? [] : [noise[index]!]), `${key}${sign}${value}`])], how),
}));

test('setting reads back, leaves the rest, and setting the old value gives the old bytes', () => {
  fc.assert(fc.property(file, anyValue, fc.nat(), (({ text, keys }, value, pick) => {
    const key = keys[pick % keys.length]!;
    // a key without a sign cannot have an empty value
    fc.pre(value !== '' || !new RegExp(`^${key} (?!=)`, 'm').test(text));
    const { text: edited, before } = set(text, 'properties', key, value);
    expect(parse(edited)).toEqual({ ...parse(text), [key]: value });
    expect(set(edited, 'properties', key, before!).text).toBe(text);
  })), { seed: 7, numRuns: soak(300, 30000) });
});

test('a new key is read back, and the file is as it was when it goes again', () => {
  fc.assert(fc.property(file, anyValue, fc.oneof(word, fc.string({ minLength: 1, maxLength: 8 })), ({ text, keys }, value, key) => {
    fc.pre(!keys.includes(key) && key !== 'STYLE' && key !== '__proto__');
    const { text: edited, before } = set(text, 'properties', key, value);
    expect(before).toBeUndefined();
    expect(parse(edited)).toEqual({ ...parse(text), [key]: value });
    expect(unset(edited, 'properties', key).text).toBe(text);
  }), { seed: 7, numRuns: soak(300, 30000) });
});
