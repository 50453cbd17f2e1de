export { fit, type Fit, type NodeShape } from './fit.ts';
export { podGroups, type PodGroup } from './pods.ts';
