import { isEmptySelector, LabelIndex } from '../../engine/inspect/label-index.ts';
import { at, isRecord, records, strings } from '../../engine/inspect/plain.ts';
import { groupOf } from '../../engine/pods/index.ts';
import type { Discovery, EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { wrong } from '../control-plane/documents.ts';
import { nameOf, namespaceOf } from './mentions.ts';

interface Selecting {
  readonly kind: string;
  readonly group: string;
  readonly field: string;
  /** A LabelSelector; undefined where the object selects nothing on purpose. */
  readonly selector: (object: EstateObject) => unknown;
}

const KINDS: readonly Selecting[] = [
  {
    kind: 'Service', group: '', field: 'spec.selector',
    selector: ({ manifest }) => (isRecord(at(manifest, 'spec', 'selector')) && at(manifest, 'spec', 'type') !== 'ExternalName' ? { matchLabels: at(manifest, 'spec', 'selector') } : undefined),
  },
  { kind: 'NetworkPolicy', group: 'networking.k8s.io', field: 'spec.podSelector', selector: ({ manifest }) => at(manifest, 'spec', 'podSelector') },
  { kind: 'PodDisruptionBudget', group: 'policy', field: 'spec.selector', selector: ({ manifest }) => at(manifest, 'spec', 'selector') },
];

/** Services, NetworkPolicies and PodDisruptionBudgets that choose pods which nobody makes. */
export function* withoutPods(estate: PolicyEstate): Iterable<Discovery> {
  const pods = podsOf(estate);
  const unknown = unknownPods(estate);
  for (const { kind, group, field, selector } of KINDS) {
    for (const object of estate.ofKind(kind)) {
      const asked = selector(object);
      const wanted = ofTemplates(asked);
      const scope = scopeOf(object);
      if (groupOf(object.manifest.apiVersion) !== group || isEmptySelector(asked) || pods.get(scope)?.has(wanted)) continue;
      // a chart, or an operator that was told of by nobody, may make them
      if (unknown.all.has(scope) || unknown.words(scope, wanted)) continue;
      yield wrong({ at: object }, field, `该 ${kind} 没有选中任何 Pod`, `this ${kind} selects no pods`);
    }
  }
}

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const JOB_NAMES = ['job-name', 'batch.kubernetes.io/job-name'];
/** What controllers add to each pod that they make; no template shows it, and its value is not known before. */
const ADDED: ReadonlySet<unknown> = new Set([
  'apps.kubernetes.io/pod-index', 'controller-revision-hash', 'pod-template-hash', 'pod-template-generation',
  'controller-uid', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index',
]);

/** The part of a selector that can be held against templates: one pod of a StatefulSet stands for all of them. */
function ofTemplates(selector: unknown): unknown {
  if (!isRecord(selector)) return selector;
  const labels = Object.entries(strings(selector['matchLabels'])).filter(([key]) => !ADDED.has(key));
  return {
    matchLabels: Object.fromEntries(labels.map(([key, value]) => [key, key === POD_NAME ? value.replace(/-\d+$/, '') : value])),
    matchExpressions: records(selector['matchExpressions']).filter(({ key }) => !ADDED.has(key) && key !== POD_NAME),
  };
}

/** By the name of the controller, in the form of `ofTemplates`. */
function addedBy({ manifest }: EstateObject): Readonly<Record<string, string>> {
  const name = nameOf(manifest);
  if (manifest.kind === 'StatefulSet') return { [POD_NAME]: name };
  return manifest.kind === 'Job' ? Object.fromEntries(JOB_NAMES.map((key) => [key, name])) : {};
}

const scopeOf = ({ zone, manifest }: EstateObject): string => `${zone}\n${namespaceOf(manifest)}`;

/** Labels of all pods by zone and namespace. */
function podsOf(estate: PolicyEstate): ReadonlyMap<string, LabelIndex<true>> {
  const found = new Map<string, LabelIndex<true>>();
  const add = (scope: string, labels: Readonly<Record<string, string>>): void => {
    const index = found.get(scope) ?? new LabelIndex<true>();
    found.set(scope, index);
    index.add(labels, true);
  };
  for (const object of estate.objects) for (const { metadata } of estate.podsOf(object)) add(scopeOf(object), { ...strings(metadata['labels']), ...addedBy(object) });
  for (const { zone, namespace, labels } of estate.facts.otherPods ?? []) add(`${zone}\n${namespace}`, labels);
  return found;
}

/** Where pods may be that the input does not show: below a chart's Application, or below a custom resource that a selector names. */
function unknownPods(estate: PolicyEstate) {
  const all = new Set<string>();
  const custom = new Map<string, Set<string>>();
  const told = new Set((estate.facts.otherPods ?? []).map(({ zone, namespace }) => `${zone}\n${namespace}`));
  for (const object of estate.objects) {
    const { manifest, zone } = object;
    if (manifest.kind === 'Application' && at(manifest, 'spec', 'source', 'chart') !== undefined) {
      const scope = `${zone}\n${String(at(manifest, 'spec', 'destination', 'namespace') ?? '')}`;
      if (!told.has(scope)) all.add(scope);
    } else if (isCustom(manifest.apiVersion)) {
      const scope = scopeOf(object);
      const names = custom.get(scope) ?? new Set<string>();
      custom.set(scope, names);
      names.add(nameOf(manifest));
    }
  }
  const words = (scope: string, selector: unknown): boolean => {
    const names = told.has(scope) ? undefined : custom.get(scope);
    return names !== undefined && Object.values(strings(at(selector, 'matchLabels'))).some((value) => names.has(value));
  };
  return { all, words };
}

const isCustom = (apiVersion: unknown): boolean => typeof apiVersion === 'string' && /^[^/]+\.[^/]+\//.test(apiVersion) && !/(?:^|\.)k8s\.io\//.test(apiVersion);
