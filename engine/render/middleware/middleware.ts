import type { Middleware, Part } from '../../../constructs/middleware/index.ts';
import type { Output } from '../output.ts';
import { access } from './access.ts';
import { customResource, plainObject } from './custom.ts';
import { disruptionBudget } from './disruption-budget.ts';
import { renderFiles } from './files.ts';
import { managedProduct } from './managed.ts';
import { applicationOf, isAgent, placeOf } from './place.ts';
import { secretPart } from './secrets.ts';
import { services } from './services.ts';
import { workload } from './workload.ts';

/** A kind in its zone becomes the objects of its product; what the environment lacks is added to its problems. */
export function renderMiddleware(middleware: Middleware, out: Output): void {
  const { product } = middleware;
  if (product.mode === 'managed') out.addTo(middleware, middleware, ...managedProduct(middleware, product.ports));
  for (const part of middleware.parts) renderPart(middleware, part, out);
}

function renderPart(middleware: Middleware, part: Part, out: Output): void {
  switch (part.part) {
    case 'workload': {
      const place = placeOf(middleware, part.name, applicationOf(middleware, part));
      const files = renderFiles(place, part);
      out.addTo(place.application, middleware, workload(place, part, files), ...services(place, part), ...access(place, part), disruptionBudget(place, part), ...files.manifests);
      return;
    }
    case 'secret': {
      for (const { place, manifest } of secretPart(middleware, part)) out.addTo(place.application, middleware, manifest);
      return;
    }
    case 'custom': return out.addTo(middleware, middleware, customResource(placeOf(middleware, part.name), part));
    case 'object': return out.addTo(middleware, middleware, plainObject(placeOf(middleware, part.name), part));
  }
}

/** True when the kind's own Application has nothing to sync: a library, a gateway service, an operator alone, or agents only. */
export function isEmpty(middleware: Middleware): boolean {
  if (middleware.product.mode === 'managed') return !middleware.external?.host || middleware.external.cidrs.length === 0;
  return !middleware.parts.some((part) =>
    part.part === 'workload' ? !isAgent(part) : part.part !== 'secret' || secretPart(middleware, part).some(({ place }) => place.application === middleware));
}
