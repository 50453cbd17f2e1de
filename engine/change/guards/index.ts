export { APPROVALS, parseApprovals, readApprovals, type Approval } from './approvals.ts';
export { GUARD_IDS, type GuardId } from './ids.ts';
export { runGuards, type Guarded } from './judge.ts';
export { GUARDS } from './list.ts';
export { FREEZE_HOURS } from './people.ts';
export { strongChanges, type StrongChange } from './releases.ts';
export { type Analysis, type GuardInput, type GuardRow, type Stop } from './row.ts';
