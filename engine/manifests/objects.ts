import type { Manifest, ObjectMeta } from '../manifest.ts';
import { groupOf } from '../pods/index.ts';
import type { Arguments, Code } from '../problem/index.ts';
import { isRecord, type Plain } from '../inspect/plain.ts';
import { isUnrenderedName } from './templates.ts';

/** What a document turns out to be. `field` is the path from the document's root. */
export type Content =
  | { readonly is: 'object'; readonly field: string; readonly manifest: Manifest }
  | { readonly is: 'file'; readonly content: unknown }
  | { readonly is: 'fault'; readonly field: string; readonly code: Code; readonly args: Arguments }
  | { readonly is: 'kustomization' }
  | { readonly is: 'foreign' };

/** Lists of lists that are opened: `kubectl` never makes one. */
const MOST_LISTS = 10;

/** The objects of a document: lists opened, names checked, nothing else judged. */
export function contentOf(value: unknown): readonly Content[] {
  if (value === null) return [fault('', 'CHAMP6015', { value: 'the document' })];
  if (!isRecord(value)) return [{ is: 'foreign' }];
  const { apiVersion, kind } = value;
  if (apiVersion === undefined && kind === undefined) return [isFlags(value) ? { is: 'file', content: value } : { is: 'foreign' }];
  if (typeof apiVersion === 'string' && typeof kind === 'string') {
    if (groupOf(apiVersion) === 'kustomize.config.k8s.io') return [{ is: 'kustomization' }];
    if (isComponentConfig(apiVersion, kind, value)) return [{ is: 'file', content: value }];
  }
  return open(value, '', undefined, 0);
}

function fault(field: string, code: Code, args: Arguments): Content {
  return { is: 'fault', field, code, args };
}

/** Flags of a component as this project's own control-plane files have them. */
const isFlags = (value: Plain): boolean => typeof value['component'] === 'string' && isRecord(value['flags']);

/** Configuration of a component or of kubectl: read from a disk, never sent to an API server. */
function isComponentConfig(apiVersion: string, kind: string, value: Plain): boolean {
  if (isRecord(value['metadata']) && value['metadata']['name'] !== undefined) return false;
  const group = groupOf(apiVersion);
  return group === 'audit.k8s.io' || group === 'kubeadm.k8s.io' || group === 'kind.x-k8s.io' || group.endsWith('.config.k8s.io') || group.endsWith('.admission.k8s.io')
    || (apiVersion === 'v1' && kind === 'Config');
}

function open(value: unknown, field: string, inherited: { readonly apiVersion: string; readonly kind: string } | undefined, depth: number): readonly Content[] {
  if (value === null) return [fault(field, 'CHAMP6015', { value: field })];
  if (!isRecord(value)) return [fault(field, 'CHAMP6018', { value: field || typeof value })];
  const { apiVersion = inherited?.apiVersion, kind = inherited?.kind } = value;
  if (typeof kind === 'string' && kind.endsWith('List') && Object.hasOwn(value, 'items')) {
    const { items } = value;
    const below = field === '' ? 'items' : `${field}.items`;
    if (items === null) return [];
    if (!Array.isArray(items) || depth >= MOST_LISTS) return [fault(below, 'CHAMP6018', { value: below })];
    const own = kind !== 'List' && typeof apiVersion === 'string' ? { apiVersion, kind: kind.slice(0, -'List'.length) } : undefined;
    return items.flatMap((item: unknown, index) => open(item, `${below}[${index}]`, own, depth + 1));
  }
  return object(value, field, apiVersion, kind);
}

function object(value: Plain, field: string, apiVersion: unknown, kind: unknown): readonly Content[] {
  const faults: Content[] = [];
  const at = (step: string) => (field === '' ? step : `${field}.${step}`);
  const text = (found: unknown, step: string): string => {
    if (typeof found !== 'string' || found === '') faults.push(fault(at(step), 'CHAMP6017', { value: found === undefined ? `no ${step}` : `${step}: ${JSON.stringify(found)?.slice(0, 80)}` }));
    else if (isUnrenderedName(found)) faults.push(fault(at(step), 'CHAMP6013', { value: found }));
    return typeof found === 'string' ? found : typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
  };
  for (const step of ['metadata', 'spec']) if (value[step] === null) faults.push(fault(at(step), 'CHAMP6015', { value: step }));
  const metadata = isRecord(value['metadata']) ? value['metadata'] : {};
  const { name = metadata['generateName'], namespace } = metadata;
  const identity = { apiVersion: text(apiVersion, 'apiVersion'), kind: text(kind, 'kind') };
  const names: { name: string; namespace?: string } = { name: text(name, 'metadata.name') };
  if (namespace !== undefined && namespace !== null && namespace !== '') names.namespace = text(namespace, 'metadata.namespace');
  const isWhole = value['apiVersion'] === identity.apiVersion && value['kind'] === identity.kind && metadata['name'] === names.name && namespace === names.namespace;
  const manifest = isWhole ? (value as Manifest) : { ...value, ...identity, metadata: { ...withoutNamespace(metadata), ...names } as ObjectMeta };
  return [...faults, { is: 'object', field, manifest }];
}

function withoutNamespace(metadata: Plain): Plain {
  const { namespace: _, ...rest } = metadata;
  return rest;
}
