import type { GatewayRoute } from './routes.ts';
import { printYaml } from '../../emit/index.ts';

/** Kong without a database: its declarative file, format 3.0. */
export function kongFile(routes: readonly GatewayRoute[]): string {
  return printYaml({
    _format_version: '3.0',
    _transform: true,
    services: routes.map(({ name, path, upstream }) => ({
      name,
      protocol: upstream.scheme,
      host: upstream.host,
      port: upstream.port,
      connect_timeout: 1000,
      read_timeout: 60000,
      retries: 0, // a settlement must not be sent twice
      routes: [{ name, paths: [path], strip_path: upstream.type === 'party', preserve_host: false, protocols: ['http', 'https'] }],
    })),
    plugins: [
      { name: 'prometheus', config: { per_consumer: false, status_code_metrics: true, latency_metrics: true } },
      { name: 'correlation-id', config: { header_name: 'X-Request-ID', generator: 'uuid', echo_downstream: true } },
    ],
  });
}

export const KONG_ENV: readonly (readonly [string, string])[] = [
  ['KONG_DATABASE', 'off'],
  ['KONG_DECLARATIVE_CONFIG', '/opt/kong/kong.yml'],
  ['KONG_PREFIX', '/var/run/kong'],
  ['KONG_PROXY_LISTEN', '0.0.0.0:8000, 0.0.0.0:8443 ssl http2'],
  ['KONG_STATUS_LISTEN', '0.0.0.0:8100'],
  ['KONG_ADMIN_LISTEN', 'off'],
  ['KONG_PROXY_ACCESS_LOG', '/dev/stdout'],
  ['KONG_PROXY_ERROR_LOG', '/dev/stderr'],
  ['KONG_LOG_LEVEL', 'notice'],
  ['KONG_HEADERS', 'off'],
];
