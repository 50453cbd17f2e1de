export { applyWaivers, type Applied } from './apply.ts';
export { FAILED, type Waiver, type WaiverState, type WaiverTarget, type WaiverUse } from './waiver.ts';
