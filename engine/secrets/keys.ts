/** What a key says of its value: a password, another secret, or something that is random and public. */
export type KeyMeaning = 'password' | 'secret' | 'public' | undefined;

const PASSWORD = /^(?:pass|pw|psw|pswd|passcode|requirepass|masterauth|storepass|keypass|bindpw|rootpw)$|(?:password|passwd|passphrase|pwd)s?$/;
const SECRET = /^(?:sk|authorization|credentials?|htpasswd)$|(?:secret|token)s?$|(?:api|access|secret|private|sign|signing|signature|encrypt|encryption|decrypt|aes|des|sm[24]|rsa|hmac|mac|master|session|account|shared|auth|crypt|crypto|cipher|fernet|webhook|jwt|deploy|storage|sse)keys?$|clientkeydata$/;
const PUBLIC = /^(?:checksums?|hash|sha\d*|digest|md5|crc\d*|fingerprint|thumbprint|etag|uid|uuid|guid|revision|commit|integrity|cert|certs|certificates?|crt|cabundle|pem|pub|jwks|image|images|trace|nonce|x5c|oid|resourceversion|generation)$/;
/** Words behind the credential's own that make the value something about it: a place, a rule, a name. */
const ABOUT = new Set([
  'file', 'files', 'path', 'dir', 'ref', 'refs', 'reference', 'name', 'names', 'key', 'keys', 'id', 'ids', 'url', 'uri', 'endpoint', 'endpoints', 'host', 'port', 'policy', 'policies', 'length', 'len', 'min', 'max',
  'ttl', 'expiry', 'expires', 'expiration', 'expire', 'timeout', 'seconds', 'minutes', 'hours', 'days', 'duration', 'period', 'validity', 'enabled', 'enable', 'disabled', 'required', 'optional', 'type', 'types', 'format',
  'algorithm', 'alg', 'class', 'provider', 'providers', 'header', 'headers', 'encoder', 'encoding', 'charset', 'issuer', 'audience', 'audiences', 'store', 'stores', 'manager', 'management', 'mode', 'count', 'size', 'limit', 'location',
  'namespace', 'version', 'rotation', 'interval', 'prefix', 'suffix', 'pattern', 'regex', 'regexp', 'validator', 'validation', 'hint', 'label', 'placeholder', 'title', 'message', 'error', 'description', 'field', 'column',
  'param', 'parameter', 'parameters', 'attribute', 'property', 'env', 'var', 'volume', 'mount', 'mounts', 'template', 'kind', 'generator', 'helper', 'service', 'server', 'bucket', 'selector', 'annotation', 'scope', 'scopes',
  'usage', 'strength', 'history', 'reset', 'change', 'changed', 'filter', 'source', 'from', 'claim', 'cache', 'attempts', 'retries', 'projection', 'review', 'reviews', 'request', 'requests', 'controller', 'bits', 'strategy', 'hash', 'hashes',
  'authenticated', 'authorized', 'threshold', 'per', 'status', 'state', 'schema', 'list', 'lookup', 'digest', 'checksum', 'operator', 'engine', 'backend', 'role', 'svc', 'cluster', 'local', 'com', 'cn',
]);
/** Words before it that do the same. */
const ABOUT_BEFORE = new Set(['max', 'min', 'no', 'use', 'enable', 'disable', 'allow', 'existing', 'has', 'is', 'automount', 'show', 'hide', 'forgot', 'generate', 'skip', 'ignore', 'pull', 'bound', 'public', 'rotate', 'delete', 'create']);
const CHINESE_PASSWORD = /密码|口令/;
const CHINESE_SECRET = /密钥|私钥|令牌|凭据|凭证/;
const CHINESE_ABOUT = /长度|策略|有效期|过期|提示|路径|文件|规则|强度|类型|次数|时间|是否|公钥|算法|名称/;

/** Null for a key that says nothing, as most do. */
const known = new Map<string, KeyMeaning | null>();
const MOST_KNOWN = 20_000;

/** What a key of any writing (`db.password`, `DB_PASSWORD`, `dbPassword`, `数据库密码`) says of its value. */
export function meaningOf(key: string): KeyMeaning {
  let meaning = known.get(key);
  if (meaning === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (meaning = judge(key) ?? null));
  }
  return meaning ?? undefined;
}

function judge(key: string): KeyMeaning {
  if (key.length > 200) return undefined;
  if (/[\u4e00-\u9fff]/.test(key)) {
    if (CHINESE_ABOUT.test(key)) return undefined;
    return CHINESE_PASSWORD.test(key) ? 'password' : CHINESE_SECRET.test(key) ? 'secret' : undefined;
  }
  const words = key.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== '');
  for (let at = words.length - 1; at >= 0; at--) {
    const meaning = meaningAt(words, at);
    if (!meaning) continue;
    if (words.slice(at + 1).some((word) => ABOUT.has(word)) || words.slice(0, at).some((word) => ABOUT_BEFORE.has(word))) return words.some((word) => PUBLIC.test(word)) ? 'public' : undefined;
    return meaning;
  }
  return words.some((word) => PUBLIC.test(word)) || /public-?_?key|ca-?_?bundle|known-?_?hosts/i.test(key) ? 'public' : undefined;
}

/** Of the word, or of it and the one before: `apiKey` and `apikey` are the same. */
function meaningAt(words: readonly string[], at: number): 'password' | 'secret' | undefined {
  const word = words[at]!;
  if (PASSWORD.test(word)) return 'password';
  const joined = `${words[at - 1] ?? ''}${word}`;
  const three = `${words[at - 2] ?? ''}${joined}`;
  return SECRET.test(word) || SECRET.test(joined) || three.endsWith('clientkeydata') ? 'secret' : undefined;
}
