import type { CodeRow } from '../problem.ts';

export const changeCodes = {
} as const satisfies Record<string, CodeRow>;
