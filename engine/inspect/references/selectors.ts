import { problem, type Arguments, type Code, type Problem } from '../../problem/index.ts';
import type { Check } from '../check.ts';
import { Estate, type Item } from '../estate.ts';
import { BUILT_IN } from '../facts.ts';
import { place } from '../identity.ts';
import { isEmptySelector, LabelIndex, selectorText } from '../label-index.ts';
import type { PodEntry, PodIndex } from '../pod-index.ts';
import { at, isRecord, list, record, records, strings, text, texts, type Plain } from '../plain.ts';
import { few } from './lookup.ts';

/** Selectors that select nothing, and Service and scrape ports that lead to no port of what is selected. */
export const selectors: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  const world: World = { pods: estate.pods, namespaces: namespacesByLabel(estate), services: servicesByLabel(estate) };
  for (const item of estate.items) {
    if (Object.hasOwn(SELECTS, item.type)) SELECTS[item.type]!({ item, world, found });
  }
  return found;
};

interface World {
  readonly pods: PodIndex;
  /** By zone. */
  readonly namespaces: ReadonlyMap<string, LabelIndex<NamespaceEntry>>;
  /** By zone and namespace. */
  readonly services: ReadonlyMap<string, LabelIndex<PodEntry>>;
}

interface NamespaceEntry {
  readonly name: string;
  /** False for one that was there before. */
  readonly rendered: boolean;
}

interface Case {
  readonly item: Item;
  readonly world: World;
  readonly found: Problem[];
}

function add({ item, found }: Case, code: Code, args: Arguments): void {
  found.push(problem(code, place(item.object), args));
}

const SELECTS: Readonly<Record<string, (given: Case) => void>> = {
  'v1/Service': service,
  'policy/v1/PodDisruptionBudget': somePodOfSelector,
  'networking.k8s.io/v1/NetworkPolicy': networkPolicy,
  'monitoring.coreos.com/v1/ServiceMonitor': serviceMonitor,
  'monitoring.coreos.com/v1/PodMonitor': podMonitor,
  'security.istio.io/v1/AuthorizationPolicy': somePodOfSelector,
  'security.istio.io/v1/PeerAuthentication': somePodOfSelector,
  'networking.istio.io/v1/Sidecar': (given) => somePod(given, 'spec.workloadSelector', { matchLabels: at(given.item.manifest, 'spec', 'workloadSelector', 'labels') }),
};

function somePodOfSelector(given: Case): void {
  somePod(given, 'spec.selector', at(given.item.manifest, 'spec', 'selector'));
}

function somePod(given: Case, field: string, selector: unknown): void {
  const { zone, namespace } = given.item;
  if (!isEmptySelector(selector) && !given.world.pods.has(zone, namespace, selector)) add(given, 'CHAMP3034', { field, kind: 'Pod', namespace, value: selectorText(selector) });
}

function service(given: Case): void {
  const { zone, namespace, manifest } = given.item;
  const wanted = at(manifest, 'spec', 'selector');
  if (!isRecord(wanted) || Object.keys(wanted).length === 0 || at(manifest, 'spec', 'type') === 'ExternalName') return;
  const selector = { matchLabels: wanted };
  const pods = given.world.pods.select(zone, namespace, selector);
  if (pods.length === 0) return add(given, 'CHAMP3034', { field: 'spec.selector', kind: 'Pod', namespace, value: selectorText(selector) });
  records(at(manifest, 'spec', 'ports')).forEach((port, index) => {
    const target = port['targetPort'] ?? port['port'];
    if ((typeof target === 'string' || typeof target === 'number') && !hasPort(pods, target)) {
      add(given, 'CHAMP3033', { field: `spec.ports[${index}].targetPort`, value: target, name: pods[0]!.owner, allowed: portsOf(pods) });
    }
  });
}

function hasPort(pods: readonly PodEntry[], port: string | number): boolean {
  return pods.some((pod) => pod.ports === undefined || pod.ports.includes(port));
}

function portsOf(pods: readonly PodEntry[]): readonly string[] {
  return few([...new Set(pods.flatMap((pod) => pod.ports ?? []).map(String))]);
}

function networkPolicy(given: Case): void {
  const { zone, namespace, manifest } = given.item;
  const selector = at(manifest, 'spec', 'podSelector');
  somePod(given, 'spec.podSelector', selector);
  for (const [direction, side] of [['ingress', 'from'], ['egress', 'to']] as const) {
    records(at(manifest, 'spec', direction)).forEach((rule, index) => {
      records(rule[side]).forEach((each, position) => {
        const fault = missingPeer(given, each);
        if (fault) add(given, 'CHAMP3034', { ...fault, field: `spec.${direction}[${index}].${side}[${position}].${fault.field}` });
      });
      if (direction === 'egress') return;
      records(rule['ports']).forEach((port, position) => {
        const name = text(port['port']);
        if (name === undefined) return;
        const pods = given.world.pods.select(zone, namespace, selector);
        if (pods.length > 0 && !hasPort(pods, name)) {
          add(given, 'CHAMP3033', { field: `spec.ingress[${index}].ports[${position}].port`, value: name, name: pods[0]!.owner, allowed: portsOf(pods) });
        }
      });
    });
  }
}

interface Fault {
  readonly field: string;
  readonly kind: string;
  readonly namespace: string | readonly string[];
  readonly value: string;
}

/** A peer must be there: some namespace, and in it some pod. Of namespaces that nobody renders, the pods are taken on trust. */
function missingPeer({ item: { zone, namespace }, world }: Case, { namespaceSelector, podSelector }: Plain): Fault | undefined {
  const anyPod = isEmptySelector(podSelector);
  if (namespaceSelector === undefined) {
    if (anyPod || world.pods.has(zone, namespace, podSelector)) return undefined;
    return { field: 'podSelector', kind: 'Pod', namespace, value: selectorText(podSelector) };
  }
  const chosen = world.namespaces.get(zone)?.select(namespaceSelector) ?? [];
  if (chosen.length === 0) return { field: 'namespaceSelector', kind: 'Namespace', namespace: zone, value: selectorText(namespaceSelector) };
  if (anyPod || chosen.some(({ name, rendered }) => world.pods.has(zone, name, podSelector) || (!rendered && !world.pods.knows(zone, name)))) return undefined;
  return { field: 'podSelector', kind: 'Pod', namespace: few(chosen.map(({ name }) => name)), value: selectorText(podSelector) };
}

function serviceMonitor(given: Case): void {
  const { zone, manifest } = given.item;
  const selector = at(manifest, 'spec', 'selector');
  const chosen = scraped(given).flatMap((name) => given.world.services.get(`${zone}\n${name}`)?.select(selector) ?? []);
  scrape(given, 'Service', 'endpoints', chosen);
}

function podMonitor(given: Case): void {
  const { zone, manifest } = given.item;
  const selector = at(manifest, 'spec', 'selector');
  scrape(given, 'Pod', 'podMetricsEndpoints', scraped(given).flatMap((name) => given.world.pods.select(zone, name, selector)));
}

function scrape(given: Case, kind: string, list: string, chosen: readonly PodEntry[]): void {
  const { manifest } = given.item;
  if (chosen.length === 0) return add(given, 'CHAMP3034', { field: 'spec.selector', kind, namespace: few(scraped(given)), value: selectorText(at(manifest, 'spec', 'selector')) });
  records(at(manifest, 'spec', list)).forEach((endpoint, index) => {
    const port = text(endpoint['port']);
    if (port !== undefined && !hasPort(chosen, port)) add(given, 'CHAMP3033', { field: `spec.${list}[${index}].port`, value: port, name: chosen[0]!.owner, allowed: portsOf(chosen) });
  });
}

/** The namespaces that a monitor looks at: its own, those it names, or all of the zone. */
function scraped({ item: { zone, namespace, manifest }, world }: Case): readonly string[] {
  const selector = record(at(manifest, 'spec', 'namespaceSelector'));
  if (selector['any'] === true) return (world.namespaces.get(zone)?.select(undefined) ?? []).map(({ name }) => name);
  return list(selector['matchNames']).length > 0 ? texts(selector['matchNames']) : [namespace];
}

function namespacesByLabel({ items, facts }: Estate): World['namespaces'] {
  const zones = new Map<string, LabelIndex<NamespaceEntry>>();
  const known = [...BUILT_IN, ...(facts.existing ?? [])].filter((each) => each.kind === 'Namespace');
  for (const zone of new Set(items.map((item) => item.zone))) {
    const index = new LabelIndex<NamespaceEntry>();
    for (const { name, labels, zone: only } of known) {
      if ((only ?? zone) === zone) index.add({ ...labels, 'kubernetes.io/metadata.name': name }, { name, rendered: false });
    }
    zones.set(zone, index);
  }
  for (const { zone, kind, name, manifest } of items) {
    if (kind === 'Namespace') zones.get(zone)!.add({ ...strings(at(manifest, 'metadata', 'labels')), 'kubernetes.io/metadata.name': name }, { name, rendered: true });
  }
  return zones;
}

/** Services as scrapers see them: by the names of their ports. */
function servicesByLabel({ items, facts }: Estate): World['services'] {
  const services = new Map<string, LabelIndex<PodEntry>>();
  for (const { zone, type, namespace, name, manifest } of items) {
    if (type !== 'v1/Service') continue;
    const ports = records(at(manifest, 'spec', 'ports')).map((port) => port['name']).filter((each) => typeof each === 'string');
    addTo(services, `${zone}\n${namespace}`, { owner: `Service ${name}`, labels: strings(at(manifest, 'metadata', 'labels')), ports });
  }
  const zones = new Set(items.map((item) => item.zone));
  for (const known of [...(facts.existing ?? []), ...(facts.operatorMade ?? [])]) {
    if (known.kind !== 'Service' || !known.labels) continue;
    for (const zone of known.zone === undefined ? zones : [known.zone]) {
      addTo(services, `${zone}\n${known.namespace ?? ''}`, { owner: `Service ${known.name}`, labels: known.labels, ports: known.ports });
    }
  }
  return services;
}

function addTo(services: Map<string, LabelIndex<PodEntry>>, key: string, entry: PodEntry): void {
  const index = services.get(key) ?? new LabelIndex<PodEntry>();
  index.add(entry.labels, entry);
  services.set(key, index);
}
