import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { packTar, unpackTar } from '../../../../engine/publish/bundle/tar.ts';
import { ProblemError } from '../../../../engine/problem/index.ts';

const members = new Map([['one.txt', Buffer.from('1')], ['empty.bin', Buffer.alloc(0)], ['block.bin', Buffer.alloc(512, 7)]]);

it('is what other tars read', () => {
  const { stdout } = spawnSync('tar', ['-tvf', '-'], { input: packTar(members), encoding: 'utf8', env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] } });
  expect(stdout.trim().split('\n').map((line) => line.split(/\s+/))).toEqual([
    ['-rw-r--r--', '0/0', '1', '1970-01-01', '00:00', 'one.txt'], ['-rw-r--r--', '0/0', '0', '1970-01-01', '00:00', 'empty.bin'], ['-rw-r--r--', '0/0', '512', '1970-01-01', '00:00', 'block.bin'],
  ]);
  expect(spawnSync('tar', ['-xOf', '-', 'block.bin'], { input: packTar(members) }).stdout).toEqual(Buffer.alloc(512, 7));
});

it('gives back what was packed, whatever it is', () => {
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9.-]{0,30}$/), fc.uint8Array({ maxLength: 1200 })), (contents) => {
    const packed = new Map(Object.entries(contents).map(([name, bytes]) => [name, Buffer.from(bytes)]));
    expect([...unpackTar(packTar(packed), 'x')]).toEqual([...packed]);
  }), { numRuns: 50 });
});

it('refuses every other writing of the same members', () => {
  const bytes = packTar(members);
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at]! ^= 1 << (at % 8);
    let read: ReadonlyMap<string, Buffer> | undefined;
    try {
      read = unpackTar(flipped, 'x');
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
    }
    // what is read differs: in a content, since names are bound by the checksum of their header
    if (read) expect([...read.values()].some((content, index) => !content.equals([...members.values()][index]!))).toBe(true);
  }
});

it.each([
  ['nothing', Buffer.alloc(0)], ['a start', packTar(members).subarray(0, 700)], ['no end', packTar(members).subarray(0, -1024)], ['half an end', packTar(members).subarray(0, -512)],
  ['a byte more', Buffer.concat([packTar(members), Buffer.from([0])])], ['another archive behind', Buffer.concat([packTar(members), packTar(members)])], ['no tar', Buffer.alloc(4096, 65)],
  ['a member twice', Buffer.concat([packTar(new Map([['a', Buffer.from('1')]])).subarray(0, -1024), packTar(new Map([['a', Buffer.from('2')]]))])],
])('refuses %s', (_, bytes) => {
  expect(() => unpackTar(bytes, 'x')).toThrow(ProblemError);
});

it('reads what is damaged in bounded time and memory', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), (bytes) => {
    expect(() => unpackTar(Buffer.concat([Buffer.from(bytes), Buffer.from([1])]), 'x')).toThrow(ProblemError);
  }), { numRuns: 100 });
});
