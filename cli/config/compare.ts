import { Problems } from '../../engine/problem/index.ts';
import { selectServices } from '../edit/select.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { compareText } from './compare-text.ts';
import { usage } from './edit.ts';
import { ConfigEstate } from './estate.ts';
import { shownValue } from './shown.ts';
import { valuesOf, type ServiceValues } from './values.ts';
import { configWords as words } from './words.ts';

export interface CompareOptions {
  readonly select?: readonly string[];
  readonly effective?: boolean;
}

export interface OneSided {
  readonly file: string;
  readonly key: string;
  readonly value: string;
}

export interface Different {
  readonly file: string;
  readonly key: string;
  readonly a: string;
  readonly b: string;
}

/** What differs in one service; values that look secret are hidden. */
export interface ServiceDifference {
  readonly service: string;
  readonly onlyInA: readonly OneSided[];
  readonly onlyInB: readonly OneSided[];
  readonly different: readonly Different[];
  /** Names, as `path#property`. */
  readonly secrets: { readonly onlyInA: readonly string[]; readonly onlyInB: readonly string[] };
}

/** `champ config compare`: keys and names of secrets that differ between two environments. */
export function compareConfig(a: string, b: string, { select, effective = false }: CompareOptions, console_: Console, folder?: string): number {
  const problems = new Problems();
  const estates = [a, b].flatMap((name) => problems.gather(() => new ConfigEstate(name, folder)) ?? []);
  problems.throwIfAny();
  const chosen = chosenServices(estates, select, problems);
  const wrong = usage(problems, console_);
  if (wrong !== undefined) return wrong;
  const differences = chosen.flatMap((id) => {
    const [left, right] = estates.map((estate) => {
      const service = estate.environment.tryService(id);
      return service ? valuesOf(estate, service, effective, problems) : NOTHING;
    });
    const difference = differenceOf(id, left!, right!);
    return isDifferent(difference) ? [difference] : [];
  });
  problems.push(...estates.flatMap(({ unreadable }) => unreadable));
  problems.throwIfAny();
  if (console_.json) console_.document({ a, b, effective, services: differences });
  else if (differences.length > 0) console_.data(compareText(a, b, differences, console_.language));
  console_.note(differences.length === 0 ? say(words.same, console_.language, { a, b }) : say(words.differ, console_.language, { count: differences.length }));
  return differences.length === 0 ? EXIT.ok : EXIT.findings;
}

const NOTHING: ServiceValues = { files: new Map(), secrets: new Set() };
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Services of either environment; a selector need fit one of them only. */
function chosenServices(estates: readonly ConfigEstate[], select: readonly string[] | undefined, problems: Problems): readonly string[] {
  const each = estates.map(({ environment }) => {
    const found = new Problems();
    return { services: select ? selectServices(environment, select, 'champ config compare', found) : environment.allServices, found };
  });
  if (each.every(({ services }) => services.length === 0)) problems.push(...each[0]!.found.all());
  return [...new Set(each.flatMap(({ services }) => services.map(({ id }) => id)))].sort(byName);
}

function differenceOf(service: string, a: ServiceValues, b: ServiceValues): ServiceDifference {
  const onlyInA: OneSided[] = [];
  const onlyInB: OneSided[] = [];
  const different: Different[] = [];
  for (const file of [...new Set([...a.files.keys(), ...b.files.keys()])].sort(byName)) {
    const [left, right] = [a.files.get(file) ?? new Map<string, string>(), b.files.get(file) ?? new Map<string, string>()];
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const [was, is] = [left.get(key), right.get(key)];
      if (was === is) continue;
      if (was === undefined) onlyInB.push({ file, key, value: shownValue(key, is!) });
      else if (is === undefined) onlyInA.push({ file, key, value: shownValue(key, was) });
      else different.push({ file, key, a: shownValue(key, was), b: shownValue(key, is) });
    }
  }
  const beyond = (names: ReadonlySet<string>, others: ReadonlySet<string>) => [...names].filter((name) => !others.has(name)).sort(byName);
  return { service, onlyInA, onlyInB, different, secrets: { onlyInA: beyond(a.secrets, b.secrets), onlyInB: beyond(b.secrets, a.secrets) } };
}

const isDifferent = ({ onlyInA, onlyInB, different, secrets }: ServiceDifference): boolean =>
  [onlyInA, onlyInB, different, secrets.onlyInA, secrets.onlyInB].some((list) => list.length > 0);
