import type { FieldChange } from './change.ts';
import { fieldText, type Step } from './field-path.ts';
import { namesOf } from './list-keys.ts';
import { difference, pairsOf } from './list-pairs.ts';
import { exact, isRecord, orderedKeys, type Plain } from './plain.ts';

/** Levels of nesting that are compared field by field. */
const MAX_DEPTH = 64;
/** Where more differs below a field, the field is told as one. */
const MOST_BELOW = 1000;

/**
 * Every field that differs, in the order of the fields; none for equal data. Elements of lists are matched by their merge key, else by
 * content, scalars as members of a set; a list whose order alone changed is told as a list. A mapping that one side lacks is one field,
 * but for those whose entries mean something each, such as labels; of a list that one side lacks each element is.
 */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const comparison = new Comparison();
  comparison.compare(before, after, '');
  return comparison.found;
}

class Comparison {
  found: FieldChange[] = [];
  private readonly steps: Step[] = [];

  /** `name` is the last key on the way here. */
  compare(before: unknown, after: unknown, name: string): void {
    if (before === after || Object.is(before, after)) return;
    const start = this.found.length;
    const isDeep = this.steps.length > MAX_DEPTH;
    const [was, is] = [orEmpty(before, after, name), orEmpty(after, before, name)];
    if (!isDeep && Array.isArray(was) && Array.isArray(is)) this.lists(was, is, name);
    else if (!isDeep && isRecord(was) && isRecord(is)) this.maps(was, is);
    else if (!isDeep || exact(before) !== exact(after)) this.tell(before, after);
    if (this.found.length - start > MOST_BELOW && this.steps.length > 0) {
      this.found.length = start;
      this.tell(before, after);
    }
  }

  private tell(before: unknown, after: unknown): void {
    this.found.push({ field: fieldText(this.steps), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
  }

  private below(step: Step, before: unknown, after: unknown, name: string): void {
    this.steps.push(step);
    this.compare(before, after, name);
    this.steps.pop();
  }

  private maps(before: Plain, after: Plain): void {
    for (const key of orderedKeys(before, after)) this.below({ key }, own(before, key), own(after, key), key);
  }

  private lists(before: readonly unknown[], after: readonly unknown[], name: string): void {
    if (before.every(isScalar) && after.every(isScalar)) {
      this.scalars(before, after);
      return;
    }
    const named = before.every(isRecord) && after.every(isRecord) ? namesOf(name, before, after) : undefined;
    if (named) this.named(before, after, ...named);
    else this.byContent(before, after, name);
  }

  private named(before: readonly unknown[], after: readonly unknown[], former: readonly string[], now: readonly string[]): void {
    const start = this.found.length;
    const was = new Map(former.map((name, index) => [name, before[index]]));
    const is = new Set(now);
    now.forEach((item, index) => this.below({ item }, was.get(item), after[index], ''));
    former.forEach((item, index) => { if (!is.has(item)) this.below({ item }, before[index], undefined, ''); });
    const kept = former.filter((item) => is.has(item));
    if (!isEqual(kept, now.filter((item) => was.has(item)))) this.found.splice(start, 0, { field: fieldText(this.steps), before: former, after: now });
  }

  /** As members of a set: what came and what went, by place; the whole list where the order of the rest changed. */
  private scalars(before: readonly unknown[], after: readonly unknown[]): void {
    const { gone, come } = difference(before.map(exact), after.map(exact));
    const kept = (items: readonly unknown[], without: ReadonlySet<number>) => items.filter((_, index) => !without.has(index));
    if (!isEqual(kept(before, gone), kept(after, come))) {
      this.tell(before, after);
      return;
    }
    for (const index of [...new Set([...gone, ...come])].sort((a, b) => a - b)) {
      this.below({ item: String(index) }, gone.has(index) ? before[index] : undefined, come.has(index) ? after[index] : undefined, '');
    }
  }

  /** Equal elements first, then those that are alike, then the rest in its order where as many went as came. */
  private byContent(before: readonly unknown[], after: readonly unknown[], name: string): void {
    const start = this.found.length;
    const contents = [before.map((each) => exact(each)), after.map((each) => exact(each))] as const;
    const { gone, come } = difference(...contents);
    const pairs = pairsOf(before, after, gone, come, name);
    const ends = new Map(pairs);
    const used = new Set([...ends.values(), ...come]);
    for (const [from, to] of [...pairs].sort((a, b) => a[1] - b[1])) this.below({ item: String(to) }, before[from], after[to], '');
    const paired = new Set(ends.values());
    for (const index of come) if (!paired.has(index)) this.below({ item: String(index) }, undefined, after[index], '');
    for (const index of gone) if (!ends.has(index)) this.below({ item: used.has(index) ? `was ${index}` : String(index) }, before[index], undefined, '');
    const kept = (items: readonly string[], without: ReadonlySet<number>) => items.filter((_, index) => !without.has(index));
    if (isEqual(kept(contents[0], gone), kept(contents[1], come))) return;
    this.found.length = start;
    this.tell(before, after);
  }
}

/** Mappings whose entries are told one by one even where the other side has no such mapping. */
const OPEN: ReadonlySet<string> = new Set([
  'labels', 'annotations', 'matchLabels', 'nodeSelector', 'data', 'stringData', 'binaryData', 'hard', 'resources', 'requests', 'limits', 'securityContext', 'podSecurityContext', 'capabilities', 'config', 'flinkConfiguration', 'flags',
]);

/** In place of a list or an open mapping that a side lacks, an empty one, unless the other one is empty too. */
function orEmpty(value: unknown, other: unknown, name: string): unknown {
  // an element of a list is one
  if (value !== undefined || name === '') return value;
  if (Array.isArray(other)) return other.length > 0 ? [] : undefined;
  return isRecord(other) && OPEN.has(name) && Object.keys(other).length > 0 ? {} : undefined;
}

const own = (map: Plain, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isEqual = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, index) => Object.is(each, b[index]));
