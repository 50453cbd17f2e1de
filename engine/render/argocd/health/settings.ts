import { HEALTH_CHECKS } from './checks.ts';
import { luaOf } from './lua.ts';

/** The health checks as keys of the ConfigMap argocd-cm; a kind of the core group stands alone. */
export function healthSettings(): Readonly<Record<string, string>> {
  return Object.fromEntries(HEALTH_CHECKS.map((check) => [`resource.customizations.health.${check.group ? `${check.group}_` : ''}${check.kind}`, luaOf(check)]));
}
