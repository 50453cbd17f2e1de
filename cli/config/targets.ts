import { join } from 'node:path';
import type { Service } from '../../constructs/service/index.ts';
import { formatOf, type EditFormat, type Entry } from '../../engine/edit/index.ts';
import { nearest, ProblemError, Problems, type Problem } from '../../engine/problem/index.ts';
import { excerpt } from '../../engine/text/index.ts';
import { hasFormat, readingOf, type ConfigEstate, type ServiceFile } from './estate.ts';
import { globMatcher, isGlob } from './glob.ts';

export interface Wanted {
  readonly key: string;
  /** Path or pattern below the services' folders. */
  readonly file?: string;
  /** Makes a `.properties` file that is not there. */
  readonly create?: boolean;
  /** Whether somebody said which services are meant; else it must be one. */
  readonly isSelected: boolean;
  /** Whether a file without the key may get it. */
  readonly adds: boolean;
  /** How problems name the command. */
  readonly where: string;
}

export type EditableFile = ServiceFile & { readonly format: EditFormat };

export interface Target {
  readonly service: Service;
  readonly file: EditableFile;
  readonly entry: Entry | undefined;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Selected services whose files do not have the key. */
  readonly without: readonly string[];
  /** What is wrong with files that nobody asked for. */
  readonly aside: readonly Problem[];
}

/** Files of a service that the pattern means, and the value in each that has the key. */
export interface Looked {
  readonly service: Service;
  readonly files: readonly EditableFile[];
  readonly holders: readonly Target[];
}

/** Looks the key up in the files of services; what a file is refused for goes to `problems`, and what every file says of the key's form. */
export function lookUp(estate: ConfigEstate, services: readonly Service[], key: string, file: string | undefined, problems: Problems): readonly Looked[] {
  const means = file === undefined ? () => true : globMatcher(file);
  const malformed: Problem[] = [];
  let isKnown = false;
  const looked = services.map((service): Looked => {
    const files = estate.filesOf(service.id).filter(({ path }) => means(path)).filter(hasFormat);
    const holders = files.flatMap((each): readonly Target[] => {
      try {
        const entry = readingOf(each).find(key);
        isKnown = true;
        return entry ? [{ service, file: each, entry }] : [];
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        for (const found of error.problems) {
          // a key of properties is no path of XML, and need not be
          if (found.code === 'CHAMP9204') malformed.push(found);
          else problems.push(found);
        }
        return [];
      }
    });
    return { service, files, holders };
  });
  if (!isKnown && problems.size === 0) problems.push(...malformed.slice(0, 1));
  return looked;
}

/** Which file of each service is to be edited; adds a problem for each service of which that cannot be told. */
export function targetsOf(estate: ConfigEstate, services: readonly Service[], wanted: Wanted, problems: Problems): Targets {
  const { key, file, isSelected, where, adds } = wanted;
  const found = new Problems();
  const isExact = file !== undefined && !isGlob(file);
  const looked = lookUp(estate, services, key, file, found);
  const aside = isSelected || isExact ? [] : found.all();
  if (aside.length === 0) problems.push(...found.all());
  for (const { service, holders } of looked) {
    if (holders.length > 1) problems.add('CHAMP9212', where, { service: service.id, value: key, allowed: holders.map((each) => each.file.path) });
  }
  const targets = isExact && adds ? exactTargets(estate, looked, wanted, file, problems) : looked.flatMap(({ holders }) => holders.slice(0, 1));
  const without = looked.filter(({ service }) => !targets.some((target) => target.service === service)).map(({ service }) => service.id);
  if (targets.length === 0 && problems.size === 0) refuseNone(estate, looked, wanted, problems);
  if (!isSelected && targets.length > 1) problems.add('CHAMP9214', where, { value: key, count: targets.length, allowed: targets.map(({ service }) => service.id) });
  return { targets, without, aside };
}

/** The file itself, whether it has the key or not. */
function exactTargets(estate: ConfigEstate, looked: readonly Looked[], { create = false, isSelected, where }: Wanted, path: string, problems: Problems): readonly Target[] {
  const format = formatOf(path);
  if (!format) problems.add('CHAMP1201', where, { value: path, allowed: ['.properties', '.yml', '.yaml', '.json', '.xml', '.conf'] });
  if (create && format && format !== 'properties') problems.add('CHAMP9209', where, { value: path });
  if (create && format && !isInside(path)) problems.add('CHAMP9260', where, { value: excerpt(path), allowed: PATH_CHARACTERS });
  if (!format || problems.size > 0) return [];
  const having = looked.filter(({ files }) => files.length > 0);
  if (create && isSelected) refuseReaders(looked, where, problems);
  if (!isSelected && (having.length > 0 || !create)) return having.map(({ service, files, holders }) => holders[0] ?? { service, file: files[0]!, entry: undefined });
  return looked.flatMap(({ service, files, holders }) => {
    if (holders[0] ?? files[0]) return [holders[0] ?? { service, file: files[0]!, entry: undefined }];
    const others = estate.filesOf(service.id).map((each) => each.path);
    const other = others.find((each) => each.startsWith(`${path}/`) || path.startsWith(`${each}/`));
    if (create && other === undefined) return [{ service, file: newFile(estate, service.id, path, format), entry: undefined }];
    if (create) problems.add('CHAMP9261', `${estate.shownHome}/${service.id}/${other}`, { value: path, other });
    else problems.add('CHAMP9216', where, { service: service.id, value: path, ...(others.length > 0 ? { allowed: others, near: nearest(path, others) } : {}) });
    return [];
  });
}

/** A file that nobody reads is no configuration: front ends and gateways take files of their product alone. */
function refuseReaders(looked: readonly Looked[], where: string, problems: Problems): void {
  const others = looked.filter(({ service, files }) => files.length === 0 && !('port' in service.props)).map(({ service }) => service.id);
  if (others.length > 0) problems.add('CHAMP9262', where, { count: others.length, services: `${others.slice(0, 10).join(', ')}${others.length > 10 ? ' ...' : ''}`, allowed: ['api', 'worker', 'batch'] });
}

const PATH_CHARACTERS = 'A-Z, a-z, 0-9, _, ., -';
const isInside = (path: string): boolean => path.split('/').every((part) => /^[A-Za-z0-9_][\w.-]{0,100}$/.test(part));

function newFile(estate: ConfigEstate, service: string, path: string, format: EditFormat): EditableFile {
  const decoded = { text: '', encoding: 'UTF-8', hasBom: false, lineEnds: 'none', unusual: [] } as const;
  return { service, path, name: `${estate.shownHome}/${service}/${path}`, at: join(estate.home, service, path), bytes: new Uint8Array(), decoded, format, isNew: true };
}

/** Nothing that was looked at has the key. */
export function refuseNone(estate: ConfigEstate, looked: readonly Looked[], { key, file, where, create = false }: Pick<Wanted, 'key' | 'file' | 'where' | 'create'>, problems: Problems): void {
  const files = looked.flatMap((each) => each.files);
  if (create && file !== undefined && isGlob(file) && files.length === 0) {
    problems.add('CHAMP9260', where, { value: excerpt(file), allowed: PATH_CHARACTERS });
    return;
  }
  if (file !== undefined && files.length === 0) {
    const paths = new Set(looked.flatMap(({ service }) => estate.filesOf(service.id).map((each) => each.path)));
    problems.add('CHAMP9216', where, { service: looked.length === 1 ? looked[0]!.service.id : estate.name, value: excerpt(file), near: nearest(file, paths) });
    return;
  }
  problems.add('CHAMP9213', where, { value: shownKey(key), near: nearestKey(key, files) });
}

const shownKey = (key: string): string => (key === '' ? '""' : excerpt(key));

/** Files that cannot be read were reported. */
function nearestKey(key: string, files: readonly EditableFile[]): string | undefined {
  const keys = new Set(files.flatMap((file) => new Problems().gather(() => readingOf(file).entries.map((entry) => entry.key)) ?? []));
  return nearest(key, keys);
}
