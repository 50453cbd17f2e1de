import { nearest } from '../../problem/index.ts';
import { isRecord } from '../plain.ts';
import { SCALARS, type ScalarRow } from './scalars.ts';
import type { Definitions, ListSchema, ObjectSchema, PartialSchema, Scalar, Schema } from './schema.ts';
import { shown, type Finding } from './finding.ts';

/** A schema made ready to be asked: references are followed and fields looked up once, when a value first needs them. */
export interface Node {
  check(value: unknown, finding: Finding): void;
}

/** Turns schemas into nodes, each definition once. */
export class Nodes {
  private readonly definitions: Definitions;
  private readonly byReference = new Map<string, Node>();

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  of(schema: Schema): Node {
    if (typeof schema !== 'string') return this.ofForm(schema);
    if (schema[0] !== '#') return NODES[schema as Scalar];
    const known = this.byReference.get(schema);
    if (known) return known;
    const node = this.of(this.definition(schema));
    this.byReference.set(schema, node);
    return node;
  }

  private ofForm(schema: Exclude<Schema, string>): Node {
    if ('fields' in schema) return new ObjectNode(schema, this);
    if ('partial' in schema) return new ObjectNode(this.incomplete(schema), this);
    if ('list' in schema) return new ListNode(schema, this);
    if ('map' in schema) return new MapNode(schema.map, this);
    return new EnumNode(schema.enum);
  }

  private incomplete({ partial, without = [] }: PartialSchema): ObjectSchema {
    const { fields } = this.definition(partial) as ObjectSchema;
    return { fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !without.includes(name))) };
  }

  private definition(reference: string): Schema {
    return this.definitions[reference.slice(1)] ?? 'any';
  }
}

class ScalarNode implements Node {
  private readonly row: ScalarRow;

  constructor(row: ScalarRow) {
    this.row = row;
  }

  check(value: unknown, finding: Finding): void {
    if (!this.row.type(value)) finding.wrongType(value, this.row.words);
    else if (this.row.format && !this.row.format(value)) finding.add('CHAMP3007', { value: shown(value), allowed: this.row.words });
  }
}

class AnyNode implements Node {
  check(): void {}
}

const NODES = Object.fromEntries([['any', new AnyNode()], ...Object.entries(SCALARS).map(([name, row]) => [name, new ScalarNode(row)])]) as Readonly<Record<Scalar, Node>>;

const ANY = NODES.any;
const STRING = NODES.string;

class EnumNode implements Node {
  private readonly words: readonly string[];

  constructor(words: readonly string[]) {
    this.words = words;
  }

  check(value: unknown, finding: Finding): void {
    if (typeof value !== 'string') finding.wrongType(value, 'string');
    else if (!this.words.includes(value)) finding.add('CHAMP3005', { value, allowed: this.words, near: nearest(value, this.words) });
  }
}

class ObjectNode implements Node {
  private readonly schema: ObjectSchema;
  private readonly required: readonly string[];
  private readonly nodes: Nodes;
  private readonly fields = new Map<string, Node>();

  constructor(schema: ObjectSchema, nodes: Nodes) {
    this.schema = schema;
    this.required = schema.required ?? [];
    this.nodes = nodes;
  }

  check(value: unknown, finding: Finding): void {
    if (!isRecord(value)) return finding.wrongType(value, 'object');
    for (const key in value) {
      const item = value[key];
      if (item === undefined) continue;
      const node = this.fields.get(key) ?? this.field(key);
      // Most values are strings, and most of those are right.
      if (node === STRING && typeof item === 'string') continue;
      finding.path.push(key);
      if (node) node.check(item, finding);
      else if (finding.closed) this.unknown(key, finding);
      finding.path.pop();
    }
    for (const key of this.required) if (value[key] === undefined || !Object.hasOwn(value, key)) finding.at(key, 'CHAMP3004', { value: key });
  }

  private field(key: string): Node | undefined {
    if (!Object.hasOwn(this.schema.fields, key)) return undefined;
    const node = this.nodes.of(this.schema.fields[key]!);
    this.fields.set(key, node);
    return node;
  }

  private unknown(key: string, finding: Finding): void {
    const known = Object.keys(this.schema.fields);
    finding.add('CHAMP3002', { value: key, near: nearest(key, known), allowed: known });
  }
}

class MapNode implements Node {
  private readonly item: Node;

  constructor(item: Schema, nodes: Nodes) {
    this.item = nodes.of(item);
  }

  check(value: unknown, finding: Finding): void {
    if (!isRecord(value)) return finding.wrongType(value, 'object');
    if (this.item === ANY) return;
    for (const key in value) {
      const item = value[key];
      if (item === undefined || (this.item === STRING && typeof item === 'string')) continue;
      finding.path.push(key);
      this.item.check(item, finding);
      finding.path.pop();
    }
  }
}

class ListNode implements Node {
  private readonly item: Node;
  /** Fields that together may not repeat, with their defaults. */
  private readonly keys?: readonly (readonly [string, string?])[];

  constructor(schema: ListSchema, nodes: Nodes) {
    this.item = nodes.of(schema.list);
    this.keys = schema.keys?.map((each) => each.split('=') as [string, string?]);
  }

  check(value: unknown, finding: Finding): void {
    if (!Array.isArray(value)) return finding.wrongType(value, 'list');
    for (let index = 0; index < value.length; index++) {
      finding.path.push(index);
      this.item.check(value[index], finding);
      finding.path.pop();
    }
    if (this.keys && value.length > 1) this.unique(value, this.keys, finding);
  }

  private unique(items: readonly unknown[], keys: readonly (readonly [string, string?])[], finding: Finding): void {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const key = keyOf(item, keys);
      if (key === undefined) return;
      if (seen.has(key)) finding.at(index, 'CHAMP3006', { value: key, keys: keys.map(([name]) => name).join(', ') || 'value' });
      seen.add(key);
    });
  }
}

/** The values of the keys joined, undefined when one is missing (that is reported as missing). */
function keyOf(item: unknown, keys: readonly (readonly [string, string?])[]): string | undefined {
  if (keys.length === 0) return typeof item === 'string' || typeof item === 'number' ? String(item) : undefined;
  if (!isRecord(item)) return undefined;
  let joined = '';
  for (const [name, fallback] of keys) {
    const value = item[name] ?? fallback;
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    joined = joined ? `${joined} ${value}` : String(value);
  }
  return joined;
}
