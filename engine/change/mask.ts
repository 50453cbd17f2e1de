import { createHmac, randomBytes } from 'node:crypto';
import type { Manifest } from '../manifest.ts';
import { problem, ProblemError } from '../problem/index.ts';
import type { Change } from './change.ts';
import { nameOf, stepsOf } from './field-path.ts';
import { fieldChanges } from './fields.ts';
import type { Print } from './mask-keys.ts';
import { maskAt, maskManifest } from './mask-value.ts';

/** Puts a keyed fingerprint in the place of a secret: the same for the same value in one report, and nothing to guess the value by. */
export interface Mask {
  /** `hmac:` and 8 hexadecimal digits of HMAC-SHA256. */
  readonly print: Print;
  /** Masked changes by the change they were made of; what is masked maps to itself. */
  readonly known: WeakMap<Change, Change>;
}

/** Name of the variable with the key. */
export const FINGERPRINT_KEY = 'CHAMP_FINGERPRINT_KEY';
/** A shorter key can be found by trying. */
const SHORTEST_KEY = 16;

/** Fingerprints by the key of CHAMP_FINGERPRINT_KEY, so that reports can be compared; by a random one of this run where it is unset. */
export function maskOf(environment: Readonly<Record<string, string | undefined>>): Mask {
  const key = environment[FINGERPRINT_KEY];
  return maskWith(key === undefined || key === '' ? randomBytes(32) : key);
}

/** Throws a ProblemError (CHAMP9050) for a key of fewer than 16 bytes. */
export function maskWith(key: string | Uint8Array): Mask {
  const bytes = Buffer.from(key as string);
  if (bytes.length < SHORTEST_KEY) throw new ProblemError([problem('CHAMP9050', FINGERPRINT_KEY, { value: bytes.length, allowed: `>= ${SHORTEST_KEY}` })]);
  return { print: (secret) => `hmac:${createHmac('sha256', bytes).update(secret).digest('hex').slice(0, 8)}`, known: new WeakMap() };
}

/** The change without any secret: in its fields, before and after. What was masked stays as it is. */
export function maskedChange(change: Change, mask: Mask): Change {
  const known = mask.known.get(change);
  if (known) return known;
  const [before, after] = [change.before, change.after].map((manifest) => manifest && maskManifest(manifest, mask.print));
  const masked = { ...change, ...(before ? { before } : {}), ...(after ? { after } : {}), fields: fieldsOf(change, before, after, mask.print) };
  mask.known.set(change, masked);
  mask.known.set(masked, masked);
  return masked;
}

/** Made anew of whole masked objects: what a value is may be said by another beside it. */
function fieldsOf({ object, fields }: Change, before: Manifest | undefined, after: Manifest | undefined, print: Print): Change['fields'] {
  if (fields.length === 0) return fields;
  if (before && after) return fieldChanges(before, after);
  return fields.map(({ field, ...sides }) => {
    const path = stepsOf(field).map(nameOf);
    const masked = Object.entries(sides).map(([side, value]: [string, unknown]) => [side, maskAt(object, path, value, print)]);
    return { field, ...Object.fromEntries(masked) as Omit<Change['fields'][number], 'field'> };
  });
}

/** One manifest without its secrets. */
export const maskedManifest = (manifest: Manifest, mask: Mask): Manifest => maskManifest(manifest, mask.print);
