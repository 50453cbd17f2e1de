import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Middleware } from '../../constructs/middleware/index.ts';
import { SERVICE_KINDS } from '../../constructs/service/kinds.ts';
import type { Service } from '../../constructs/service/index.ts';
import { SIZE_CLASSES } from '../../constructs/words.ts';
import { serviceFlows } from '../../engine/render/network/service-flows.ts';
import { ROOT } from './environments.ts';
import type { Rendered } from './estate.ts';

/** A value and what decided it: the row of the app, the service kind, the environment. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly from: string;
}

export interface Explanation {
  readonly environment: string;
  readonly name: string;
  readonly what: string;
  readonly zh: string;
  readonly en: string;
  readonly path: string;
  /** `file:line` of the declaration. */
  readonly source: string;
  readonly facts: readonly Fact[];
  /** Why it may talk to whom. */
  readonly traffic: readonly string[];
  /** Files of the output. */
  readonly files: readonly string[];
}

/** Everything called `name`: a service, a middleware kind or its namespace, `kind/name` or `name` of objects, or a file of the output. */
export function explain({ environment, tree }: Rendered, name: string): readonly Explanation[] {
  const files = [...tree.files.values()];
  const filesOf = (path: string) => files.filter((each) => each.path === path).map((each) => each.file);
  const service = environment.tryService(name);
  // policies lie among the guardrails, where their folder's owner is another
  const policies = files.filter((each) => each.object?.kind === 'NetworkPolicy' && each.object.name === name).map((each) => each.file);
  if (service) return [explainService(service, (path) => [...filesOf(path), ...policies])];
  const kinds = environment.zones.flatMap((zone) => [...zone.middleware.values()]).filter((each) => each.kind === name || each.name === name);
  if (kinds.length > 0) return kinds.map((each) => explainMiddleware(each, filesOf));
  const asked = name.toLowerCase();
  const objects = files.filter(({ object, file }) => object && (object.name === name || `${object.kind}/${object.name}`.toLowerCase() === asked || file === name || `/${name}`.endsWith(`/${environment.name}/${file}`)));
  return objects.map(({ object, file, path, source }) => ({
    environment: environment.name, name: `${object!.kind}/${object!.name}`, what: object!.apiVersion, zh: '', en: '',
    path, source, facts: object!.namespace ? [{ name: 'namespace', value: object!.namespace, from: 'object' }] : [], traffic: [], files: [file],
  }));
}

function explainService(service: Service, filesOf: (path: string) => readonly string[]): Explanation {
  const { environment, props, zone } = service;
  const own = environment.facts.sizes.services[service.id];
  const sizes = `environments/${environment.name}/sizes.yaml`;
  const row = place(service.subsystem.source, `'${service.id}': {`);
  const kind = SERVICE_KINDS[service.kind];
  const { requests, limits, heap } = SIZE_CLASSES[service.size];
  const scale = 'fixed' in service.scale ? `${service.scale.fixed}` : `${service.scale.min}-${service.scale.max}`;
  const release = environment.facts.releases.services[service.id];
  const facts: Fact[] = [
    { name: 'kind', value: service.kind, from: row },
    { name: 'zone', value: zone.id, from: row },
    { name: 'tenant', value: service.subsystem.tenant, from: service.subsystem.props.id },
    { name: 'size', value: `${service.size} (cpu ${requests.cpu}-${limits.cpu}, memory ${requests.memory}-${limits.memory}${heap ? `, heap ${heap}` : ''})`, from: own?.size ? environment.facts.at('sizes', ['services', service.id, 'size']) : row },
    { name: 'pods', value: scale, from: own ? environment.facts.at('sizes', ['services', service.id]) : `${sizes} profile ${environment.facts.sizes.profile}, ${row}` },
    { name: 'autoscale', value: String(service.autoscale), from: props.autoscale === undefined ? `service kind ${service.kind}` : row },
    { name: 'constraint', value: service.constraint, from: props.constraint ? row : `subsystem ${service.subsystem.props.id}` },
    { name: 'sensitivity', value: props.sensitivity, from: row },
    { name: 'layer', value: service.layer, from: props.layer ? row : `service kind ${service.kind}` },
    { name: 'priority', value: service.priority, from: service.priority === 'settlement' ? 'apps/medical-insurance/paths.ts' : `service kind ${service.kind}` },
    { name: 'ports', value: service.ports.map((port) => `${port.name} ${port.port}`).join(', '), from: 'port' in props ? row : `service kind ${service.kind}` },
    { name: 'health', value: `startup ${service.health.startup ?? 'tcp'}, readiness ${service.health.readiness ?? 'tcp'}, liveness ${service.health.liveness ?? 'tcp'}`, from: `service kind ${service.kind}` },
    ...service.uses.map((use) => ({ name: 'uses', value: use, from: kind.uses.includes(use) || kind.agents.includes(use) ? `service kind ${service.kind}` : row })),
    ...(release ? [{ name: 'image', value: `${release.image}:${release.tag}`, from: environment.facts.at('releases', ['services', service.id]) }] : []),
    ...(environment.facts.config[service.id] ?? []).map((file) => ({ name: 'config', value: file.path, from: file.name })),
  ];
  const mine = new Set(serviceFlows(service).map((flow) => flow.why));
  const theirs = environment.allServices.filter((each) => each !== service).flatMap((each) => serviceFlows(each))
    .filter((flow) => 'name' in flow.to && flow.to.name === service.id).map((flow) => flow.why);
  return {
    environment: environment.name, name: service.id, what: service.constructor.name, zh: props.zh, en: props.en,
    path: environment.pathOf(service), source: row, facts, traffic: [...new Set([...mine, ...theirs])], files: filesOf(environment.pathOf(service)),
  };
}

function explainMiddleware(middleware: Middleware, filesOf: (path: string) => readonly string[]): Explanation {
  const { environment, row, product, kind } = middleware;
  const source = place(row.source, `MiddlewareRow = {`);
  const own = environment.facts.sizes.middleware[kind];
  const from = own ? environment.facts.at('sizes', ['middleware', kind]) : source;
  return {
    environment: environment.name, name: kind, what: `Middleware (${product.mode})`, zh: row.zh, en: row.en,
    path: environment.pathOf(middleware), source,
    facts: [
      { name: 'product', value: product.product, from: `edition ${environment.props.edition}, ${source}` },
      { name: 'namespace', value: middleware.name, from: `zone ${middleware.zone.id}` },
      { name: 'replicas', value: String(middleware.replicas), from },
      ...(middleware.storage ? [{ name: 'storage', value: middleware.storage, from }] : []),
      ...(row.needs ?? []).map((need) => ({ name: 'needs', value: need, from: source })),
    ],
    traffic: middleware.holdings.map((holding) => `${holding.service} uses ${kind}${holding.schema ? ` (schema ${holding.schema})` : ''}`),
    files: filesOf(environment.pathOf(middleware)),
  };
}

/** `file:line` of the first line that holds `text`. */
function place(file: string, text: string): string {
  const line = readFileSync(file, 'utf8').split('\n').findIndex((each) => each.includes(text)) + 1;
  return `${relative(ROOT, file)}${line > 0 ? `:${line}` : ''}`;
}

/** Names close to which a wrong one may lie: of objects only when it is written like one. */
export function explainable({ environment, tree }: Rendered, asked: string): readonly string[] {
  if (asked.includes('/')) return [...new Set([...tree.files.values()].flatMap(({ object }) => (object ? `${object.kind}/${object.name}` : [])))];
  return [...environment.allServices.map((each) => each.id), ...new Set(environment.zones.flatMap((zone) => [...zone.middleware.keys()]))];
}
