import type { EstateRule, ObjectRule } from '../../engine/policy/index.ts';
import { environmentRules } from './environment.ts';
import { plainTextRules } from './plain-text.ts';
import { secretObjectRules } from './secret-objects.ts';

/** Secrets as objects and as variables. */
export const secretsObjectRules: readonly ObjectRule[] = [...secretObjectRules, ...environmentRules];

/** Credentials in plain text: no expression of an admission policy can find them. */
export const secretsEstateRules: readonly EstateRule[] = plainTextRules;
