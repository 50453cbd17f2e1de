export { references } from './references.ts';
export { mounts } from './mounts.ts';
export { objectReferences } from './objects.ts';
export { podReferences } from './pods.ts';
export { selectors } from './selectors.ts';
