import type { Service } from '../../../constructs/service/index.ts';
import { pathOf, type GatewayRoute } from './routes.ts';

const location = (path: string, target: string): string[] => [
  `location ${path}/ {`,
  `  proxy_pass ${target};`,
  '  proxy_set_header X-Request-ID $request_id;',
  '  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  '}',
];

const indent = (lines: readonly string[], depth: number): string[] => lines.map((line) => ' '.repeat(depth) + line);

/** The proxy beside the gap: an allow-list of paths, each with the one address that it may go on to. */
export function gapProxyFile(routes: readonly GatewayRoute[]): string {
  return [
    'worker_processes auto;',
    'pid /tmp/nginx.pid;',
    'error_log /dev/stderr warn;',
    'events { worker_connections 4096; }',
    'http {',
    '  access_log /dev/stdout;',
    '  server_tokens off;',
    '  client_max_body_size 32m;',
    '  proxy_connect_timeout 1s;',
    '  proxy_read_timeout 60s;',
    '  proxy_next_upstream off;',
    '  client_body_temp_path /tmp/client; proxy_temp_path /tmp/proxy; fastcgi_temp_path /tmp/fastcgi; uwsgi_temp_path /tmp/uwsgi; scgi_temp_path /tmp/scgi;',
    '  server {',
    '    listen 8000;',
    ...indent(routes.flatMap(({ path, upstream }) => location(path, `${upstream.scheme}://${upstream.host}:${upstream.port}`)), 4),
    '    location / { return 404; }',
    '  }',
    '  server {',
    '    listen 127.0.0.1:8081;',
    '    location /stub_status { stub_status; }',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** A front end: static files, and the services that it calls under their own paths. */
export function webFile(service: Service): string {
  return [
    'server {',
    '  listen 8080;',
    '  server_tokens off;',
    '  root /usr/share/nginx/html;',
    '  location = /healthz { access_log off; return 200; }',
    '  location / { try_files $uri $uri/ /index.html; }',
    ...indent(service.callees.flatMap(({ to }) => location(pathOf(to), `http://\${endpoint:${to.id}:http}`)), 2),
    '}',
    '',
  ].join('\n');
}
