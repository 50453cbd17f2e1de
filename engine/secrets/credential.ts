import type { Text } from '../problem/index.ts';

const names = {
  privateKey: { zh: '私钥', en: 'a private key' },
  keystore: { zh: '含私钥的密钥库', en: 'a key store with a private key' },
  kubeconfig: { zh: 'kubeconfig 的客户端凭据', en: 'client credentials of a kubeconfig' },
  cloudKey: { zh: '云平台访问密钥', en: 'an access key of a cloud' },
  token: { zh: '访问令牌', en: 'an access token' },
  webhook: { zh: '机器人 webhook 的密钥', en: 'the key of a webhook' },
  registryLogin: { zh: '镜像库登录凭据', en: 'the login of a registry' },
  urlPassword: { zh: 'URL 或连接串中的口令', en: 'a password in a URL or connection string' },
  basicAuth: { zh: 'HTTP 基本认证的用户名和口令', en: 'user and password of HTTP basic authentication' },
  passwordHash: { zh: '口令的哈希', en: 'the hash of a password' },
  password: { zh: '口令', en: 'a password' },
  secretKey: { zh: '密钥或令牌', en: 'a secret key or token' },
  random: { zh: '形似密钥的随机字符串', en: 'a random string that looks like a key' },
} as const satisfies Readonly<Record<string, Text>>;

export type CredentialKind = keyof typeof names;

/** What each kind is called. */
export const CREDENTIAL_NAMES: Readonly<Record<CredentialKind, Text>> = names;

/** A credential in a text, by its place: its value is never copied. */
export interface Credential {
  readonly kind: CredentialKind;
  /** Offsets in the text that was judged; of the encoded text where it is encoded. */
  readonly start: number;
  readonly end: number;
  /** The key by which it was known, e.g. `db.password`. */
  readonly key?: string;
}

/** More in one text say nothing more of it. */
export const MOST_PER_TEXT = 20;
