import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { city, SUBSYSTEMS, type SubsystemRow } from '../../apps/medical-insurance/index.ts';
import { MIDDLEWARE_KINDS } from '../../constructs/middleware/index.ts';
import type { GatewayProps, ServiceKind } from '../../constructs/service/index.ts';
import { SIZE_CLASSES, type Sensitivity, type SizeClass, type ZoneId } from '../../constructs/words.ts';
import { nearest, Problems } from '../../engine/problem/index.ts';
import { shownPath, type EditedFile } from '../edit/files.ts';
import { definitionOf, environmentNames, ENVIRONMENTS, readEnvironmentFacts } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { checkTitles, Source } from './place.ts';
import { withSampleRelease } from './sample-release.ts';
import { isJvm, rowLines, serviceRow } from './service-row.ts';
import { withItem, withLines } from './source/insert.ts';
import { tellNew } from './tell.ts';
import { verify, type Planned } from './verify.ts';
import { newWords as words } from './words.ts';

export interface NewServiceOptions {
  readonly subsystem: string;
  readonly kind: ServiceKind;
  readonly zone?: ZoneId;
  readonly zh?: string;
  readonly en?: string;
  readonly port?: number;
  readonly size?: SizeClass;
  readonly sensitivity: Sensitivity;
  readonly product: GatewayProps['product'];
  readonly dryRun?: boolean;
}

const WHERE = 'champ new service';
const ID = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;

/** Writes the id and the row of a service, and its images in every environment that has the subsystem. */
export function newService(id: string, options: NewServiceOptions, console_: Console, folder: string = ENVIRONMENTS): number {
  const { subsystem: of, kind, zh = id, en = id, dryRun = false } = options;
  const subsystem = check(id, options);
  const port = options.port ?? Math.max(...portsOf().values()) + 1;
  const zone = options.zone === subsystem.zone ? undefined : options.zone;
  const row = serviceRow({ ...options, zh, en, zone, port });
  const source = new Source(subsystem.source);
  source.text = withItem(source.text, source.brackets(/export const \w+Ids = \[/, id), `'${id}'`);
  const services = source.below(source.brackets(/export const \w+: SubsystemRow<[^\n]*?= \{/, of), 'services');
  source.text = withLines(source.text, services, rowLines(id, row), '    ');
  const planned = environmentNames(folder).flatMap((name) => planFor(name));
  verify(planned, folder);
  const files: readonly EditedFile[] = [source.edited, ...planned.map(({ file }) => file)];
  return tellNew({ what: id, files, dryRun, next: words.nextService, args: { id, file: shownPath(source.path), environment: (planned.find(({ definition }) => definition.props.stage === 'production') ?? planned[0])?.name ?? '-' } }, console_);

  function planFor(name: string): readonly (Planned & { readonly file: EditedFile })[] {
    const { props, subsystems, services: known } = definitionOf(name, folder);
    if (!subsystems.some((each) => each.id === of)) return [];
    const path = join(folder, name, 'releases.yaml');
    const problems = new Problems();
    const { facts: { releases } } = readEnvironmentFacts(join(folder, name), known, problems);
    problems.throwIfAny();
    const before = readFileSync(path, 'utf8');
    const behind = Object.keys(releases.services).findLast((each) => Object.hasOwn(subsystem.services, each));
    const after = withSampleRelease(before, releases, { id, behind, edition: props.edition, constraint: subsystem.constraint, isJvm: isJvm(kind) }, shownPath(path));
    const grown = subsystems.map((each): SubsystemRow => (each.id === of ? { ...each, services: { ...each.services, [id]: row } } : each));
    return [{ name, definition: city(props, grown), edited: { releases: after }, file: { path, before, after } }];
  }
}

/** The subsystem that is meant; throws a ProblemError with all that is wrong with the words given. */
function check(id: string, { subsystem: of, kind, size, port, zh, en }: NewServiceOptions): SubsystemRow {
  const problems = new Problems();
  const subsystem = SUBSYSTEMS.find((each) => each.id === of);
  if (!subsystem) problems.add('CHAMP9242', WHERE, { value: of, allowed: SUBSYSTEMS.map((each) => each.id), near: nearest(of, SUBSYSTEMS.map((each) => each.id)) });
  if (!ID.test(id)) problems.add('CHAMP9240', WHERE, { value: id, allowed: 'a-z, 0-9, -, <= 40' });
  else if (isReserved(id)) problems.add('CHAMP9263', WHERE, { value: id });
  const owner = SUBSYSTEMS.find((each) => Object.hasOwn(each.services, id));
  if (owner) problems.add('CHAMP9241', WHERE, { value: id, place: shownPath(owner.source) });
  const other = [...portsOf()].find(([, taken]) => taken === port)?.[0];
  if (other !== undefined) problems.add('CHAMP9244', WHERE, { value: port, owner: other });
  if (size !== undefined && isJvm(kind) && SIZE_CLASSES[size].heap === undefined) {
    problems.add('CHAMP9237', WHERE, { service: id, value: size, allowed: Object.entries(SIZE_CLASSES).flatMap(([name, { heap }]) => (heap ? [name] : [])) });
  }
  checkTitles([zh, en], WHERE, problems);
  problems.throwIfAny();
  return subsystem!;
}

/** Objects of the same name stand beside those of every service. */
const isReserved = (id: string): boolean => id === 'default' || id === 'constructor' || (MIDDLEWARE_KINDS as readonly string[]).includes(id);

/** Service -> port, of those that have one of their own. */
function portsOf(): ReadonlyMap<string, number> {
  return new Map(SUBSYSTEMS.flatMap(({ services }) => Object.entries(services).flatMap(([id, row]) => ('port' in row ? [[id, row.port] as const] : []))));
}
