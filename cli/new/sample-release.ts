import { createHash } from 'node:crypto';
import type { Releases } from '../../constructs/facts.ts';
import { CONSTRAINT_LEVELS, EDITIONS, type ConstraintLevel, type Edition } from '../../constructs/words.ts';
import { editRows, type RowFields } from '../../engine/edit/yaml-rows.ts';
import { SAMPLE_NOTE } from '../release/sample-note.ts';

export interface Sample {
  readonly id: string;
  /** A service of the same subsystem: the new row stands behind it and looks like it. */
  readonly behind?: string;
  readonly edition: Edition;
  readonly constraint: ConstraintLevel;
  readonly isJvm: boolean;
}

const sampleOf = (text: string): string => createHash('sha256').update(`sample of ${text}`).digest('hex');

/**
 * The text of a releases.yaml with a row for an image that is not built yet. Digest and checksum are made up and the row says so; so do
 * the flags of the file, which keep it from being published.
 */
export function withSampleRelease(text: string, releases: Releases, { id, behind, edition, constraint, isJvm }: Sample, name: string): string {
  const like = (behind === undefined ? undefined : releases.services[behind]) ?? Object.values(releases.services)[0];
  const image = `${like?.image.includes('/') ? like.image.slice(0, like.image.lastIndexOf('/') + 1) : ''}${id}`;
  const tag = like?.tag ?? releases.release;
  const needsArtefact = isJvm && CONSTRAINT_LEVELS[constraint].artefactChecksum;
  const row: RowFields = {
    image, tag, digest: `sha256:${sampleOf(`${image}:${tag}`)}`,
    ...(needsArtefact ? { artefact: { name: `${id}-${EDITIONS[edition].springProfile}-${tag}-RELEASE.jar`, sha256: sampleOf(id) } } : {}),
  };
  const fields = {
    ...(releases.sampleDigests ? {} : { sampleDigests: true }),
    ...(releases.sampleArtefacts || !needsArtefact ? {} : { sampleArtefacts: true }),
    services: { [id]: row },
  };
  return editRows(text, fields, {
    name, notes: { [id]: SAMPLE_NOTE },
    behind: { ...(behind === undefined ? {} : { [id]: behind }), sampleDigests: 'release', sampleArtefacts: releases.sampleDigests ? 'sampleDigests' : 'release' },
  });
}
