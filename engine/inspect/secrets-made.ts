import type { Manifest } from '../manifest.ts';
import type { Item } from './estate.ts';
import { at, isRecord, list, record, records, text } from './plain.ts';

export interface MadeSecret {
  readonly name: string;
  readonly keys?: readonly string[];
}

const NONE: readonly MadeSecret[] = [];

type Maker = (manifest: Manifest, name: string) => readonly MadeSecret[];

/** Custom resources from which a controller makes a Secret in the same namespace, by `apiVersion/Kind`. */
const MAKERS: Readonly<Record<string, Maker>> = {
  'external-secrets.io/v1/ExternalSecret': externalSecret,
  // cert-manager: the three keys of a TLS Secret with its authority.
  'cert-manager.io/v1/Certificate': (manifest) => named(at(manifest, 'spec', 'secretName'), ['tls.crt', 'tls.key', 'ca.crt']),
  // Strimzi's user operator: one Secret of the user's name, its keys by kind of authentication.
  'kafka.strimzi.io/v1/KafkaUser': (manifest, name) =>
    named(name, at(manifest, 'spec', 'authentication', 'type') === 'scram-sha-512' ? ['password', 'sasl.jaas.config'] : ['ca.crt', 'user.crt', 'user.key', 'user.p12', 'user.password']),
};

/** The Secrets that exist once the object does. */
export function secretsMadeBy({ type, name, manifest }: Item): readonly MadeSecret[] {
  return Object.hasOwn(MAKERS, type) ? MAKERS[type]!(manifest, name) : NONE;
}

function named(name: unknown, keys: readonly string[] | undefined): readonly MadeSecret[] {
  return typeof name === 'string' && name ? [{ name, keys }] : NONE;
}

/** Keys come from `template`, or straight from `data`; those of `dataFrom` and `templateFrom` are not known here. */
function externalSecret(manifest: Manifest, ownName: string): readonly MadeSecret[] {
  const target = record(at(manifest, 'spec', 'target'));
  if (target['creationPolicy'] === 'None') return NONE;
  const name = text(target['name']) ?? ownName;
  const fetched = records(at(manifest, 'spec', 'data')).map((row) => text(row['secretKey']) ?? '');
  const open = list(at(manifest, 'spec', 'dataFrom')).length > 0;
  const template = target['template'];
  const shaped = isRecord(template) && (isRecord(template['data']) || list(template['templateFrom']).length > 0);
  if (!shaped) return named(name, open ? undefined : fetched);
  if (list(template['templateFrom']).length > 0) return named(name, undefined);
  const written = Object.keys(record(template['data']));
  if (template['mergePolicy'] !== 'Merge') return named(name, written);
  return named(name, open ? undefined : [...fetched, ...written]);
}
