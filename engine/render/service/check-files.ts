import { checkPlaceholders, parseConfig, type EndpointReference, type SecretReference } from '../../config/index.ts';
import { nearest, type Problems } from '../../problem/index.ts';
import type { MiddlewareKind } from '../../../constructs/middleware/index.ts';
import type { Service } from '../../../constructs/service/index.ts';
import { address } from './addresses.ts';
import { layersOf } from './files.ts';

/** What Spring and the pod's environment define for every service. */
const KNOWN: ReadonlySet<string> = new Set(['spring.application.name', 'server.port', 'user.home', 'java.io.tmpdir', 'random.value', 'POD_NAME', 'TZ', 'LOG_PATH', 'PID']);

/** Files that people wrote: syntax, references, and the calls that the references declare. */
export function checkFiles(service: Service): void {
  const { problems, facts } = service.environment;
  const written = new Set(facts.config[service.id]?.map((file) => file.name));
  if (written.size === 0) return;
  const parsed = layersOf(service).flatMap((file) => parseConfig(file.text, file.name, problems) ?? []);
  checkPlaceholders(parsed, KNOWN, problems);
  for (const file of parsed) {
    if (!written.has(file.name)) continue;
    for (const reference of file.references) {
      if (reference.type === 'secret') checkSecret(service, reference, problems);
      else checkEndpoint(service, reference, problems);
    }
  }
}

function checkSecret(service: Service, reference: SecretReference, problems: Problems): void {
  const { tenant } = service.subsystem;
  if (reference.path.split('/')[0] !== tenant) problems.add('CHAMP2032', reference.where, { value: reference.raw, tenant, allowed: `\${secret:${tenant}/...#...}` });
}

function checkEndpoint(service: Service, reference: EndpointReference, problems: Problems): void {
  const { environment } = service;
  const callee = environment.tryService(reference.target);
  if (callee && callee.zone === service.zone && callee !== service) {
    const protocol = reference.port === 'dubbo' ? 'dubbo' : 'http';
    if (!service.callees.some((call) => call.to === callee && call.protocol === protocol)) service.calls(callee, protocol);
  }
  if (!callee && service.zone.middleware.has(reference.target as MiddlewareKind) && !service.uses.includes(reference.target as MiddlewareKind)) {
    problems.add('CHAMP2047', reference.where, { value: reference.raw, allowed: service.uses });
  }
  if (address(service, reference.target, reference.port) !== undefined) return;
  const names = [...environment.allServices.map((each) => each.id), ...service.zone.middleware.keys()];
  problems.add('CHAMP2033', reference.where, { value: reference.raw, near: callee ? undefined : nearest(reference.target, names) });
}

