import { isEmptySelector, LabelIndex, type Labels } from '../../engine/inspect/label-index.ts';
import { at, list, records, strings, text, type Plain } from '../../engine/inspect/plain.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { nameOf, namespaceOf, placeOf } from './place.ts';

/** Pods of one template, with what a mesh rule asks of them. */
export interface MeshPods {
  readonly object: EstateObject;
  /** Path of the metadata beside the pod spec. */
  readonly field: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Container ports by name. */
  readonly ports: ReadonlyMap<string, number>;
}

interface Namespaces {
  readonly names: LabelIndex<string>;
  readonly meshed: Set<string>;
  readonly answers: Map<string, boolean>;
}

/** Sidecars or the ambient mode of Istio. */
export function isMeshed(labels: Labels): boolean {
  return labels['istio-injection'] === 'enabled' || (labels['istio.io/rev'] ?? '') !== '' || labels['istio.io/dataplane-mode'] === 'ambient';
}

/** Which pods are in the mesh, and on which of their ports NetworkPolicies let somebody in who is not. Built in one walk over pods and policies. */
export class MeshPeers {
  private readonly zones = new Map<string, Namespaces>();
  private readonly pods = new Map<string, LabelIndex<MeshPods>>();
  private readonly policies = new Map<MeshPods, EstateObject[]>();

  constructor(estate: PolicyEstate) {
    for (const object of estate.ofKind('Namespace')) {
      const name = nameOf(object);
      const labels = { ...strings(at(object.manifest, 'metadata', 'labels')), 'kubernetes.io/metadata.name': name };
      const found = this.zone(object.zone);
      found.names.add(labels, name);
      if (isMeshed(labels)) found.meshed.add(name);
    }
    if (![...this.zones.values()].some(({ meshed }) => meshed.size > 0)) return;
    for (const object of estate.objects) {
      const namespace = namespaceOf(object);
      if (!this.zones.get(object.zone)?.meshed.has(namespace)) continue;
      for (const pod of estate.podsOf(object)) {
        const labels = strings(pod.metadata['labels']);
        const ports = new Map(pod.containers.flatMap(({ container }) => records(container['ports'])).flatMap((port): readonly [string, number][] => {
          const number = port['containerPort'];
          return typeof number === 'number' ? [[text(port['name']) ?? String(number), number]] : [];
        }));
        this.index(object.zone, namespace).add(labels, { object, field: pod.metadataField, labels, annotations: strings(pod.metadata['annotations']), ports });
      }
    }
    for (const policy of estate.ofKind('NetworkPolicy')) {
      const index = this.pods.get(placeOf(policy.zone, namespaceOf(policy)));
      if (!index || records(at(policy.manifest, 'spec', 'ingress')).length === 0) continue;
      for (const pods of index.select(at(policy.manifest, 'spec', 'podSelector'))) {
        const known = this.policies.get(pods);
        if (known) known.push(policy);
        else this.policies.set(pods, [policy]);
      }
    }
  }

  /** Namespaces of a zone that are in the mesh. */
  meshed(zone: string): ReadonlySet<string> {
    return this.zone(zone).meshed;
  }

  /** Pods of a namespace of the mesh that a selector names; an empty one names all. */
  select(zone: string, namespace: string, selector?: unknown): readonly MeshPods[] {
    return this.pods.get(placeOf(zone, namespace))?.select(selector) ?? [];
  }

  /** True where a policy lets a peer from outside of the mesh to this port of the pods. */
  hasPlainPeer(pods: MeshPods, port: number): boolean {
    return (this.policies.get(pods) ?? []).some(({ zone, manifest }) => records(at(manifest, 'spec', 'ingress')).some((rule) => (
      opens(rule, port, pods.ports) && (list(rule['from']).length === 0 || records(rule['from']).some((peer) => this.isOutside(zone, peer)))
    )));
  }

  private isOutside(zone: string, peer: Plain): boolean {
    if (peer['ipBlock'] !== undefined) return true;
    const selector = peer['namespaceSelector'];
    if (selector === undefined) return false;
    const { names, meshed, answers } = this.zone(zone);
    if (isEmptySelector(selector)) return true;
    const text = JSON.stringify(selector);
    let answer = answers.get(text);
    if (answer === undefined) {
      const chosen = names.select(selector);
      // a namespace that nobody declares here is not in the mesh
      answers.set(text, answer = chosen.length === 0 || chosen.some((name) => !meshed.has(name)));
    }
    return answer;
  }

  private zone(zone: string): Namespaces {
    let found = this.zones.get(zone);
    if (!found) this.zones.set(zone, found = { names: new LabelIndex(), meshed: new Set(), answers: new Map() });
    return found;
  }

  private index(zone: string, namespace: string): LabelIndex<MeshPods> {
    const name = placeOf(zone, namespace);
    let found = this.pods.get(name);
    if (!found) this.pods.set(name, found = new LabelIndex());
    return found;
  }
}

/** True where an ingress rule of a NetworkPolicy opens the port, by number, name or range; without ports it opens all. */
function opens(rule: Plain, port: number, names: ReadonlyMap<string, number>): boolean {
  const ports = records(rule['ports']);
  return ports.length === 0 || ports.some(({ port: from, endPort }) => {
    if (from === undefined) return true;
    const first = typeof from === 'string' ? names.get(from) : from;
    return typeof first === 'number' && first <= port && port <= (typeof endPort === 'number' ? endPort : first);
  });
}
