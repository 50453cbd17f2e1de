/** A node of a JSON document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Swagger 2.0 as an ArgoCD server gives it at `/swagger.json`. */
export interface Swagger {
  readonly swagger: string;
  readonly info: { readonly title?: string; readonly version?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly definitions: Readonly<Record<string, JsonObject>>;
}

/** One place where the document and what goes over the wire differ. */
export type PatchRow = { /** What the wire has. */ readonly wire: string } & (
  | { readonly kind: 'definition'; readonly definition: string; readonly schema: JsonObject }
  | { readonly kind: 'property'; readonly definition: string; readonly property: string; readonly schema: JsonObject }
  | { readonly kind: 'required'; readonly definition: string; readonly properties: readonly string[] }
  | { readonly kind: 'nullable'; readonly definition: string; readonly properties: readonly string[] }
  | { readonly kind: 'query'; readonly path: string; readonly name: string }
);

/** What a row names and the document does not have: the server is another version, so the row has to be looked at again. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
}

/** The document without prose, in OpenAPI's order, corrected row by row, with bearer tokens. Throws a PatchError with every row that does not apply. */
export function patched(document: Swagger, rows: readonly PatchRow[]): Swagger {
  const copy = withoutProse(document as unknown as Json) as unknown as Swagger & { securityDefinitions?: Json; security?: Json };
  const missing = rows.flatMap((row) => apply(copy, row) ?? []);
  if (missing.length > 0) throw new PatchError(`the Swagger document lacks ${missing.join(', ')}`);
  copy.securityDefinitions = { bearer: { type: 'apiKey', name: 'Authorization', in: 'header' } };
  copy.security = [{ bearer: [] }];
  return copy;
}

/** Applies one row in place; returns what it misses. */
function apply({ paths, definitions }: Swagger, row: PatchRow): string | undefined {
  if (row.kind === 'query') {
    const parameters = paths[row.path]?.['get']?.['parameters'] as JsonObject[] | undefined;
    if (!parameters) return `GET ${row.path}`;
    parameters.push({ name: row.name, in: 'query', type: 'string' });
    return undefined;
  }
  const definition = definitions[row.definition];
  if (!definition) return row.definition;
  if (row.kind === 'definition') {
    for (const key of Object.keys(definition)) delete definition[key];
    Object.assign(definition, row.schema);
    return undefined;
  }
  const properties = definition['properties'] as Record<string, JsonObject> | undefined;
  const absent = (row.kind === 'property' ? [row.property] : row.properties).find((each) => !properties?.[each]);
  if (absent) return `${row.definition}.${absent}`;
  switch (row.kind) {
    case 'property': properties![row.property] = row.schema; break;
    case 'required': definition['required'] = [...row.properties]; break;
    case 'nullable': for (const each of row.properties) properties![each]!['x-nullable'] = true;
  }
  return undefined;
}

/** Texts are for people, and no part of a type. */
function withoutProse(node: Json, key = ''): Json {
  if (Array.isArray(node)) return node.map((each: Json) => withoutProse(each));
  if (node === null || typeof node !== 'object') return node;
  // below these a key is a name that the server chose
  const named = key === 'properties' || key === 'definitions' || key === 'paths' || key === 'responses';
  return Object.fromEntries(Object.entries(node).flatMap(([name, value]) => {
    if (!named && typeof value === 'string' && (name === 'title' || name === 'summary' || name === 'description')) return name === 'description' && key.startsWith('response') ? [[name, '']] : [];
    return [[name, withoutProse(value, named && key === 'responses' ? 'response' : name)]];
  }));
}
