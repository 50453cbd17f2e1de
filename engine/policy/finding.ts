import type { Text } from '../problem/index.ts';
import type { PodSecurityLevel, Severity } from './control.ts';
import type { EstateFile, EstateObject } from './estate.ts';

/** One thing that a rule found, with all that a report says of it but line and column (which cost a second reading of the file). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: EstateObject | EstateFile;
  /** Container (or volume) by name, where the finding is in one. */
  readonly container?: string;
  /** From the object's root; `''` for the object itself. */
  readonly field: string;
  /** The field as the check names it, below its container or volume: what a waiver may name. @default `field` */
  readonly check?: string;
  /** The Pod Security level that refuses it too. */
  readonly pss?: PodSecurityLevel;
  readonly message: Text;
  readonly fix: Text;
}

/** Identity of the object of a finding; a file of the control plane has its `kind` alone. */
export function objectOf(at: EstateObject | EstateFile): { readonly apiVersion: string; readonly kind: string; readonly namespace: string; readonly name: string } {
  if ('manifest' in at) {
    const { apiVersion, kind, metadata } = at.manifest;
    return { apiVersion, kind, namespace: metadata.namespace ?? '', name: metadata.name };
  }
  const content = (typeof at.content === 'object' && at.content !== null ? at.content : {}) as Readonly<Record<string, unknown>>;
  const text = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  return { apiVersion: text('apiVersion'), kind: text('kind'), namespace: '', name: at.file.split('/').at(-1)?.replace(/\.\w+$/, '') ?? '' };
}
