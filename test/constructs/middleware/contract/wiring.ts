/** What kinds, clients and operators need of each other. */
import { addressOf, MIDDLEWARE_KINDS, type ClientConfig, type MiddlewareKind } from '../../../../constructs/middleware/index.ts';
import { OPERATORS } from '../../../../constructs/operators.ts';
import type { GapChannel } from '../../../../constructs/environment.ts';
import { endpointPeers } from '../../../../engine/render/network/middleware-flows.ts';
import { caseOf, podSets, type Case, type Rule } from './cases.ts';

const isKind = (name: string): name is MiddlewareKind => (MIDDLEWARE_KINDS as readonly string[]).includes(name);

export const images: Rule = ({ row, asked }) => [...asked.images].filter((key) => !Object.hasOwn(row.images ?? {}, key)).map((key) => `image ${key} is not in images`);

export const needs: Rule = ({ row, asked, workloads, customs, middleware }) => {
  const used = new Set([...asked.kinds, ...[...workloads, ...customs].flatMap((part) => (part.connects ?? []).map(({ to }) => to.split(':')[0]!).filter(isKind).filter((kind) => kind !== row.kind))]);
  return [
    ...[...used].filter((kind) => !row.needs?.includes(kind)).map((kind) => `${kind} is used and not in needs`),
    ...(row.needs ?? []).filter((kind) => !middleware.zone.middleware.has(kind)).map((kind) => `${kind} is needed and not in the zone`),
  ];
};

/** Ports of what a part connects to; undefined when there is no such thing. */
function portsOf(given: Case, to: string): readonly number[] | undefined {
  const { zone, environment } = given.middleware;
  const own = podSets(given).filter(({ name }) => name === to || given.customs.some((part) => part.name === to && part.pods.some((pods) => pods.name === name)));
  if (own.length > 0) return own.flatMap(({ ports }) => ports.map(({ port }) => port));
  if (to === 'secret-store') return [environment.props.secretStore.port];
  if (to.startsWith('gap:')) return Object.hasOwn(environment.props.gap, to.slice(4)) ? [environment.props.gap[to.slice(4) as GapChannel][zone.id].port] : undefined;
  const [kind = '', pods] = to.split(':');
  const found = isKind(kind) ? zone.middleware.get(kind) : undefined;
  if (found?.product.mode === 'self-hosted' && pods === 'pods') return podSets(caseOf(to, found)).flatMap(({ ports }) => ports.map(({ port }) => port));
  return found && endpointPeers(zone, found.kind).flatMap(({ ports }) => ports.map(({ port }) => port));
}

export const connects: Rule = (given) => [...given.workloads, ...given.customs].flatMap((part) => (part.connects ?? []).flatMap(({ to, ports }) => {
  const offered = portsOf(given, to);
  if (!offered || offered.length === 0) return [`${part.name}: connects to unknown ${to}`];
  const kind = to.split(':')[0]!;
  const bought = isKind(kind) && given.middleware.zone.middleware.get(kind)?.product.mode !== 'self-hosted';
  return ports.filter((port) => !bought && !offered.includes(port)).map((port) => `${part.name}: ${to} has no port ${port}`);
}));

export const endpoint: Rule = (given) => {
  const { middleware, workloads, customs, parts } = given;
  const found = middleware.endpoint;
  if (!found) return [];
  const services = [
    ...workloads.flatMap(({ name, workload }) => (workload === 'StatefulSet' ? [name, `${name}-peers`] : [name])),
    ...customs.flatMap((part) => part.services.map(({ name }) => name)), ...parts.filter((part) => part.part === 'object' && part.kind === 'Service').map(({ name }) => name),
  ];
  const labelled = podSets(given).filter(({ labels }) => Object.entries(found.pods).every(([key, value]) => labels[key] === value));
  const serving = (service: string) => podSets(given).filter(({ name }) => name === service || customs.some((part) => part.services.some((each) => each.name === service) && part.pods.some((pods) => pods.name === name)));
  return [
    ...[found.service, ...found.ports.map(({ service }) => service ?? found.service)].filter((service) => !services.includes(service)).map((service) => `no Service ${service}`),
    ...(found.ports.some(({ name }) => name === found.main) ? [] : [`no port ${found.main}`]),
    ...(labelled.length > 0 ? [] : ['no pods behind the endpoint']),
    ...found.ports.filter(({ name, port, service }) => !(service === undefined || service === found.service ? labelled : serving(service)).some((pods) => pods.ports.some((each) => each.name === name && each.port === port)))
      .map(({ name, service }) => `pods of ${service ?? found.service} have no port ${name}`),
  ];
};

export const exporter: Rule = (given) => {
  const { exporter: row } = given.row;
  if (!row || given.parts.length === 0) return [];
  return [
    ...(podSets(given).some(({ ports }) => ports.some(({ name }) => name === row.port)) ? [] : [`no pod has port ${row.port}`]),
    ...(row.path.startsWith('/') ? [] : [`path ${row.path}`]),
  ];
};

export const operators: Rule = ({ customs, workloads }) => [...workloads, ...customs].flatMap((part) => {
  if (part.part !== 'custom') return [];
  const operator = OPERATORS[part.operator.id];
  if (!operator) return [`${part.name}: no operator ${part.operator.id}`];
  return [
    ...(operator.groups.includes(part.apiVersion.split('/')[0]!) ? [] : [`${part.name}: ${part.operator.id} has no ${part.apiVersion}`]),
    ...part.pods.flatMap((pods) => [
      ...(Object.keys(pods.labels).length > 0 ? [] : [`${pods.name}: no labels`]),
      ...(pods.labelSource.length > 10 ? [] : [`${pods.name}: no source of its labels`]),
      ...(Number.isInteger(pods.count) && pods.count >= 0 ? [] : [`${pods.name}: count ${pods.count}`]),
      ...(Number.isInteger(pods.containers) && pods.containers > 0 ? [] : [`${pods.name}: containers ${pods.containers}`]),
    ]),
  ];
});

export const products: Rule = ({ middleware, row }) => {
  const { product, zone, environment } = middleware;
  switch (product.mode) {
    case 'managed': return product.ports.length > 0 ? [] : ['a managed product without ports'];
    case 'library': return zone.middleware.has(product.backedBy) ? [] : [`${product.backedBy} is not in the zone`];
    case 'service': return environment.tryService(product.services[zone.id] ?? '') ? [] : [`no service ${product.services[zone.id] ?? ''}`];
    case 'operator': return OPERATORS[product.operator] ? [] : [`no operator ${product.operator}`];
    case 'self-hosted': return row.zh && row.en && product.product ? [] : ['no name'];
  }
};

/** Keys of credentials; an address where tokens are had is none. */
const SECRET_KEY = /(?:password|secret|token|accesskey)(?!.*ur[il]$)/i;

/** Lines that clients get: secrets by reference, addresses of real ports. */
export const clients: Rule = (given) => clientFiles(given).flatMap(({ config: { path, entries }, owner }) => [
  ...(/^[\w./-]+\.(?:properties|ya?ml|xml|json|conf)$/.test(path) && !path.startsWith('/') ? [] : [`${path} is no path below the configuration`]),
  ...entries.flatMap(([key, value]) => {
    const secrets = [...value.matchAll(/\$\{secret:([^}]*)\}/g)].map(([, to]) => to!);
    const targets = [...value.matchAll(/\$\{endpoint:([^}:]+)(?::([^}]+))?\}/g)];
    return [
      ...(SECRET_KEY.test(key) && secrets.length === 0 ? [`${path} ${key}: a clear secret`] : []),
      ...secrets.filter((to) => !to.startsWith(`${owner}/`) || !/^[\w-]+\/[\w-]+\/[\w-]+#[\w.-]+$/.test(to)).map((to) => `${path} ${key}: ${to} is no secret of ${owner}`),
      ...targets.filter(([, kind, port]) => !isKind(kind!) || addressOf(given.middleware.zone, kind, port) === undefined).map(([raw]) => `${path} ${key}: ${raw} leads nowhere`),
    ];
  }),
]);

export function clientFiles({ row, layout, middleware }: Case): readonly { readonly config: ClientConfig; readonly owner: string }[] {
  const address = addressOf(middleware.zone, row.kind) ?? '';
  // kinds that keep their state here write their own configuration
  const services = layout.holdings.filter(({ service }) => !isKind(service));
  return services.flatMap((holding) => (row.client?.(holding, layout.edition, address) ?? []).map((config) => ({ config, owner: `${holding.tenant}/${holding.service}` })));
}
