import { assignmentsIn } from './assignments.ts';
import { commandsIn } from './commands.ts';
import type { Credential, CredentialKind } from './credential.ts';
import { decode } from './encoded.ts';
import { meaningOf, type KeyMeaning } from './keys.ts';
import { isRandom } from './random.ts';
import { ANY_SHAPE, SHAPES } from './shapes.ts';
import { headersIn, urlsIn } from './urls.ts';
import { isCredentialValue } from './values.ts';

export interface Context {
  /** The key, variable, flag or file name under which the text stands. */
  readonly key?: string;
  /** Texts that hold nothing under a key that says nothing; read and added to, since most strings of an estate are the same few. */
  readonly clean?: Set<string>;
}

const NONE: readonly Credential[] = [];
const MOST_PER_TEXT = 20;
const LONGEST = 8 * 2 ** 20;
const SHORTEST = 8;
/** Letters and digits without a break, as long as a key of 120 bits; everything else needs a sign of its own. */
const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
const ANY_RUN = /[A-Za-z0-9+/_-]{20}/;
/** One word: neither a key beside its value nor a call of anything, so that it can only be a credential itself. */
const WORD = /^[\w./+-]*$/;
/** Base64 has upper case, and what is random has that or five digits. */
const ANY_CODE = /[A-Z]|(?:\d\D*){5}/;
const ANY_MARK = /:\/\/[^/\s]*:|jdbc:|\b(?:basic|bearer|token)\s|\bauth\b|\s-(?:p|a|u|w|pass)|pass:|\bidentified\s|\buser[ \t]+\S+[ \t]+(?:on|off|reset|[+~&])/i;
const LONGEST_KEY = 200;
const LONGEST_BLOB = 2 ** 20;

/** Credentials in a text, in their order, none within another. What is base64 is decoded once and judged again. */
export function credentialsIn(text: string, { key = '', clean }: Context = {}): readonly Credential[] {
  const meaning = meaningOf(key);
  const isKeyed = meaning === 'password' || meaning === 'secret';
  if (!isKeyed && (text.length < SHORTEST || clean?.has(text))) return NONE;
  const found = search(text.length > LONGEST ? text.slice(0, LONGEST) : text, key, meaning, true);
  if (meaning === undefined && found.length === 0) clean?.add(text);
  return found;
}

function search(text: string, key: string, meaning: KeyMeaning, mayDecode: boolean): readonly Credential[] {
  const found: Credential[] = [];
  const isWord = WORD.test(text);
  if (ANY_SHAPE.test(text)) shapesIn(text, found);
  if (!isWord && ANY_MARK.test(text)) found.push(...urlsIn(text), ...headersIn(text), ...commandsIn(text));
  if (isCredentialValue(text, meaning)) found.push({ kind: meaning === 'password' ? 'password' : 'secretKey', start: 0, end: text.length, key });
  if (!isWord) found.push(...assignmentsIn(text));
  if (ANY_CODE.test(text) && ANY_RUN.test(text)) runsIn(text, meaning, mayDecode, found);
  const kept = found.length < 2 ? found : apart(found);
  return kept.length > 0 && isKubeconfig(text) ? kept.map((each) => ({ ...each, kind: 'kubeconfig' as const })) : kept;
}

/** A whole kubeconfig as a text, in YAML or JSON. */
const isKubeconfig = (text: string): boolean => /\bclusters\b/.test(text) && /\busers\b/.test(text) && /\bkind\\*["']?\s*:\s*\\*["']?Config\b/.test(text);

function shapesIn(text: string, found: Credential[]): void {
  for (const { kind, pattern } of SHAPES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match && found.length < MOST_PER_TEXT; match = pattern.exec(text)) {
      const start = match[1] === undefined ? match.index : match.index + match[0].lastIndexOf(match[1]);
      found.push({ kind, start, end: match[1] === undefined ? match.index + match[0].length : start + match[1].length });
    }
  }
}

/** Blocks that anybody may read: public PEM blocks, and what is encrypted. */
const READABLE = /-----BEGIN (?:[A-Z0-9]+ ){0,2}(?:CERTIFICATE|PUBLIC KEY|CERTIFICATE REQUEST|X509 CRL|DH PARAMETERS|PGP SIGNATURE|PGP MESSAGE|PKCS7|CMS)[^-]{0,20}-----[^-]*|\bENC(?:\([^()\n]*\)|\[[^[\]\n]*\])|\{cipher\}[\w+/=-]*/g;
const DIGEST_BEFORE = /(?:sha\d{1,3}|md5|SHA\d{1,3}|sri)[-:=]$/;
/** An id or digest as a part of a path. */
const DIGEST_WITHIN = /(?<![A-Za-z0-9])[\da-f]{32,}(?![A-Za-z0-9])/g;
const MOST_RUNS = 20_000;

/** Long runs of letters and digits: base64 that holds a credential, or a random string. */
function runsIn(text: string, meaning: KeyMeaning, mayDecode: boolean, found: Credential[]): void {
  const open = /-----BEGIN|ENC|\{cipher/.test(text) ? [...text.matchAll(READABLE)].map(({ 0: block, index }) => [index, index + block.length] as const) : [];
  let [count, block] = [0, 0];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match && found.length < MOST_PER_TEXT && count < MOST_RUNS; match = RUN.exec(text), count += 1) {
    const [run, start] = [match[0], match.index];
    const end = start + run.length;
    while (block < open.length && open[block]![1] < end) block += 1;
    if (block < open.length && start >= open[block]![0]) continue;
    const kind = kindOfRun(run, meaning, mayDecode, text.slice(Math.max(0, start - 8), start));
    if (kind) found.push({ kind, start, end });
    // what was decoded has been searched with the same pattern
    RUN.lastIndex = end;
  }
}

function kindOfRun(run: string, meaning: KeyMeaning, mayDecode: boolean, before: string): CredentialKind | undefined {
  const looksEncoded = mayDecode && run.length <= LONGEST_BLOB && /[A-Z]/.test(run) && !run.includes('--');
  if (looksEncoded) {
    const decoded = decode(run);
    if (decoded?.is === 'text') return search(decoded.text, '', undefined, false)[0]?.kind;
    if (decoded) return decoded.is === 'public' ? undefined : decoded.is;
  }
  if (meaning === 'public' || DIGEST_BEFORE.test(before) || run.length > LONGEST_KEY) return undefined;
  return isRandom(run.replace(DIGEST_WITHIN, '')) ? 'random' : undefined;
}

/** In order of place; of two that overlap, the one that was found first, by what it is rather than by where it is. */
function apart(found: readonly Credential[]): readonly Credential[] {
  const kept: Credential[] = [];
  for (const each of found) {
    if (kept.length < MOST_PER_TEXT && !kept.some(({ start, end }) => each.start < end && start < each.end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
