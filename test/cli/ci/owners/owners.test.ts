import { execFileSync } from 'node:child_process';
import { ownerGroups, PLATFORM } from '../../../../cli/ci/owners/rows.ts';
import { tenantSources } from '../../../../cli/ci/owners/tenants.ts';
import { codeOwners } from '../../../../cli/ci/owners/text.ts';
import { modelOf } from '../../../../cli/estate/model.ts';
import { buildEnvironment, renderEnvironment } from '../../../../cli/estate/index.ts';
import { touchedBy } from '../../../../engine/change/analysis/owners.ts';
import { ROOT } from '../../../fixtures/champ.ts';

const ROWS = ownerGroups(tenantSources()).flatMap(({ rows }) => rows);

/** As both forges read it: the last row that fits; a folder holds all below it, `*` is one part of a path. */
function ownersOf(path: string): readonly string[] {
  const fits = (pattern: string) => pattern === '*' || new RegExp(`^${pattern.slice(1).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')}${pattern.endsWith('/') ? '.' : '$'}`).test(path);
  return ROWS.findLast(({ pattern }) => fits(pattern))?.tenants ?? [];
}

it.each([
  ['apps/medical-insurance/mbs.ts', ['vendor-08']], ['apps/medical-insurance/tps.ts', ['vendor-02']], ['apps/medical-insurance/routes.ts', [PLATFORM]], ['apps/medical-insurance/new.ts', [PLATFORM]],
  ['environments/linyi/config/hsa-mbs-fsi/application.yml', ['vendor-08']], ['environments/other/config/hsa-tps-ent/a/b.conf', ['vendor-02']], ['environments/linyi/config/unknown/x.yml', [PLATFORM]],
  ['environments/linyi/approvals.yaml', [PLATFORM]], ['environments/linyi/waivers.yaml', [PLATFORM]], ['environments/linyi/index.ts', [PLATFORM]],
  ['constructs/zone.ts', [PLATFORM]], ['policies/a/b.ts', [PLATFORM]], ['.projenrc.ts', [PLATFORM]], ['.github/workflows/comment.yml', [PLATFORM]], ['.gitlab-ci.yml', [PLATFORM]], ['CODEOWNERS', [PLATFORM]],
  ['cli/ci/post.js', [PLATFORM]], ['package-lock.json', [PLATFORM]], ['anything', [PLATFORM]],
])('%s belongs to %j', (path, tenants) => {
  expect(ownersOf(path)).toEqual(tenants);
});

it('lets every tenant change its rows of what they share', () => {
  for (const file of ['releases.yaml', 'sizes.yaml']) expect(ownersOf(`environments/linyi/${file}`)).toEqual([PLATFORM, ...Array.from({ length: 9 }, (_, index) => `vendor-0${index + 1}`)]);
});

it('says of every file of the repository what champ diff says', () => {
  const rendered = renderEnvironment(buildEnvironment('dev'));
  const model = modelOf(rendered);
  const tenants = new Map(model.services.map(({ id, tenant }) => [id, [tenant]]));
  const tenantsOf = (service: string) => tenants.get(service) ?? [];
  const side = { name: 'dev', ledger: { version: 1 as const, environment: 'dev', objects: [], files: [] }, manifest: () => { throw new Error('not asked'); }, text: () => '', model };
  const paths = execFileSync('git', ['-C', ROOT, 'ls-files', '-z', '--cached'], { encoding: 'utf8' }).split('\0').filter((path) => path !== '' && !/^environments\/[^/]+\/(releases|sizes)\.yaml$/.test(path));
  const more = model.services.map(({ id }) => `environments/dev/config/${id}/application.yml`);
  const pairs = [{ name: 'dev', base: side, head: side }] as unknown as Parameters<typeof touchedBy>[1];
  const belonging = new Map(['dev', 'linyi'].map((name) => [name, { tenantsOf, ownersOfService: tenantsOf }]));
  for (const path of [...paths, ...more]) {
    const [touched] = touchedBy([{ path, after: 'x' }], pairs, belonging);
    expect([path, ownersOf(path), ownersOf(path)]).toEqual([path, touched!.tenants, touched!.owners]);
  }
  expect(paths.length).toBeGreaterThan(500);
});

it('is written with a team for each tenant, in the syntax of both forges', () => {
  const text = codeOwners([{ why: 'Why.', rows: [{ pattern: '*', tenants: [PLATFORM] }, { pattern: '/apps/x.ts', tenants: ['vendor-01', 'vendor-02'] }] }], 'city');
  expect(text).toBe('# Why.\n*          @city/platform\n/apps/x.ts @city/vendor-01 @city/vendor-02\n');
});
