import { Problems } from '../problem/index.ts';
import { block, hasLoneSurrogate, inline, number } from './scalar.ts';

/** These come first in every mapping, in this order; the other keys follow in the order of their UTF-16 code units. */
const LEADING = new Map(['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'labels', 'annotations'].map((key, rank) => [key, rank]));

const MAX_DEPTH = 100;
/** Characters of one document; etcd takes 1.5 MiB. It also ends data that holds itself or shares parts without end. */
const MAX_LENGTH = 16 * 2 ** 20;
/** YAML readers look for the colon of a key no farther than 1,024 characters. */
const MAX_KEY = 1000;

/** Keys repeat in every object: what they look like in YAML is kept. */
const keys = new Map<string, string>();
const MAX_KNOWN_KEYS = 4096;

type Mapping = Readonly<Record<string, unknown>>;

/**
 * JSON-like data as a YAML document that YAML 1.1 and 1.2 readers take for the same data; block style, kubectl's indentation.
 * Values that are undefined or functions are left out, -0 is 0. Throws a ProblemError with all that YAML cannot hold;
 * `where` is what the problems name, e.g. an object's name.
 */
export function printYaml(value: unknown, where = 'yaml'): string {
  const printer = new Printer(where);
  const text = printer.print(value);
  printer.problems.throwIfAny();
  return text;
}

class Printer {
  readonly problems = new Problems();
  private readonly where: string;
  private readonly trail: (string | number)[] = [];
  private text = '';
  /** Data that is too deep or too long is reported once and not followed any more. */
  private isCut = false;

  constructor(where: string) {
    this.where = where;
  }

  print(value: unknown): string {
    if (Array.isArray(value) && value.some(isKept)) this.list(value, '', '');
    else if (isMapping(value) && orderedKeys(value).length > 0) this.mapping(value, orderedKeys(value), '', '');
    else this.text = `${this.scalar(value)}\n`;
    return this.text;
  }

  /** `lead` stands before the first key, `pad` before all others: they differ behind the dash of a list. */
  private mapping(object: Mapping, order: readonly string[], lead: string, pad: string): void {
    let before = lead;
    for (const key of order) {
      this.trail.push(key);
      this.entry(`${before}${this.key(key)}:`, object[key], pad, false);
      this.trail.pop();
      before = pad;
    }
  }

  private list(items: readonly unknown[], lead: string, pad: string): void {
    let before = lead;
    items.forEach((item, index) => {
      if (!isKept(item)) return;
      this.trail.push(index);
      this.entry(`${before}-`, item, pad, true);
      this.trail.pop();
      before = pad;
    });
  }

  private entry(start: string, value: unknown, pad: string, inList: boolean): void {
    if (typeof value === 'string') {
      const lines = value.includes('\n') ? block(value, `${pad}  `) : undefined;
      this.text += `${start} ${lines ?? this.scalar(value)}\n`;
    } else if (typeof value !== 'object' || value === null) {
      this.text += `${start} ${this.scalar(value)}\n`;
    } else if (this.isCut) {
      return;
    } else if (this.trail.length > MAX_DEPTH) {
      this.isCut = true;
      this.report('CHAMP4003', { allowed: String(MAX_DEPTH) });
    } else if (this.text.length > MAX_LENGTH) {
      this.isCut = true;
      this.report('CHAMP4004', { allowed: String(MAX_LENGTH) });
    } else if (Array.isArray(value)) {
      if (!value.some(isKept)) this.text += `${start} []\n`;
      else if (inList) this.list(value, `${start} `, `${pad}  `);
      else {
        this.text += `${start}\n`;
        this.list(value, pad, pad);
      }
    } else {
      const order = isMapping(value) ? orderedKeys(value) : [];
      if (order.length === 0) this.text += `${start} ${this.scalar(value)}\n`;
      else if (inList) this.mapping(value as Mapping, order, `${start} `, `${pad}  `);
      else {
        this.text += `${start}\n`;
        this.mapping(value as Mapping, order, `${pad}  `, `${pad}  `);
      }
    }
  }

  private key(key: string): string {
    const known = keys.get(key);
    if (known !== undefined) return known;
    const text = inline(key);
    if (text.length > MAX_KEY) this.report('CHAMP4006', { value: `${key.slice(0, 40)}...`, allowed: String(MAX_KEY) });
    else if (text !== key && hasLoneSurrogate(key)) this.report('CHAMP4005', { value: text });
    else if (keys.size < MAX_KNOWN_KEYS) keys.set(key, text);
    return text;
  }

  private scalar(value: unknown): string {
    if (typeof value === 'string') {
      const text = inline(value);
      if (text !== value && hasLoneSurrogate(value)) this.report('CHAMP4005', { value: text.slice(0, 80) });
      return text;
    }
    if (typeof value === 'boolean' || value === null) return String(value);
    if (Array.isArray(value)) return '[]';
    if (isMapping(value)) return '{}';
    if (typeof value === 'number' && Number.isFinite(value)) return number(value);
    if (typeof value === 'number') this.report('CHAMP4001', { value: String(value) });
    else this.report('CHAMP4002', { value: typeName(value), allowed: ['string', 'number', 'boolean', 'null', 'object', 'array'] });
    return 'null';
  }

  private report(code: 'CHAMP4001' | 'CHAMP4002' | 'CHAMP4003' | 'CHAMP4004' | 'CHAMP4005' | 'CHAMP4006', args: Record<string, string | string[]>): void {
    const path = this.trail.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part.slice(0, 80)}`)).join('');
    this.problems.add(code, this.where, { path: path.replace(/^\./, '') || '.', ...args });
  }
}

const isKept = (value: unknown): boolean => value !== undefined && typeof value !== 'function';

/** Plain objects of any realm; no Date, Map or instance of a class, whose content would be lost in silence. */
function isMapping(value: unknown): value is Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function typeName(value: unknown): string {
  return typeof value === 'object' && value !== null ? value.constructor?.name || 'object' : typeof value;
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if (keys[index - 1]! > keys[index]!) return false;
  }
  return true;
}

function orderedKeys(object: Mapping): string[] {
  const leading: string[] = [];
  const rest: string[] = [];
  for (const key of Object.keys(object)) {
    if (isKept(object[key])) (LEADING.has(key) ? leading : rest).push(key);
  }
  if (leading.length > 1) leading.sort((a, b) => LEADING.get(a)! - LEADING.get(b)!);
  if (!isSorted(rest)) rest.sort();
  return leading.length === 0 ? rest : leading.concat(rest);
}
