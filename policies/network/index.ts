import type { EstateRule, ObjectRule } from '../../engine/policy/index.ts';
import { allowRules } from './allow-rules.ts';
import { encryptionRules } from './encryption.ts';
import { ingressRules } from './ingress.ts';
import { meshRules } from './mesh.ts';
import { namespaceLimitRules } from './namespace-limits.ts';
import { destinationRules, namespaceRules } from './namespaces.ts';
import { exposedNodeRules, nodeRules } from './nodes.ts';
import { reachEstateRules } from './reach.ts';
import { redirectRules } from './redirects.ts';
import { resourceRules } from './resources.ts';
import { retiredControllerRules } from './retired-controllers.ts';
import { serviceRules } from './services.ts';
import { strictMeshRules } from './strict-mesh.ts';
import { systemGuardRules, systemPeerRules } from './system-traffic.ts';

export { limitDefaults } from './namespace-limits.ts';
export { otherAllowances } from './other-allowances.ts';

/** Networks, one object at a time, in the order of the control list. */
export const networkObjectRules: readonly ObjectRule[] = [
  ...namespaceRules, ...allowRules, ...serviceRules, ...encryptionRules, ...ingressRules, ...meshRules, ...resourceRules, ...nodeRules, ...systemPeerRules,
];

/** Networks over several objects, in the order of the control list. */
export const networkEstateRules: readonly EstateRule[] = [
  ...destinationRules, ...reachEstateRules, ...redirectRules, ...retiredControllerRules, ...strictMeshRules, ...namespaceLimitRules, ...exposedNodeRules, ...systemGuardRules,
];
