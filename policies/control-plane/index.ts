import type { EstateRule } from '../../engine/policy/index.ts';
import { apiServer } from './api-server.ts';
import { auditLog } from './audit-log.ts';
import { auditDetection, auditSecrets } from './audit-policy.ts';
import { anonymous, authentication } from './authentication.ts';
import { authorization } from './authorization.ts';
import { components } from './components.ts';
import { encryption } from './encryption.ts';
import { etcd } from './etcd.ts';
import { firewall } from './firewall.ts';
import { imageGate } from './image-gate.ts';
import { kubelet, processIds } from './kubelet.ts';

export const controlPlaneEstateRules: readonly EstateRule[] = [
  imageGate, processIds, apiServer, firewall, etcd, components, kubelet, encryption,
  anonymous, authentication, authorization, auditLog, auditSecrets, auditDetection,
];
