export type { HealthCheck } from './check.ts';
export { HEALTH_CHECKS } from './checks.ts';
export { ARGOCD_VERSION, JUDGED_BY_ARGOCD } from './judged.ts';
export { luaOf } from './lua.ts';
export { healthSettings } from './settings.ts';
export { STATUSLESS_KINDS } from './statusless.ts';
