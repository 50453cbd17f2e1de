import fc from 'fast-check';
import { applyToBytes, decodeFile, editText, type EditFormat } from '../../../engine/edit/index.ts';
import { soak } from '../../fixtures/soak.ts';
import { refusal } from './edited.ts';

/** `中文` and `值` in GBK. */
const GBK = Buffer.concat([Buffer.from('# '), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from('\r\na=1\r\nb='), Buffer.from([0xd6, 0xb5]), Buffer.from('\r\n')]);
const utf16 = (text: string, isBig: boolean, hasBom: boolean) => {
  const bytes = Buffer.from((hasBom ? '\ufeff' : '') + text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const set = (bytes: Uint8Array, format: EditFormat, path: string, value: string) => {
  const file = decodeFile(bytes, 'f');
  const { splice } = editText(file.text, format, path, { set: value });
  return applyToBytes(bytes, file, splice!, 'f');
};

it('tells the encoding, the mark and the line ends, and what is unusual in them', () => {
  const told = (bytes: Uint8Array) => {
    const { encoding, hasBom, lineEnds, unusual } = decodeFile(bytes, 'f');
    return [encoding, hasBom, lineEnds, unusual.map(({ code }) => code).join()];
  };
  expect(told(Buffer.from('a=中\n'))).toEqual(['UTF-8', false, 'LF', '']);
  expect(told(Buffer.from('\ufeffa=中\r\n'))).toEqual(['UTF-8', true, 'CRLF', 'CHAMP1103,CHAMP1108']);
  expect(told(Buffer.from('a=1\r\nb=2\n'))).toEqual(['UTF-8', false, 'mixed', 'CHAMP1108']);
  expect(told(Buffer.from('a=1\rb=2'))).toEqual(['UTF-8', false, 'CR', 'CHAMP1108']);
  expect(told(GBK)).toEqual(['GBK', false, 'CRLF', 'CHAMP1105']);
  expect(told(utf16('a=1\n', false, true))).toEqual(['UTF-16LE', true, 'LF', 'CHAMP1104']);
  expect(told(utf16('a=1\nb=2\n', true, false))).toEqual(['UTF-16BE', false, 'LF', 'CHAMP1104']);
  expect(told(Buffer.alloc(0))).toEqual(['UTF-8', false, 'none', '']);
});

it('writes back in the encoding of the file, all other bytes as they were', () => {
  expect(set(GBK, 'properties', 'a', '文')).toEqual(Buffer.concat([GBK.subarray(0, 10), Buffer.from([0xce, 0xc4]), GBK.subarray(11)]));
  expect(set(GBK, 'properties', 'b', 'x').subarray(-3)).toEqual(Buffer.from('x\r\n'));
  for (const isBig of [false, true]) {
    for (const hasBom of [false, true]) expect(set(utf16('{"a": "文", "b": 1}', isBig, hasBom), 'json', 'a', '😀')).toEqual(utf16('{"a": "😀", "b": 1}', isBig, hasBom));
  }
  expect(set(Buffer.from('\ufeffa: 😀 # 医\r\nb: 1\r\n'), 'yaml', 'b', '保')).toEqual(Buffer.from('\ufeffa: 😀 # 医\r\nb: 保\r\n'));
});

it('leaves bytes alone that the decoder knows and an encoder would write otherwise', () => {
  // four bytes of GB18030 before and behind the value
  const four = Buffer.from([0x81, 0x39, 0xef, 0x30]);
  const astral = Buffer.from([0x94, 0x39, 0xda, 0x33]);
  const bytes = Buffer.concat([GBK, Buffer.from('c='), four, astral, Buffer.from('\r\nd=1\r\ne='), four]);
  expect(set(bytes, 'properties', 'd', '中')).toEqual(Buffer.concat([bytes.subarray(0, -11), Buffer.from('d='), Buffer.from([0xd6, 0xd0]), Buffer.from('\r\ne='), four]));
});

it('refuses characters that the encoding lacks, and files in no encoding that can be written', () => {
  expect(refusal(() => set(GBK, 'properties', 'a', '中😀'))).toEqual(['CHAMP9207 f:2:3']);
  expect(refusal(() => decodeFile(Buffer.from([0x61, 0xff, 0xfe, 0xfd]), 'f'))).toEqual(['CHAMP1106 f:1:2']);
  expect(refusal(() => decodeFile(Buffer.from('a\0b\n'), 'f'))).toEqual(['CHAMP1107 f:1:2']);
  expect(refusal(() => decodeFile(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'f'))).toEqual(['CHAMP1104 f:1:1']);
});

test('a piece of any text in any encoding is replaced, and no other byte', () => {
  const han = fc.stringMatching(/^[a-z\u4e00-\u9fa5]{0,12}$/);
  const encode = { 'UTF-8': (text: string) => Buffer.from(text), 'UTF-16LE': (text: string) => utf16(text, false, false), 'UTF-16BE': (text: string) => utf16(text, true, false) };
  fc.assert(fc.property(han, han, han, han, fc.constantFrom(...(Object.keys(encode) as (keyof typeof encode)[])), (a, b, c, inserted, encoding) => {
    const bytes = encode[encoding](a + b + c);
    const file = { text: a + b + c, encoding, hasBom: false, lineEnds: 'none', unusual: [] } as const;
    expect(applyToBytes(bytes, file, { start: a.length, end: a.length + b.length, text: inserted }, 'f')).toEqual(encode[encoding](a + inserted + c));
  }), { seed: 7, numRuns: soak(200, 20000) });
});

test('GBK has every character that its decoder knows in two bytes', () => {
  const decoder = new TextDecoder('gb18030');
  fc.assert(fc.property(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xf9 }), (lead, trail) => {
    const bytes = Buffer.concat([GBK, Buffer.from('c='), Buffer.from([lead, trail])]);
    const character = decoder.decode(Uint8Array.of(lead, trail));
    fc.pre(character !== '\ufffd');
    expect(set(GBK, 'properties', 'c', character)).toEqual(Buffer.concat([bytes, Buffer.from('\r\n')]));
  }), { seed: 7, numRuns: soak(100, 6000) });
});
