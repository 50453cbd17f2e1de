import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { PATHS } from '../../apps/medical-insurance/paths.ts';
import type { Environment } from '../../constructs/environment.ts';
import type { Waiver } from '../../constructs/facts.ts';
import type { Service } from '../../constructs/service/index.ts';
import type { Zone } from '../../constructs/zone.ts';
import type { Fit } from '../../engine/capacity/index.ts';
import type { Model, ModelPath, ModelService, ModelTenant, ModelWaiver, ModelZone } from '../../engine/change/index.ts';
import { at, records, text, texts } from '../../engine/inspect/plain.ts';
import { syncWindows } from '../../engine/render/argocd/sync-windows.ts';
import { asSubsystem } from '../../engine/render/guardrails/index.ts';
import { imageOf } from '../../engine/render/image.ts';
import { fitOf, podsOf } from './capacity.ts';
import { ROOT } from './environments.ts';
import type { Rendered } from './estate.ts';
import { inspectFacts } from './inspect-facts.ts';

/** What an environment means beyond its objects, as plain data. */
export function modelOf({ environment, output }: Rendered): Model {
  const groups = podsOf(environment, output, inspectFacts(environment));
  const rowAt = rowsOfSources();
  return {
    version: 1,
    environment: environment.name,
    stage: environment.props.stage,
    zones: byId(environment.zones.map((zone) => zoneOf(zone, fitOf(zone, groups)))),
    services: byId(environment.allServices.map((service) => serviceOf(service, rowAt))),
    paths: byId(pathsOf(environment)),
    tenants: byId(tenantsOf(environment)),
    waivers: byId(environment.facts.waivers.map(waiverOf)),
    freezes: freezesOf(environment),
  };
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].sort();

function zoneOf({ id, text: title, props }: Zone, { rest, most }: { readonly rest: Fit; readonly most: Fit }): ModelZone {
  const share = ({ cpu, memory, fits }: Fit) => ({ cpu: rounded(cpu), memory: rounded(memory), fits });
  return { id, zh: title.zh, en: title.en, nodes: props.nodes.count, capacity: { rest: share(rest), most: share(most) } };
}

/** A hundredth of a percent is more than anybody reads. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function serviceOf(service: Service, rowAt: (file: string, id: string) => string): ModelService {
  const { environment, id, zone, namespace, subsystem, kind, layer, constraint, props: { zh, en } } = service;
  const release = environment.facts.releases.services[id];
  const calls = [...service.callees, ...service.crossCallees].map(({ to }) => to.id);
  return {
    id, zh, en, zone: zone.id, namespace, application: subsystem.name, subsystem: subsystem.props.id, tenant: subsystem.tenant, kind, layer, constraint,
    ...(release ? { image: imageOf(service) } : {}),
    ...(release?.artefact ? { artefact: release.artefact.sha256 } : {}),
    calls: sorted([...calls, ...service.uses.map((use) => `@${use}`)]),
    source: rowAt(subsystem.source, id),
  };
}

/** Those that have a service here: an environment may be of another app. */
function pathsOf(environment: Environment): readonly ModelPath[] {
  return Object.entries(PATHS).filter(([, { hops }]) => hops.some((hop) => environment.tryService(hop)))
    .map(([id, { zh, en, critical, hops }]) => ({ id, zh, en, critical, hops }));
}

function tenantsOf(environment: Environment): readonly ModelTenant[] {
  const subsystems = new Map<string, string[]>();
  for (const application of environment.zones.flatMap((zone) => zone.applications)) {
    const id = asSubsystem(application)?.props.id;
    subsystems.set(application.tenant, [...subsystems.get(application.tenant) ?? [], ...(id === undefined ? [] : [id])]);
  }
  return [...subsystems].map(([id, ids]) => ({ id, ...tenantText(id), subsystems: sorted(ids) }));
}

/** Vendors are slots of a tender: they have a number and no name. */
function tenantText(id: string): { readonly zh: string; readonly en: string } {
  if (id === 'platform') return { zh: '平台团队', en: 'Platform team' };
  const number = id.replace('vendor-', '');
  return { zh: `厂商 ${number}`, en: `Vendor ${number}` };
}

/** `core: DaemonSet/core-agents/fluent-bit host-var-log hostPath /var/log`. */
function waiverOf({ id, rule, target, reason, owner, ticket, expires }: Waiver): ModelWaiver {
  const { zone, kind, namespace, name, container, field, path } = target;
  const object = [kind, namespace, name].filter((part) => part !== undefined).join('/');
  return { id, rule, target: [...(zone === undefined ? [] : [`${zone}:`]), object, container, field, path].filter((part) => part !== undefined).join(' '), reason, owner, ticket, expires };
}

function freezesOf(environment: Environment): Model['freezes'] {
  return records(syncWindows(environment)).filter((row) => text(at(row, 'kind')) === 'deny').map((row) => ({
    schedule: text(at(row, 'schedule')) ?? '', duration: text(at(row, 'duration')) ?? '',
    timeZone: text(at(row, 'timeZone')) ?? 'UTC', applications: texts(at(row, 'applications')),
  }));
}

/** `file:line` of the row of a service, each file read once; without a line where the row is written in another way. */
function rowsOfSources(): (file: string, id: string) => string {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (file, id) => {
    let lines = known.get(file);
    if (!lines) known.set(file, lines = rowsIn(file));
    const line = lines.get(id);
    return `${relative(ROOT, file).split(sep).join('/')}${line === undefined ? '' : `:${line}`}`;
  };
}

function rowsIn(file: string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
    const id = /^\s+['"]?([\w.-]+)['"]?: \{/.exec(line)?.[1];
    if (id !== undefined && !rows.has(id)) rows.set(id, index + 1);
  });
  return rows;
}
