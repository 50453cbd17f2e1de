import type { JsonObject, PatchRow } from './patch.ts';

const ANY_JSON: JsonObject = {};
const ANY_OBJECT: JsonObject = { type: 'object', additionalProperties: true };
const LISTS = [
  'v1alpha1ApplicationList', 'v1alpha1AppProjectList', 'v1alpha1ApplicationSetList', 'v1alpha1ClusterList', 'v1alpha1RepositoryList', 'v1alpha1RepoCredsList',
  'v1alpha1RepositoryCertificateList', 'eventsEventList',
] as const;
const FILTERED = [
  '/api/v1/applications', '/api/v1/applications/{applicationName}/managed-resources', '/api/v1/stream/applications',
  '/api/v1/stream/applications/{applicationName}/resource-tree',
] as const;

/**
 * Where ArgoCD 3.5's document differs from its wire: the server answers with Go's encoding/json, the document describes the
 * protobuf mapping.
 */
export const PATCH: readonly PatchRow[] = [
  { kind: 'property', definition: 'applicationApplicationSyncRequest', property: 'sourcePositions', schema: { type: 'array', items: { type: 'integer', format: 'int64' } }, wire: 'numbers: []int64 refuses strings' },
  { kind: 'definition', definition: 'v1JSON', schema: ANY_JSON, wire: 'any JSON' },
  { kind: 'definition', definition: 'runtimeRawExtension', schema: ANY_OBJECT, wire: 'the object itself, e.g. helm.valuesObject' },
  { kind: 'definition', definition: 'v1FieldsV1', schema: ANY_OBJECT, wire: 'a tree of field names' },
  // the converter knows no unions: see finished()
  { kind: 'definition', definition: 'intstrIntOrString', schema: { 'x-union': ['integer', 'string'] }, wire: 'a number or a string' },
  { kind: 'definition', definition: 'v1MicroTime', schema: { type: 'string', format: 'date-time' }, wire: 'RFC 3339 with microseconds' },
  { kind: 'required', definition: 'v1alpha1Application', properties: ['metadata', 'spec'], wire: 'always there, unless `fields` leaves it out' },
  { kind: 'required', definition: 'v1alpha1SyncStatus', properties: ['status'], wire: 'always there' },
  { kind: 'required', definition: 'v1alpha1OperationState', properties: ['operation', 'phase', 'startedAt'], wire: 'always there' },
  { kind: 'required', definition: 'v1alpha1ResourceRef', properties: ['kind', 'name'], wire: 'always there' },
  { kind: 'required', definition: 'v1alpha1ApplicationCondition', properties: ['type', 'message'], wire: 'always there' },
  ...LISTS.flatMap((definition): PatchRow[] => [
    { kind: 'required', definition, properties: ['items'], wire: 'the key is always there' },
    { kind: 'nullable', definition, properties: ['items'], wire: 'null when the list is empty' },
  ]),
  { kind: 'nullable', definition: 'v1alpha1ApplicationTree', properties: ['nodes', 'orphanedNodes', 'hosts'], wire: 'may be null' },
  { kind: 'nullable', definition: 'applicationManagedResourcesResponse', properties: ['items'], wire: 'null when there is none' },
  { kind: 'nullable', definition: 'applicationApplicationSyncWindowsResponse', properties: ['activeWindows', 'assignedWindows'], wire: 'may be null' },
  ...FILTERED.map((path): PatchRow => ({ kind: 'query', path, name: 'fields', wire: 'what to answer with, or with - in front what to leave out' })),
];

/** In OpenAPI 3, in place: `x-union` becomes `oneOf`, and a bearer token is one. */
export function finished(document: JsonObject): JsonObject {
  const { schemas, securitySchemes } = document['components'] as { readonly schemas: Record<string, JsonObject>; readonly securitySchemes: JsonObject };
  for (const [name, schema] of Object.entries(schemas)) {
    const union = schema['x-union'] as readonly string[] | undefined;
    if (union) schemas[name] = { oneOf: union.map((type) => ({ type })) };
  }
  securitySchemes['bearer'] = { type: 'http', scheme: 'bearer' };
  return document;
}
