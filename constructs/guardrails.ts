import { Application } from './application.ts';
import type { Zone } from './zone.ts';

/**
 * What the platform team keeps for itself in a zone: Namespaces, quotas, network policies, secret stores, roles.
 * An Application of the platform tenant, so that no vendor's AppProject reaches it.
 */
export class Guardrails extends Application {
  /** The one of the zone; made on first use. */
  static in(zone: Zone): Guardrails {
    return (zone.node.tryFindChild('guardrails') as Guardrails | undefined) ?? new Guardrails(zone);
  }

  private constructor(zone: Zone) {
    super(zone, 'guardrails', { name: `${zone.prefix}-guardrails`, tenant: 'platform', source: __filename, stateful: true });
  }
}
