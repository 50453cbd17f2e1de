import type { Language } from '../../engine/problem/index.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import type { OneSided, ServiceDifference } from './compare.ts';
import { printable } from './shown.ts';
import { configWords as words } from './words.ts';

/** Further keys of one file that one side alone has are told by their number. */
const MOST_KEYS = 20;

/** A block for each service, a line for each key. */
export function compareText(a: string, b: string, services: readonly ServiceDifference[], language: Language): string {
  const only = (name: string) => say(words.only, language, { name });
  return services.map(({ service, onlyInA, onlyInB, different, secrets }) => {
    const rows = [
      ...oneSided(only(a), onlyInA, language), ...oneSided(only(b), onlyInB, language),
      ...different.map(({ file, key, a: was, b: is }) => [say(words.different, language), file, printable(key), `${printable(was)} -> ${printable(is)}`]),
      ...[[a, secrets.onlyInA] as const, [b, secrets.onlyInB] as const].flatMap(([name, names]) => names.map((each) => [only(name), say(words.secret, language), each, ''])),
    ];
    return `${service}\n${table(rows, '  ')}`;
  }).join('\n');
}

function oneSided(title: string, found: readonly OneSided[], language: Language): readonly (readonly string[])[] {
  return [...new Set(found.map(({ file }) => file))].flatMap((file) => {
    const keys = found.filter((each) => each.file === file);
    const more = keys.length > MOST_KEYS + 1 ? keys.length - MOST_KEYS : 0;
    return [
      ...keys.slice(0, keys.length - more).map(({ key, value }) => [title, file, printable(key), printable(value)]),
      ...(more > 0 ? [[title, file, say(words.more, language, { count: more }), '']] : []),
    ];
  });
}
