import type { Environment } from '../../constructs/environment.ts';
import type { ImageRow } from '../../constructs/facts.ts';
import type { RowFields } from '../../engine/edit/yaml-rows.ts';
import { nearest, type Problems } from '../../engine/problem/index.ts';
import { excerpt } from '../../engine/text/index.ts';
import { readReference, type Reference } from './reference.ts';
import type { Wanted } from './wanted.ts';

/** The fields of a service's row that a new image changes; undefined after problems. */
export function rowOf(wanted: Wanted, environment: Environment, problems: Problems): RowFields | undefined {
  const { service: id, image, where } = wanted;
  const service = environment.tryService(id);
  if (!service) {
    const ids = environment.allServices.map((each) => each.id);
    problems.add('CHAMP9226', where, { value: id, environment: environment.name, near: nearest(id, ids) });
  }
  const reference = readReference(image, environment.props, where, problems);
  if (!service) return undefined;
  const row = environment.facts.releases.services[id];
  // what runs already needs no new proof
  const isSame = reference !== undefined && (['image', 'tag', 'digest'] as const).every((key) => row?.[key] === reference[key]);
  const artefact = artefactOf(wanted, row?.artefact, service.constraint === 'strong' && !(isSame && wanted.artifactSha256 === undefined), problems);
  return reference && artefact && { ...fieldsOf(reference), ...artefact };
}

const fieldsOf = ({ image, tag, digest }: Reference): RowFields => ({ image, tag, digest });

const isFileName = (name: string): boolean => /^(?!\.{1,2}$)[^/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,255}$/u.test(name) && name.trim() === name;

/** The delivered file that the image is built of; undefined after problems, empty where nothing is said about it. */
function artefactOf({ service, artifactSha256: sha256, newArtifact: name, where }: Wanted, delivered: ImageRow['artefact'], isStrong: boolean, problems: Problems): RowFields | undefined {
  const known = problems.size;
  if (sha256 === undefined && isStrong) problems.add('CHAMP9227', where, { value: service });
  else if (name !== undefined && !isFileName(name)) problems.add('CHAMP9264', where, { value: excerpt(name) });
  else if (sha256 === undefined && name !== undefined) problems.add('CHAMP9231', where, { value: name });
  else if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) problems.add('CHAMP9230', where, { value: sha256 });
  else if (sha256 !== undefined && !delivered && name === undefined) problems.add('CHAMP9229', where, { value: service });
  else if (isStrong && delivered && sha256 !== delivered.sha256 && (name ?? delivered.name) === delivered.name) {
    problems.add('CHAMP9228', where, { service, value: sha256, name: delivered.name, allowed: delivered.sha256 });
  }
  if (problems.size > known) return undefined;
  return sha256 === undefined ? {} : { artefact: { name: name ?? delivered!.name, sha256 } };
}
