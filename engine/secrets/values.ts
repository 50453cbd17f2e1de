import type { KeyMeaning } from './keys.ts';
import { isRandom } from './random.ts';

/** `${name}`, `${name:default}`, `$(NAME)`, `{{ expression }}`, `#{...}`, `%(name)s`: what another stage fills in. */
const PLACEHOLDER = /[$#]\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\$\([^()]*\)|\{\{[^{}]*\}\}|%\(\w+\)s|%[A-Z_]{3,}%|@[\w.]{3,}@|__\w+__/g;
const WHOLE_PLACEHOLDER = /^(?:\$\w+|<[^<>]*>|\[[^[\]]*\]|:\w+|\?\d*|%[sdv]|%\w+%)$/;
/** Encrypted, or a word by which the real value is fetched. */
const FETCHED = /^(?:ENC\(|ENC\[|\{cipher\}|vault:|secret:|secretref:|ref\+|sealed:|kms:|arn:|env:|file:|classpath\*?:|op:\/\/|awssm:|gcp:|projects\/)/i;
const NOTHING = /^(?:true|false|yes|no|on|off|null|nil|none|undefined|n\/a|string|required|optional|hidden|redacted|\[?redacted\]?|auto|default|generated|disabled|enabled|file|env|stdin|prompt|ask|[*x•.#_-]+|~)$/i;
const PATH = /^(?:~|\.{0,2}|[A-Za-z]:|\$\w+)[\\/][\w.@~+\\/-]*$/;
const LINK = /^[a-z][a-z\d+.-]*:\/\//i;
const CALL = /^[\w$.]+(?:\(|\[["'\w])|^(?:process\.env|os\.environ|ngx\.|System\.)/;
/** What people write until somebody changes it, and what products ship with: short words that would pass for names. */
const WEAK = /^(?:change[-_ ]?(?:me|it)\w*|replace[-_ ]?me\w*|minioadmin|rustfsadmin|default[-_]token|topsecret|(?:super|very)[-_]?secret|p[a@]ssw[o0]rd\d+|123456\d*|letmein)$/i;
const MULTIPLE_WORDS = /\s/;
const LONGEST = 4096;
const HAN = /\p{Script=Han}/u;

/** True where a value under a key of that meaning is a credential itself, not a reference, a placeholder, a path or a text. */
export function isCredentialValue(raw: string, meaning: KeyMeaning): boolean {
  if (meaning !== 'password' && meaning !== 'secret') return false;
  const value = raw.trim();
  if (value === '' || value.length > LONGEST || value.includes('\n')) return false;
  if (FETCHED.test(value)) return false;
  if (/[$#{%@_]/.test(value)) {
    const { rest, defaults } = withoutPlaceholders(value);
    if (rest !== value) return defaults.some((each) => isCredentialValue(each, meaning)) || (rest.length >= 12 && isRandom(rest));
  }
  if (NOTHING.test(value) || WHOLE_PLACEHOLDER.test(value) || isPath(value) || LINK.test(value) || CALL.test(value)) return false;
  if (value.startsWith('{') || (value.startsWith('[') && value.endsWith(']'))) return false;
  if (HAN.test(value) && !/[!-~]{6,}/.test(value)) return false;
  if (MULTIPLE_WORDS.test(value) && isProse(value)) return false;
  return meaning === 'password' ? value.length >= 3 : isSecret(value);
}

/** The text without what is filled in later, and the literal defaults of what is filled in. */
export function withoutPlaceholders(value: string): { readonly rest: string; readonly defaults: readonly string[] } {
  const defaults: string[] = [];
  const rest = value.replace(PLACEHOLDER, (_, inner: string | undefined) => {
    const at = inner?.search(/:-?|=/) ?? -1;
    const fallback = at > 0 ? inner!.slice(at).replace(/^(?::-|:|=)/, '').trim() : '';
    if (fallback !== '' && !fallback.startsWith('?')) defaults.push(fallback);
    return '';
  });
  return { rest, defaults };
}

const isPath = (value: string): boolean => PATH.test(value) && !value.split(/[\\/]/).some((part) => part.length > 60 || isRandom(part));

/** Several words of which none looks like a key. */
const isProse = (value: string): boolean => value.split(/\s+/).every((word) => /^[\p{L}\p{P}]*\d{0,4}\p{P}{0,3}$/u.test(word));

const HEX_KEY = /^(?:0x)?[\da-f]{16,}$/i;
const NUMBER = /^[-+]?[\d.]+(?:ms|s|m|h|d|[KMGT]i?B?|%)?$/;
const HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?$/i;

/** For keys that hold names as often as values: only what does not look like a name. */
function isSecret(value: string): boolean {
  if (WEAK.test(value)) return true;
  if (value.length < 8 || NUMBER.test(value)) return false;
  if (HEX_KEY.test(value) || isRandom(value)) return true;
  if (HOST.test(value) || isName(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value);
}

/** Words with separators, as names, constants, classes, host names and images have them. */
function isName(value: string): boolean {
  const segments = value.split(/[-._/:@,+]/);
  if (segments.length === 1) return /^(?:[a-z]+\d{0,3}|[A-Za-z]+)$/.test(value);
  return segments.every((segment) => /^(?:[A-Za-z]{0,30}\d{0,3}|\d{1,4}|[a-z]\d[a-z]{0,3}|v\d\w{0,6}|k8s)$/.test(segment));
}
