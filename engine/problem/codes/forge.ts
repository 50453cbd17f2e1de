import type { CodeRow } from '../problem.ts';

export const forgeCodes = {
} as const satisfies Record<string, CodeRow>;
