import { MOST_PER_TEXT, type Credential } from './credential.ts';
import { isRandom } from './random.ts';
import { isCredentialValue } from './values.ts';

/** The password ends before the next scheme, so that a text is read once however many schemes are in it. */
const USERINFO = /:\/\/([^\s:@/"'<>]{0,200}):((?:(?!:\/\/)[^\s"'<>@]){1,256})@(?=[\w[$({-])/g;
const ORACLE = /jdbc:oracle:\w{1,20}:([\w$#]{1,60})\/([^@\s"'/]{1,128})@/gi;
const PORT_AND_PATH = /^\d{1,5}(?:[/?#]|$)/;

/** Passwords in URLs and connection strings: `scheme://user:password@host`, also of JDBC, Redis, MongoDB, AMQP. */
export function urlsIn(text: string): readonly Credential[] {
  const found: Credential[] = [];
  for (const pattern of [USERINFO, ORACLE]) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MOST_PER_TEXT) return found;
      const password = match[2]!;
      if (PORT_AND_PATH.test(password) || !isCredentialValue(password, 'password')) continue;
      const start = match.index + match[0].lastIndexOf(`${password}@`);
      found.push({ kind: 'urlPassword', start, end: start + password.length });
    }
  }
  return found;
}

const SCHEME = /\b(basic|bearer|token)[ \t]{1,20}([A-Za-z0-9+/_.=~-]{8,4096})/gi;
const REGISTRY = /\bauth\\{0,8}["']?\s{0,20}[:=]\s{0,20}\\{0,8}["']?([A-Za-z0-9+/]{8,4096}={0,2})/g;
/** `user:password` and nothing else. */
const LOGIN = /^[\w.@+$-]{1,100}:[!-~]{1,200}$/;

const isLogin = (encoded: string): boolean => LOGIN.test(Buffer.from(encoded, 'base64').toString('latin1'));

/** Credentials of HTTP headers (`Basic ...`, `Bearer ...`) and of registries (`auth` of a Docker config). */
export function headersIn(text: string): readonly Credential[] {
  const found: Credential[] = [];
  for (const match of text.matchAll(SCHEME)) {
    if (found.length >= MOST_PER_TEXT) return found;
    const [whole, scheme, value] = match as unknown as [string, string, string];
    const start = match.index + whole.length - value.length;
    const isBasic = scheme.toLowerCase() === 'basic';
    if (isBasic ? isLogin(value) : /\d/.test(value) && (isRandom(value) || isCredentialValue(value, 'secret'))) found.push({ kind: isBasic ? 'basicAuth' : 'token', start, end: start + value.length });
  }
  for (const match of text.matchAll(REGISTRY)) {
    if (found.length >= MOST_PER_TEXT) return found;
    const start = match.index + match[0].lastIndexOf(match[1]!);
    if (isLogin(match[1]!)) found.push({ kind: 'registryLogin', start, end: start + match[1]!.length });
  }
  return found;
}
