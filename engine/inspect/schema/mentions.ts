import type { Definitions, Schema } from './schema.ts';

/** True when a value of the schema may have one of the fields somewhere inside, as far as the schema says. */
export function mentions(schema: Schema, fields: readonly string[], definitions: Definitions, seen = new Set<string>()): boolean {
  if (typeof schema === 'string') {
    if (schema[0] !== '#' || seen.has(schema)) return false;
    seen.add(schema);
    return mentions(definitions[schema.slice(1)] ?? 'any', fields, definitions, seen);
  }
  if ('partial' in schema) return mentions(schema.partial, fields, definitions, seen);
  if ('list' in schema) return mentions(schema.list, fields, definitions, seen);
  if ('map' in schema) return mentions(schema.map, fields, definitions, seen);
  if ('enum' in schema) return false;
  return Object.entries(schema.fields).some(([name, each]) => fields.includes(name) || mentions(each, fields, definitions, seen));
}
