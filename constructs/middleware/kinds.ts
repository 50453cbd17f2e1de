/** Kinds of middleware that services name; what stands behind a kind is the edition's matter. */
export const MIDDLEWARE_KINDS = [
  'registry', 'config-center', 'cache', 'session-cache', 'relational-db', 'distributed-db', 'mq', 'event-log', 'object-store', 'search',
  'job-scheduler', 'workflow-engine', 'rules-engine', 'id-generator', 'service-gateway', 'edge-gateway', 'load-balancer', 'ingress',
  'flow-control', 'dist-tx', 'tracing', 'metrics', 'logging', 'iam', 'secrets', 'crypto', 'cdc', 'data-integration', 'data-dev',
  'data-warehouse', 'batch-compute', 'stream-compute', 'wide-column', 'olap', 'graph-db', 'bi-report', 'coordination', 'image-registry',
  'gitops', 'config-reloader', 'hardening-scan', 'service-mesh', 'backup',
] as const;

export type MiddlewareKind = (typeof MIDDLEWARE_KINDS)[number];
