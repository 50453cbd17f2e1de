import type { ConfigFile } from '../../constructs/facts.ts';
import { EDITIONS } from '../../constructs/words.ts';
import { DUBBO_OFFSET } from '../../constructs/service/kinds.ts';
import type { Service } from '../../constructs/service/index.ts';

/** Configuration that every JVM service starts from; files of an environment override it key by key. */
export function defaultFiles(service: Service): readonly ConfigFile[] {
  const { props } = service;
  if (!('port' in props)) return [];
  const lines: readonly (readonly [string, string])[] = [
    ['spring.application.name', service.id],
    ['spring.profiles.active', EDITIONS[service.environment.props.edition].springProfile],
    ['server.port', String(props.port)],
    ['server.servlet.context-path', service.contextPath],
    ['server.shutdown', 'graceful'],
    ['management.endpoints.web.base-path', '/monitor'],
    ['management.endpoints.web.exposure.include', 'info,health'],
    ...(props.kind === 'api' ? [['dubbo.protocol.port', String(props.port + DUBBO_OFFSET)]] as const : []),
    ...(service.environment.production ? [['swagger.enabled', 'false']] as const : []),
    ['hsaf.log.path', '/app/logs'],
  ];
  const file = (path: string, rows: typeof lines): ConfigFile => ({
    path, text: rows.map(([key, value]) => `${key}=${value}\n`).join(''), name: `defaults of ${service.id}/${path}`,
  });
  return [
    file('application.properties', lines),
    file('bootstrap.properties', [['spring.cloud.nacos.config.enabled', String(service.configSource === 'config-center')]]),
  ];
}
