import { join } from 'node:path';
import type { ImageRow, Releases } from '../../constructs/facts.ts';
import { Problems } from '../../engine/problem/index.ts';
import { definitionOf, ENVIRONMENTS, readEnvironmentFacts } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { EXIT } from '../run.ts';
import { releaseWords as words } from './words.ts';

/** `registry/path:tag@sha256:...`; without the digest where the row has none. */
export const imageText = (registry: string, { image, tag, digest }: ImageRow): string => `${registry}/${image}:${tag}${digest === undefined ? '' : `@${digest}`}`;

export interface ReleasesOf {
  readonly name: string;
  readonly registry: string;
  readonly releases: Releases;
}

/** The releases of an environment, which need not be one that renders; throws a ProblemError with what cannot be read. */
export function releasesOf(name: string, folder: string = ENVIRONMENTS): ReleasesOf {
  const { props: { registry }, services } = definitionOf(name, folder);
  const problems = new Problems();
  const { facts: { releases } } = readEnvironmentFacts(join(folder, name), services, problems);
  problems.throwIfAny();
  return { name, registry, releases };
}

export function listReleases(env: string, console_: Console, folder?: string): number {
  const { name, registry, releases } = releasesOf(env, folder);
  const rows = Object.entries(releases.services).map(([service, row]) => ({ service, image: imageText(registry, row), ...(row.artefact ? { artefact: row.artefact } : {}) }));
  if (console_.json) console_.document({ releases: rows });
  else console_.data(table(Object.entries(releases.services).map(([service, { image, tag, digest = '-', artefact }]) => [service, `${image}:${tag}`, digest.slice(0, 19), artefact?.name ?? ''])));
  console_.note(say(words.listed, console_.language, { name, count: rows.length }));
  if (releases.sampleDigests || releases.sampleArtefacts) console_.note(say(words.sample, console_.language, { name }));
  return EXIT.ok;
}
