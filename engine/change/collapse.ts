import { groupBy } from '../report/phrases.ts';
import { blanker, placeBlanks } from './blank.ts';
import { RISKS, type FieldChange } from './change.ts';
import type { JudgedChange, Reason } from './report.ts';

type Place = JudgedChange['also'][number];

/**
 * Equal changes of several zones, environments and namespaces as one: same class, kind, role, fields and meanings, where the words of
 * the place itself do not count; created objects must be equal in content too. The one of the highest risk stands for all, with every
 * reason, service and owner. Keeps the order; linear.
 */
export function collapse(changes: readonly JudgedChange[]): readonly JudgedChange[] {
  const at = new Map(changes.map((change, index) => [change, index]));
  return [...groupBy(changes, likeness()).values()]
    .flatMap((alike) => (alike.length > 1 && alike[0]!.class === 'created' ? [...groupBy(alike, content).values()] : [alike]))
    .sort((a, b) => at.get(a[0]!)! - at.get(b[0]!)!)
    .map((alike) => (alike.length > 1 ? merged(alike) : alike[0]!));
}

/** A key that equal changes have in common; the pattern of a place is made once. */
function likeness(): (change: JudgedChange) => string {
  const blankers = new Map<string, (text: string) => string>();
  return (change) => {
    const blanks = placeBlanks(change);
    const place = JSON.stringify(blanks);
    let blank = blankers.get(place);
    if (!blank) blankers.set(place, (blank = blanker(blanks)));
    const { class: of, object: { apiVersion, kind, name }, from, fields, meanings } = change;
    return blank(JSON.stringify([of, apiVersion, kind, name, from?.name, fields.map(fieldKey), meanings]));
  };
}

/** A value and its absence differ; so do absence and null. */
export const fieldKey = ({ field, before, after }: FieldChange): unknown => [field, before === undefined ? 0 : [before], after === undefined ? 0 : [after]];

const content = (change: JudgedChange): string => blanker(placeBlanks(change))(JSON.stringify(change.after ?? null));

function merged(alike: readonly JudgedChange[]): JudgedChange {
  const lead = alike.reduce((worst, each) => (RISKS.indexOf(each.risk) > RISKS.indexOf(worst.risk) ? each : worst));
  const ordered = [lead, ...alike.filter((each) => each !== lead)];
  const reasons = new Map<string, Reason>();
  for (const reason of ordered.flatMap((each) => each.reasons)) if (!reasons.has(reason.rule)) reasons.set(reason.rule, reason);
  return {
    ...lead, reasons: [...reasons.values()], services: union(ordered.map(({ services }) => services)), owners: union(ordered.map(({ owners }) => owners)),
    also: [...lead.also, ...ordered.slice(1).flatMap((each) => [placeOf(each), ...each.also])].sort(byPlace),
  };
}

const placeOf = ({ environment, zone, application, object: { namespace, name } }: JudgedChange): Place => ({ environment, zone, application, ...(namespace ? { namespace } : {}), name });
const union = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].sort();

function byPlace(a: Place, b: Place): number {
  const key = ({ environment, zone, application, namespace = '', name }: Place) => [environment, zone, application, namespace, name].join('\u0000');
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
