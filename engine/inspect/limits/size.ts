import { problem, type Problem } from '../../problem/index.ts';
import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { place } from '../identity.ts';
import { at, record } from '../plain.ts';

const MIB = 1_048_576;

/** No object longer than the API server and etcd take, no ConfigMap or Secret with more data than they may hold. */
export const size: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  const longest = facts.objectBytes ?? MIB;
  const most = facts.dataBytes ?? MIB;
  for (const { object, manifest, type } of estate.items) {
    if (exceeds(manifest, longest)) found.push(problem('CHAMP3041', place(object), { limit: longest }));
    if (type !== 'v1/ConfigMap' && type !== 'v1/Secret') continue;
    const bytes = dataBytes(manifest);
    if (bytes > most) found.push(problem('CHAMP3042', place(object), { value: bytes, limit: most, allowed: `<= ${most}` }));
  }
  return found;
};

/** As the API server counts: the values alone, those of `data` of a Secret and `binaryData` decoded. */
function dataBytes(manifest: unknown): number {
  const decoded = at(manifest, 'kind') === 'Secret' ? ['data'] : ['binaryData'];
  let bytes = 0;
  for (const field of ['data', 'binaryData', 'stringData']) {
    for (const value of Object.values(record(at(manifest, field)))) {
      if (typeof value !== 'string') continue;
      bytes += decoded.includes(field) ? Math.floor((value.length * 3) / 4) : Buffer.byteLength(value);
    }
  }
  return bytes;
}

/**
 * True when the JSON of the value is longer than `limit` bytes. The walk stops there, so that an object which
 * repeats itself, or is a cycle, costs no more than the limit; it has no depth of its own.
 */
export function exceeds(value: unknown, limit: number): boolean {
  const least = leastBytes(value, limit);
  if (least > limit) return true;
  // A character takes six bytes at most; only an object that could be too long is printed, and it is bounded by now.
  return least * 6 > limit && Buffer.byteLength(JSON.stringify(value)) > limit;
}

/** The characters of keys and strings, and two for everything else; stops once it is over the limit. */
function leastBytes(root: unknown, limit: number): number {
  const pending: unknown[] = [root];
  let bytes = 0;
  while (pending.length > 0 && bytes <= limit) {
    const value = pending.pop();
    if (typeof value === 'string') bytes += value.length + 2;
    else if (typeof value !== 'object' || value === null) bytes += 1;
    else if (Array.isArray(value)) {
      bytes += 2;
      if (value.length > limit) return value.length;
      for (let index = 0; index < value.length; index++) pending.push(value[index]);
    } else {
      bytes += 2;
      for (const key in value) {
        bytes += key.length + 3;
        const item = (value as Record<string, unknown>)[key];
        // Most values are strings; they need no turn of their own.
        if (typeof item === 'string') bytes += item.length + 2;
        else pending.push(item);
      }
    }
  }
  return bytes;
}
