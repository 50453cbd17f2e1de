import type { Manifest } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';
import { credentialsIn } from '../secrets/index.ts';
import { FILE } from './entries.ts';
import { isHarmless, isSecretKey, type Print } from './mask-keys.ts';
import { maskText } from './mask-text.ts';
import { text, type Plain } from './plain.ts';

/** How the strings of a part of an object are judged: by their looks, by keys that people chose, or as secrets all of them. */
type Care = 'api' | 'free' | 'secret' | 'encoded';

const MAX_DEPTH = 100;
const COMMANDS = new Set(['command', 'args', 'cmd', 'argv', 'extraArgs']);
const MOST_WORDS = 200;
/** The whole object once more, as text. */
const APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** In fields of an API the name of a Secret, or of a key in one. */
const NAMES_A_SECRET = /secrets?(?:key|name|ref)?$/i;
const NAME = /^[A-Za-z_][\w.-]{0,252}$/;

type Rule = (path: readonly string[]) => Care | undefined;

const OWN_RULES: Readonly<Record<string, Rule>> = {
  '/Secret': ([first]) => (first === 'data' ? 'encoded' : first === 'stringData' ? 'secret' : undefined),
  '/ConfigMap': ([first]) => (first === 'data' ? 'free' : first === 'binaryData' ? 'encoded' : undefined),
  'bitnami.com/SealedSecret': ([first, second]) => (first === 'spec' && second === 'encryptedData' ? 'secret' : undefined),
  'external-secrets.io/ExternalSecret': (path) => (path[1] === 'target' && path[2] === 'template' && path[3] === 'data' ? 'free' : undefined),
};

/** A manifest without its secrets; parts that hold none are the same values. */
export function maskManifest(manifest: Manifest, print: Print): Manifest {
  return new Masking(manifest, print).value(manifest, '', 'api', []) as Manifest;
}

/** One value of an object of that kind, by the keys on its way from the root. */
export function maskAt(object: Pick<Manifest, 'apiVersion' | 'kind'>, path: readonly string[], value: unknown, print: Print): unknown {
  const masking = new Masking(object, print);
  let care: Care = 'api';
  path.forEach((key, index) => { care = masking.careOf(path.slice(0, index + 1), key, care); });
  const isNamed = path.length > 1 && path.at(-1) === 'value';
  return masking.value(value, path.at(isNamed ? -2 : -1) ?? '', isNamed && care === 'api' ? 'free' : care, [...path]);
}

class Masking {
  private readonly print: Print;
  private readonly isFile: boolean;
  private readonly rule: Rule;

  constructor({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>, print: Print) {
    this.print = print;
    this.isFile = kind === FILE;
    const key = `${groupOf(apiVersion)}/${kind}`;
    this.rule = Object.hasOwn(OWN_RULES, key) ? OWN_RULES[key]! : () => undefined;
  }

  careOf(path: readonly string[], key: string, above: Care): Care {
    if (above !== 'api') return above;
    if (path[0] === 'metadata' && path[1] === 'annotations') return 'free';
    if (path.at(-2) === 'metadata' && key === 'annotations') return 'free';
    return this.isFile && path[0] === 'content' ? 'free' : (this.rule(path) ?? 'api');
  }

  value(value: unknown, key: string, care: Care, path: string[]): unknown {
    if (typeof value === 'string') return this.text(value, key, care);
    if (typeof value === 'number') return care === 'secret' || care === 'encoded' || (care === 'free' && isSecretKey(key)) ? this.print(String(value)) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (path.length > MAX_DEPTH) return this.print('deep');
    return Array.isArray(value) ? this.list(value, key, care, path) : this.map(value as Plain, care, path);
  }

  private text(value: string, key: string, care: Care): string {
    if (care === 'secret' || care === 'encoded') return isHarmless(value) ? value : this.print(care === 'secret' ? value : decoded(value));
    if (care === 'api' && NAMES_A_SECRET.test(key) && NAME.test(value)) return maskText(value, key, false, this.print);
    return maskText(value, key, care === 'free' || isChosen(key), this.print);
  }

  private map(map: Plain, care: Care, path: string[]): Plain {
    const own = map['value'] === undefined && map['values'] === undefined ? undefined : (text(map['name']) ?? text(map['key']) ?? text(map['id']));
    let changed = false;
    const entries = Object.entries(map).map(([key, each]): readonly [string, unknown] => {
      path.push(key);
      const isNamed = own !== undefined && (key === 'value' || key === 'values');
      const masked = key === APPLIED && typeof each === 'string' && !isHarmless(each)
        ? this.print(each)
        : this.value(each, isNamed ? own : key, isNamed && care === 'api' ? 'free' : this.careOf(path, key, care), path);
      path.pop();
      const shown = key.length < 8 ? key : maskText(key, '', false, this.print);
      changed ||= masked !== each || shown !== key;
      return [shown, masked];
    });
    return changed ? Object.fromEntries(entries) : map;
  }

  private list(items: readonly unknown[], key: string, care: Care, path: string[]): readonly unknown[] {
    let changed = false;
    const masked = items.map((item, index) => {
      const before = items[index - 1];
      const flag = typeof item === 'string' && !item.startsWith('-') && typeof before === 'string' ? flagOf(before, key) : undefined;
      const each = flag === undefined ? this.value(item, key, COMMANDS.has(key) && care === 'api' ? 'free' : care, path) : this.text(item as string, flag, care === 'api' ? 'free' : care);
      changed ||= each !== item;
      return each;
    });
    const whole = COMMANDS.has(key) ? this.commandLine(masked) : masked;
    return changed || whole !== masked ? whole : items;
  }

  /** Passwords that only the command as a whole shows: `mysql` `-pword`. */
  private commandLine(items: readonly unknown[]): readonly unknown[] {
    if (items.length < 2 || items.length > MOST_WORDS || !items.every((item) => typeof item === 'string' && !item.includes('\n'))) return items;
    const words = items as readonly string[];
    const found = credentialsIn(words.join(' '));
    if (found.length === 0) return items;
    let from = 0;
    return words.map((word) => {
      const start = from;
      from += word.length + 1;
      const inside = found.find((each) => each.start < start + word.length && each.end > start);
      if (!inside || word.includes('hmac:')) return word;
      const cut = Math.max(0, inside.start - start);
      return word.slice(0, cut) + this.print(word.slice(cut));
    });
  }
}

/** A key that somebody chose, as no API writes its fields: `sasl.password`, `DB_PASSWORD`; of an API's own, those that mean a password. */
const isChosen = (key: string): boolean => /[._-]|^[A-Z\d]+$|[\u4e00-\u9fff]/.test(key) || (isSecretKey(key) && !NAMES_A_SECRET.test(key));

function flagOf(before: string, list: string): string | undefined {
  const isFlag = before.length < 80 && /^-{0,2}[A-Za-z][\w.-]*$/.test(before) && (before.startsWith('-') || COMMANDS.has(list));
  return isFlag && isSecretKey(before.replace(/^-+/, '')) ? before.replace(/^-+/, '') : undefined;
}

/** The bytes of base64, so that a secret has one fingerprint wherever it stands; of other text, its own. */
function decoded(value: string): string | Uint8Array {
  return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value) ? Buffer.from(value, 'base64') : value;
}

