import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ROOT, type EnvironmentFolder } from '../../fixtures/champ.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

/** A service, its tag and its image, as `releases.yaml` of the small estate has them. */
const { release, sampleDigests, sampleArtefacts, services, products } = smallEnvironment().facts.releases;
const RELEASES = `# images\n${stringify({ release, sampleDigests, sampleArtefacts, services, products }, { aliasDuplicateObjects: false })}`;

/**
 * A folder for `--environments` with the small estate in it, which renders several times as fast as a city. `hsa-mbs` and the front end
 * `hsa-mbs-ui` are under the strong constraint, `hsa-mbs-fsi` under the base one, `hsa-pss-pw` under the weak one.
 */
export function smallFolder(...names: readonly string[]): EnvironmentFolder {
  const folder = mkdtempSync(join(tmpdir(), 'champ-small-'));
  const put = (name: string, file: string, text: string) => {
    mkdirSync(join(folder, name, file, '..'), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  };
  for (const name of names) {
    put(name, 'index.ts', [
      `import { city } from '${ROOT}/apps/medical-insurance/index.ts';`,
      `import { SMALL_SUBSYSTEMS, smallEnvironment } from '${ROOT}/test/fixtures/estate.ts';`,
      "const STRONG = ['hsa-mbs', 'hsa-mbs-ui'];",
      'const subsystems = SMALL_SUBSYSTEMS.map((row) => ({ ...row, services: Object.fromEntries(Object.entries(row.services)',
      "  .map(([id, service]) => [id, STRONG.includes(id) ? { ...service, constraint: 'strong' } : service])) }));",
      `export default city({ ...smallEnvironment().props, name: '${name}' }, subsystems);`, '',
    ].join('\n'));
    put(name, 'releases.yaml', RELEASES.replace(/(?<= {2}hsa-mbs-ui:\n(?: {4}.*\n)+?) {4}artefact:\n(?: {6}.*\n)+/, ''));
    put(name, 'sizes.yaml', '# What this city takes of the delivered sizes, e.g.\n#   services: {hsa-mbs: {min: 16, max: 24}}\nprofile: city10M\nservices: {}\nmiddleware: {}\n');
  }
  return { folder, put, remove: () => rmSync(folder, { recursive: true }) };
}
