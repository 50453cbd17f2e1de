import type { RenderedObject } from '../manifest.ts';
import { at, text } from './plain.ts';

/** What an object is called. Parts that are missing or of another type are empty: the structure check reports them. */
export class Identity {
  readonly apiVersion: string;
  /** `apps` of `apps/v1`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** `apps/v1/Deployment`. */
  readonly type: string;
  readonly namespace: string;
  readonly name: string;

  constructor({ manifest }: RenderedObject) {
    const metadata = at(manifest, 'metadata');
    this.apiVersion = text(at(manifest, 'apiVersion')) ?? '';
    this.kind = text(at(manifest, 'kind')) ?? '';
    this.type = `${this.apiVersion}/${this.kind}`;
    this.group = this.apiVersion.slice(0, Math.max(0, this.apiVersion.indexOf('/')));
    this.namespace = text(at(metadata, 'namespace')) ?? '';
    this.name = text(at(metadata, 'name')) ?? '';
  }
}

export function identity(object: RenderedObject): Identity {
  return new Identity(object);
}

/** `where` of a problem: construct path, if there is one, and the object; as `objectName`, but total. */
export function place(object: RenderedObject): string {
  const { apiVersion, kind, namespace, name } = identity(object);
  const full = `${apiVersion || '?'}/${kind || '?'} ${namespace ? `${namespace}/` : ''}${name || '?'}`;
  return object.path ? `${object.path} ${full}` : full;
}
