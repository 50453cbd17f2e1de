import type { Edition } from '../../words.ts';
import type { ClientConfig, Holding, MiddlewareRow } from '../contract.ts';

/** The zone's own service gateway stands in every edition: what differs is the client that HSAF loads. */
const SERVICES = { core: 'hsa-gw-core', public: 'hsa-gw-public' } as const;

const secret = ({ tenant, service }: Holding, property: string) => `\${secret:${tenant}/${service}/service-gateway#${property}}`;

const CLIENT: Readonly<Record<Edition, (holding: Holding) => ClientConfig['entries']>> = {
  opensource: (holding) => [
    ['gateway.apicaller', 'kongApiCaller'],
    ['gateway.generic.gatewayUrl', 'http://${endpoint:service-gateway:http}'],
    ['gateway.generic.apikey', secret(holding, 'apikey')],
  ],
  alibaba: (holding) => [
    ['gateway.apicaller', 'csbcaller4channelA'],
    ['gateway.csb.csburl', 'http://${endpoint:service-gateway:http}/CSB'],
    ['gateway.csb.accessKey', secret(holding, 'accessKey')],
    ['gateway.csb.securityKey', secret(holding, 'securityKey')],
  ],
  tencent: (holding) => [
    ['gateway.apicaller', 'rioApiCaller'],
    ['gateway.tencent.gatewayUrl', 'http://${endpoint:service-gateway:http}/ebus'],
    ['gateway.tencent.paasid', secret(holding, 'paasid')],
    ['gateway.tencent.token', secret(holding, 'token')],
  ],
};

export const serviceGateway: MiddlewareRow = {
  kind: 'service-gateway', zh: '服务网关', en: 'Service gateway (zone to zone)',
  zones: ['core', 'public'],
  replicas: { dev: 1, city10M: 6 },
  exporter: { port: 'status', path: '/metrics' },
  source: __filename,
  editions: {
    opensource: { mode: 'service', product: 'Kong OSS', services: SERVICES },
    alibaba: { mode: 'service', product: 'CSB (Cloud Service Bus, :8086/CSB)', services: SERVICES },
    tencent: { mode: 'service', product: 'Rio gateway (里约网关, /ebus)', services: SERVICES },
  },
  client: (holding, edition) => [{ path: 'gateway/gateway.properties', entries: CLIENT[edition](holding) }],
};
