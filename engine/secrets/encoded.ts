import { isUtf8 } from 'node:buffer';
import type { CredentialKind } from './credential.ts';

const SAMPLE = 4096;
const MOST = 2 ** 20;

/** What base64 text holds: a text, a private key or key store in binary, or something else. */
export type Decoded = { readonly is: 'text'; readonly text: string } | { readonly is: CredentialKind } | { readonly is: 'public' } | undefined;

/** Decodes one level, at most 1 MiB. */
export function decode(run: string): Decoded {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Buffer.from(standard.slice(0, MOST), 'base64');
  if (bytes.length < 8) return undefined;
  const binary = binaryKind(bytes);
  if (binary) return { is: binary };
  const head = bytes.subarray(0, SAMPLE);
  if (!isPrintable(head.toString('latin1'))) return undefined;
  // a character may be cut at the end of the sample
  for (let cut = 0; cut < 4; cut++) if (isUtf8(bytes.subarray(0, bytes.length - cut))) return { is: 'text', text: bytes.toString('utf8') };
  return undefined;
}

const isPrintable = (text: string): boolean => !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);

/** By the first bytes: DER keys and certificates, key stores, OpenSSH public keys. */
function binaryKind(bytes: Buffer): CredentialKind | 'public' | undefined {
  if (bytes.readUInt32BE(0) === 0xfeedfeed || bytes.readUInt32BE(0) === 0xcececece) return 'keystore';
  if (bytes.readUInt32BE(0) <= 32 && bytes.subarray(4, 8).toString('latin1') === 'ssh-') return 'public';
  if (bytes[0] !== 0x30) return undefined;
  const size = bytes[1]! < 0x80 ? 0 : bytes[1]! & 0x7f;
  const length = size === 0 ? bytes[1]! : size <= 4 ? bytes.readUIntBE(2, Math.min(size, bytes.length - 2)) : -1;
  // the length in the header fits what follows, or a text only looks like DER
  if (Math.abs(length + 2 + size - bytes.length) > 3) return undefined;
  const body = bytes.subarray(2 + size);
  if (body[0] === 0x02 && body[1] === 0x01) return body[2] === 3 ? 'keystore' : body[2]! <= 1 ? 'privateKey' : undefined;
  return body[0] === 0x30 ? 'public' : undefined;
}
