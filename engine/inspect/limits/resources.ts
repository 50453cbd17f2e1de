import { problem, type Problem } from '../../problem/index.ts';
import { parseQuantity } from '../../quantity/index.ts';
import type { RenderedObject } from '../../manifest.ts';
import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { place } from '../identity.ts';
import { at, isRecord, record } from '../plain.ts';
import { isWorthAWalk, walk } from '../walk.ts';

/** No request over its limit: in containers, and wherever a custom resource has `requests` beside `limits`. */
export const resources: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  for (const item of estate.items) {
    const { object } = item;
    for (const template of item.templates) {
      compare(object, `${template.specField}.resources`, template.spec['resources'], found);
      for (const { field, container } of template.containers) compare(object, `${field}.resources`, container['resources'], found);
    }
    if (isWorthAWalk(item)) {
      walk(at(object.manifest, 'spec'), 'spec', (value, field) => {
        if (isRecord(value['requests']) && isRecord(value['limits'])) compare(object, field(), value, found);
      });
    }
  }
  return found;
};

function compare(object: RenderedObject, field: string, value: unknown, found: Problem[]): void {
  const requests = record(at(value, 'requests'));
  const limits = record(at(value, 'limits'));
  for (const resource of Object.keys(requests)) {
    const [request, limit] = [amount(requests[resource]), amount(limits[resource])];
    if (request !== undefined && limit !== undefined && request > limit) {
      found.push(problem('CHAMP3043', place(object), { field, resource, value: String(requests[resource]), limit: String(limits[resource]), allowed: `<= ${String(limits[resource])}` }));
    }
  }
}

function amount(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}
