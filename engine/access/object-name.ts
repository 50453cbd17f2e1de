import { at, text } from '../inspect/plain.ts';

/** Name of an object, `''` where it has none that is a text. */
export const nameOf = (manifest: unknown): string => text(at(manifest, 'metadata', 'name')) ?? '';

/** Namespace of an object; one that names none goes to `default`, as the API server puts it. */
export const namespaceOf = (manifest: unknown): string => text(at(manifest, 'metadata', 'namespace')) || 'default';
