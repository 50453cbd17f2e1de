import type { Service } from '../../constructs/service/index.ts';
import { parseConfig } from '../../engine/config/index.ts';
import { formatOf, readForEdit } from '../../engine/edit/index.ts';
import type { Problems } from '../../engine/problem/index.ts';
import { filesOf } from '../../engine/render/service/files.ts';
import { readingOf, type ConfigEstate, hasFormat } from './estate.ts';

/** What the files of one service say, keys by file. */
export interface ServiceValues {
  readonly files: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** `path#property` of every secret that they name. */
  readonly secrets: ReadonlySet<string>;
}

/** The values of a service: of the environment's own files, or of all that its pods get. Adds what cannot be read. */
export function valuesOf(estate: ConfigEstate, service: Service, isEffective: boolean, problems: Problems): ServiceValues {
  const files = new Map<string, ReadonlyMap<string, string>>();
  const secrets = new Set<string>();
  for (const { path, name, text, read } of isEffective ? effective(service) : own(estate, service)) {
    const reading = read && problems.gather(read);
    if (reading) files.set(path, new Map(reading.entries.map(({ key, value }) => [key, value])));
    const parsed = parseConfig(text, name, problems);
    for (const reference of parsed?.references ?? []) if (reference.type === 'secret') secrets.add(`${reference.path}#${reference.property}`);
  }
  return { files, secrets };
}

const own = (estate: ConfigEstate, service: Service) =>
  estate.filesOf(service.id).map((file) => ({ path: file.path, name: file.name, text: file.decoded.text, read: hasFormat(file) ? () => readingOf(file) : undefined }));

/** With what is delivered and derived, one laid over the other. */
const effective = (service: Service) => filesOf(service).flatMap(({ path, name, text }) => {
  const format = formatOf(path);
  return format ? [{ path, name, text, read: () => readForEdit(text, format, name) }] : [];
});
