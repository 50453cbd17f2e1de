import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { ConfigFile, Facts } from '../../constructs/facts.ts';
import { MIDDLEWARE_KINDS } from '../../constructs/middleware/index.ts';
import { SIZE_CLASSES, type SizeClass } from '../../constructs/words.ts';
import { boolean, date, digest, integer, list, object, oneOf, optional, parsePartialFacts, quantity, readPartialFacts, record, sha256, text, type PartialFacts, type Shape } from '../../engine/facts/index.ts';
import { nearest, Problems } from '../../engine/problem/index.ts';
import { readText } from '../../engine/text/index.ts';
import type { Waiver } from '../../engine/waivers/index.ts';
import { checkWaivers } from './waivers.ts';

const fields = {
  image: text({ pattern: /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/, form: 'a path below the registry, e.g. champ/hsa-mbs' }),
  tag: text({ pattern: /^[\w][\w.-]{0,127}$/, form: 'a tag, e.g. V1.2.3' }),
  digest: optional(digest),
  artefact: optional(object({ name: text(), sha256 })),
};

const product = object(fields);
const service = object({ ...fields, migration: optional(text({ pattern: /^[A-Za-z0-9][\w.-]{0,62}$/, form: 'a short id, e.g. 2030-04-mbs-12' })) });

const releases = (services: readonly string[]) => object({
  release: text(),
  sampleDigests: optional(boolean),
  sampleArtefacts: optional(boolean),
  services: record({ keys: services, what: 'service', values: service }),
  products: record({ what: 'product', values: product }),
});

const sizes = (services: readonly string[]) => object({
  profile: oneOf('dev', 'city10M'),
  services: optional(record({
    keys: services,
    what: 'service',
    values: object({
      size: optional(oneOf(...(Object.keys(SIZE_CLASSES) as SizeClass[]))),
      replicas: optional(integer({ min: 1, max: 1000 })), min: optional(integer({ min: 1, max: 1000 })), max: optional(integer({ min: 1, max: 1000 })),
    }),
  })),
  middleware: optional(record({
    keys: MIDDLEWARE_KINDS,
    what: 'middleware kind',
    values: object({ replicas: optional(integer({ min: 1, max: 100 })), storage: optional(quantity({ min: '1Gi' })) }),
  })),
  quotas: optional(record({ what: 'namespace', values: object({ cpu: optional(quantity()), memory: optional(quantity()), pods: optional(integer()) }) })),
});

/** A waiver is for one thing: no pattern, nothing that could end a line of the policies' parameters. */
const one = text({ pattern: /^[^\s*]{1,253}$/, form: 'one name, without spaces or *' });

const waivers = list(object({
  id: text({ pattern: /^[A-Za-z][\w-]{0,31}$/, form: 'a short id, e.g. W-003' }),
  rule: text({ pattern: /^NSA-[A-Z]+-\d\d$/, form: 'the id of a control, e.g. NSA-POD-12' }),
  target: object({ zone: optional(one), kind: one, namespace: optional(one), name: one, container: optional(one), field: optional(one), path: optional(one) }),
  reason: text(), owner: text(), ticket: text(), expires: date,
}));

/** Facts, and whether every file could be read as a whole. */
export interface ReadFacts {
  readonly facts: Facts;
  /** Files of which nothing could be read: what they should have said is not missing, it is unknown. */
  readonly unreadable: readonly ('releases' | 'sizes')[];
  readonly whole: boolean;
}

/** What stands for files of the folder: texts that an edit would make of them, and the files of `config/`. */
export interface EditedFacts extends Readonly<Partial<Record<'releases' | 'sizes' | 'waivers', string>>> {
  readonly config?: Facts['config'];
}

/** Reads the fact files of an environment's folder: what can be read comes back beside the problems, so that later checks find theirs too. */
export function readEnvironmentFacts(folder: string, services: readonly string[], problems: Problems, edited: EditedFacts = {}): ReadFacts {
  const name = (file: string) => relative(process.cwd(), join(folder, file)).split(sep).join('/');
  const read = <T>(file: 'releases' | 'sizes' | 'waivers', shape: Shape<T>, text?: string): PartialFacts<T> | undefined =>
    text === undefined ? readPartialFacts(join(folder, `${file}.yaml`), shape, problems, { name: name(`${file}.yaml`) }) : parsePartialFacts(text, name(`${file}.yaml`), shape, problems);
  const release = read('releases', releases(services), edited.releases);
  const size = read('sizes', sizes(services), edited.sizes);
  const waiver = edited.waivers !== undefined || existsSync(join(folder, 'waivers.yaml')) ? read('waivers', waivers, edited.waivers) : undefined;
  if (waiver) checkWaivers(waiver.value as readonly (Partial<Waiver> | undefined)[], waiver.at, problems);
  const config = edited.config ?? readConfig(join(folder, 'config'), services, problems);
  const files = { releases: release, sizes: size, waivers: waiver };
  const { services: released = {}, products = {} } = release?.value ?? {};
  return {
    facts: {
      releases: { release: release?.value.release ?? '', sampleDigests: release?.value.sampleDigests ?? false, sampleArtefacts: release?.value.sampleArtefacts ?? false, services: released, products },
      sizes: { profile: size?.value.profile ?? 'city10M', services: size?.value.services ?? {}, middleware: size?.value.middleware ?? {}, quotas: size?.value.quotas ?? {} },
      config,
      waivers: waiver?.value as Facts['waivers'] ?? [],
      at: (file, path) => files[file]?.at(path) ?? name(`${file}.yaml`),
    },
    unreadable: (['releases', 'sizes'] as const).filter((file) => files[file] === undefined),
    whole: problems.size === 0,
  };
}

/** `config/<service>/<path>`: every file below is mounted at `/app/config/<path>`. */
function readConfig(folder: string, services: readonly string[], problems: Problems): Record<string, readonly ConfigFile[]> {
  const nameOf = (path: string) => relative(process.cwd(), path).split(sep).join('/');
  const refuse = (path: string) => problems.add('CHAMP2049', nameOf(path), { value: basename(path) });
  const kind = lstatSync(folder, { throwIfNoEntry: false });
  if (!kind) return {};
  if (!kind.isDirectory()) {
    refuse(folder);
    return {};
  }
  const found: Record<string, readonly ConfigFile[]> = {};
  for (const service of sorted(folder)) {
    const at = join(folder, service);
    if (!lstatSync(at).isDirectory()) refuse(at);
    else if (!services.includes(service)) problems.add('CHAMP2036', nameOf(at), { value: service, near: nearest(service, services) });
    else {
      found[service] = filesBelow(at, refuse).flatMap((path): ConfigFile[] => {
        const content = problems.gather(() => readText(join(at, path), { name: nameOf(join(at, path)) }));
        return content === undefined ? [] : [{ path: path.split(sep).join('/'), text: content, name: nameOf(join(at, path)) }];
      });
    }
  }
  return found;
}

// a README beside the folders is no configuration
const sorted = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('.') && !/^README(\.\w+)?\.md$/.test(name)).sort((a, b) => (a < b ? -1 : 1));

/** A link could lead out of the folder, so none is followed. */
function filesBelow(folder: string, refuse: (path: string) => void, below = ''): string[] {
  return sorted(join(folder, below)).flatMap((name) => {
    const path = join(below, name);
    const kind = lstatSync(join(folder, path));
    if (kind.isDirectory()) return filesBelow(folder, refuse, path);
    if (kind.isFile()) return [path];
    refuse(join(folder, path));
    return [];
  });
}
