import type { ChangeReport } from '../report.ts';
import type { EnvironmentPair } from './pair.ts';
import { changedRows, type SourceChange } from './rows.ts';
import type { Belonging } from './services.ts';

export const PLATFORM = 'platform';

/** A part of the sources that is changed, and whose it is: a file, or `file#row` of a shared file. */
export interface Touched {
  readonly what: string;
  readonly path: string;
  /** Who must look: its owners on either side. */
  readonly tenants: readonly string[];
  /** Who may touch it: its owners before, since a change could make its author the owner of what it takes. */
  readonly owners: readonly string[];
}

/** A call that is new, from a service of one tenant to a service of another. */
export interface NewCall {
  readonly environment: string;
  readonly from: string;
  readonly to: string;
  readonly tenant: string;
  readonly callee: string;
  /** The two are in different zones. */
  readonly acrossGap: boolean;
}

/** Files of an environment in which rows of several tenants stand together. */
const SHARED: ReadonlySet<string> = new Set(['releases.yaml', 'sizes.yaml', 'waivers.yaml', 'approvals.yaml']);

type Belongings = ReadonlyMap<string, Pick<Belonging, 'tenantsOf' | 'ownersOfService'>>;

/**
 * Whose the changed sources are. A service's configuration, its rows in releases.yaml and sizes.yaml and the file that declares it are
 * its tenant's; waivers, approvals, products, middleware, quotas, profiles and everything else are the platform team's.
 */
export function touchedBy(sources: readonly SourceChange[], pairs: readonly EnvironmentPair[], belonging: Belongings): readonly Touched[] {
  const sides = { base: declaredIn(pairs, ['base']), both: declaredIn(pairs, ['base', 'head']) };
  // where no base is known, the head is all there is
  const before = pairs.some(({ base }) => base?.model) ? sides.base : sides.both;
  return sources.flatMap((source): readonly Touched[] => {
    const { path } = source;
    const [root, environment = '', ...rest] = path.split('/');
    const ofPlatform: Touched = { what: path, path, tenants: [PLATFORM], owners: [PLATFORM] };
    if (root !== 'environments') return [{ what: path, path, tenants: sides.both.get(path) ?? [PLATFORM], owners: before.get(path) ?? [PLATFORM] }];
    const ofService = (service: string) => {
      const known = belonging.get(environment);
      const [tenants, owners] = [known?.tenantsOf(service) ?? [], known?.ownersOfService(service) ?? []];
      return { tenants: tenants.length > 0 ? tenants : [PLATFORM], owners: owners.length > 0 ? owners : [PLATFORM] };
    };
    if (rest[0] === 'config' && rest.length > 2) return [{ what: path, path, ...ofService(rest[1]!) }];
    const [file = ''] = rest;
    if (rest.length !== 1 || !SHARED.has(file)) return [ofPlatform];
    const rows = changedRows(source);
    if (!rows) return [ofPlatform];
    return rows.map((row) => {
      const service = (file === 'releases.yaml' || file === 'sizes.yaml') && row.startsWith('services.') ? row.slice('services.'.length) : undefined;
      return { ...ofPlatform, what: `${path}#${row}`, ...(service === undefined ? {} : ofService(service)) };
    });
  });
}

/** Tenants by the source file that declares their services, on some sides. */
function declaredIn(pairs: readonly EnvironmentPair[], sides: readonly ('base' | 'head')[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pair of pairs) {
    for (const { source, tenant } of sides.flatMap((side) => pair[side]?.model?.services ?? [])) {
      const file = source.replace(/:\d+(?::\d+)?$/, '');
      const known = found.get(file);
      if (!known) found.set(file, [tenant]);
      else if (!known.includes(tenant)) known.push(tenant);
    }
  }
  return found;
}

/** Calls to services that the base has not; none where it cannot be known. */
export function newCalls({ name, base, head }: EnvironmentPair): readonly NewCall[] {
  if (!base?.model || !head?.model) return [];
  const former = new Map(base.model.services.map(({ id, calls }) => [id, new Set(calls)]));
  const services = new Map(head.model.services.map((each) => [each.id, each]));
  return head.model.services.flatMap(({ id, tenant, zone, calls }) => calls.flatMap((to): readonly NewCall[] => {
    const callee = services.get(to);
    if (!callee || former.get(id)?.has(to)) return [];
    return [{ environment: name, from: id, to, tenant, callee: callee.tenant, acrossGap: callee.zone !== zone }];
  }));
}

/** Who must look, and why: owners of what is touched, and tenants whose services get a new caller. */
export function ownerRows(touched: readonly Pick<Touched, 'what' | 'tenants'>[], calls: readonly NewCall[]): ChangeReport['owners'] {
  const found = new Map<string, Set<string>>();
  const add = (tenant: string, because: string) => {
    const known = found.get(tenant);
    if (known) known.add(because);
    else found.set(tenant, new Set([because]));
  };
  for (const { what, tenants } of touched) for (const tenant of tenants) add(tenant, what);
  for (const { from, to, tenant, callee } of calls) if (callee !== tenant) add(callee, `${from} -> ${to}`);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tenant, because]) => ({ tenant, because: [...because] }));
}
