import type { EstateRule, ObjectRule } from '../../engine/policy/index.ts';
import { declaredNamespaceRules, podSecurityRules } from './pod-security.ts';
import { runtimeClassRules } from './runtime-classes.ts';
import { signatureRules } from './signatures.ts';

/** What a cluster declares for its pods, in the order of the control list. */
export const clusterObjectRules: readonly ObjectRule[] = podSecurityRules;

export const clusterEstateRules: readonly EstateRule[] = [...declaredNamespaceRules, ...signatureRules, ...runtimeClassRules];
