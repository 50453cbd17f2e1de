import type { Manifest } from '../manifest.ts';
import { isRecord, type Plain } from '../inspect/plain.ts';
import { groupOf, hasPods } from './pods.ts';
import { below, resolve } from './walk.ts';

/** More than any object that an API server keeps, and little enough to be walked at once. */
const MOST = 200_000;

/** Where Argo kinds change or replace a pod out of sight: a template in another object, a patch or a whole manifest in a string. */
const OUT_OF_SIGHT = ['spec.workloadRef', ...['spec', 'spec.workflowSpec'].flatMap((spec) => [
  `${spec}.podSpecPatch`, `${spec}.workflowTemplateRef`, `${spec}.templateDefaults.podSpecPatch`, `${spec}.templates.*.podSpecPatch`, `${spec}.templates.*.resource.manifest`,
])];

/** Kinds of delivery tools that hold the values of a chart: what those make is the chart's, which is named as not judged. */
const OF_CHARTS = new Set(['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'helm.toolkit.fluxcd.io/HelmRelease']);
const VALUES: ReadonlySet<string> = new Set(['values', 'valuesObject']);
const NONE: ReadonlySet<string> = new Set();

/**
 * Paths in an object that look like pods which nobody judges: in an unknown kind every map with containers or settings of a pod, in a
 * known one what is patched or stands in another object. In the order of the object; `''`
 * where it has more than 200,000 values, which are not all looked at.
 */
export function unknownPods(manifest: Manifest): readonly string[] {
  if (!hasPods(manifest)) return podLike(manifest);
  return groupOf(manifest.apiVersion) === 'argoproj.io' ? OUT_OF_SIGHT.flatMap((path) => resolve(manifest, path).map(({ field }) => field)) : [];
}

function podLike(manifest: Manifest): readonly string[] {
  const skipped = OF_CHARTS.has(`${groupOf(manifest.apiVersion)}/${manifest.kind}`) ? VALUES : NONE;
  return hidesPod(manifest, skipped) ? podPaths(manifest, skipped) : [];
}

/** Without the paths, since few objects hide one. */
function hidesPod(manifest: Manifest, skipped: ReadonlySet<string>): boolean {
  const open: unknown[] = [manifest];
  for (let seen = 0; open.length > 0 && seen < MOST; seen++) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index--) if (typeof value[index] === 'object') open.push(value[index]);
    } else if (isRecord(value)) {
      const keys = Object.keys(value);
      for (let index = keys.length - 1; index >= 0; index--) {
        const key = keys[index]!;
        const child = value[key];
        if (isMark(key, child)) return true;
        if (typeof child === 'object' && child !== null && !skipped.has(key)) open.push(child);
      }
    }
  }
  return open.length > 0;
}

function podPaths(manifest: Manifest, skipped: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const open: { readonly value: unknown; readonly field: string }[] = [{ value: manifest, field: '' }];
  for (let seen = 0; open.length > 0 && seen < MOST; seen++) {
    const { value, field } = open.pop()!;
    if (isRecord(value) && looksLikePod(value)) {
      found.push(field);
      continue;
    }
    const keys = Array.isArray(value) ? [...value.keys()] : isRecord(value) ? Object.keys(value) : [];
    for (const key of keys.reverse()) {
      const child = (value as Record<string | number, unknown>)[key];
      if (typeof child === 'object' && !(typeof key === 'string' && skipped.has(key))) open.push({ value: child, field: below(field, key) });
    }
  }
  return open.length > 0 ? [...found, ''] : found;
}

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;
const HOST = ['hostNetwork', 'hostPID', 'hostIPC'] as const;
/** Settings by which a `securityContext` is one, and not the schema of one. */
const SETTINGS = ['privileged', 'runAsUser', 'runAsNonRoot', 'runAsGroup', 'allowPrivilegeEscalation', 'capabilities', 'readOnlyRootFilesystem', 'fsGroup', 'seccompProfile', 'procMount'] as const;

const MARKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...Object.fromEntries(LISTS.map((name) => [name, holdsContainers])),
  ...Object.fromEntries(HOST.map((name) => [name, (value: unknown) => value === true])),
  securityContext: (value) => isRecord(value) && SETTINGS.some((name) => Object.hasOwn(value, name) && !isSchema(value[name])),
};
const MARKED: ReadonlySet<string> = new Set(Object.keys(MARKS));

/** True for a field that only a pod or a container has: containers of any sort, as a list or by their names, or what they may do. */
const isMark = (key: string, value: unknown): boolean => MARKED.has(key) && MARKS[key]!(value);

const looksLikePod = (map: Plain): boolean => Object.keys(map).some((key) => isMark(key, map[key]));

function holdsContainers(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isRecord);
  return isRecord(value) && Object.values(value).some((each) => isRecord(each) && (Object.hasOwn(each, 'image') || Object.hasOwn(each, 'securityContext')) && !isSchema(each['image']));
}

const isSchema = (value: unknown): boolean => isRecord(value) && typeof value['type'] === 'string' && ('description' in value || 'properties' in value);
