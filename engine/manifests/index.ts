export { type Skipped } from './folder.ts';
export { locate, type ReadText } from './locate.ts';
export { readManifests, type Manifests, type ReadManifestsOptions } from './read.ts';
