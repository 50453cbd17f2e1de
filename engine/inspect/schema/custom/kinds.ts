import type { KindTable } from '../schema.ts';
import { argocd } from './argocd.ts';
import { certManager } from './cert-manager.ts';
import { elasticsearch } from './elasticsearch.ts';
import { envoyGateway } from './envoy-gateway.ts';
import { externalSecrets } from './external-secrets.ts';
import { flink } from './flink.ts';
import { gateway } from './gateway.ts';
import { istio } from './istio.ts';
import { kafka } from './kafka.ts';
import { keycloak } from './keycloak.ts';
import { monitoring } from './monitoring.ts';
import { mysql } from './mysql.ts';
import { redis } from './redis.ts';
import { spark } from './spark.ts';
import { velero } from './velero.ts';

/** The custom resources that may be emitted. A new kind is a row here; a new field a row in its file. */
export const customKinds: KindTable = {
  ...argocd,
  ...certManager,
  ...elasticsearch,
  ...envoyGateway,
  ...externalSecrets,
  ...flink,
  ...gateway,
  ...istio,
  ...kafka,
  ...keycloak,
  ...monitoring,
  ...mysql,
  ...redis,
  ...spark,
  ...velero,
};
