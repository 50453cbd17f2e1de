import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import type { ImageRow } from '../../constructs/facts.ts';
import { editRows, type RowFields } from '../../engine/edit/yaml-rows.ts';
import type { Problems } from '../../engine/problem/index.ts';
import { shownPath, type EditedFile } from '../edit/files.ts';
import { withoutSampleNote } from '../release/sample-note.ts';
import type { Promotion } from './promotion.ts';
import { isOlder } from './version-order.ts';

export interface PromotedRow {
  readonly service: string;
  /** `path:tag@digest`. */
  readonly before?: string;
  readonly after: string;
}

const FIELDS = ['image', 'tag', 'digest', 'artefact', 'migration'] as const;

/** releases.yaml of the target with the rows of the source; undefined when they are the same. */
export function promoteReleases(promotion: Promotion, problems: Problems): { readonly file: EditedFile; readonly rows: readonly PromotedRow[] } | undefined {
  const { from, to, services, isWhole, allowOlder } = promotion;
  const [was, is] = [to.environment.facts.releases, from.environment.facts.releases];
  const rows: { readonly service: string; readonly row: ImageRow }[] = [];
  for (const service of services) {
    const row = is.services[service];
    if (!row) problems.add('CHAMP9339', `environments/${from.name}`, { service, from: from.name });
    else if (!isSame(was.services[service], row)) rows.push({ service, row });
  }
  // a release is that of all services
  const release = isWhole && rows.length > 0 && is.release !== was.release ? { release: is.release } : {};
  if (rows.length === 0) return undefined;
  const path = join(to.home, 'releases.yaml');
  const source = readFileSync(join(from.home, 'releases.yaml'), 'utf8');
  const text = readFileSync(path, 'utf8');
  refuseSamples(promotion, rows.map(({ service }) => service), source, problems);
  for (const { service, row } of rows) refuseArtefact(service, row.artefact, was.services[service]?.artefact, promotion, problems);
  if (!allowOlder) for (const { service, row } of rows) refuseOlder(service, row.tag, was.services[service]?.tag, promotion, problems);
  const fields: RowFields = { ...release, ...flagsFor(promotion), services: Object.fromEntries(rows.map(({ service, row }) => [service, fieldsOf(row, was.services[service])])) };
  const edited = problems.gather(() => editRows(text, fields, { name: shownPath(path), behind: neighbours(promotion) }));
  if (edited === undefined) return undefined;
  return {
    file: { path, before: text, after: rows.reduce((each, { service }) => withoutSampleNote(each, service), edited) },
    rows: rows.map(({ service, row }) => ({ service, ...(was.services[service] ? { before: imageOf(was.services[service]) } : {}), after: imageOf(row) })),
  };
}

const isSame = (was: ImageRow | undefined, is: ImageRow): boolean => was !== undefined && FIELDS.every((field) => isDeepStrictEqual(was[field], is[field]));

const imageOf = ({ image, tag, digest }: ImageRow): string => `${image}:${tag}${digest === undefined ? '' : `@${digest}`}`;

/** All fields of a row; those that the source lacks go. */
function fieldsOf(row: ImageRow, was: ImageRow | undefined): RowFields {
  return Object.fromEntries(FIELDS.flatMap((field) => (row[field] === undefined && was?.[field] === undefined ? [] : [[field, row[field] as RowFields[string]]])));
}

/** Whatever says that its digests are made up is no release. */
function refuseSamples({ from, to }: Promotion, services: readonly string[], source: string, problems: Problems): void {
  if (!to.environment.production) return;
  const where = shownPath(join(from.home, 'releases.yaml'));
  for (const flag of ['sampleDigests', 'sampleArtefacts'] as const) {
    if (from.environment.facts.releases[flag]) problems.add('CHAMP9335', where, { from: from.name, to: to.name, value: flag });
  }
  for (const service of services) if (withoutSampleNote(source, service) !== source) problems.add('CHAMP9335', where, { from: from.name, to: to.name, value: service });
}

/** Made-up digests stay known as such; the flag of the target goes when all of its services have real ones. */
function flagsFor({ from, to, isWhole }: Promotion): RowFields {
  return Object.fromEntries((['sampleDigests', 'sampleArtefacts'] as const).flatMap((flag) => {
    const [was, is] = [to.environment.facts.releases[flag], from.environment.facts.releases[flag]];
    return was !== is && (is || isWhole) ? [[flag, is]] : [];
  }));
}

function refuseOlder(service: string, tag: string, other: string | undefined, { from, to }: Promotion, problems: Problems): void {
  if (other !== undefined && isOlder(tag, other)) problems.add('CHAMP9336', shownPath(join(to.home, 'releases.yaml')), { service, from: from.name, to: to.name, value: tag, other });
}

/** Under the strong constraint an image goes with the delivered file that it was built from, which has one checksum. */
function refuseArtefact(service: string, artefact: ImageRow['artefact'], delivered: ImageRow['artefact'], { from, to }: Promotion, problems: Problems): void {
  if (to.environment.tryService(service)?.constraint !== 'strong' || !delivered) return;
  const where = shownPath(join(from.home, 'releases.yaml'));
  if (!artefact) problems.add('CHAMP9227', where, { value: service });
  else if (artefact.name === delivered.name && artefact.sha256 !== delivered.sha256) problems.add('CHAMP9228', where, { service, value: artefact.sha256, name: delivered.name, allowed: delivered.sha256 });
}

/** A service without a row gets it behind the one that it follows in the source. */
function neighbours({ from, to }: Promotion): Readonly<Record<string, string>> {
  const known = to.environment.facts.releases.services;
  const ids = Object.keys(from.environment.facts.releases.services);
  return Object.fromEntries(ids.flatMap((id, index) => {
    const before = Object.hasOwn(known, id) ? undefined : ids.slice(0, index).findLast((each) => Object.hasOwn(known, each));
    return before === undefined ? [] : [[id, before]];
  }));
}
