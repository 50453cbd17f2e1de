import type { EstateRule } from '../../engine/policy/index.ts';
import { patched } from './patched.ts';
import { unused } from './unused.ts';

export const upgradingEstateRules: readonly EstateRule[] = [patched, unused];
