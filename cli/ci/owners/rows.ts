import type { TenantSources } from './tenants.ts';

export const PLATFORM = 'platform';

/** Who must look at what: a pattern as CODEOWNERS has it, and tenants, each of whom is enough. The last row that fits counts. */
export interface OwnerRow {
  readonly pattern: string;
  readonly tenants: readonly string[];
}

/** A group of rows with its reason. */
export interface OwnerGroup {
  readonly why: string;
  readonly rows: readonly OwnerRow[];
}

/** Rows of all tenants stand in these files of an environment; `champ diff` judges them row by row. */
const SHARED = ['releases.yaml', 'sizes.yaml'] as const;

/** Whatever grants, excuses or decides, and what runs in the pipelines; last, so that no other row takes it away. */
const OF_PLATFORM = [
  '/constructs/', '/policies/', '/engine/', '/cli/', '/test/', '/environments/*/index.ts', '/environments/*/approvals.yaml', '/environments/*/waivers.yaml',
  '/.projenrc.ts', '/.projen/', '/package.json', '/package-lock.json', '/.npmrc', '/.github/', '/.gitlab-ci.yml', '/CODEOWNERS',
] as const;

export function ownerGroups({ files, services, tenants }: TenantSources): readonly OwnerGroup[] {
  const platform = [PLATFORM];
  return [
    { why: 'Whatever nobody else has is the platform team\'s.', rows: [{ pattern: '*', tenants: platform }] },
    { why: 'A subsystem is its tenant\'s.', rows: [...files].map(([path, owners]) => ({ pattern: `/${path}`, tenants: owners })) },
    { why: 'So are the configuration files of its services, in every environment.', rows: [...services].map(([id, tenant]) => ({ pattern: `/environments/*/config/${id}/`, tenants: [tenant] })) },
    {
      why: 'Tenants change their own rows of these; champ diff names who owns each row and stops whoever changes another\'s.',
      rows: SHARED.map((file) => ({ pattern: `/environments/*/${file}`, tenants: [...platform, ...tenants] })),
    },
    { why: 'What grants, excuses or decides is the platform team\'s alone.', rows: OF_PLATFORM.map((pattern) => ({ pattern, tenants: platform })) },
  ];
}
