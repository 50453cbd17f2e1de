import type { Item } from './estate.ts';
import type { InspectFacts } from './facts.ts';
import { LabelIndex, labelsText, type Labels } from './label-index.ts';
import { records, text } from './plain.ts';
import type { PodTemplate } from './pod-templates.ts';

export interface PodEntry {
  /** E.g. `Deployment hsa-mbs`. */
  readonly owner: string;
  readonly labels: Labels;
  /** Names and numbers of the ports of all its containers; undefined when they are not known. */
  readonly ports?: readonly (string | number)[];
}

/** Pods by zone, namespace and labels: those of rendered templates and those that the facts declare. */
export class PodIndex {
  private readonly namespaces = new Map<string, LabelIndex<PodEntry>>();

  constructor(items: readonly Item[], facts: InspectFacts) {
    for (const { zone, kind, namespace, name, templates } of items) {
      for (const template of templates) {
        this.add(zone, namespace, { owner: `${kind} ${name}`, labels: template.labels, ports: portsOf(template) });
      }
    }
    for (const pods of facts.pods ?? []) {
      this.add(pods.zone ?? '*', pods.namespace, { owner: labelsText(pods.labels), labels: pods.labels, ports: pods.ports });
    }
  }

  select(zone: string, namespace: string, selector: unknown): readonly PodEntry[] {
    return [...(this.in(zone, namespace)?.select(selector) ?? []), ...(this.in('*', namespace)?.select(selector) ?? [])];
  }

  has(zone: string, namespace: string, selector: unknown): boolean {
    return Boolean(this.in(zone, namespace)?.has(selector)) || Boolean(this.in('*', namespace)?.has(selector));
  }

  /** False when nobody declares a pod there. */
  knows(zone: string, namespace: string): boolean {
    return Boolean(this.in(zone, namespace) ?? this.in('*', namespace));
  }

  private in(zone: string, namespace: string): LabelIndex<PodEntry> | undefined {
    return this.namespaces.get(`${zone}\n${namespace}`);
  }

  private add(zone: string, namespace: string, entry: PodEntry): void {
    const key = `${zone}\n${namespace}`;
    const known = this.namespaces.get(key) ?? new LabelIndex<PodEntry>();
    known.add(entry.labels, entry);
    this.namespaces.set(key, known);
  }
}

function portsOf(template: PodTemplate): readonly (string | number)[] {
  const ports: (string | number)[] = [];
  for (const { role, container } of template.containers) {
    if (role === 'init') continue;
    for (const port of records(container['ports'])) {
      const name = text(port['name']);
      if (name !== undefined) ports.push(name);
      if (typeof port['containerPort'] === 'number') ports.push(port['containerPort']);
    }
  }
  return ports;
}
