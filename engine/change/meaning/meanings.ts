import { MEANINGS, type Change, type Meaning, type MeaningKind } from '../change.ts';
import { maskedChange, type Mask } from '../mask.ts';
import { access } from './access.ts';
import { config } from './config.ts';
import { delivery } from './delivery.ts';
import { exposure } from './exposure.ts';
import { fieldOf, type Field } from './field.ts';
import { health } from './health.ts';
import { image } from './image.ts';
import { metadata } from './metadata.ts';
import { ownerOf } from './owner.ts';
import { tellPlainly } from './plain-told.ts';
import { policy } from './policy.ts';
import { quota } from './quota.ts';
import { resources } from './resources.ts';
import { scale } from './scale.ts';
import { schedule } from './schedule.ts';
import { secret } from './secret.ts';
import { security } from './security.ts';
import { storage } from './storage.ts';
import type { Concern, Told } from './told.ts';

export interface MeaningContext {
  readonly mask: Mask;
}

const CONCERNS: readonly Concern[] = [image, config, secret, scale, resources, exposure, access, quota, storage, schedule, health, security, metadata, policy, delivery];
const BY_KIND = new Map(CONCERNS.map((each) => [each.kind, each]));

/** What a change says by itself, in the order of MEANINGS and of its fields; of a created or deleted object, what it has. Without secrets. */
export function meaningsOf(change: Change, { mask }: MeaningContext): readonly Meaning[] {
  const masked = maskedChange(change, mask);
  const manifest = masked.class === 'created' ? masked.after : masked.class === 'deleted' ? masked.before : undefined;
  const found = manifest ? CONCERNS.flatMap(({ whole }) => whole?.(manifest, masked) ?? []) : toldOf(masked).map(({ meaning }) => meaning);
  return [...found].sort((a, b) => MEANINGS.indexOf(a.kind) - MEANINGS.indexOf(b.kind));
}

/** The same with the fields that each meaning tells: every field of the change is in exactly one of them. The change is masked already. */
export function toldOf(change: Change): readonly Told[] {
  const groups = new Map<MeaningKind, Field[]>();
  for (const each of change.fields) {
    const field = fieldOf(each);
    const owner = ownerOf(field, change);
    const group = groups.get(owner);
    if (group) group.push(field);
    else groups.set(owner, [field]);
  }
  return [...groups].flatMap(([kind, fields]) => tellAll(BY_KIND.get(kind) ?? { kind, tell: () => [] }, fields, change));
}

function tellAll(concern: Concern, fields: readonly Field[], change: Change): readonly Told[] {
  const said = new Set<unknown>();
  const told = concern.tell(fields, change).flatMap((each): readonly Told[] => {
    const own = each.fields.filter((field) => !said.has(field));
    for (const field of own) said.add(field);
    return own.length === 0 ? [] : [{ ...each, fields: own }];
  });
  return [...told, ...tellPlainly(fields.filter((field) => !said.has(field)), concern)];
}
