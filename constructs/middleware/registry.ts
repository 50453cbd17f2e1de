import type { MiddlewareRow } from './contract.ts';
import type { MiddlewareKind } from './kinds.ts';
import { backup } from './kinds/backup.ts';
import { batchCompute } from './kinds/batch-compute.ts';
import { biReport } from './kinds/bi-report.ts';
import { cache } from './kinds/cache.ts';
import { cdc } from './kinds/cdc.ts';
import { configCenter } from './kinds/config-center.ts';
import { configReloader } from './kinds/config-reloader.ts';
import { coordination } from './kinds/coordination.ts';
import { crypto } from './kinds/crypto.ts';
import { dataDev } from './kinds/data-dev.ts';
import { dataIntegration } from './kinds/data-integration.ts';
import { dataWarehouse } from './kinds/data-warehouse.ts';
import { distTx } from './kinds/dist-tx.ts';
import { distributedDb } from './kinds/distributed-db.ts';
import { edgeGateway } from './kinds/edge-gateway.ts';
import { eventLog } from './kinds/event-log.ts';
import { flowControl } from './kinds/flow-control.ts';
import { gitops } from './kinds/gitops.ts';
import { graphDb } from './kinds/graph-db.ts';
import { hardeningScan } from './kinds/hardening-scan.ts';
import { iam } from './kinds/iam.ts';
import { idGenerator } from './kinds/id-generator.ts';
import { imageRegistry } from './kinds/image-registry.ts';
import { ingress } from './kinds/ingress.ts';
import { jobScheduler } from './kinds/job-scheduler.ts';
import { loadBalancer } from './kinds/load-balancer.ts';
import { logging } from './kinds/logging.ts';
import { metrics } from './kinds/metrics.ts';
import { mq } from './kinds/mq.ts';
import { objectStore } from './kinds/object-store.ts';
import { olap } from './kinds/olap.ts';
import { registry } from './kinds/registry.ts';
import { relationalDb } from './kinds/relational-db.ts';
import { rulesEngine } from './kinds/rules-engine.ts';
import { search } from './kinds/search.ts';
import { secrets } from './kinds/secrets.ts';
import { serviceGateway } from './kinds/service-gateway.ts';
import { serviceMesh } from './kinds/service-mesh.ts';
import { sessionCache } from './kinds/session-cache.ts';
import { streamCompute } from './kinds/stream-compute.ts';
import { tracing } from './kinds/tracing.ts';
import { wideColumn } from './kinds/wide-column.ts';
import { workflowEngine } from './kinds/workflow-engine.ts';

/** Every kind with its products, in the order of the catalogue. */
export const MIDDLEWARE: Readonly<Record<MiddlewareKind, MiddlewareRow>> = {
  registry,
  'config-center': configCenter,
  cache,
  'session-cache': sessionCache,
  'relational-db': relationalDb,
  'distributed-db': distributedDb,
  mq,
  'event-log': eventLog,
  'object-store': objectStore,
  search,
  'job-scheduler': jobScheduler,
  'workflow-engine': workflowEngine,
  'rules-engine': rulesEngine,
  'id-generator': idGenerator,
  'service-gateway': serviceGateway,
  'edge-gateway': edgeGateway,
  'load-balancer': loadBalancer,
  ingress,
  'flow-control': flowControl,
  'dist-tx': distTx,
  tracing,
  metrics,
  logging,
  iam,
  secrets,
  crypto,
  cdc,
  'data-integration': dataIntegration,
  'data-dev': dataDev,
  'data-warehouse': dataWarehouse,
  'batch-compute': batchCompute,
  'stream-compute': streamCompute,
  'wide-column': wideColumn,
  olap,
  'graph-db': graphDb,
  'bi-report': biReport,
  coordination,
  'image-registry': imageRegistry,
  gitops,
  'config-reloader': configReloader,
  'hardening-scan': hardeningScan,
  'service-mesh': serviceMesh,
  backup,
};
