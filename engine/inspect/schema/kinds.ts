import type { Definitions, KindSchema, KindTable, Schema } from './schema.ts';
import { Nodes, type Node } from './nodes.ts';
import { customKinds } from './custom/index.ts';

/** The generated file: the core kinds of one Kubernetes version. */
export interface CoreSchemas {
  readonly kubernetes: string;
  readonly kinds: KindTable;
  readonly definitions: Definitions;
}

let core: CoreSchemas | undefined;
let kinds: KindTable | undefined;
let nodes: Nodes | undefined;
const nodeOfType = new Map<string, Node>();

/** Read on first use, so that commands which inspect nothing pay nothing. */
export function coreSchemas(): CoreSchemas {
  core ??= require('./generated/core.json') as CoreSchemas;
  return core;
}

/** Every kind that may be emitted, core and custom, by `apiVersion/Kind`. */
export function knownKinds(): KindTable {
  kinds ??= { ...coreSchemas().kinds, ...customKinds };
  return kinds;
}

/** The row of a type such as `apps/v1/Deployment`. */
export function kindSchema(type: string): KindSchema | undefined {
  const table = knownKinds();
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

/** What checks an object of a type, undefined for a type that nobody registered. */
export function kindNode(type: string): Node | undefined {
  const known = nodeOfType.get(type);
  if (known) return known;
  const row = kindSchema(type);
  if (!row) return undefined;
  const node = schemaNode(row.schema);
  nodeOfType.set(type, node);
  return node;
}

/** What checks a value of a schema, which may refer to the core kinds. */
export function schemaNode(schema: Schema): Node {
  nodes ??= new Nodes(coreSchemas().definitions);
  return nodes.of(schema);
}
