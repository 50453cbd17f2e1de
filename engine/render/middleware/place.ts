import { Agents } from '../../../constructs/agents.ts';
import type { Application } from '../../../constructs/application.ts';
import type { Middleware, Part, WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { ObjectMeta } from '../../manifest.ts';
import { applicationLabels, CHAMP, textAnnotations, type Labels } from '../labels.ts';

/** Where the objects of a part go: the kind's own Application, or the agents of its zone. */
export interface Place {
  readonly middleware: Middleware;
  readonly application: Application;
  readonly namespace: string;
  /** Of the part. */
  readonly name: string;
  /** Of all objects of the part, whatever their own names are. */
  readonly labels: Labels;
}

/** Whether a part mounts folders of the node, which its own namespace would refuse. */
export function isAgent(part: WorkloadPart): boolean {
  return (part.hostPaths?.length ?? 0) > 0;
}

/** The Application whose folder and namespace a part is in. */
export function applicationOf(middleware: Middleware, part?: Part): Application {
  return part?.part === 'workload' && isAgent(part) ? Agents.in(middleware.zone) : middleware;
}

export function placeOf(middleware: Middleware, name: string, application: Application = middleware): Place {
  return { middleware, application, namespace: application.name, name, labels: applicationLabels(application, name, middleware.kind) };
}

export function metadata({ namespace, labels, name: part }: Place, name = part): ObjectMeta {
  return { name, namespace, labels };
}

/** Metadata of what people look for first, with the kind's name in both languages and the product behind it. */
export function titled(place: Place): ObjectMeta {
  const { middleware } = place;
  return { ...metadata(place), annotations: { ...textAnnotations(middleware.text), [`${CHAMP}/product`]: middleware.product.product } };
}
