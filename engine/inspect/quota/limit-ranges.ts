import type { RenderedObject } from '../../manifest.ts';
import { identity } from '../identity.ts';
import { at, records, text } from '../plain.ts';
import { amounts, type Amounts } from './pod-need.ts';

/** What a container gets when it says nothing. */
export interface ContainerDefaults {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

export interface Range {
  /** The LimitRange's name. */
  readonly name: string;
  readonly type: 'Container' | 'Pod' | 'PersistentVolumeClaim';
  readonly min: Amounts;
  readonly max: Amounts;
}

export interface NamespaceLimits {
  readonly defaults: ContainerDefaults;
  readonly ranges: readonly Range[];
}

export const NO_LIMITS: NamespaceLimits = { defaults: { requests: {}, limits: {} }, ranges: [] };

/** The LimitRanges of every namespace, by `zone\nnamespace`. */
export function limitRanges(objects: readonly RenderedObject[]): ReadonlyMap<string, NamespaceLimits> {
  const found = new Map<string, NamespaceLimits>();
  for (const object of objects) {
    if (at(object.manifest, 'kind') !== 'LimitRange') continue;
    const { namespace, name } = identity(object);
    const key = `${object.zone}\n${namespace}`;
    let { defaults, ranges } = found.get(key) ?? NO_LIMITS;
    for (const item of records(at(object.manifest, 'spec', 'limits'))) {
      const [min, max] = [amounts(item['min']), amounts(item['max'])];
      const type = text(item['type']);
      if (type === 'Container') {
        // The API server's own order: a limit falls back to max, a request to the limit, then to min.
        const limits = { ...max, ...amounts(item['default']) };
        defaults = { limits: { ...defaults.limits, ...limits }, requests: { ...defaults.requests, ...min, ...limits, ...amounts(item['defaultRequest']) } };
      }
      if (type === 'Container' || type === 'Pod' || type === 'PersistentVolumeClaim') ranges = [...ranges, { name, type, min, max }];
    }
    found.set(key, { defaults, ranges });
  }
  return found;
}
