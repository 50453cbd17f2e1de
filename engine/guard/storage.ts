import { isRecord } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import type { FieldChange } from './immutable.ts';
import { canonical } from './values.ts';

/** Fields that say where the data of an object with state lie: without them, operators take storage that goes with the pod. */
const CLAIM = /^(?:storage|volumeClaimTemplates?|data[dD]irVolumeClaimTemplate)$/;
/** Those within a claim, or a storage. */
const CLASS = /^(?:storageClassName|storageClass)$/;

/** Switches whose value lets volumes go with the object, or with a member of it. */
const LETS_GO: Readonly<Record<string, (before: unknown, after: unknown) => boolean>> = {
  deleteClaim: (before, after) => before !== true && after === true,
  persistenceEnabled: (before, after) => before === true && after !== true,
  volumeClaimDeletePolicy: (before, after) => before === 'DeleteOnScaledownOnly' && after !== before,
  whenDeleted: (before, after) => before !== 'Delete' && after === 'Delete',
  whenScaled: (before, after) => before !== 'Delete' && after === 'Delete',
};

/** Fields by which an object with state gives up its storage: other claims, another class, none any more, or volumes that go with it. */
export function givenUpStorage(before: Manifest, after: Manifest): readonly FieldChange[] {
  const found: FieldChange[] = [];
  compare(before['spec'], after['spec'], 'spec', false, found);
  return found;
}

function compare(before: unknown, after: unknown, path: string, isClaim: boolean, found: FieldChange[]): void {
  if (Array.isArray(before)) lists(before, Array.isArray(after) ? after : [], path, isClaim, found);
  else if (isRecord(before) || isRecord(after)) {
    const [was, is] = [before, after].map((each) => (isRecord(each) ? each : {}));
    for (const key of new Set([...Object.keys(was!), ...Object.keys(is!)])) {
      const [from, to] = [was![key], is![key]];
      const field = `${path}.${key}`;
      if (isLost(key, from, to, isClaim && isRecord(before) && isRecord(after))) found.push({ field, before: from, after: to });
      else compare(from, to, field, isClaim || CLAIM.test(key), found);
    }
  }
}

/** `isSame` says that both sides are of one claim, or of a storage. */
function isLost(key: string, from: unknown, to: unknown, isSame: boolean): boolean {
  if (Object.hasOwn(LETS_GO, key)) return LETS_GO[key]!(from, to);
  if (CLASS.test(key)) return isSame && canonical(from) !== canonical(to);
  if (CLAIM.test(key)) return canonical(from) !== undefined && canonical(to) === undefined;
  return isSame && (key === 'class' || key === 'type') && canonical(from) !== canonical(to);
}

/** Elements are known by their name; one that is gone takes its claim with it. */
function lists(before: readonly unknown[], after: readonly unknown[], path: string, isClaim: boolean, found: FieldChange[]): void {
  const now = new Map(after.filter(isRecord).map((each, index) => [nameOf(each, index), each]));
  before.filter(isRecord).forEach((each, index) => {
    const name = nameOf(each, index);
    const next = now.get(name);
    if (next !== undefined) compare(each, next, `${path}[${name}]`, isClaim, found);
    else if (isClaim) found.push({ field: `${path}[${name}]`, before: each, after: undefined });
  });
}

function nameOf(each: Readonly<Record<string, unknown>>, index: number): string {
  const metadata = each['metadata'];
  return String(each['name'] ?? each['id'] ?? (isRecord(metadata) ? metadata['name'] : undefined) ?? index);
}
