import type { Change } from './change.ts';

/** A word, and what stands for it when two places are compared. */
export type Blank = readonly [word: string, blank: string];

/** Fewer letters than this are no abbreviation of a zone. */
const SHORTEST = 3;
/** No name in a cluster is longer. */
const LONGEST = 253;
/** Marks a blank; JSON writes this character otherwise, so no text has it. */
const MARK = '\u0001';

/** Replaces whole words, the longest first, in one pass. Of a word that is given twice the first counts. */
export function blanker(blanks: readonly Blank[]): (text: string) => string {
  const byWord = new Map<string, string>();
  for (const [word, blank] of blanks) if (word !== '' && word.length <= LONGEST && !byWord.has(word)) byWord.set(word, blank);
  if (byWord.size === 0) return (text) => text;
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length).map(literal);
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${words.join('|')})(?![A-Za-z0-9])`, 'gu');
  return (text) => text.replace(pattern, (word) => MARK + byWord.get(word));
}

const literal = (word: string): string => word.replace(/[^\w-]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);

/** What names the place of a change alone: environment, zone with its abbreviations (`pub-` of `public`), namespace, Application. */
export function placeBlanks({ environment, zone, application, object, from }: Change): readonly Blank[] {
  const abbreviations = Array.from({ length: Math.max(0, zone.length - SHORTEST) }, (_, left) => zone.slice(0, SHORTEST + left));
  return [
    [object.namespace ?? '', 'namespace'], [application, 'application'], [from?.application ?? '', 'from'], [zone, 'zone'], [environment, 'environment'],
    ...abbreviations.map((word): Blank => [word, 'zone']),
  ];
}

/** And what names the object: itself, its services, and what namespace and Application are called without the zone. */
export function ownBlanks(change: Change & { readonly services: readonly string[] }): readonly Blank[] {
  const { object: { name, namespace = '' }, application, services, from } = change;
  const rest = (text: string) => text.slice(text.indexOf('-') + 1);
  return [
    [name, 'name'], [from?.name ?? '', 'name'], ...services.map((service): Blank => [service, 'name']), ...placeBlanks(change),
    [rest(namespace), 'part'], [rest(application), 'part'],
  ];
}
