import type { EstateRule, ObjectRule } from '../engine/policy/index.ts';
import { accessEstateRules, accessObjectRules } from './access/index.ts';
import { clusterEstateRules, clusterObjectRules } from './cluster/index.ts';
import { controlPlaneEstateRules } from './control-plane/index.ts';
import { loggingEstateRules, loggingObjectRules } from './logging/index.ts';
import { networkEstateRules, networkObjectRules } from './network/index.ts';
import { podEstateRules, podObjectRules, storageObjectRules } from './pod/index.ts';
import { secretsEstateRules, secretsObjectRules } from './secrets/index.ts';
import { upgradingEstateRules } from './upgrading/index.ts';

export { CONTROLS, controls, type ControlId } from './controls/index.ts';

/** Every rule over one object: in reports and at admission. */
export const objectRules: readonly ObjectRule[] = [
  ...podObjectRules, ...storageObjectRules, ...clusterObjectRules, ...networkObjectRules, ...secretsObjectRules, ...accessObjectRules, ...loggingObjectRules,
];

/** Every rule over several objects or over files: in reports only. */
export const estateRules: readonly EstateRule[] = [
  ...podEstateRules, ...clusterEstateRules, ...networkEstateRules, ...secretsEstateRules, ...controlPlaneEstateRules,
  ...accessEstateRules, ...loggingEstateRules, ...upgradingEstateRules,
];
