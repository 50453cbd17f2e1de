import { nearest, type Problems } from '../../engine/problem/index.ts';
import { MIDDLEWARE_KINDS } from '../middleware/kinds.ts';
import { GATEWAY_PRODUCTS, SERVICE_KINDS } from '../service/kinds.ts';
import type { ServiceRow } from '../service/props.ts';
import type { SubsystemProps } from '../subsystem.ts';
import { APP_CLASSES, CONSTRAINT_LEVELS, LAYERS, SENSITIVITIES, SIZE_CLASSES, ZONES } from '../words.ts';

const ID = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;
const TENANT = /^(platform|vendor-0[1-9])$/;
const SCHEMA = /^[a-z][a-z0-9_]{0,62}$/;

/** Collects what is wrong with one row; true as long as nothing is. */
class RowCheck {
  ok = true;
  private readonly where: string;
  private readonly problems: Problems;

  constructor(where: string, problems: Problems) {
    this.where = where;
    this.problems = problems;
  }

  that(holds: boolean, field: string, value: unknown, allowed: string | readonly string[]): void {
    if (holds) return;
    this.ok = false;
    const near = typeof allowed === 'string' ? undefined : nearest(String(value), allowed);
    this.problems.add('CHAMP2046', this.where, { field, value: JSON.stringify(value) ?? 'undefined', allowed, near });
  }

  oneOf(field: string, value: unknown, allowed: object | readonly string[], optional = false): void {
    const names = Array.isArray(allowed) ? allowed as readonly string[] : Object.keys(allowed);
    this.that((optional && value === undefined) || names.includes(String(value)), field, value, names);
  }
}

/** Whether a subsystem's own fields can be built on: types say so too, but a transpiler drops them. */
export function checkSubsystemRow(row: SubsystemProps & { readonly zone: string }, where: string, problems: Problems): boolean {
  const check = new RowCheck(where, problems);
  check.that(ID.test(row.id ?? ''), 'id', row.id, 'lower-case letters, digits and hyphens, at most 40');
  check.that(TENANT.test(row.tenant ?? ''), 'tenant', row.tenant, 'platform, or vendor-01 to vendor-09');
  check.oneOf('constraint', row.constraint, CONSTRAINT_LEVELS);
  check.oneOf('appClass', row.appClass, APP_CLASSES, true);
  check.oneOf('layer', row.layer, LAYERS, true);
  check.oneOf('zone', row.zone, ZONES);
  return check.ok;
}

/** Whether a service can be built of its row; `topics` are those there are. A row that is refused is left out of the tree. */
export function checkServiceRow(id: string, row: ServiceRow, topics: readonly string[], where: string, problems: Problems): boolean {
  const check = new RowCheck(where, problems);
  check.that(ID.test(id), 'id', id, 'lower-case letters, digits and hyphens, at most 40');
  check.oneOf('kind', row.kind, SERVICE_KINDS);
  check.oneOf('zone', row.zone, ZONES, true);
  check.oneOf('size', row.size, SIZE_CLASSES);
  check.oneOf('sensitivity', row.sensitivity, SENSITIVITIES);
  check.oneOf('constraint', row.constraint, CONSTRAINT_LEVELS, true);
  check.oneOf('layer', row.layer, LAYERS, true);
  const counts = [row.replicas?.min, row.replicas?.max, row.replicas?.city10M];
  check.that(counts.every((each) => Number.isInteger(each) && Number(each) > 0), 'replicas', row.replicas, 'min, max and city10M, whole numbers above 0');
  for (const protocol of Object.keys(row.calls ?? {})) check.oneOf('calls', protocol, ['http', 'dubbo']);
  for (const kind of row.uses ?? []) if (nearest(kind, MIDDLEWARE_KINDS) === undefined) check.oneOf('uses', kind, MIDDLEWARE_KINDS);
  if (row.kind === 'gateway') check.oneOf('product', row.product, GATEWAY_PRODUCTS);
  if ('port' in row || ['api', 'worker', 'batch'].includes(row.kind)) {
    const { port, schemas, publishes, subscribes } = row as { readonly port?: unknown; readonly schemas?: Readonly<Record<string, string>>; readonly publishes?: readonly string[]; readonly subscribes?: readonly string[] };
    check.that(Number.isInteger(port) && Number(port) > 1023 && Number(port) < 45536, 'port', port, '1024 to 45535 (Dubbo is 20000 above)');
    for (const schema of Object.values(schemas ?? {})) check.that(SCHEMA.test(schema), 'schemas', schema, 'lower-case letters, digits and underscores');
    for (const topic of [...(publishes ?? []), ...(subscribes ?? [])]) check.oneOf('topics', topic, topics);
  }
  return check.ok;
}
