/** Objects that are alike become one template and a table of what differs: how a person would have written a chart of them. */
import { canonical, isList, isMap, type Json } from './json.ts';

/** A manifest with places: text with fields in it, or a whole value that differs. */
export type Template =
  | { readonly as: 'plain'; readonly value: Json }
  | { readonly as: 'map'; readonly entries: readonly (readonly [string, Template])[] }
  /** `tail` is the field with what some have besides, a list. */
  | { readonly as: 'list'; readonly items: readonly Template[]; readonly tail?: string }
  | { readonly as: 'text'; readonly parts: readonly Part[] }
  | { readonly as: 'value'; readonly field: string };

export type Part = { readonly text: string } | { readonly field: string };

/** Columns of the table, each with a value for every member. */
export class Fields {
  readonly count: number;
  private readonly columns = new Map<string, readonly Json[]>();
  private readonly byValues = new Map<string, string>();

  constructor(seeds: Readonly<Record<string, readonly string[]>>) {
    this.count = Object.values(seeds)[0]?.length ?? 0;
    for (const [name, values] of Object.entries(seeds)) this.add(name, values);
  }

  /** Name of the column with these values; a new one where there is none. */
  add(wanted: string, values: readonly Json[]): string {
    const key = canonical(values);
    const known = this.byValues.get(key);
    if (known !== undefined) return known;
    let name = wanted;
    for (let number = 2; this.columns.has(name); number++) name = `${wanted}${number}`;
    this.columns.set(name, values);
    this.byValues.set(key, name);
    return name;
  }

  get names(): readonly string[] {
    return [...this.columns.keys()];
  }

  /** Columns that can stand inside a text, the longest values first. */
  texts(): readonly (readonly [string, readonly string[]])[] {
    return [...this.columns]
      .filter(([, values]) => values.every((value) => (typeof value === 'string' && value !== '' && !value.includes('\n')) || typeof value === 'number'))
      .map(([name, values]) => [name, values.map(String)] as const)
      .sort(([, a], [, b]) => b[0]!.length - a[0]!.length);
  }

  /** The table, a row for every member. */
  rows(): readonly { readonly [key: string]: Json }[] {
    return Array.from({ length: this.count }, (_, index) => Object.fromEntries([...this.columns].map(([name, values]) => [name, values[index]!])));
  }
}

/** The template that gives all `values`, one for each row of `fields`, which it adds columns to. */
export function templateOf(values: readonly Json[], fields: Fields, name = 'value'): Template {
  const [first] = values;
  if (first === undefined) throw new Error('a template of nothing');
  if (isMap(first) && values.every(isMap)) {
    const keys = Object.keys(first);
    const same = values.every((value) => Object.keys(value).length === keys.length && keys.every((key) => key in value));
    if (same) return joined({ as: 'map', entries: keys.map((key) => [key, templateOf(values.map((value) => value[key]!), fields, fieldName(key, name))]) });
  } else if (isList(first) && values.every(isList)) {
    if (values.some((value) => value.length !== first.length)) return withTail(values, fields, name);
    return joined({ as: 'list', items: first.map((_, index) => templateOf(values.map((value) => value[index]!), fields, name)) });
  } else if (values.every((value) => value === first)) {
    return { as: 'plain', value: first };
  } else if (values.every((value): value is string => typeof value === 'string')) {
    return textOf(values, fields, name);
  }
  return { as: 'value', field: fields.add(name, values) };
}

/** Lists of several lengths: what all begin with, and the rest as a field. */
function withTail(values: readonly (readonly Json[])[], fields: Fields, name: string): Template {
  const shortest = Math.min(...values.map((value) => value.length));
  let count = 0;
  while (count < shortest && new Set(values.map((value) => canonical(value[count]!))).size === 1) count++;
  const tail = fields.add(`more${name[0]!.toUpperCase()}${name.slice(1)}`, values.map((value) => value.slice(count)));
  return { as: 'list', items: values[0]!.slice(0, count).map((value) => ({ as: 'plain', value })), tail };
}

/** Parts without a place are plain together. */
function joined(template: Extract<Template, { readonly as: 'map' | 'list' }>): Template {
  if (template.as === 'list') {
    if (template.tail !== undefined) return template;
    const values = template.items.map((item) => (item.as === 'plain' ? item.value : undefined));
    return values.includes(undefined) ? template : { as: 'plain', value: values as readonly Json[] };
  }
  const values = template.entries.map(([key, item]) => [key, item.as === 'plain' ? item.value : undefined] as const);
  return values.some(([, value]) => value === undefined) ? template : { as: 'plain', value: Object.fromEntries(values) as Json };
}

function textOf(values: readonly string[], fields: Fields, name: string): Template {
  const parts = partsOf(values, fields.texts());
  if (parts) return textual(parts);
  // word by word: only the words that nothing explains are fields
  const words = values.map((value) => value.split(/([\s:@]+)/));
  const count = words[0]!.length;
  if (count === 1 || words.some((each) => each.length !== count)) return { as: 'value', field: fields.add(name, values) };
  return textual(Array.from({ length: count }, (_, index): readonly Part[] => {
    const word = words.map((each) => each[index]!);
    return partsOf(word, fields.texts()) ?? [{ field: fields.add(name, word) }];
  }).flat());
}

function textual(parts: readonly Part[]): Template {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if ('text' in part && last && 'text' in last) merged[merged.length - 1] = { text: last.text + part.text };
    else if (!('text' in part) || part.text !== '') merged.push(part);
  }
  return { as: 'text', parts: merged };
}

/** Texts as fixed pieces with columns between; undefined where columns alone do not explain what differs. */
function partsOf(values: readonly string[], columns: readonly (readonly [string, readonly string[]])[]): readonly Part[] | undefined {
  const [first] = values;
  if (values.every((value) => value === first)) return [{ text: first! }];
  for (let at = 0; at < columns.length; at++) {
    const [field, column] = columns[at]!;
    if (!first!.includes(column[0]!)) continue;
    const pieces = values.map((value, index) => value.split(column[index]!));
    const count = pieces[0]!.length;
    if (count === 1 || pieces.some((each) => each.length !== count)) continue;
    const rest = columns.slice(at + 1);
    const parts: Part[] = [];
    const whole = pieces[0]!.every((_, index) => {
      const found = partsOf(pieces.map((each) => each[index]!), rest);
      if (found) parts.push(...(index > 0 ? [{ field }] : []), ...found);
      return found !== undefined;
    });
    if (whole) return parts;
  }
  return undefined;
}

/** `champ.hsa/config-hash` becomes `configHash`; a number in a list takes the name of what holds it. */
function fieldName(key: string, above: string): string {
  const words = key.replace(/^.*\//, '').split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = words.map((word, index) => (index === 0 ? word[0]!.toLowerCase() + word.slice(1) : word[0]!.toUpperCase() + word.slice(1))).join('');
  if (!/^[a-z]/.test(name)) return above;
  return ['value', 'name', 'port', 'path', 'namespace'].includes(name) && above !== 'value' ? `${above}${name[0]!.toUpperCase()}${name.slice(1)}` : name;
}
