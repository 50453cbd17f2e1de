import { credentialsIn } from '../secrets/index.ts';
import { meaningOf } from '../secrets/keys.ts';
import { maskAssignments } from './mask-assignments.ts';
import { isHarmless, type Print } from './mask-keys.ts';

/** A longer text is not searched: it is a fingerprint as a whole. */
const LONGEST = 2 ** 18;
/** Each pass finds a score of credentials. */
const MOST_PASSES = 50;
const FILE_NAME = /\.(?:properties|ya?ml|json|xml|conf|cnf|cfg|ini|toml|env|sql|sh|py|js|lua|html?|md|txt|rules?|tmpl|tpl)$/i;
/** A whole manifest in a text: what its data mean is not known here. */
const SECRET_MANIFEST = /(?:^|[\s{,])\\?["']?kind\\?["']?\s{0,20}:\s{0,20}\\?["']?(?:Secret|SealedSecret|SecretList)\b/;

/**
 * A text without the secrets in it. `key` is what it stands under; `isFree` says that people choose the keys, as in configuration, where a
 * key that means a secret is believed whatever its value looks like; in fields of an API it may as well be followed by a name.
 */
export function maskText(text: string, key: string, isFree: boolean, print: Print): string {
  const meaning = meaningOf(key);
  if (meaning === undefined) {
    if (text.length < (isFree ? SHORTEST_FREE : SHORTEST)) return text;
    const known = unchanged[isFree ? 'free' : 'api'];
    if (known.has(text)) return text;
    const masked = maskedText(text, key, isFree, print);
    if (masked !== text) return masked;
    if (known.size >= MOST_UNCHANGED) known.clear();
    known.add(text);
    return text;
  }
  if (isHarmless(text)) return text;
  // a key may be the name of a file; what is filled into a template is no secret yet
  const isFile = FILE_NAME.test(key) || (text.includes('\n') && text.includes('{{'));
  return isFree && !isFile && meaning !== 'public' ? print(text) : maskedText(text, isFile ? '' : key, isFree, print);
}

/** Shorter texts hold no credential, and no key with one. */
const SHORTEST = 8;
const SHORTEST_FREE = 4;

/** Texts without a secret under keys that say nothing: an estate, and both sides of a change, say the same in many places. */
const unchanged = { free: new Set<string>(), api: new Set<string>() };
const MOST_UNCHANGED = 50_000;

function maskedText(text: string, key: string, isFree: boolean, print: Print): string {
  if (text.length > LONGEST || (text.includes('kind') && SECRET_MANIFEST.test(text))) return print(text);
  return maskDetected(isFree ? maskAssignments(text, print) : text, key, print);
}

/** What engine/secrets takes for a credential, all of it: it tells no more than a score of one text, so that it is asked again. */
export function maskDetected(text: string, key: string, print: Print): string {
  if (credentialsIn(text, { key }).length === 0) return text;
  let mark = 'champ.mask';
  while (text.includes(mark)) mark += 'x';
  const hidden: string[] = [];
  // a placeholder is what engine/secrets takes for no credential
  const shown = new RegExp(`\\$\\{${mark}\\.(\\d+)\\}`, 'g');
  const original = (part: string): string => part.replace(shown, (_, index: string) => hidden[Number(index)]!);
  const printed = (part: string): string => (isHarmless(part) ? part : print(part));
  let rest = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const found = credentialsIn(rest, { key });
    if (found.length === 0) return rest.replace(shown, (_, index: string) => printed(hidden[Number(index)]!));
    let [next, from] = ['', 0];
    for (const { start, end } of found) {
      const part = original(rest.slice(start, end));
      // a number of JSON is quoted as a text
      const quote = !isHarmless(part) && /"\s{0,20}:\s{0,20}$/.test(rest.slice(Math.max(0, start - 42), start)) ? '"' : '';
      next += `${rest.slice(from, start)}${quote}\${${mark}.${hidden.length}}${quote}`;
      hidden.push(part);
      from = end;
    }
    rest = next + rest.slice(from);
  }
  return print(text);
}
