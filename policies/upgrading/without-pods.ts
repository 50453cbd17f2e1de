import { isEmptySelector, LabelIndex } from '../../engine/inspect/label-index.ts';
import { at, isRecord, strings } from '../../engine/inspect/plain.ts';
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
      const wanted = selector(object);
      const scope = scopeOf(object);
      if (groupOf(object.manifest.apiVersion) !== group || isEmptySelector(wanted) || pods.get(scope)?.has(wanted)) continue;
      // a chart, or an operator that was told of by nobody, may make them
      if (unknown.all.has(scope) || unknown.words(scope, wanted)) continue;
      yield wrong({ at: object }, field, `该 ${kind} 没有选中任何 Pod`, `this ${kind} selects no pods`);
    }
  }
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
  for (const object of estate.objects) for (const { metadata } of estate.podsOf(object)) add(scopeOf(object), strings(metadata['labels']));
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
