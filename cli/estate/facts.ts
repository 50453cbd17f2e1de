import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ConfigFile, Facts } from '../../constructs/facts.ts';
import { MIDDLEWARE_KINDS } from '../../constructs/middleware/index.ts';
import { SIZE_CLASSES, type SizeClass } from '../../constructs/words.ts';
import { boolean, date, digest, integer, list, object, oneOf, optional, quantity, readFacts, record, sha256, text } from '../../engine/facts/index.ts';
import { nearest, Problems } from '../../engine/problem/index.ts';
import { readText } from '../../engine/text/index.ts';

const image = object({
  image: text({ pattern: /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/, form: 'a path below the registry, e.g. champ/hsa-mbs' }),
  tag: text({ pattern: /^[\w][\w.-]{0,127}$/, form: 'a tag, e.g. V1.2.3' }),
  digest: optional(digest),
  artefact: optional(object({ name: text(), sha256 })),
});

const releases = (services: readonly string[]) => object({
  release: text(),
  sampleDigests: optional(boolean),
  services: record({ keys: services, what: 'service', values: image }),
  products: record({ what: 'product', values: image }),
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

const waivers = list(object({ rule: text(), target: text(), reason: text(), owner: text(), expires: date }));

const MOST_BYTES = 4 * 2 ** 20;

/** Reads the fact files of an environment's folder; undefined after problems. */
export function readEnvironmentFacts(folder: string, services: readonly string[], problems: Problems): Facts | undefined {
  const name = (file: string) => relative(process.cwd(), join(folder, file)).split(sep).join('/');
  const options = (file: string) => ({ name: name(file), maxBytes: MOST_BYTES });
  const release = readFacts(join(folder, 'releases.yaml'), releases(services), problems, options('releases.yaml'));
  const size = readFacts(join(folder, 'sizes.yaml'), sizes(services), problems, options('sizes.yaml'));
  const waiver = existsSync(join(folder, 'waivers.yaml')) ? readFacts(join(folder, 'waivers.yaml'), waivers, problems, options('waivers.yaml')) : undefined;
  const config = readConfig(join(folder, 'config'), services, problems);
  if (!release || !size) return undefined;
  const files = { releases: release, sizes: size, waivers: waiver };
  return {
    releases: { ...release.value, sampleDigests: release.value.sampleDigests ?? false },
    sizes: { profile: size.value.profile, services: size.value.services ?? {}, middleware: size.value.middleware ?? {}, quotas: size.value.quotas ?? {} },
    config,
    waivers: waiver?.value ?? [],
    at: (file, path) => files[file]?.at(path) ?? name(`${file}.yaml`),
  };
}

/** `config/<service>/<path>`: every file below is mounted at `/app/config/<path>`. */
function readConfig(folder: string, services: readonly string[], problems: Problems): Record<string, readonly ConfigFile[]> {
  if (!existsSync(folder)) return {};
  const found: Record<string, readonly ConfigFile[]> = {};
  for (const service of sorted(folder)) {
    const at = join(folder, service);
    if (!statSync(at).isDirectory()) continue;
    if (!services.includes(service)) {
      problems.add('CHAMP2036', relative(process.cwd(), at).split(sep).join('/'), { value: service, near: nearest(service, services) });
      continue;
    }
    found[service] = filesBelow(at).flatMap((path): ConfigFile[] => {
      const name = relative(process.cwd(), join(at, path)).split(sep).join('/');
      const content = problems.gather(() => readText(join(at, path), { name }));
      return content === undefined ? [] : [{ path: path.split(sep).join('/'), text: content, name }];
    });
  }
  return found;
}

const sorted = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('.')).sort((a, b) => (a < b ? -1 : 1));

function filesBelow(folder: string, below = ''): string[] {
  return sorted(join(folder, below)).flatMap((name) => {
    const path = join(below, name);
    return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path];
  });
}
