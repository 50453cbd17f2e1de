import type { MiddlewareRow } from '../contract.ts';
import { nacos, nacosEndpoint } from '../products/nacos.ts';

export const registry: MiddlewareRow = {
  kind: 'registry', zh: '注册中心', en: 'Service registry',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 3 },
  quorum: true,
  storage: '10Gi',
  exporter: { port: 'http', path: '/nacos/actuator/prometheus' },
  images: { nacos: { image: 'nacos/nacos-server', tag: 'v2.5.1' } },
  source: __filename,
  editions: {
    opensource: { mode: 'self-hosted', product: 'Nacos', layout: (layout) => nacos(layout, 'registry'), endpoint: () => nacosEndpoint('registry') },
    alibaba: { mode: 'managed', product: 'EDAS / HSF ConfigServer (Nacos in MSE)', ports: [{ name: 'http', port: 8848 }, { name: 'grpc-client', port: 9848 }] },
    tencent: { mode: 'managed', product: 'TSF (Consul API)', ports: [{ name: 'http', port: 8500 }] },
  },
  client: (holding, edition) => [{
    path: 'rpc/rpc.properties',
    entries: [
      ['dubbo.registry.address', edition === 'tencent' ? 'consul://${endpoint:registry:http}' : 'nacos://${endpoint:registry:http}'],
      ['dubbo.registry.username', `\${secret:${holding.tenant}/${holding.service}/registry#username}`],
      ['dubbo.registry.password', `\${secret:${holding.tenant}/${holding.service}/registry#password}`],
    ],
  }],
};
