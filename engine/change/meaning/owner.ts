import type { Change, MeaningKind } from '../change.ts';
import { FILE } from '../entries.ts';
import { isRecord } from '../plain.ts';
import { groupOf } from '../../pods/index.ts';
import { isHeapAlone } from './heap.ts';
import { kindOf, lastKey, type Field } from './field.ts';
import { FALLBACK, KEYS, PURE, WEAK } from './rows.ts';

/** The one concern that a field belongs to. */
export function ownerOf(field: Field, change: Change): MeaningKind {
  return ofMetadata(field) ?? ofKind(field, change) ?? ofKeys(field, change) ?? fallback(field, change);
}

/** Labels and annotations, of the object or of its pods, some of which say more than a name. */
function ofMetadata({ keys }: Field): MeaningKind | undefined {
  const at = keys.indexOf('metadata');
  if (keys[0] === 'apiVersion' || keys[0] === 'kind') return 'metadata';
  if (at < 0) return undefined;
  const key = keys[at + 2] ?? '';
  switch (keys[at + 1]) {
    case 'annotations':
    case 'labels':
      if (/^pod-security\.kubernetes\.io\/|^istio(?:-injection|\.io\/rev)$|^sidecar\.istio\.io\/inject$/.test(key)) return 'security';
      if (key.startsWith('argocd.argoproj.io/')) return 'delivery';
      if (key.startsWith('champ.hsa/artefact')) return 'image';
      return /(?:^|[/.-])(?:config-hash|checksum)(?:[/.-]|$)/.test(key) ? 'config' : 'metadata';
    default: return at === 0 ? 'metadata' : undefined;
  }
}

function ofKind(field: Field, change: Change): MeaningKind | undefined {
  const kind = kindOf(change);
  if (kind === FILE) return /(?:^|[/.-])(?:firewall|metallb)/.test(change.object.name) ? 'exposure' : 'security';
  if (kind === '/ConfigMap') return isPolicy(change) ? 'policy' : 'config';
  if (kind === 'external-secrets.io/ExternalSecret' && field.keys[1] === 'target' && field.keys[2] === 'template' && field.keys.length > 3) return 'config';
  return Object.hasOwn(PURE, kind) ? PURE[kind] : undefined;
}

/** Parameters of admission policies. */
const isPolicy = ({ application, object: { name } }: Change): boolean => application.endsWith('-guardrails') || /(?:^|-)policy-params$/.test(name);

/**
 * What is the same wherever it stands comes first: images, references to Secrets, resources, security contexts. Then the outermost key
 * that says what it is about, and at last a key that only holds others, such as `volumes`.
 */
function ofKeys(field: Field, change: Change): MeaningKind | undefined {
  const { keys } = field;
  if (KEYS[lastKey(field)] === 'image') return 'image';
  if (keys.includes('secretKeyRef') || keys.includes('secretRef')) return 'secret';
  if (keys.includes('env') && isHeapAlone(field)) return 'resources';
  const at = keys.findIndex((key) => key === 'resources' || key === 'resource');
  if (at >= 0 && isResources(field, at) && !keys.slice(0, at).some((key) => KEYS[key] === 'storage')) return 'resources';
  if (keys.includes('securityContext')) return 'security';
  let weak: MeaningKind | undefined;
  for (const [index, key] of keys.entries()) {
    const strong = ofKey(key, index, field, change);
    if (strong) return strong;
    if (Object.hasOwn(WEAK, key)) weak ??= WEAK[key];
  }
  return (weak && within(field.after ?? field.before)) ?? weak;
}

function isResources({ keys, before, after }: Field, at: number): boolean {
  const next = keys[at + 1];
  const words = next === undefined ? Object.keys({ ...(isRecord(before) ? before : {}), ...(isRecord(after) ? after : {}) }) : [next];
  return words.some((word) => ['requests', 'limits', 'claims', 'cpu', 'memory'].includes(word));
}

function ofKey(key: string, index: number, { keys }: Field, { object }: Change): MeaningKind | undefined {
  // of a product that an operator runs, not of an API
  if (key === 'version') return index === keys.length - 1 && index <= 2 && groupOf(object.apiVersion).includes('.') ? 'image' : undefined;
  if (Object.hasOwn(KEYS, key)) return KEYS[key];
  return /^[a-z]\w*Secret(?:Ref)?$/.test(key) ? 'secret' : undefined;
}

/** What a volume or variable that came or went holds. */
function within(value: unknown, depth = 0): MeaningKind | undefined {
  if (!isRecord(value) || depth > 1) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = (Object.hasOwn(KEYS, key) ? KEYS[key] : undefined) ?? within(each, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function fallback(field: Field, change: Change): MeaningKind {
  const group = groupOf(change.object.apiVersion);
  const kind = kindOf(change);
  if (Object.hasOwn(FALLBACK, kind)) return FALLBACK[kind]!;
  if (Object.hasOwn(FALLBACK, group)) return FALLBACK[group]!;
  // the list of containers itself, or one of them
  return ['containers', 'initContainers', 'ephemeralContainers'].includes(lastKey(field)) ? 'image' : 'config';
}
