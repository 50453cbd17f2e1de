import { join } from 'node:path';
import { parse } from 'yaml';
import { record, text, type Plain } from '../../engine/inspect/plain.ts';
import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import { Git } from '../../engine/publish/index.ts';
import { releasesOf } from '../release/list.ts';

/** An artefact that has come with a change: an image of it is to be built. */
export interface ChangedArtefact {
  readonly environment: string;
  readonly service: string;
  /** `registry/path:tag` */
  readonly image: string;
  readonly name: string;
  readonly sha256: string;
}

/** What may stand in a line of a shell's loop, and behind an address. */
const SAFE = {
  image: /^[a-z0-9][a-z0-9.:/_-]{0,300}:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/,
  name: /^[A-Za-z0-9][A-Za-z0-9._+-]{0,200}$/,
  sha256: /^[0-9a-f]{64}$/,
} as const;

/**
 * Artefacts in the releases.yaml of an environment that are others than at commit `base` while the image is the same, or without a digest: what came with
 * its image needs none. None where checksums are made up.
 * Throws a ProblemError for a base that is not there, and for names that could be taken for more than names.
 */
export async function changedArtefacts(git: Git, base: string, environment: string, folder: string): Promise<readonly ChangedArtefact[]> {
  const { registry, releases } = releasesOf(environment, folder);
  if (releases.sampleArtefacts) return [];
  const former = await releasesAt(git, base, environment);
  const found = Object.entries(releases.services).flatMap(([service, { image, tag, digest, artefact }]): readonly ChangedArtefact[] => {
    const before = record(former[service]);
    const isBuilt = digest !== undefined && text(before['digest']) !== digest;
    const isKnown = text(record(before['artefact'])['sha256']) === artefact?.sha256;
    return artefact === undefined || isBuilt || isKnown ? [] : [{ environment, service, image: `${registry}/${image}:${tag}`, ...artefact }];
  });
  const problems = new Problems();
  for (const each of found) {
    for (const [key, allowed] of Object.entries(SAFE) as [keyof typeof SAFE, RegExp][]) {
      if (!allowed.test(each[key])) problems.add('CHAMP9351', join('environments', environment, 'releases.yaml'), { value: each[key], service: each.service, allowed: allowed.source });
    }
  }
  problems.throwIfAny();
  return found;
}

/** Rows of services; none where the commit has no such file. */
async function releasesAt(git: Git, base: string, environment: string): Promise<Plain> {
  const commit = await git.end(['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`]);
  if (commit.code !== 0) throw new ProblemError([problem('CHAMP9350', 'cli/ci', { value: base })]);
  const shown = await git.end(['show', `${commit.out.toString('utf8').trim()}:./environments/${environment}/releases.yaml`]);
  return shown.code === 0 ? record(record(parse(shown.out.toString('utf8'), { logLevel: 'silent' }))['services']) : {};
}
