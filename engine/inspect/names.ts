import { problem, type Arguments, type Code, type Problem } from '../problem/index.ts';
import type { Check } from './check.ts';
import { Estate, type Item } from './estate.ts';
import { place } from './identity.ts';
import { at, isRecord, record, records, strings, text } from './plain.ts';
import type { PodContainer } from './pod-templates.ts';
import { kindSchema } from './schema/kinds.ts';
import { annotationKey, dataKey, dnsLabel, environmentName, labelValue, objectNameRule, portName, qualifiedName, type Rule } from './syntax.ts';

/** All annotations of an object together, keys and values, as the API server counts them. */
const ANNOTATION_BYTES = 262_144;

/** Names, labels, annotations, keys and ports by Kubernetes' syntax; a namespace where one belongs, and only there. */
export const names: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  for (const item of estate.items) {
    const visit = new Names(item, found);
    visit.scope();
    visit.metadata('metadata', at(item.manifest, 'metadata'));
    visit.labels('spec.selector.matchLabels', at(item.manifest, 'spec', 'selector', 'matchLabels'));
    visit.pods();
    if (item.type === 'v1/ConfigMap' || item.type === 'v1/Secret') visit.data();
    if (item.type === 'v1/Service') visit.service();
  }
  return found;
};

class Names {
  private readonly item: Item;
  private readonly found: Problem[];

  constructor(item: Item, found: Problem[]) {
    this.item = item;
    this.found = found;
  }

  scope(): void {
    const { type, kind, namespace, name, manifest } = this.item;
    if (name) this.name('CHAMP3011', 'metadata.name', name, objectNameRule(kind));
    if (namespace) this.name('CHAMP3011', 'metadata.namespace', namespace, dnsLabel);
    const row = kindSchema(type);
    if (row?.namespaced && !namespace) this.add('CHAMP3015', { value: kind });
    if (row && !row.namespaced && namespace) this.add('CHAMP3016', { value: namespace });
    const own = kind === 'Namespace' ? at(manifest, 'metadata', 'labels', 'kubernetes.io/metadata.name') : undefined;
    if (typeof own === 'string' && own !== name) {
      this.add('CHAMP3013', { field: 'metadata.labels[kubernetes.io/metadata.name]', value: own, allowed: name });
    }
  }

  metadata(field: string, metadata: unknown): void {
    this.labels(`${field}.labels`, at(metadata, 'labels'));
    const annotations = strings(at(metadata, 'annotations'));
    let characters = 0;
    for (const key of Object.keys(annotations)) {
      this.name('CHAMP3012', `${field}.annotations`, key, annotationKey);
      characters += key.length + annotations[key]!.length;
    }
    if (characters * 3 <= ANNOTATION_BYTES) return;
    const bytes = Object.entries(annotations).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
    if (bytes > ANNOTATION_BYTES) this.add('CHAMP3014', { value: bytes, allowed: `<= ${ANNOTATION_BYTES}` });
  }

  labels(field: string, value: unknown): void {
    if (!isRecord(value)) return;
    const labels = strings(value);
    for (const key of Object.keys(labels)) {
      this.name('CHAMP3012', field, key, qualifiedName);
      if (!labelValue.accepts(labels[key]!)) this.add('CHAMP3013', { field: `${field}[${key}]`, value: JSON.stringify(labels[key]), allowed: labelValue.words });
    }
  }

  data(): void {
    for (const field of ['data', 'binaryData', 'stringData']) {
      for (const key of Object.keys(record(at(this.item.manifest, field)))) this.name('CHAMP3012', field, key, dataKey);
    }
  }

  pods(): void {
    for (const template of this.item.templates) {
      if (template.field) this.metadata(`${template.field}.metadata`, template.metadata);
      records(template.spec['volumes']).forEach((volume, index) => {
        if (!accepts(volume['name'], dnsLabel)) this.wrong('CHAMP3011', `${template.specField}.volumes[${index}].name`, volume['name'], dnsLabel);
      });
      for (const each of template.containers) this.container(each);
    }
  }

  service(): void {
    const ports = records(at(this.item.manifest, 'spec', 'ports'));
    ports.forEach((port, index) => {
      const field = `spec.ports[${index}]`;
      // A Service's port name is a DNS label; one that leads to a container port by name keeps that port's rule.
      if (!accepts(port['name'], dnsLabel)) this.wrong('CHAMP3017', `${field}.name`, port['name'], dnsLabel);
      if (!accepts(port['targetPort'], portName)) this.wrong('CHAMP3017', `${field}.targetPort`, port['targetPort'], portName);
      if (ports.length > 1 && port['name'] === undefined) this.add('CHAMP3004', { field: `${field}.name`, value: 'name' });
      this.port(`${field}.port`, port['port']);
      this.port(`${field}.targetPort`, port['targetPort']);
    });
    this.labels('spec.selector', at(this.item.manifest, 'spec', 'selector'));
  }

  private container({ field, name, container }: PodContainer): void {
    if (name) this.name('CHAMP3011', `${field}.name`, name, dnsLabel);
    records(container['env']).forEach((each, index) => {
      if (!accepts(each['name'], environmentName)) this.wrong('CHAMP3011', `${field}.env[${index}].name`, each['name'], environmentName);
    });
    records(container['ports']).forEach((port, index) => {
      if (!accepts(port['name'], portName)) this.wrong('CHAMP3017', `${field}.ports[${index}].name`, port['name'], portName);
      this.port(`${field}.ports[${index}].containerPort`, port['containerPort']);
    });
  }

  private port(field: string, value: unknown): void {
    if (Number.isInteger(value) && ((value as number) < 1 || (value as number) > 65_535)) this.add('CHAMP3018', { field, value: value as number, allowed: '1-65535' });
  }

  private name(code: Code, field: string, value: string, rule: Rule): void {
    if (!rule.accepts(value)) this.wrong(code, field, value, rule);
  }

  private wrong(code: Code, field: string, value: unknown, rule: Rule): void {
    const name = text(value) ?? '';
    this.add(code, { field, value: name.length > 80 ? `${name.slice(0, 77)}...` : name || '""', allowed: rule.words });
  }

  private add(code: Code, args: Arguments): void {
    this.found.push(problem(code, place(this.item.object), args));
  }
}

/** Names of another type are left to the structure check. */
function accepts(value: unknown, rule: Rule): boolean {
  return typeof value !== 'string' || rule.accepts(value);
}
