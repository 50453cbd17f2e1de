/** A step of a path in XML or nginx: a name, and what it must have besides. */
export interface SlashStep {
  readonly name: string;
  /** Texts in brackets. */
  readonly conditions: readonly string[];
}

const STEP = /(?:"([^"]+)"|([^/[\]"]+))((?:\[(?:"[^"]*"|'[^']*'|[^[\]"'])+\])*)(\/|$)/y;
const CONDITION = /\[((?:"[^"]*"|'[^']*'|[^[\]"'])+)\]/g;

/** `a/b[@id=x][2]/@c`; undefined when it is malformed. */
export function parseSlashed(path: string): readonly SlashStep[] | undefined {
  const steps: SlashStep[] = [];
  let at = path.startsWith('/') ? 1 : 0;
  if (at === path.length || path.endsWith('/')) return undefined;
  while (at < path.length) {
    STEP.lastIndex = at;
    const found = STEP.exec(path);
    if (!found) return undefined;
    steps.push({ name: found[1] ?? found[2]!, conditions: [...found[3]!.matchAll(CONDITION)].map((each) => each[1]!) });
    at = STEP.lastIndex;
  }
  return steps;
}

/** A text of a condition without its quotes. */
export const bare = (text: string): string => (/^(?:"[^"]*"|'[^']*')$/.test(text) ? text.slice(1, -1) : text);

/** The number of a condition that is an index, from 1 as in XPath. */
export const indexOf = (condition: string): number | undefined => (/^[1-9]\d{0,5}$/.test(condition) ? Number(condition) : undefined);

/** A name as a step: quoted where it would be read as something else. */
export const slashStep = (name: string): string => (/[/[\]"]/.test(name) ? `"${name}"` : name);

/** Things with their names as steps, numbered where several have the same. */
export function numbered<T extends { readonly name: string }>(things: readonly T[]): readonly (readonly [step: string, thing: T])[] {
  const [counts, seen] = [new Map<string, number>(), new Map<string, number>()];
  for (const { name } of things) counts.set(name, (counts.get(name) ?? 0) + 1);
  return things.map((thing) => {
    const index = (seen.get(thing.name) ?? 0) + 1;
    seen.set(thing.name, index);
    return [`${slashStep(thing.name)}${counts.get(thing.name)! > 1 ? `[${index}]` : ''}`, thing];
  });
}
