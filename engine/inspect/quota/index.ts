export { limitRange } from './limit-range.ts';
export { podNeed, type Need } from './pod-need.ts';
export { mostPods } from './replicas.ts';
export { quota } from './quota.ts';
