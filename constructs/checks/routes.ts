import type { Environment } from '../environment.ts';
import { GAP } from '../route.ts';

/** Hops are gateways and the gap; the last gateway must take requests for the service that is called. */
export function checkRoutes(environment: Environment): void {
  for (const service of environment.allServices) {
    for (const { to, route } of service.crossCallees) {
      const gateways = route.hops.filter((hop) => hop !== GAP).map((hop) => ({ hop, at: environment.tryService(hop) }));
      gateways.forEach(({ hop, at }, index) => {
        const answers = index === gateways.length - 1 && at !== undefined;
        if (at?.kind !== 'gateway' && !answers) environment.problems.add('CHAMP2034', environment.pathOf(service), { value: `${route.id}: ${hop}` });
      });
      const last = gateways.at(-1)?.at;
      const takes = last?.props.kind === 'gateway' ? last.props.routesTo : undefined;
      if (takes && last !== to && to.kind !== 'gateway' && !takes.includes(to.id)) {
        environment.problems.add('CHAMP2037', environment.pathOf(service), { value: to.id, gateway: last!.id, allowed: takes });
      }
    }
  }
}
