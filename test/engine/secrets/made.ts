import { createHash, generateKeyPairSync } from 'node:crypto';

/** Random text that is the same in every run; no credential is ever written into the repository. */
const ALPHABETS = {
  mixed: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  lower: 'abcdefghijklmnopqrstuvwxyz0123456789',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  hex: '0123456789abcdef',
  digits: '0123456789',
} as const;

let serial = 0;

export function made(length: number, alphabet: keyof typeof ALPHABETS = 'mixed'): string {
  const letters = ALPHABETS[alphabet];
  let text = '';
  serial += 1;
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHash('sha512').update(`${serial} ${block}`).digest()) text += letters[byte % letters.length];
  }
  return text.slice(0, length);
}

/** As a person makes one: a word, digits, a mark. */
export const password = (): string => `Ly${made(6, 'letters')}${made(4, 'digits')}!${made(1, 'digits')}`;

export const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');

export const keyPair = generateKeyPairSync('rsa', { modulusLength: 1024, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

/** The body of a PEM block without its marks: DER in base64 on one line. */
export const bare = (pem: string): string => pem.split('\n').filter((line) => !line.startsWith('-')).join('');

export const uuid = (): string => [8, 4, 4, 4, 12].map((length) => made(length, 'hex')).join('-');

export const jwt = (): string => [base64(JSON.stringify({ alg: 'HS256', typ: 'JWT' })), base64(JSON.stringify({ sub: made(10) })), made(43)].join('.').replaceAll('=', '');

export const bcrypt = (): string => `$2y$10$${made(53)}`;

export const kubeconfig = (): string => `apiVersion: v1\nkind: Config\nclusters:\n- name: a\n  cluster:\n    server: https://10.0.0.1:6443\nusers:\n- name: admin\n  user:\n    client-key-data: ${base64(keyPair.privateKey)}\n`;
