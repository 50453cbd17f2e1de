export { renderArgoCd } from './argocd.ts';
export { neededOperators } from './operators.ts';
export { withSyncOptions } from './sync-options.ts';
