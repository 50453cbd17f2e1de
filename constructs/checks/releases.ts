import { CONSTRAINT_LEVELS } from '../words.ts';
import type { Environment } from '../environment.ts';
import type { ImageRow } from '../facts.ts';

const LOCAL = /-local\b|-\d{6}\b/;

/** Images by digest, artefacts by checksum, and no local build where the nation allows none. */
export function checkReleases(environment: Environment): void {
  const { problems, facts, production } = environment;
  for (const service of environment.allServices) {
    const row = facts.releases.services[service.id];
    if (!row) {
      problems.add('CHAMP2021', facts.at('releases', ['services']), { value: service.id });
      continue;
    }
    const at = (...path: string[]) => facts.at('releases', ['services', service.id, ...path]);
    checkImage(environment, row, at);
    const level = CONSTRAINT_LEVELS[service.constraint];
    if (production && level.artefactChecksum && 'port' in service.props && !row.artefact) {
      problems.add('CHAMP2024', at(), { value: service.id, level: service.constraint });
    }
    if (row.artefact && level.noLocalPatch && LOCAL.test(row.artefact.name)) {
      problems.add('CHAMP2025', at('artefact', 'name'), { value: row.artefact.name, service: service.id });
    }
  }
  for (const [key, row] of Object.entries(facts.releases.products)) {
    checkImage(environment, row, (...path) => facts.at('releases', ['products', key, ...path]));
  }
}

function checkImage(environment: Environment, row: ImageRow, at: (...path: string[]) => string): void {
  if (row.tag === 'latest') environment.problems.add('CHAMP2023', at('tag'), { value: `${row.image}:latest` });
  // a digest in the wrong form was reported where it stands
  if (environment.production && !row.digest && at('digest') === at()) environment.problems.add('CHAMP2022', at(), { value: `${row.image}:${row.tag}` });
}
