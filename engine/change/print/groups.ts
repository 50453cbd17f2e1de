import { groupBy } from '../../report/phrases.ts';
import { blanker, ownBlanks } from '../blank.ts';
import { fieldKey } from '../collapse.ts';
import type { JudgedChange } from '../report.ts';

/** Changes that are told in one line. */
export type ChangeGroup = readonly JudgedChange[];

/** Changes of existing objects that are alike, from which on one line stands for all. */
const MANY = 3;
/** Digests, checksums and fingerprints: of each object another, and not what people compare. */
const DIGEST = /(?:sha256|hmac):[0-9a-f]+|(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{12,128}(?![0-9A-Za-z])/g;

export interface Grouped {
  /** The same change in several applications. */
  readonly everywhere: readonly ChangeGroup[];
  /** By environment, zone and application, in the order of the changes; not those above. */
  readonly applications: ReadonlyMap<string, readonly ChangeGroup[]>;
}

/**
 * One line for what is one thing to people: the same fields changed in the same way in three objects or more, whatever their names and
 * digests; objects of one kind that an application gains or loses; objects that go together to another application or name. Linear.
 */
export function grouped(changes: readonly JudgedChange[]): Grouped {
  const keys = new Map(changes.map((change) => [change, sameness(change)]));
  const key = (change: JudgedChange) => keys.get(change)!;
  const groups = [...groupBy(changes, key).values()];
  const wide = groups.filter((group) => group.length >= MANY && isChanged(group[0]!) && new Set(group.map(applicationKey)).size > 1);
  const told = new Set(wide.flat());
  const applications = new Map<string, readonly ChangeGroup[]>();
  for (const [application, own] of groupBy(changes.filter((each) => !told.has(each)), applicationKey)) {
    const alike = [...groupBy(own, key).values()].flatMap((group) => (isChanged(group[0]!) && group.length < MANY ? group.map((each) => [each]) : [group]));
    applications.set(application, alike);
  }
  return { everywhere: wide, applications };
}

/** `linyi core/core-mbs`. */
export const applicationKey = ({ environment, zone, application }: JudgedChange): string => `${environment} ${[zone, application].filter(Boolean).join('/')}`;

const isChanged = ({ class: of }: JudgedChange): boolean => of === 'changed' || of === 'replaced';

function sameness(change: JudgedChange): string {
  const { class: of, object, application, risk, from, fields, meanings } = change;
  switch (of) {
    case 'created':
    case 'deleted': return JSON.stringify([of, object.kind, risk]);
    case 'moved': return JSON.stringify([of, from?.application, application, risk]);
    case 'renamed': return JSON.stringify([of, ...renaming(from?.name ?? '', object.name), risk]);
    default:
      if (fields.length === 0) return JSON.stringify([of, object, applicationKey(change)]);
      // what the sentences tell decides, since the rest of a long value may differ from service to service
      return blanker(ownBlanks(change))(JSON.stringify([of, risk, meanings.length > 0 ? [fields.map(({ field }) => field), meanings.map(({ zh, en }) => [zh, en])] : fields.map(fieldKey)])).replace(DIGEST, '#');
  }
}

/** What differs in two names: `hsa-mbs-config`, `hsa-mbi-config` -> `mbs`, `mbi`; so all that is named after one service goes together. */
function renaming(before: string, after: string): readonly [string, string] {
  const [a, b] = [before.split('-'), after.split('-')];
  while (a.length > 1 && b.length > 1 && a[0] === b[0]) [a, b].forEach((each) => each.shift());
  while (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1)) [a, b].forEach((each) => each.pop());
  return [a.join('-'), b.join('-')];
}
