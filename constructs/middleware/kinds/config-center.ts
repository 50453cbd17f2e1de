import type { Edition } from '../../words.ts';
import type { ClientConfig, Holding, MiddlewareRow } from '../contract.ts';
import { nacos, nacosEndpoint } from '../products/nacos.ts';

const secret = ({ tenant, service }: Holding, property: string) => `\${secret:${tenant}/${service}/config-center#${property}}`;

const CLIENT: Readonly<Record<Edition, (holding: Holding, endpoint: string) => ClientConfig['entries']>> = {
  opensource: (holding) => [
    ['spring.cloud.nacos.config.server-addr', '${endpoint:config-center:http}'],
    ['spring.cloud.nacos.config.group', 'prod'],
    ['spring.cloud.nacos.config.file-extension', 'properties'],
    ['spring.cloud.nacos.config.username', secret(holding, 'username')],
    ['spring.cloud.nacos.config.password', secret(holding, 'password')],
  ],
  alibaba: (holding) => [
    ['spring.cloud.alicloud.acm.server-mode', 'EDAS'],
    ['spring.cloud.alicloud.acm.server-list', '${endpoint:config-center:http}'],
    ['spring.cloud.alicloud.acm.group', 'prod'],
    ['spring.cloud.alicloud.access-key', secret(holding, 'accessKey')],
    ['spring.cloud.alicloud.secret-key', secret(holding, 'secretKey')],
  ],
  tencent: (holding, endpoint) => [
    // Spring Cloud Consul takes host and port apart
    ['spring.cloud.consul.host', endpoint.split(':')[0] ?? ''],
    ['spring.cloud.consul.port', '8500'],
    ['spring.cloud.consul.config.format', 'PROPERTIES'],
    ['spring.cloud.consul.config.acl-token', secret(holding, 'token')],
  ],
};

export const configCenter: MiddlewareRow = {
  kind: 'config-center', zh: '配置中心', en: 'Configuration centre',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  quorum: true,
  storage: '10Gi',
  exporter: { port: 'http', path: '/nacos/actuator/prometheus' },
  images: { nacos: { image: 'nacos/nacos-server', tag: 'v2.5.1' } },
  source: __filename,
  editions: {
    opensource: { mode: 'self-hosted', product: 'Nacos', layout: (layout) => nacos(layout, 'config-center'), endpoint: () => nacosEndpoint('config-center') },
    alibaba: { mode: 'managed', product: 'ACM (spring.cloud.alicloud.acm)', ports: [{ name: 'http', port: 8080 }] },
    tencent: { mode: 'managed', product: 'TSF config', ports: [{ name: 'http', port: 8500 }] },
  },
  // read before the application's own files
  client: (holding, edition, endpoint) => [{ path: 'bootstrap.properties', entries: CLIENT[edition](holding, endpoint) }],
};
