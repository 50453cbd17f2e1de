import type { ConfigFile } from '../../../constructs/facts.ts';
import { PUBLICATION, publicationAccess } from '../../../constructs/route.ts';
import type { Service } from '../../../constructs/service/index.ts';
import { addressOf } from '../../../constructs/middleware/index.ts';
import { gatewayFiles } from '../gateway/index.ts';

/**
 * The configuration files of a service, from the most general to the most specific: what its middleware gives it, the addresses
 * of the services that it calls, the family's defaults, the environment's files. Properties override key by key, other formats whole.
 */
export function filesOf(service: Service): readonly ConfigFile[] {
  const files = new Map<string, ConfigFile>();
  for (const file of layersOf(service)) {
    const below = files.get(file.path);
    files.set(file.path, below && file.path.endsWith('.properties') ? override(below, file) : file);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The same before they are laid over each other. */
export function layersOf(service: Service): readonly ConfigFile[] {
  return [...gatewayFiles(service), ...clientFiles(service), ...endpointFile(service), ...service.files, ...(service.environment.facts.config[service.id] ?? [])];
}

function clientFiles(service: Service): readonly ConfigFile[] {
  if (!('port' in service.props)) return [];
  const { zone, environment } = service;
  return service.uses.flatMap((kind) => {
    const middleware = zone.middleware.get(kind);
    const holding = middleware?.holdingOf(service.id);
    if (!middleware?.row.client || !holding) return [];
    const made = middleware.row.client(holding, environment.props.edition, addressOf(zone, kind) ?? '');
    return made.map(({ path, entries }) => ({
      path,
      text: entries.map(([key, value]) => `${key}=${value}\n`).join(''),
      name: `${middleware.row.kind} -> ${service.id}/${path}`,
    }));
  });
}

/** Where the services that it calls over HTTP are: `<id>.url`; those of the other zone at the gateway of their route. */
function endpointFile(service: Service): readonly ConfigFile[] {
  if (!('port' in service.props)) return [];
  const called = [...service.callees.filter((call) => call.protocol === 'http'), ...service.crossCallees.filter((call) => call.route.hops[0] !== '@gap')];
  const published = publicationAccess(service) ? [`publication.schema=${PUBLICATION}\n`] : [];
  const lines = called.map(({ to }) => `${to.id}.url=http://\${endpoint:${to.id}:http}${'port' in to.props ? to.contextPath : ''}\n`);
  if (lines.length + published.length === 0) return [];
  return [{ path: 'endpoints.properties', text: [...new Set([...lines, ...published])].sort().join(''), name: `calls of ${service.id}/endpoints.properties` }];
}

const KEY = /^\s*((?:[^\s=:\\#!]|\\.)(?:[^\s=:\\]|\\.)*)/;

/** Lines of `below` whose key `above` sets again give way; everything keeps its order. */
function override(below: ConfigFile, above: ConfigFile): ConfigFile {
  const keyOf = (line: string) => KEY.exec(line)?.[1];
  const keys = new Set(logicalLines(above.text).map(keyOf));
  const kept = logicalLines(below.text).filter((line) => { const key = keyOf(line); return key === undefined || !keys.has(key); });
  return { ...above, text: `${kept.join('').replace(/\n*$/, '\n')}${above.text}` };
}

/** A backslash at the end carries a value over to the next line. */
function logicalLines(text: string): readonly string[] {
  return text.match(/(?:[^\n\\]|\\[\s\S])+\n?|\n/g) ?? [];
}
