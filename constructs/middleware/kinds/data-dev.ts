import type { MiddlewareRow } from '../contract.ts';
import { DOLPHIN_API, DOLPHIN_IMAGES, dolphinScheduler } from '../products/dolphin-scheduler.ts';
import { METADATA_IMAGE, METADATA_PORTS, openMetadata } from '../products/open-metadata.ts';
import { dataDevProvision } from '../products/data-dev-provision.ts';

export const dataDev: MiddlewareRow = {
  kind: 'data-dev', zh: '数据开发治理', en: 'Data development and governance',
  zones: ['core'],
  replicas: { dev: 1, city10M: 3 },
  storage: '50Gi',
  exporter: { port: 'api', path: '/dolphinscheduler/actuator/prometheus' },
  images: { ...DOLPHIN_IMAGES, ...METADATA_IMAGE },
  needs: ['relational-db', 'coordination', 'search', 'object-store', 'data-warehouse'],
  // both products migrate their own tables in one schema each; one account owns both
  holds: [
    { in: 'relational-db', schema: 'dolphinscheduler', access: 'owner' },
    { in: 'relational-db', schema: 'openmetadata', access: 'owner' },
    { in: 'object-store', bucket: 'data-dev' },
    { in: 'search', index: 'openmetadata_*', access: 'owner' },
  ],
  source: __filename,
  editions: {
    opensource: {
      mode: 'self-hosted', product: 'DolphinScheduler + OpenMetadata',
      layout: (layout) => [...dolphinScheduler(layout), openMetadata(layout), dataDevProvision(layout)],
      endpoint: () => ({ service: 'data-dev-api', main: 'api', pods: {}, ports: [DOLPHIN_API, { ...METADATA_PORTS[0]!, service: 'openmetadata' }] }),
    },
    alibaba: { mode: 'managed', product: 'DataWorks', ports: [{ name: 'api', port: 443 }] },
    tencent: { mode: 'managed', product: 'TBDS', ports: [{ name: 'api', port: 443 }] },
  },
  client: ({ tenant, service }, edition) => [{
    path: 'data/development.properties',
    entries: [
      ['development.api.url', edition === 'opensource' ? 'http://${endpoint:data-dev:api}/dolphinscheduler' : 'https://${endpoint:data-dev:api}'],
      ['development.username', service],
      ['development.password', `\${secret:${tenant}/${service}/data-dev#password}`],
      // issued by a person in its page for bots
      ...(edition === 'opensource' ? [['development.metadata.url', 'http://${endpoint:data-dev:metadata}/api'], ['development.metadata.token', `\${secret:${tenant}/${service}/data-dev#metadata-token}`]] as const : []),
    ],
  }],
};
