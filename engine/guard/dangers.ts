import type { Code } from '../problem/index.ts';
import { Behind } from './behind.ts';
import { followsElsewhere } from './followed.ts';
import { replacedFields, type FieldChange } from './immutable.ts';
import { applicationOf, becomesHook, guardName, identity, isHook, zoneOf, type PlacedObject } from './placed.ts';
import { shrunkFields } from './shrink.ts';
import { keptBecause, type Kept } from './stateful.ts';
import { givenUpStorage } from './storage.ts';
import { valueAt } from './values.ts';

/** `delete`, and `move` to another Application, of what a sync brings back count on the budget; all others have none. */
export type Danger = 'delete' | 'move' | 'state' | 'namespace' | 'definition' | 'application' | 'replace' | 'shrink' | 'storage' | 'elsewhere';

export interface GuardRow {
  /** `Kind/namespace/name`, or `Kind/name`: what `allow` names. */
  readonly object: string;
  readonly zone: string;
  /** Where it stood before. */
  readonly file: string;
  readonly danger: Danger;
  /** Its words, zh and en. */
  readonly why: Code;
  /** Of `replace`, `shrink`, `storage` and `elsewhere`. */
  readonly change?: FieldChange;
  /** Of `move` and of a kept object that moves: the folder of the Application that it goes to. */
  readonly to?: string;
  /** Names of the objects that go with it. */
  readonly with: readonly string[];
}

const LOST: Readonly<Record<Kept, { readonly danger: Danger; readonly why: Code }>> = {
  state: { danger: 'state', why: 'CHAMP7101' },
  namespace: { danger: 'namespace', why: 'CHAMP7102' },
  definition: { danger: 'definition', why: 'CHAMP7103' },
  application: { danger: 'application', why: 'CHAMP7104' },
};

/** Every danger between two states, in the order of the objects before. */
export function dangers(before: readonly PlacedObject[], after: readonly PlacedObject[]): readonly GuardRow[] {
  const now = new Map(after.map((each) => [identity(each), each]));
  const scaled = autoscaled(after);
  let behind: Behind | undefined;
  const rows: GuardRow[] = [];
  for (const each of before) {
    if (isHook(each.manifest)) continue;
    const found = now.get(identity(each));
    const next = found && becomesHook(each.manifest, found.manifest) ? undefined : found;
    const row = (danger: Danger, why: Code, more: Partial<GuardRow> = {}): void => {
      rows.push({ object: guardName(each.manifest), zone: zoneOf(each.file), file: each.file, danger, why, with: [], ...more });
    };
    const kept = keptBecause(each.manifest);
    if (next === undefined) {
      behind ??= new Behind(before);
      const lost = kept ? LOST[kept] : { danger: 'delete' as const, why: 'CHAMP7100' as const };
      row(lost.danger, lost.why, { with: kept ? behind.with(each) : [] });
      continue;
    }
    if (applicationOf(next.file) !== applicationOf(each.file)) row(kept ? LOST[kept].danger : 'move', kept ? 'CHAMP7106' : 'CHAMP7105', { to: applicationOf(next.file) });
    if (next.manifest === each.manifest) continue;
    const replaced = replacedFields(each.manifest, next.manifest);
    for (const change of replaced) row('replace', 'CHAMP7107', { change });
    for (const change of shrunkFields(each.manifest, next.manifest, scaled.has(identity(next)))) row('shrink', 'CHAMP7108', { change });
    const given = kept === 'state' ? givenUpStorage(each.manifest, next.manifest) : [];
    for (const change of given.filter(({ field }) => !replaced.some((said) => field.startsWith(said.field)))) row('storage', 'CHAMP7109', { change });
    const elsewhere = followsElsewhere(each.manifest, next.manifest);
    if (elsewhere) row('elsewhere', 'CHAMP7111', { change: { field: 'spec.source', before: elsewhere.before, after: elsewhere.after } });
  }
  return rows;
}

/** Identities of what an autoscaler sets the size of. */
function autoscaled(objects: readonly PlacedObject[]): ReadonlySet<string> {
  return new Set(objects.flatMap(({ file, manifest }) => {
    if (manifest.kind !== 'HorizontalPodAutoscaler' && manifest.kind !== 'ScaledObject') return [];
    const target = (key: string) => String(valueAt(manifest, `spec.scaleTargetRef.${key}`) ?? '');
    const { namespace } = manifest.metadata;
    return [identity({ file, manifest: { apiVersion: target('apiVersion') || 'apps/v1', kind: target('kind') || 'Deployment', metadata: { name: target('name'), namespace } } })];
  }));
}
