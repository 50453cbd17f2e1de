import type { EstateRule, ObjectRule } from '../../engine/policy/index.ts';
import { capabilityRules } from './capabilities.ts';
import { confinementRules } from './confinement.ts';
import { debugRules } from './debug.ts';
import { filesystemRules } from './filesystem.ts';
import { hostPathRules, storageRules } from './host-paths.ts';
import { hostRules } from './host.ts';
import { identityRules } from './identity.ts';
import { imageRules } from './images.ts';
import { isolationRules } from './isolation.ts';
import { privilegeRules } from './privileges.ts';

/** What a pod may be, rule by rule in the order of the control list. */
export const podObjectRules: readonly ObjectRule[] = [
  ...identityRules, ...filesystemRules, ...privilegeRules, ...hostRules, ...hostPathRules, ...capabilityRules, ...confinementRules, ...imageRules,
  ...isolationRules, ...debugRules,
].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** The same controls on what hands out storage; these share their ids with rules on pods and are told apart by `part`. */
export const storageObjectRules: readonly ObjectRule[] = storageRules;

/** None: what a pod may be is decided on the pod alone. */
export const podEstateRules: readonly EstateRule[] = [];
