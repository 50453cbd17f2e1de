import type { EstateRule } from '../../engine/policy/index.ts';
import { coveredInternetRules } from './covered-internet.ts';
import { defaultDenyRules } from './default-deny.ts';
import { isolatedPodRules } from './isolated-pods.ts';
import { metadataRules } from './metadata-addresses.ts';

/** What all NetworkPolicies of a cluster together let through, in the order of the control list. */
export const reachEstateRules: readonly EstateRule[] = [...defaultDenyRules, ...isolatedPodRules, ...coveredInternetRules, ...metadataRules];
