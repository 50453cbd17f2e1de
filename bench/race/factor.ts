import { keyOf, type Json, type Manifest } from './json.ts';
import { SERVICE_ID, SUBSYSTEM_ID } from './rows.ts';
import { Fields, templateOf, type Template } from './template.ts';

/** One kind of object that every member has, e.g. the Deployment of a service. */
export interface TemplateGroup {
  /** E.g. `deployment`, `service-pods`; also a file name and a function name with underscores. */
  readonly id: string;
  readonly template: Template;
}

/** Members of a kind (services, subsystems), what differs between them, and what each of them has. */
export interface Family {
  readonly name: 'services' | 'subsystems';
  readonly rows: readonly { readonly [key: string]: Json }[];
  readonly groups: readonly TemplateGroup[];
}

/** What every peer makes its input of. */
export interface Model {
  readonly families: readonly Family[];
  /** Objects that are there once, written out, by cluster. */
  readonly plain: Readonly<Record<string, readonly Manifest[]>>;
}

/** Objects by cluster. */
export type Clusters = Readonly<Record<string, readonly Manifest[]>>;

const WORDS = { services: SERVICE_ID, subsystems: SUBSYSTEM_ID } as const;

/** Sorts objects into families by the id in their name or namespace; what not every member has stays plain. */
export function factor(clusters: Clusters): Model {
  const families: Family[] = [];
  const taken = new Set<Manifest>();
  for (const name of ['services', 'subsystems'] as const) {
    const left = Object.values(clusters).flat().filter((each) => !taken.has(each));
    const family = familyOf(name, left, taken);
    if (family) families.push(family);
  }
  return { families, plain: Object.fromEntries(Object.entries(clusters).map(([name, manifests]) => [name, manifests.filter((each) => !taken.has(each))])) };
}

function familyOf(name: Family['name'], manifests: readonly Manifest[], taken: Set<Manifest>): Family | undefined {
  const word = WORDS[name];
  // by the pattern of its key, the members that have it
  const patterns = new Map<string, Map<string, Manifest>>();
  for (const manifest of manifests) {
    const { metadata } = manifest;
    const member = word.exec(metadata.name)?.[0] ?? (name === 'subsystems' ? word.exec(metadata.namespace ?? '')?.[0] : undefined);
    if (member === undefined) continue;
    const pattern = keyOf(manifest).replaceAll(member, '*').replaceAll(new RegExp(SUBSYSTEM_ID.source, 'g'), '*');
    const found = patterns.get(pattern) ?? new Map<string, Manifest>();
    patterns.set(pattern, found);
    if (!found.has(member)) found.set(member, manifest);
  }
  const members = [...new Set([...patterns.values()].flatMap((each) => [...each.keys()]))].sort();
  const full = [...patterns].filter(([, found]) => found.size === members.length).sort(([a], [b]) => (a < b ? -1 : 1));
  if (members.length < 2 || full.length === 0) return undefined;
  const fields = new Fields(seeds(name, members));
  const ids = new Set<string>();
  const groups = full.map(([pattern, found]): TemplateGroup => {
    const objects = members.map((member) => found.get(member)!);
    for (const each of objects) taken.add(each);
    return { id: idOf(pattern, ids), template: templateOf(objects, fields) };
  });
  return { name, rows: fields.rows(), groups };
}

/** What a person would pass: the name, and where it stands in a name with underscores. */
function seeds(name: Family['name'], members: readonly string[]): Readonly<Record<string, readonly string[]>> {
  if (name === 'subsystems') return { id: members };
  return { name: members, subsystem: members.map((member) => SUBSYSTEM_ID.exec(member)![0]), key: members.map((member) => member.replaceAll('-', '_')) };
}

function idOf(pattern: string, taken: Set<string>): string {
  const [, kind = '', , name = ''] = /^(?:.*\/)?([A-Za-z]+)\/([^/]*)\/([^/]*)$/.exec(pattern) ?? [];
  const wanted = `${kind.toLowerCase()}${name.replace(/\*-?/g, '-').replace(/-+$/, '').replace(/^(?=[^-])/, '-')}`.replace(/-+$/, '').replace(/[^a-z0-9-]/g, '-').replace(/-{2,}/g, '-');
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** Only objects of these kinds that belong to a service, for a race on some kinds. */
export function ofServices(clusters: Clusters, kinds: readonly string[]): Clusters {
  const isOne = ({ kind, metadata }: Manifest) => kinds.includes(kind) && SERVICE_ID.test(metadata.name);
  return Object.fromEntries(Object.entries(clusters).map(([name, manifests]) => [name, manifests.filter(isOne)]));
}
