/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonMap = { readonly [key: string]: Json };

export const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** A manifest as it is compared. */
export interface Manifest {
  readonly [key: string]: Json;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string } & JsonMap;
}

export function isManifest(value: Json | undefined): value is Manifest {
  return isMap(value) && typeof value['kind'] === 'string' && isMap(value['metadata']) && typeof value['metadata']['name'] === 'string';
}

/** `kind/namespace/name` with the API group in front. */
export const keyOf = ({ apiVersion, kind, metadata }: Manifest): string => `${apiVersion}/${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

/** JSON with sorted keys: equal values are equal texts. */
export function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join(',')}}`;
}
