import type { Schema } from './schema.ts';

/** The part of an OpenAPI v3 schema of Kubernetes that says what a value may be. */
export interface OpenApiSchema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema | boolean;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export type OpenApiSchemas = Readonly<Record<string, OpenApiSchema>>;

const REFERENCE = '#/components/schemas/';

/** Definitions that are values with a form of their own. */
const FORMS: Readonly<Record<string, Schema>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'date-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'date-time',
};

/** `io.k8s.api.core.v1.Pod` becomes `core.v1.Pod`. */
export function definitionName(name: string): string {
  return name.replace(/^io\.k8s\.(?:api|apimachinery\.pkg\.apis|apimachinery\.pkg)\./, '');
}

/**
 * Adds the compact schema of `root`, a kind, and of all it refers to.
 * A kind needs `metadata`; its `status`, which nobody declares, may be anything.
 */
export function compactInto(definitions: Record<string, Schema>, schemas: OpenApiSchemas, root: string): void {
  const pending = [root];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (Object.hasOwn(definitions, definitionName(name))) continue;
    const schema = schemas[name];
    if (!schema) throw new Error(`${name} is referred to and not defined`);
    definitions[definitionName(name)] = compact(name === root ? asKind(schema) : schema, schemas, pending);
  }
}

function asKind(schema: OpenApiSchema): OpenApiSchema {
  const properties = { ...schema.properties };
  if (properties['status']) properties['status'] = {};
  return { ...schema, properties, required: [...new Set([...(schema.required ?? []), 'metadata'])] };
}

function compact(schema: OpenApiSchema, schemas: OpenApiSchemas, pending: string[]): Schema {
  const target = referenceOf(schema);
  if (target !== undefined) {
    if (FORMS[target]) return FORMS[target];
    pending.push(target);
    return `#${definitionName(target)}`;
  }
  switch (schema.type) {
    case 'string':
      if (schema.enum) return { enum: schema.enum };
      return schema.format === 'byte' ? 'byte' : schema.format === 'date-time' ? 'date-time' : 'string';
    case 'integer':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'array':
      return { list: compact(schema.items ?? {}, schemas, pending), ...keysOf(schema, schemas) };
    case 'object':
      if (schema.properties) {
        const fields = Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, compact(each, schemas, pending)]));
        return { fields, ...(schema.required?.length ? { required: schema.required } : {}) };
      }
      return { map: typeof schema.additionalProperties === 'object' ? compact(schema.additionalProperties, schemas, pending) : 'any' };
    default:
      return 'any';
  }
}

function referenceOf(schema: OpenApiSchema): string | undefined {
  return (schema.$ref ?? schema.allOf?.[0]?.$ref)?.slice(REFERENCE.length);
}

/** Server-side apply refuses a list that repeats these keys. A key's default counts as its value. */
function keysOf(schema: OpenApiSchema, schemas: OpenApiSchemas): { readonly keys?: readonly string[] } {
  if (schema['x-kubernetes-list-type'] === 'set') return { keys: [] };
  const keys = schema['x-kubernetes-list-map-keys'];
  if (!keys) return {};
  const item = schemas[referenceOf(schema.items ?? {}) ?? ''] ?? schema.items;
  return {
    keys: keys.map((key) => {
      const fallback = item?.properties?.[key]?.default;
      return typeof fallback === 'string' && fallback !== '' ? `${key}=${fallback}` : key;
    }),
  };
}
