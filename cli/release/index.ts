export { diffReleases } from './diff.ts';
export { listReleases } from './list.ts';
export { setReleases } from './set.ts';
export { readWanted, type Wanted } from './wanted.ts';
