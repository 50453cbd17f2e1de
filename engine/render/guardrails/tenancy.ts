import type { Application } from '../../../constructs/application.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { guardrailsName } from '../names.ts';
import type { Output } from '../output.ts';

/** The Applications of a zone that have anything in their folder, and so a namespace; in the order of declaration. */
export function tenantNamespaces(zone: Zone, out: Output): readonly Application[] {
  const folders = new Set<string>();
  for (const object of out.objects) if (object.zone === zone.id) folders.add(object.application);
  return zone.applications.filter((application) => folders.has(application.name) && application.name !== guardrailsName(zone));
}
