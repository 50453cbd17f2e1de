import { problem, type Problem } from '../../problem/index.ts';
import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { place } from '../identity.ts';
import { at } from '../plain.ts';
import { shown } from './amount-text.ts';
import { amounts } from './pod-need.ts';
import { inScope } from './scope.ts';
import { usesByNamespace, type Use } from './uses.ts';

/** Every ResourceQuota holds what its namespace needs at most: all pods at their maximum during an update, claims, objects. */
export const quota: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  const quotas = estate.items.filter((item) => item.type === 'v1/ResourceQuota');
  const uses = usesByNamespace(estate, new Set(quotas.map((item) => `${item.zone}\n${item.namespace}`)));
  for (const { object, manifest, zone, namespace, name } of quotas) {
    const hard = amounts(at(manifest, 'spec', 'hard'));
    const counted = uses.get(`${zone}\n${namespace}`)!.filter((use) => inScope(manifest, use.pod));
    for (const resource of Object.keys(hard)) {
      const used = usedAs(resource);
      const need = counted.reduce((sum, use) => sum + (use.amounts[used] ?? 0), 0);
      if (need > hard[resource]! * (1 + 1e-9)) {
        const value = shown(resource, need);
        found.push(problem('CHAMP3061', place(object), { namespace, resource, value, hard: shown(resource, hard[resource]!), allowed: `>= ${value}`, largest: largest(counted, resource) }));
      }
      for (const use of counted) {
        for (const field of use.silent?.get(used) ?? []) found.push(problem('CHAMP3063', place(use.item!.object), { field, resource, name }));
      }
    }
  }
  return found;
};

const COUNTED: ReadonlySet<string> = new Set(['configmaps', 'persistentvolumeclaims', 'pods', 'resourcequotas', 'secrets', 'serviceaccounts', 'services']);

/** `cpu` is `requests.cpu`, `services` is `count/services`. */
function usedAs(resource: string): string {
  if (resource === 'cpu' || resource === 'memory' || resource === 'ephemeral-storage') return `requests.${resource}`;
  return COUNTED.has(resource) ? `count/${resource}` : resource;
}

function largest(uses: readonly Use[], resource: string): string {
  const used = usedAs(resource);
  const taking = uses.filter((use) => (use.amounts[used] ?? 0) > 0);
  const sorted = taking.sort((a, b) => b.amounts[used]! - a.amounts[used]! || (a.owner < b.owner ? -1 : 1));
  return sorted.slice(0, 3).map((use) => `${use.owner}: ${shown(resource, use.amounts[used]!)}`).join(', ');
}
