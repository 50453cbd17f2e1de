import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, environmentNames, ROOT } from '../../estate/environments.ts';

/** What a tenant owns of the sources, by its rows in the apps. */
export interface TenantSources {
  /** Tenants that a source file declares subsystems of, by its path. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Tenant of each service that an environment has. */
  readonly services: ReadonlyMap<string, string>;
  /** Vendor slots, sorted; the platform team is not among them. */
  readonly tenants: readonly string[];
}

const APPS = join(ROOT, 'apps');
const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** Reads the rows themselves: a file declares the subsystems that it exports. */
export function tenantSources(): TenantSources {
  const subsystems = new Set(environmentNames().flatMap((name) => definitionOf(name).subsystems));
  const files = new Map<string, readonly string[]>();
  for (const app of readdirSync(APPS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort(byText)) {
    for (const file of readdirSync(join(APPS, app)).filter((name) => name.endsWith('.ts') && name !== 'index.ts').sort(byText)) {
      const exported = Object.values(require(join(APPS, app, file)) as Readonly<Record<string, unknown>>);
      const tenants = [...subsystems].filter((row) => exported.includes(row)).map(({ tenant }) => tenant);
      if (tenants.length > 0) files.set(`apps/${app}/${file}`, [...new Set(tenants)].sort(byText));
    }
  }
  const services = new Map([...subsystems].flatMap((row) => Object.keys(row.services).map((id) => [id, row.tenant] as const)).sort(([a], [b]) => byText(a, b)));
  return { files, services, tenants: [...new Set([...subsystems].map(({ tenant }) => tenant))].sort(byText) };
}
