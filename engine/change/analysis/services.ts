import type { Change } from '../change.ts';
import type { Model, ModelService } from '../model.ts';
import type { EnvironmentPair } from './pair.ts';

const NAME = 'app.kubernetes.io/name';
const TENANT = 'champ.hsa/tenant';

/** Which services and tenants the objects of an environment belong to, by the models of both sides. */
export class Belonging {
  private readonly models: readonly Model[];
  private readonly byPlace = new Map<string, ModelService>();
  private readonly byId = new Map<string, ModelService[]>();

  private readonly former: ReadonlyMap<string, string>;

  constructor({ base, head }: EnvironmentPair) {
    this.former = new Map((base?.model?.services ?? []).map(({ id, tenant }) => [id, tenant]));
    // what the head says goes before
    this.models = [base?.model, head?.model].filter((each) => each !== undefined);
    for (const { services } of this.models) {
      for (const service of services) {
        this.byPlace.set(`${service.zone} ${service.namespace} ${service.id}`, service);
        const known = this.byId.get(service.id);
        if (known) known.push(service);
        else this.byId.set(service.id, [service]);
      }
    }
  }

  /** A service as the head has it, or the base where it is gone. */
  service(id: string): ModelService | undefined {
    return this.byId.get(id)?.at(-1);
  }

  /** Tenants of a service on either side; none when no model has it. */
  tenantsOf(id: string): readonly string[] {
    return [...new Set((this.byId.get(id) ?? []).map(({ tenant }) => tenant))];
  }

  /** Its tenant before; of a service that is new, that of the head. */
  ownersOfService(id: string): readonly string[] {
    const owner = this.former.get(id);
    return owner === undefined ? this.tenantsOf(id) : [owner];
  }

  /** Services that an object is a part of: by its name label in its namespace, or by the construct that made it. */
  servicesOf({ zone, object, path, before, after }: Change): readonly string[] {
    const names = [after, before].flatMap((each) => each?.metadata.labels?.[NAME] ?? []);
    const found = [...new Set(names)].filter((name) => this.byPlace.has(`${zone} ${object.namespace ?? ''} ${name}`));
    if (found.length > 0) return found;
    const last = path.split('/').at(-1) ?? '';
    return this.byId.get(last)?.some((each) => each.zone === zone) ? [last] : [];
  }

  /** Tenants that an object belongs to: by its label, or by its services; the platform's where nothing says so. */
  ownersOf(change: Change): readonly string[] {
    const labels = [change.before, change.after].flatMap((each) => each?.metadata.labels?.[TENANT] ?? []);
    const found = labels.length > 0 ? labels : this.servicesOf(change).flatMap((id) => this.tenantsOf(id));
    return found.length > 0 ? [...new Set(found)].sort() : ['platform'];
  }
}
