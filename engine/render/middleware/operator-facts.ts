import type { Environment } from '../../../constructs/environment.ts';
import type { CustomPart, Port } from '../../../constructs/middleware/index.ts';
import type { InspectFacts, KnownObject, KnownPods } from '../../inspect/facts.ts';

type OperatorFacts = Required<Pick<InspectFacts, 'operatorMade' | 'pods'>>;

/** What operators make from our custom resources, as plain facts for `inspect`. */
export function operatorFacts(environment: Environment): OperatorFacts {
  const operatorMade: KnownObject[] = [];
  const pods: KnownPods[] = [];
  for (const zone of environment.zones) {
    for (const middleware of zone.middleware.values()) {
      const at = { zone: zone.id, namespace: middleware.name };
      for (const part of middleware.parts) {
        if (part.part !== 'custom') continue;
        operatorMade.push(...objectsOf(part).map((each) => ({ ...at, ...each })));
        for (const { labels, ports, count, containers, sizing } of part.pods) {
          pods.push({ ...at, owner: part.name, labels, ports: namesAndNumbers(ports), count, containers, requests: { ...sizing.requests }, limits: { ...sizing.limits } });
        }
      }
    }
  }
  return { operatorMade, pods };
}

/** A row without keys is an account. */
function objectsOf(part: CustomPart): readonly Pick<KnownObject, 'kind' | 'name' | 'keys' | 'ports'>[] {
  return [
    ...part.services.map(({ name, ports }) => ({ kind: 'Service', name, ports: namesAndNumbers(ports) })),
    ...(part.secrets ?? []).map(({ name, keys }) => (keys.length > 0 ? { kind: 'Secret', name, keys } : { kind: 'ServiceAccount', name })),
  ];
}

const namesAndNumbers = (ports: readonly Port[]): (string | number)[] => ports.flatMap(({ name, port }) => [name, port]);
