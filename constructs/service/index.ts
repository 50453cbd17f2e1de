export { ApiService } from './api-service.ts';
export { BatchService } from './batch-service.ts';
export { GatewayService } from './gateway-service.ts';
export { Service, type Call, type CrossCall, type Priority, type Scale, type ServiceProps } from './service.ts';
export { WebFrontend } from './web-frontend.ts';
export { WorkerService } from './worker-service.ts';
export type { CommonProps, GatewayProps, Ids, JvmProps, Protocol, ServiceKind, ServiceRow, WebProps } from './props.ts';
