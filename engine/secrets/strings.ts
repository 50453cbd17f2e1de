import { isRecord, text, type Plain } from '../inspect/plain.ts';
import { meaningOf } from './keys.ts';

/** Called with a string and what says what it is: its own key, the name of a name/value pair, the flag before it. `field` makes its path from the root. */
export type Visit = (text: string, key: string, field: () => string) => void;

type Steps = readonly (string | number)[];

/** Deeper than any API allows. */
const MAX_DEPTH = 100;
/** Values of one object; aliases of a garbage file could make it larger than the file. */
const MAX_VALUES = 2_000_000;
const COMMANDS = new Set(['command', 'args', 'cmd', 'argv', 'extraArgs']);
const LONGEST_COMMAND = 200;

/** Called with what the visit of a field threw; the rest is visited. */
export type Failed = (error: unknown, field: string) => void;

const rethrow: Failed = (error) => {
  throw error;
};

/**
 * Visits every string of a value once, and a whole command line once more as one text. `isSkipped` names subtrees that are not
 * looked at. Numbers under a key that says password are visited as text. What a visit throws ends them all, unless `failed` takes it.
 */
export function visitStrings(root: unknown, visit: Visit, isSkipped: (steps: Steps) => boolean = () => false, failed: Failed = rethrow): void {
  new Visitor(visit, isSkipped, failed).value(root, '', 0);
}

class Visitor {
  private readonly steps: (string | number)[] = [];
  private readonly visit: Visit;
  private readonly field = () => fieldOf(this.steps);
  private readonly isSkipped: (steps: Steps) => boolean;
  private readonly failed: Failed;
  private count = 0;

  constructor(visit: Visit, isSkipped: (steps: Steps) => boolean, failed: Failed) {
    this.visit = visit;
    this.isSkipped = isSkipped;
    this.failed = failed;
  }

  value(value: unknown, key: string, depth: number): void {
    if (typeof value === 'string') {
      this.text(value, key);
      return;
    }
    if (typeof value === 'number' && meaningOf(key) === 'password') this.text(String(value), key);
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
    this.count += 1;
    if (this.count > MAX_VALUES || (depth > 0 && this.isSkipped(this.steps))) return;
    if (Array.isArray(value)) this.list(value, key, depth);
    else this.mapping(value as Plain, depth);
  }

  private text(found: string, key: string): void {
    this.visit(found, key, this.field);
  }

  private mapping(map: Plain, depth: number): void {
    const own = map['value'] === undefined && map['values'] === undefined ? undefined : (text(map['name']) ?? text(map['key']) ?? text(map['id']));
    for (const key of Object.keys(map)) {
      const known = own !== undefined && (key === 'value' || key === 'values') ? own : key;
      this.steps.push(key);
      const level = this.steps.length;
      try {
        const value = map[key];
        // most values are texts
        if (typeof value === 'string') this.visit(value, known, this.field);
        else this.value(value, known, depth + 1);
      } catch (error) {
        this.steps.length = level;
        this.failed(error, this.field());
      }
      this.steps.pop();
    }
  }

  private list(items: readonly unknown[], key: string, depth: number): void {
    let flag: string | undefined;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      this.steps.push(index);
      const level = this.steps.length;
      try {
        this.value(item, flag !== undefined && typeof item === 'string' && !item.startsWith('-') ? flag : key, depth + 1);
      } catch (error) {
        this.steps.length = level;
        this.failed(error, this.field());
      }
      this.steps.pop();
      // `--password` `value`, `requirepass` `value`
      flag = typeof item === 'string' && item.length < 80 && /^-{0,2}[A-Za-z][\w.-]*$/.test(item) && meaningOf(item) !== undefined && (item.startsWith('-') || COMMANDS.has(key)) ? item : undefined;
    }
    if (COMMANDS.has(key) && items.length > 1 && items.length <= LONGEST_COMMAND && items.every((item) => typeof item === 'string' && !item.includes('\n'))) this.text(items.join(' '), key);
  }
}

const PLAIN_KEY = /^[\w-]+$/;

/** `data["application.properties"]`, `spec.containers[0].args[1]`. */
function fieldOf(steps: Steps): string {
  let field = '';
  for (const step of steps) {
    if (typeof step === 'number') field += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) field += `[${JSON.stringify(step)}]`;
    else field += field === '' ? step : `.${step}`;
  }
  return field;
}

/** Kubernetes objects that hold secret material by their nature, or its encrypted form: subtrees that have rules of their own. */
export function isSecretMaterial(manifest: unknown): (steps: Steps) => boolean {
  const kind = isRecord(manifest) ? manifest['kind'] : undefined;
  if (kind === 'Secret') return ([first, ...rest]) => rest.length === 0 && (first === 'data' || first === 'stringData' || first === 'sops');
  if (kind === 'SealedSecret') return (steps) => steps.length === 2 && steps[0] === 'spec' && steps[1] === 'encryptedData';
  // what a field of a schema means, in prose
  if (kind === 'CustomResourceDefinition') return (steps) => steps.at(-1) === 'openAPIV3Schema';
  return (steps) => (steps[0] === 'sops' && steps.length === 1) || (steps[0] === 'metadata' && steps[1] === 'managedFields');
}
