import type { EstateRule, ObjectRule } from '../../engine/policy/index.ts';
import { alerts } from './alerts.ts';
import { faultTolerance } from './fault-tolerance.ts';
import { trafficLogs } from './mesh.ts';
import { auditMode } from './seccomp.ts';
import { shipping } from './shipping.ts';

export const loggingObjectRules: readonly ObjectRule[] = [];

export const loggingEstateRules: readonly EstateRule[] = [shipping, auditMode, alerts, faultTolerance, trafficLogs];
