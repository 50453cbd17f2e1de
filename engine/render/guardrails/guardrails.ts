import type { Application } from '../../../constructs/application.ts';
import { Guardrails } from '../../../constructs/guardrails.ts';
import type { TenantId } from '../../../constructs/words.ts';
import type { Zone } from '../../../constructs/zone.ts';
import type { Manifest } from '../../manifest.ts';
import { applicationLabels } from '../labels.ts';
import type { Output } from '../output.ts';
import { DEFAULT_ACCOUNT, defaultAccount } from './default-account.ts';
import { grantPolicy } from './grant-policy.ts';
import { asMiddleware } from './kinds.ts';
import { limitRange } from './limits.ts';
import { namespaceOf, routedNamespaces } from './namespace.ts';
import { needsOf, nothing, type NamespaceNeed } from './need.ts';
import { basePolicies } from './network.ts';
import { priorityClasses } from './priority-classes.ts';
import { resourceQuota } from './quota.ts';
import { clusterRoles, roleBindings } from './role-objects.ts';
import { secretStores, storesNamed } from './secret-store.ts';
import { tenantNamespaces } from './tenancy.ts';

/** Everything that bounds the zone's namespaces. Runs after all workloads are rendered, since quotas follow from them. */
export function renderGuardrails(zone: Zone, out: Output, needs: ReadonlyMap<string, NamespaceNeed> = needsOf(zone, out)): void {
  const guardrails = Guardrails.in(zone);
  const named = storesNamed(zone.id, out);
  const routed = routedNamespaces(zone.id, out);
  const { quotas } = zone.environment.facts.sizes;
  const applications = tenantNamespaces(zone, out);
  out.addTo(guardrails, guardrails, ...priorityClasses(guardrails), ...clusterRoles(guardrails), ...grantPolicy(guardrails), ...ownNamespace(guardrails));
  for (const application of applications) {
    const { name } = application;
    const need = needs.get(name) ?? nothing();
    const labels = applicationLabels(application, name, 'limits');
    out.addTo(
      guardrails, application,
      namespaceOf(application, routed.has(name)),
      defaultAccount(name, applicationLabels(application, DEFAULT_ACCOUNT, 'account')),
      resourceQuota(name, labels, need, Object.hasOwn(quotas, name) ? quotas[name] : undefined),
      limitRange(name, labels, need),
      ...basePolicies(application),
      ...secretStores(application, holders(application), named),
      ...roleBindings(application),
    );
  }
}

/** Where the parameters of the admission policies are; nothing runs there. */
function ownNamespace(guardrails: Application): readonly Manifest[] {
  const { name } = guardrails;
  const need = nothing();
  const labels = applicationLabels(guardrails, name, 'limits');
  return [
    namespaceOf(guardrails, false), defaultAccount(name, applicationLabels(guardrails, DEFAULT_ACCOUNT, 'account')),
    resourceQuota(name, labels, need), limitRange(name, labels, need), ...basePolicies(guardrails),
  ];
}

/** Tenants that keep something in the application. */
function holders(application: Application): readonly TenantId[] {
  const holdings = asMiddleware(application)?.holdings ?? [];
  return [...new Set(holdings.map((holding) => holding.tenant as TenantId))].sort();
}
