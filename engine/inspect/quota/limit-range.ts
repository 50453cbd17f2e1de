import { problem, type Problem } from '../../problem/index.ts';
import type { RenderedObject } from '../../manifest.ts';
import type { Check } from '../check.ts';
import { Estate, type Item } from '../estate.ts';
import { place } from '../identity.ts';
import { at, records } from '../plain.ts';
import { shown } from './amount-text.ts';
import { limitRanges, type Range } from './limit-ranges.ts';
import { amounts, containerNeed, podNeed, type Need } from './pod-need.ts';

/** Every container, pod and claim stays within the LimitRanges of its namespace, defaults filled in. */
export const limitRange: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  const limits = limitRanges(objects);
  for (const item of estate.items) {
    const namespace = limits.get(`${item.zone}\n${item.namespace}`);
    for (const range of namespace?.ranges ?? []) within(item, range, namespace!.defaults, found);
  }
  return found;
};

function within(item: Item, range: Range, defaults: Need, found: Problem[]): void {
  switch (range.type) {
    case 'Container':
      for (const { containers } of item.templates) {
        for (const { field, container } of containers) compare(item.object, `${field}.resources`, containerNeed(container, defaults), range, found);
      }
      break;
    case 'Pod':
      for (const template of item.templates) compare(item.object, template.specField, podNeed(template, defaults, []), range, found);
      break;
    case 'PersistentVolumeClaim':
      for (const { field, claim } of claims(item)) {
        const asked = amounts(at(claim, 'spec', 'resources', 'requests'));
        compare(item.object, field, { requests: asked, limits: asked }, range, found);
      }
  }
}

function claims({ kind, manifest }: Item): readonly { readonly field: string; readonly claim: unknown }[] {
  if (kind === 'PersistentVolumeClaim') return [{ field: 'spec.resources.requests', claim: manifest }];
  return records(at(manifest, 'spec', 'volumeClaimTemplates')).map((claim, index) => ({ field: `spec.volumeClaimTemplates[${index}].spec.resources.requests`, claim }));
}

/** The lower bound is for requests, the upper one for limits. */
function compare(object: RenderedObject, field: string, need: Need, { name, min, max }: Range, found: Problem[]): void {
  for (const resource of Object.keys(min)) {
    const value = need.requests[resource];
    if (value === undefined || value >= min[resource]!) continue;
    found.push(problem('CHAMP3062', place(object), { field, name, resource: `requests.${resource}`, value: shown(resource, value), allowed: `>= ${shown(resource, min[resource]!)}` }));
  }
  for (const resource of Object.keys(max)) {
    const value = need.limits[resource];
    if (value === undefined || value <= max[resource]!) continue;
    found.push(problem('CHAMP3062', place(object), { field, name, resource: `limits.${resource}`, value: shown(resource, value), allowed: `<= ${shown(resource, max[resource]!)}` }));
  }
}
