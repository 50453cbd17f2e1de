import { selects } from '../../inspect/label-index.ts';
import { at, strings, texts } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { zoneOfFile, type EnvironmentPair } from '../analysis/pair.ts';
import type { Change } from '../change.ts';

const BINDING = 'ValidatingAdmissionPolicyBinding';
const known = new WeakMap<EnvironmentPair, Map<string, readonly Manifest[]>>();

/** Bindings of a zone that deny, found once: labels may change on every object. */
function denyingIn(pair: EnvironmentPair, zone: string): readonly Manifest[] {
  let zones = known.get(pair);
  if (!zones) known.set(pair, (zones = new Map()));
  let found = zones.get(zone);
  if (!found) {
    const bindings = pair.after(({ kind, file }) => kind === BINDING && zoneOfFile(file) === zone).map(({ manifest }) => manifest);
    zones.set(zone, (found = bindings.filter((each) => texts(at(each, 'spec', 'validationActions')).includes('Deny'))));
  }
  return found;
}

/** Labels by whose change a policy that denied asks about an object, or about all of a Namespace, no more. */
export function unasked(pair: EnvironmentPair, { zone, before, after, object }: Change): readonly string[] {
  if (!before || !after || JSON.stringify(before.metadata.labels) === JSON.stringify(after.metadata.labels)) return [];
  const side = object.kind === 'Namespace' ? ['namespaceSelector', 'objectSelector'] : ['objectSelector'];
  const denying = denyingIn(pair, zone);
  const isAsked = (binding: Manifest, manifest: Manifest, key: string) => {
    const selector = at(binding, 'spec', 'matchResources', key);
    const name = { 'kubernetes.io/metadata.name': manifest.metadata.name };
    return selector !== undefined && selects(selector, { ...strings(manifest.metadata.labels), ...(key === 'namespaceSelector' ? name : {}) });
  };
  return side.some((key) => denying.some((each) => isAsked(each, before, key) && !isAsked(each, after, key))) ? ['metadata.labels'] : [];
}
