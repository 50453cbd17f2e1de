import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CityDefinition } from '../../apps/medical-insurance/index.ts';
import type { Environment } from '../../constructs/environment.ts';
import type { ConfigFile, Facts } from '../../constructs/facts.ts';
import { decodeFile, formatOf, readForEdit, type DecodedFile, type EditFormat, type Reading } from '../../engine/edit/index.ts';
import { Problems, type Problem } from '../../engine/problem/index.ts';
import { build, definitionOf, ENVIRONMENTS, readEnvironmentFacts } from '../estate/index.ts';

/** A configuration file of a service, in whatever encoding it has. */
export interface ServiceFile {
  readonly service: string;
  /** Below the service's folder, with slashes. */
  readonly path: string;
  /** As people and problems name it. */
  readonly name: string;
  /** On the disk. */
  readonly at: string;
  readonly bytes: Uint8Array;
  readonly decoded: DecodedFile;
  /** Undefined where nothing can be edited in it. */
  readonly format: EditFormat | undefined;
  /** Made by this run. */
  readonly isNew?: boolean;
}

/** What keeps a file from being taken as it is by `champ synth`, though it can be read. */
const READABLE: ReadonlySet<string> = new Set(['CHAMP1103', 'CHAMP1104', 'CHAMP1105', 'CHAMP1108']);

/** An environment with its configuration files, also those that are in another encoding. */
export class ConfigEstate {
  readonly name: string;
  /** Folder of the services' folders. */
  readonly home: string;
  readonly files: readonly ServiceFile[];
  /** Why some files or folders could not be read. */
  readonly unreadable: readonly Problem[];
  /** What is wrong with the files as they are: syntax, references. */
  readonly found: readonly Problem[];
  readonly environment: Environment;
  private readonly facts: Facts;
  private readonly definition: CityDefinition;

  constructor(name: string, folder: string = ENVIRONMENTS) {
    this.name = name;
    this.home = join(folder, name, 'config');
    this.definition = definitionOf(name, folder);
    const problems = new Problems();
    this.facts = readEnvironmentFacts(join(folder, name), this.definition.services, problems).facts;
    const own = problems.all().filter((each) => this.isOwn(each));
    this.unreadable = own.filter(({ code }) => !READABLE.has(code));
    const odd = own.filter(({ code }) => READABLE.has(code)).map(({ args }) => args['file']!);
    const usual = Object.values(this.facts.config).flat().map((file) => this.file(file.name, Buffer.from(file.text)));
    const read = new Problems();
    this.files = [...usual, ...odd.flatMap((each) => read.gather(() => this.file(each, readFileSync(resolve(each)))) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.unreadable = [...this.unreadable, ...read.all()];
    this.environment = build(this.definition, { ...this.facts, config: this.texts(new Map()) });
    this.found = this.problemsOf(this.environment);
  }

  /** As problems name it. */
  get shownHome(): string {
    return relative(process.cwd(), this.home).split(sep).join('/');
  }

  filesOf(service: string): readonly ServiceFile[] {
    return this.files.filter((file) => file.service === service);
  }

  /** Why files or folders of these services could not be read. */
  unreadableOf(services: readonly { readonly id: string }[]): readonly Problem[] {
    const folders = new Set(services.map(({ id }) => `${this.shownHome}/${id}`));
    return this.unreadable.filter(({ where }) => where === this.shownHome || [...folders].some((each) => where === each || where.startsWith(`${each}/`)));
  }

  /** What would be wrong with the configuration if these files had these texts. */
  judge(files: readonly (ServiceFile & { readonly text: string })[]): readonly Problem[] {
    const texts = new Map(files.map((file) => [file.name, file]));
    const problems = new Problems();
    const built = problems.gather(() => build(this.definition, { ...this.facts, config: this.texts(texts) }));
    return built ? this.problemsOf(built) : problems.all();
  }

  private problemsOf({ problems }: Environment): readonly Problem[] {
    return problems.all().filter((each) => this.isOwn(each));
  }

  private isOwn({ where }: Problem): boolean {
    return where === this.shownHome || where.startsWith(`${this.shownHome}/`);
  }

  private file(name: string, bytes: Uint8Array): ServiceFile {
    const at = resolve(name);
    const [service = '', ...path] = relative(this.home, at).split(sep);
    return { service, path: path.join('/'), name, at, bytes, decoded: decodeFile(bytes, name), format: formatOf(name) };
  }

  private texts(edited: ReadonlyMap<string, ServiceFile & { readonly text: string }>): Facts['config'] {
    const config: Record<string, ConfigFile[]> = {};
    const added = [...edited.values()].filter(({ isNew }) => isNew);
    for (const { service, path, name, decoded } of [...this.files, ...added]) (config[service] ??= []).push({ path, name, text: edited.get(name)?.text ?? decoded.text });
    return config;
  }
}

const readings = new WeakMap<ServiceFile, Reading>();

/** The values of a file; throws a `ProblemError` with what is wrong with its syntax. */
export function readingOf(file: ServiceFile & { readonly format: EditFormat }): Reading {
  let reading = readings.get(file);
  if (!reading) readings.set(file, (reading = readForEdit(file.decoded.text, file.format, file.name)));
  return reading;
}

export const hasFormat = (file: ServiceFile): file is ServiceFile & { readonly format: EditFormat } => file.format !== undefined;
