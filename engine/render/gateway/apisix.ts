import type { GatewayRoute } from './routes.ts';
import { printYaml } from '../../emit/index.ts';

/** APISIX as a data plane of its own, which reads its routes from a file. */
export function apisixFiles(routes: readonly GatewayRoute[]): readonly { readonly path: string; readonly text: string }[] {
  const config = printYaml({
    apisix: { node_listen: [9080], enable_ipv6: false, enable_admin: false, ssl: { enable: true, listen: [{ port: 9443 }], ssl_protocols: 'TLSv1.2 TLSv1.3' }, status: { ip: '0.0.0.0', port: 7085 } },
    deployment: { role: 'data_plane', role_data_plane: { config_provider: 'yaml' } },
    nginx_config: { error_log: '/dev/stderr', http: { access_log: '/dev/stdout' } },
    plugin_attr: { prometheus: { export_addr: { ip: '0.0.0.0', port: 9091 } } },
  });
  const table = printYaml({
    routes: routes.map(({ name, path, upstream }) => ({
      id: name,
      uris: [path, `${path}/*`],
      ...(upstream.type === 'party' ? { plugins: { 'proxy-rewrite': { regex_uri: [`^${path}/?(.*)`, '/$1'] } } } : {}),
      upstream: { type: 'roundrobin', scheme: upstream.scheme, pass_host: 'node', retries: 0, nodes: [{ host: upstream.host, port: upstream.port, weight: 1 }] },
    })),
    global_rules: [{ id: 'all', plugins: { prometheus: {}, 'request-id': { header_name: 'X-Request-ID' } } }],
  });
  return [
    { path: 'config.yaml', text: config },
    // the product reads the file as whole only up to this mark
    { path: 'apisix.yaml', text: `${table}#END\n` },
  ];
}
