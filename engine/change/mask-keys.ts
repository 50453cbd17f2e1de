import { meaningOf } from '../secrets/keys.ts';
import { isRandom } from '../secrets/random.ts';

/** What stands in the place of a secret. */
export type Print = (secret: string | Uint8Array) => string;

/** Whether a key says that its value is a password or another secret. */
export function isSecretKey(key: string): boolean {
  const meaning = meaningOf(key);
  return meaning === 'password' || meaning === 'secret';
}

/**
 * Empty, a switch, a fingerprint, the path of a file, or what another stage fills in without a default: `${secret:db#password}`, `${NAME}`,
 * `$(NAME)`, `$(cat /file)`, `{{ .name }}`.
 */
export const isHarmless = (value: string): boolean => HARMLESS.test(value) || (PATH.test(value) && !value.split('/').some(isRandom));

const HARMLESS = new RegExp(`^\\s*(?:${[
  '', 'true|false|null|none|~|on|off|yes|no|file|env|stdin|prompt', 'hmac:[0-9a-f]{8}',
  '\\$\\{(?:(?:secret|endpoint):[^{}]{1,300}|[\\w.-]{1,200})\\}', '\\$\\((?:cat |< ?)?[\\w./-]{1,200}\\)', '\\$[A-Z_][A-Z0-9_]{0,100}', '\\{\\{-?\\s?(?:\\.|index \\.)[^{}]{1,2000}\\}\\}',
].join('|')})\\s*$`);
const PATH = /^\s*(?:file:)?(?:\/[a-z0-9._-]{1,64}){2,12}\s*$/;
