import type { Environment } from '../environment.ts';
import type { DatabaseKind } from '../service/props.ts';

const DATABASES: readonly DatabaseKind[] = ['relational-db', 'distributed-db'];

/** Who uses a database names its schema, and a schema belongs to one tenant: the account of a service may write to it. */
export function checkSchemas(environment: Environment): void {
  const owners = new Map<string, { readonly tenant: string; readonly service: string }>();
  for (const service of environment.allServices) {
    if (!('port' in service.props)) continue;
    for (const kind of DATABASES) {
      const schema = service.props.schemas?.[kind];
      if ((schema !== undefined) !== service.uses.includes(kind)) {
        environment.problems.add('CHAMP2042', environment.pathOf(service), { value: kind });
        continue;
      }
      if (schema === undefined) continue;
      const key = `${service.zone.id}/${kind}/${schema}`;
      const { tenant } = service.subsystem;
      const owner = owners.get(key);
      if (!owner) owners.set(key, { tenant, service: service.id });
      else if (owner.tenant !== tenant) environment.problems.add('CHAMP2043', environment.pathOf(service), { value: schema, owner: `${owner.tenant} (${owner.service})` });
    }
  }
}
