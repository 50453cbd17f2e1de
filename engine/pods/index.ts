export { CUSTOM } from './custom.ts';
export { OPERATORS } from './operators.ts';
export { WHOLE, type ContainerPlace, type PodPlace } from './places.ts';
export { groupOf, hasPods, podPlaces, podsIn } from './pods.ts';
export { withoutNulls } from './walk.ts';
export { podField, type ContainerSource, type PodSource } from './source.ts';
export { unknownPods } from './unknown.ts';
