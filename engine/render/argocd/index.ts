export { renderArgoCd } from './argocd.ts';
export { neededOperators } from './operators.ts';
export { needsConfirmation, withSyncOptions } from './sync-options.ts';
