import { assignmentsIn } from './assignments.ts';
import { commandsIn } from './commands.ts';
import { MOST_PER_TEXT, type Credential, type CredentialKind } from './credential.ts';
import { decode } from './encoded.ts';
import { meaningOf, type KeyMeaning } from './keys.ts';
import { isRandom } from './random.ts';
import { nextRun, type Run } from './runs.ts';
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
const LONGEST = 8 * 2 ** 20;
const SHORTEST = 8;
/** What is in no word, which is neither a key beside its value nor a call of anything, so that it can only be a credential itself. */
const NO_WORD = /[^\w./+-]/;
const UPPER = /[A-Z]/;
const ANY_MARK = /:\/\/[^/\s]{0,200}:|jdbc:|\b(?:basic|bearer|token)\s|\bauth\b|\s-(?:p|a|u|w|pass)|pass:|\bidentified\s|\buser[ \t]{1,20}\S{1,80}[ \t]{1,20}(?:on|off|reset|[+~&])/i;
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
  const isWord = !NO_WORD.test(text);
  if (ANY_SHAPE.test(text)) shapesIn(text, found);
  if (!isWord && ANY_MARK.test(text)) found.push(...urlsIn(text), ...headersIn(text), ...commandsIn(text));
  if (isCredentialValue(text, meaning)) found.push({ kind: meaning === 'password' ? 'password' : 'secretKey', start: 0, end: text.length, key });
  if (!isWord) found.push(...assignmentsIn(text));
  if (UPPER.test(text) || hasFiveDigits(text)) runsIn(text, meaning, mayDecode, found);
  const kept = found.length < 2 ? found : apart(found);
  return kept.length > 0 && isKubeconfig(text) ? kept.map((each) => ({ ...each, kind: 'kubeconfig' as const })) : kept;
}

const DIGIT = /\d/g;

/** Base64 has upper case, and what is random has that or five digits. */
function hasFiveDigits(text: string): boolean {
  DIGIT.lastIndex = 0;
  for (let count = 0; count < 5; count++) if (!DIGIT.test(text)) return false;
  return true;
}

/** A whole kubeconfig as a text, in YAML or JSON. */
const isKubeconfig = (text: string): boolean => /\bclusters\b/.test(text) && /\busers\b/.test(text) && /\bkind\\{0,8}["']?\s{0,20}:\s{0,20}\\{0,8}["']?Config\b/.test(text);

function shapesIn(text: string, found: Credential[]): void {
  for (const { kind, pattern } of SHAPES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match && found.length < MOST_PER_TEXT; match = pattern.exec(text)) {
      const start = match[1] === undefined ? match.index : match.index + match[0].lastIndexOf(match[1]);
      found.push({ kind, start, end: match[1] === undefined ? match.index + match[0].length : start + match[1].length });
    }
  }
}

/** Blocks that anybody may read: heads of public PEM blocks, and what is encrypted. */
const READABLE = /-----BEGIN (?:[A-Z0-9]{1,40} ){0,2}(?:CERTIFICATE|PUBLIC KEY|CERTIFICATE REQUEST|X509 CRL|DH PARAMETERS|PGP SIGNATURE|PGP MESSAGE|PKCS7|CMS)[^-]{0,20}-----|\bENC(?:\([^()\n]{0,65536}\)|\[[^[\]\n]{0,65536}\])|\{cipher\}[\w+/=-]{0,65536}/g;
const DIGEST_BEFORE = /(?:sha\d{1,3}|md5|SHA\d{1,3}|sri)[-:=]$/;
/** An id or digest as a part of a path. */
const DIGEST_WITHIN = /(?<![A-Za-z0-9])[\da-f]{32,}(?![A-Za-z0-9])/g;
const MOST_RUNS = 20_000;

/** Long runs of letters and digits: base64 that holds a credential, or a random string. */
function runsIn(text: string, meaning: KeyMeaning, mayDecode: boolean, found: Credential[]): void {
  const first = nextRun(text, 0);
  if (!first) return;
  const open = /-----BEGIN|ENC|\{cipher/.test(text) ? readableIn(text) : [];
  let [count, block] = [0, 0];
  for (let run: Run | undefined = first; run && found.length < MOST_PER_TEXT && count < MOST_RUNS; run = nextRun(text, run.end), count += 1) {
    const { start, end } = run;
    while (block < open.length && open[block]![1] < end) block += 1;
    if (block < open.length && start >= open[block]![0]) continue;
    const kind = kindOfRun(text.slice(start, end), meaning, mayDecode, text.slice(Math.max(0, start - 8), start));
    if (kind) found.push({ kind, start, end });
  }
}

/** Places of what anybody may read; a PEM block goes on to the next hyphen. */
function readableIn(text: string): readonly (readonly [start: number, end: number])[] {
  return [...text.matchAll(READABLE)].map(({ 0: block, index }) => {
    const end = index + block.length;
    if (!block.startsWith('-')) return [index, end];
    const hyphen = text.indexOf('-', end);
    return [index, hyphen < 0 ? text.length : hyphen];
  });
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
