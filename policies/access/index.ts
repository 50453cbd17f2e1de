import type { EstateRule, ObjectRule } from '../../engine/policy/index.ts';
import { accountRules } from './accounts.ts';
import { aggregatedRoles, danglingBindings } from './aggregation.ts';
import { bindingRules } from './bindings.ts';
import { boundRoleRules } from './bound-roles.ts';
import { defaultAccounts } from './default-accounts.ts';
import { escalation } from './escalation.ts';
import { roleRules } from './roles.ts';
import { sharedAccounts, sharedRoles } from './separation.ts';
import { tokenMounts } from './token-mounts.ts';

export const accessObjectRules: readonly ObjectRule[] = [...roleRules, ...bindingRules, ...accountRules];

export const accessEstateRules: readonly EstateRule[] = [
  tokenMounts, sharedRoles, sharedAccounts, ...boundRoleRules, escalation, defaultAccounts, aggregatedRoles, danglingBindings,
];
