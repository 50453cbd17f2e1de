import { at, text } from '../../engine/inspect/plain.ts';
import type { EstateObject } from '../../engine/policy/index.ts';

/** Reads of an object that may be anything: what has another shape has no namespace, no name, no group. */
export function namespaceOf({ manifest }: EstateObject): string {
  return text(at(manifest, 'metadata', 'namespace')) ?? '';
}

export function nameOf({ manifest }: EstateObject): string {
  return text(at(manifest, 'metadata', 'name')) ?? '';
}

/** True for kinds of an API group, of any version. */
export function isOf({ manifest }: EstateObject, group: string): boolean {
  return (text(manifest.apiVersion) ?? '').startsWith(`${group}/`);
}

/** A namespace of one zone: two zones are two clusters. */
export const placeOf = (zone: string, namespace: string): string => JSON.stringify([zone, namespace]);
