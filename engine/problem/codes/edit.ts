import type { CodeRow } from '../problem.ts';

export const editCodes = {
} as const satisfies Record<string, CodeRow>;
