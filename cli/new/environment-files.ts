import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityDefinition } from '../../apps/medical-insurance/index.ts';
import type { SizeProfile } from '../../constructs/facts.ts';
import { ZONES } from '../../constructs/words.ts';
import { editRows, type RowFields } from '../../engine/edit/yaml-rows.ts';
import { Problems } from '../../engine/problem/index.ts';
import { shownPath, type EditedFile } from '../edit/files.ts';
import { readEnvironmentFacts, type EditedFacts } from '../estate/index.ts';

export interface Copied {
  readonly files: readonly EditedFile[];
  readonly edited: EditedFacts;
}

const ONE_POD = '# One pod of everything, small volumes.\nprofile: dev\nservices: {}\nmiddleware: {}\n';

/**
 * The fact files of another environment, without what belongs to services that the new one has not, and with its area code in the
 * configuration; exceptions from the sizes of a city mean nothing to profile `dev`. Throws a ProblemError with what cannot be read there.
 */
export function copyFacts(former: CityDefinition, next: CityDefinition, { from, to, profile }: { readonly from: string; readonly to: string; readonly profile?: SizeProfile }): Copied {
  const problems = new Problems();
  const { facts } = readEnvironmentFacts(from, former.services, problems);
  problems.throwIfAny();
  const keeps = new Set(next.services);
  const gone = (rows: object): RowFields => Object.fromEntries(Object.keys(rows).filter((id) => !keeps.has(id)).map((id) => [id, undefined]));
  const kept = new Set(next.subsystems.map(({ id }) => id));
  const namespaces = former.subsystems.filter(({ id }) => !kept.has(id)).flatMap(({ id }) => Object.values(ZONES).map(({ prefix }) => `${prefix}-${id}`));
  const { services, quotas } = facts.sizes;
  const releases = edit(from, 'releases', { services: gone(facts.releases.services) });
  const sizes = profile === 'dev' && facts.sizes.profile !== 'dev' ? ONE_POD : edit(from, 'sizes', {
    ...(hasAny(gone(services)) ? { services: gone(services) } : {}),
    ...(namespaces.some((name) => Object.hasOwn(quotas, name)) ? { quotas: Object.fromEntries(namespaces.map((name) => [name, undefined])) } : {}),
  });
  const waivers = existsSync(join(from, 'waivers.yaml')) ? readFileSync(join(from, 'waivers.yaml'), 'utf8') : undefined;
  const area = new RegExp(`(?<!\\d)${former.props.admdvs}(?!\\d)`, 'g');
  const config = Object.fromEntries(Object.entries(facts.config).filter(([id]) => keeps.has(id))
    .map(([id, files]) => [id, files.map((file) => ({ ...file, text: file.text.replace(area, next.props.admdvs) }))]));
  return {
    edited: { releases, sizes, waivers, config },
    files: [
      { path: join(to, 'releases.yaml'), after: releases },
      { path: join(to, 'sizes.yaml'), after: sizes },
      ...(waivers === undefined ? [] : [{ path: join(to, 'waivers.yaml'), after: waivers }]),
      ...Object.entries(config).flatMap(([id, files]) => files.map(({ path, text }) => ({ path: join(to, 'config', id, path), after: text }))),
    ],
  };
}

const hasAny = (fields: RowFields): boolean => Object.keys(fields).length > 0;

function edit(folder: string, file: 'releases' | 'sizes', fields: RowFields): string {
  const path = join(folder, `${file}.yaml`);
  return editRows(readFileSync(path, 'utf8'), fields, { name: shownPath(path) });
}
