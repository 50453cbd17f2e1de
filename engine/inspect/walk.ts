import type { Item } from './estate.ts';
import { fieldPath } from './schema/finding.ts';
import { coreSchemas, kindSchema } from './schema/kinds.ts';
import { mentions } from './schema/mentions.ts';
import { isRecord, type Plain } from './plain.ts';

/** Far more than any manifest has; an object that is deeper or larger is not looked at further. */
const DEEPEST = 64;
const MOST = 100_000;

/** Calls `visit` for every object inside a value; `field` builds its path when a problem needs it. */
export function walk(root: unknown, prefix: string, visit: (value: Plain, field: () => string) => void): void {
  new Walk(prefix, visit).descend(root);
}

class Walk {
  private left = MOST;
  private readonly path: (string | number)[];
  private readonly visit: (value: Plain, field: () => string) => void;
  private readonly field = () => fieldPath(this.path);

  constructor(prefix: string, visit: (value: Plain, field: () => string) => void) {
    this.path = [prefix];
    this.visit = visit;
  }

  descend(value: unknown): void {
    if (typeof value !== 'object' || value === null || this.left-- <= 0 || this.path.length > DEEPEST) return;
    if (isRecord(value)) {
      this.visit(value, this.field);
      for (const key of Object.keys(value)) this.step(key, value[key]);
    } else (value as readonly unknown[]).forEach((item, index) => this.step(index, item));
  }

  private step(key: string | number, value: unknown): void {
    this.path.push(key);
    this.descend(value);
    this.path.pop();
  }
}

/** Fields of custom resources that the checks look for wherever they are. */
const SOUGHT = ['image', 'requests'];

const worth = new Map<string, boolean>();

/** True for custom resources in which an image or resources may be; what a schema rules out is not walked through. */
export function isWorthAWalk({ type, group }: Item): boolean {
  const known = worth.get(type);
  if (known !== undefined) return known;
  const custom = group.includes('.') && !Object.hasOwn(coreSchemas().kinds, type);
  const row = kindSchema(type);
  const answer = custom && (!row || mentions(row.schema, SOUGHT, coreSchemas().definitions));
  worth.set(type, answer);
  return answer;
}
