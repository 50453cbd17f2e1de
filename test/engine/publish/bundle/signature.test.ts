import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { sign, verify } from '../../../../engine/publish/bundle/signature.ts';
import { newKey } from '../../../fixtures/publish/keys.ts';
import { refused } from '../../../fixtures/publish/problems.ts';

// each step runs ssh-keygen, and the machine may have other work
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'champ-signature-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = Buffer.from('what is signed\n');
const key = newKey(folder, 'li');
const other = newKey(folder, 'wang');

it.each(['ed25519', 'rsa', 'ecdsa'] as const)('signs with a %s key and says who signed', async (type) => {
  const made = newKey(folder, `key-${type}`, type);
  expect(await verify(content, await sign(content, made.file), made.signers(), 'x')).toBe(`key-${type}@ops.example`);
});

it('is what ssh-keygen verifies by hand', async () => {
  const file = join(folder, 'by-hand.sig');
  writeFileSync(file, await sign(content, key.file));
  const { status, stdout } = spawnSync('ssh-keygen', ['-Y', 'verify', '-n', 'champ-bundle', '-I', 'li@ops.example', '-f', key.signers(), '-s', file], { input: content, encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, expect.stringContaining('Good "champ-bundle" signature')]);
});

it('accepts a principal that is a pattern, and the right one of several keys', async () => {
  const both = join(folder, 'both');
  writeFileSync(both, [key, other].map((each, index) => spawnSync('cat', [each.signers(index === 0 ? '' : 'valid-before="20200101"')], { encoding: 'utf8' }).stdout).join('').replace('li@ops.example', '*@ops.example'));
  expect(await verify(content, await sign(content, key.file), both, 'x')).toBe('*@ops.example');
});

it.each([
  ['a key that is not listed', () => other.signers(), 'CHAMP7204'],
  ['a key for another purpose', () => key.signers('namespaces="git"'), 'CHAMP7204'],
  ['a key that has expired', () => key.signers('valid-before="20200101"'), 'CHAMP7205'],
  ['a key that is not valid yet', () => key.signers('valid-after="29990101"'), 'CHAMP7205'],
  ['a list that is not there', () => join(folder, 'missing'), 'CHAMP7221'],
  ['a list of nonsense', () => { const file = join(folder, 'nonsense'); writeFileSync(file, 'a b c\n\0\n'); return file; }, 'CHAMP7204'],
] as const)('refuses %s', async (_, signers, code) => {
  expect(await refused(verify(content, await sign(content, key.file), signers(), 'x'))).toMatchObject([{ code }]);
});

it('refuses a signature over something else, or for another purpose', async () => {
  const signature = await sign(content, key.file);
  expect(await refused(verify(Buffer.from('else'), signature, key.signers(), 'x'))).toMatchObject([{ code: 'CHAMP7219' }]);
  const file = join(folder, 'purpose');
  writeFileSync(file, content);
  spawnSync('ssh-keygen', ['-Y', 'sign', '-n', 'file', '-f', key.file, file]);
  const foreign = spawnSync('cat', [`${file}.sig`]).stdout;
  expect(await refused(verify(content, foreign, key.signers(), 'x'))).toMatchObject([{ code: 'CHAMP7219' }]);
});

it('refuses flipped bits of a signature', async () => {
  const signature = await sign(content, key.file);
  const signers = key.signers();
  for (let at = 0; at < signature.length; at += 5) {
    const flipped = Buffer.from(signature);
    flipped[at]! ^= 1 << (at % 8);
    expect(await refused(verify(content, flipped, signers, 'x'))).toMatchObject([{ code: expect.stringMatching(/^CHAMP72(?:04|19)$/) }]);
  }
}, 60_000);

it('refuses another writing of the same signature', async () => {
  const signature = (await sign(content, key.file)).toString('latin1');
  for (const text of [`\n${signature}`, `${signature}\n`, signature.replaceAll('\n', '\r\n'), signature.trimEnd(), signature.replace('\n', '\n\n'), '']) {
    expect(await refused(verify(content, Buffer.from(text), key.signers(), 'x'))).toMatchObject([{ code: 'CHAMP7219' }]);
  }
});

it('says why it cannot sign', async () => {
  const open = newKey(folder, 'open');
  chmodSync(open.file, 0o644);
  const nonsense = join(folder, 'no-key');
  writeFileSync(nonsense, 'nonsense', { mode: 0o600 });
  for (const file of [join(folder, 'missing'), open.file, nonsense]) expect(await refused(sign(content, file))).toMatchObject([{ code: 'CHAMP7203', where: file, args: { why: expect.stringMatching(/\w/) } }]);
});
