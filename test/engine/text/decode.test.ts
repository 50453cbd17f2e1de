import fc from 'fast-check';
import { decodeText } from '../../../engine/text/index.ts';
import { found } from './found.ts';

const bytes = (...values: (number | string)[]) =>
  Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from([value]))));
const refused = (value: Uint8Array) => found((problems) => problems.gather(() => decodeText(value, 'a.yaml')));

/** 中文 in GB18030. */
const GBK = [0xd6, 0xd0, 0xce, 0xc4];

test('gives UTF-8 text back as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    fc.pre(!/[\0\r\ufeff]/.test(text));
    expect(decodeText(Buffer.from(text), 'a.yaml')).toBe(text);
  }));
});

test('reads only its part of a larger buffer', () => {
  expect(decodeText(Buffer.from('xx医保').subarray(2), 'a.yaml')).toBe('医保');
});

test('refuses a byte order mark', () => {
  expect(refused(bytes(0xef, 0xbb, 0xbf, 'a: 1\n'))).toMatchObject([{ code: 'CHAMP1103', where: 'a.yaml:1:1' }]);
});

test.each([
  ['UTF-16LE', bytes(0xff, 0xfe, Buffer.from('a: 1', 'utf16le').toString())],
  ['UTF-16BE', bytes(0xfe, 0xff, 0, 'a')],
  ['UTF-32LE', bytes(0xff, 0xfe, 0, 0, 'a', 0, 0, 0)],
  ['UTF-32BE', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 'a')],
  ['UTF-16LE', Buffer.from('name: 医保\nport: 8080\n', 'utf16le')],
  ['UTF-16BE', Buffer.from('name: 医保\nport: 8080\n', 'utf16le').swap16()],
])('names %s', (encoding, value) => {
  expect(refused(value)).toMatchObject([{ code: 'CHAMP1104', args: { value: encoding } }]);
});

test('names GBK as the likely encoding, with the place of the first byte', () => {
  expect(refused(bytes('# ok\nname: ', ...GBK, '\n'))).toMatchObject([{ code: 'CHAMP1105', where: 'a.yaml:2:7', args: { value: '0xD6' } }]);
});

test.each([
  ['UTF-8 and GBK in one file', bytes('# 好\nname: ', ...GBK), '2:7'],
  ['a lone continuation byte', bytes('ab\nc', 0x80), '2:2'],
  ['an overlong form', bytes('a', 0xc0, 0xaf, 0xff), '1:2'],
  ['a surrogate', bytes('é', 0xed, 0xa0, 0x80, 0xff), '1:2'],
  ['a cut sequence at the end', bytes('医', 0xe5, 0x8c), '1:2'],
  ['a byte beyond Unicode', bytes(0xf5, 'abc', 0xff), '1:1'],
])('refuses %s', (_, value, place) => {
  expect(refused(value)).toMatchObject([{ code: 'CHAMP1106', where: `a.yaml:${place}` }]);
});

test('refuses a NUL byte', () => {
  expect(refused(bytes('ab\ncd', 0, 'ef'))).toMatchObject([{ code: 'CHAMP1107', where: 'a.yaml:2:3' }]);
});

test('refuses a carriage return', () => {
  expect(refused(bytes('ab\ncd\r\nef\r\n'))).toMatchObject([{ code: 'CHAMP1108', where: 'a.yaml:2:3' }]);
});

test('either decodes or gives exactly one problem, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (value) => {
    const problems = refused(value);
    expect(problems.length).toBeLessThanOrEqual(1);
    if (problems.length === 0) expect(Buffer.from(decodeText(value, 'a.yaml'))).toEqual(Buffer.from(value));
  }));
});
