import { Environment, type EnvironmentProps } from '../../constructs/environment.ts';
import { checkEnvironment, checkServiceRow, checkSubsystemRow } from '../../constructs/checks/index.ts';
import type { Facts } from '../../constructs/facts.ts';
import { nearest } from '../../engine/problem/index.ts';
import { MIDDLEWARE, Middleware, type Holding } from '../../constructs/middleware/index.ts';
import { ApiService, BatchService, GatewayService, WebFrontend, WorkerService, type Protocol, type Service, type ServiceRow } from '../../constructs/service/index.ts';
import { PUBLICATION, publicationAccess } from '../../constructs/route.ts';
import { Subsystem } from '../../constructs/subsystem.ts';
import type { ZoneId } from '../../constructs/words.ts';
import { Zone } from '../../constructs/zone.ts';
import { defaultFiles } from './defaults.ts';
import { PATHS } from './paths.ts';
import { ROUTES } from './routes.ts';
import type { SubsystemRow } from './rows.ts';
import { SUBSYSTEMS } from './subsystems.ts';
import { TOPICS } from './topics.ts';

export interface CityDefinition {
  readonly props: EnvironmentProps;
  readonly services: readonly string[];
  /** What it is made of: another environment may be made of the same. */
  readonly subsystems: readonly SubsystemRow[];
  /** The tree; what is wrong with it is in `problems` of the environment. */
  build(facts: Facts): Environment;
}

/** A city's medical-insurance platform: its subsystems in their zones; default: all of the national release. */
export function city(props: EnvironmentProps, subsystems: readonly SubsystemRow[] = SUBSYSTEMS): CityDefinition {
  return {
    props,
    services: subsystems.flatMap((row) => Object.keys(row.services)),
    subsystems,
    build(facts) {
      const structure = checkEnvironment(props);
      try {
        const environment = grow(props, facts, subsystems);
        environment.problems.push(...structure.all());
        return environment;
      } catch (error) {
        // what cannot be built on was reported
        structure.throwIfAny();
        throw error;
      }
    },
  };
}

function grow(props: EnvironmentProps, facts: Facts, subsystems: readonly SubsystemRow[]): Environment {
  const environment = new Environment(props, facts);
  for (const id of ['core', 'public'] as const) new Zone(environment, id, props.zones[id]);
  for (const row of subsystems) declare(environment, row);
  for (const row of subsystems) connect(environment, row);
  layOutMiddleware(environment);
  return environment;
}

function declare(environment: Environment, row: SubsystemRow): void {
  const where = `${environment.name}/${row.id}`;
  if (!checkSubsystemRow(row, where, environment.problems)) return;
  const rows = (Object.entries(row.services) as [string, ServiceRow][])
    .filter(([id, service]) => checkServiceRow(id, service, Object.keys(TOPICS), `${where}/${id}`, environment.problems));
  for (const zone of environment.zones) {
    const here = rows.filter(([, service]) => (service.zone ?? row.zone) === zone.id);
    if (here.length === 0) continue;
    if (zone.node.tryFindChild(row.id)) {
      environment.problems.add('CHAMP2035', environment.pathOf(zone), { value: row.id });
      continue;
    }
    const subsystem = new Subsystem(zone, row);
    for (const [id, service] of here) {
      if (environment.tryService(id)) environment.problems.add('CHAMP2035', environment.pathOf(subsystem), { value: id });
      else create(subsystem, id, service);
    }
  }
}

function create(subsystem: Subsystem, id: string, row: ServiceRow): Service {
  switch (row.kind) {
    case 'api': return new ApiService(subsystem, id, row);
    case 'worker': return new WorkerService(subsystem, id, row);
    case 'batch': return new BatchService(subsystem, id, row);
    case 'web': return new WebFrontend(subsystem, id, row);
    case 'gateway': return new GatewayService(subsystem, id, row);
  }
}

function connect(environment: Environment, row: SubsystemRow): void {
  const critical = new Set(Object.values(PATHS).flatMap((path) => (path.critical ? path.hops : [])));
  for (const [id, service] of Object.entries(row.services) as [string, ServiceRow][]) {
    const caller = environment.tryService(id);
    if (!caller) continue;
    if (critical.has(id)) caller.priority = 'settlement';
    caller.files.push(...defaultFiles(caller));
    for (const [protocol, targets] of Object.entries(service.calls ?? {}) as [Protocol, readonly string[]][]) {
      for (const target of targets) resolve(caller, target, (callee) => caller.calls(callee, protocol));
    }
    for (const [route, targets] of Object.entries(service.callsAcross ?? {}) as [string, readonly string[]][]) {
      const found = ROUTES[route as keyof typeof ROUTES];
      if (!found) {
        environment.problems.add('CHAMP2008', environment.pathOf(caller), { value: route, allowed: Object.keys(ROUTES) });
        continue;
      }
      for (const target of targets) resolve(caller, target, (callee) => caller.callsAcross(callee, found));
    }
  }
}

function resolve(caller: Service, target: string, then: (callee: Service) => void): void {
  const { environment } = caller;
  const callee = environment.tryService(target);
  if (callee) then(callee);
  else environment.problems.add('CHAMP2007', environment.pathOf(caller), { value: target, near: nearest(target, environment.allServices.map((each) => each.id)) });
}

function layOutMiddleware(environment: Environment): void {
  for (const zone of environment.zones) {
    for (const row of Object.values(MIDDLEWARE)) {
      // the operations zone has no cluster of its own: it stands in core
      const zones = row.zones.map((id): ZoneId => (id === 'ops' ? 'core' : id));
      if (!zones.includes(zone.id)) continue;
      new Middleware(zone, row, {
        holdings: () => holdingsOf(environment, zone.id, row.kind),
        topics: () => (row.kind === 'mq' ? topicsOf(environment, zone.id) : []),
      });
    }
  }
}

function holdingsOf(environment: Environment, zone: ZoneId, kind: string): readonly Holding[] {
  return environment.allServices
    .filter((service) => service.zone.id === zone && (service.uses as readonly string[]).includes(kind))
    .flatMap((service): readonly Holding[] => {
      const { props } = service;
      const jvm = 'port' in props ? props : undefined;
      const own: Holding = {
        service: service.id,
        namespace: service.namespace,
        tenant: service.subsystem.tenant,
        schema: jvm?.schemas?.[kind as 'relational-db' | 'distributed-db'],
        access: 'readWrite',
        publishes: jvm?.publishes ?? [],
        subscribes: jvm?.subscribes ?? [],
        bucket: kind === 'object-store' ? service.id : undefined,
        index: kind === 'search' ? service.id : undefined,
      };
      // what is published to the other zone lies in a schema of its own, the only one that the ferry carries
      const access = kind === 'relational-db' ? publicationAccess(service) : undefined;
      return access ? [own, { ...own, schema: PUBLICATION, access }] : [own];
    });
}

function topicsOf(environment: Environment, zone: ZoneId): { readonly id: string; readonly partitions: number }[] {
  const used = new Set(holdingsOf(environment, zone, 'mq').flatMap((each) => [...each.publishes, ...each.subscribes]));
  return Object.entries(TOPICS).filter(([id]) => used.has(id)).map(([id, row]) => ({ id, partitions: row.partitions }));
}
