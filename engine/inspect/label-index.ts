import { isRecord, list, records, strings, text, texts } from './plain.ts';

export type Labels = Readonly<Record<string, string>>;

/** LabelSelector semantics: `matchLabels` and all `matchExpressions`; an empty selector matches everything. */
export function selects(selector: unknown, labels: Labels): boolean {
  if (!isRecord(selector)) return true;
  const wanted = strings(selector['matchLabels']);
  for (const key of Object.keys(wanted)) {
    if (!Object.hasOwn(labels, key) || labels[key] !== wanted[key]) return false;
  }
  return records(selector['matchExpressions']).every((expression) => holds(expression, labels));
}

function holds(expression: Readonly<Record<string, unknown>>, labels: Labels): boolean {
  const key = text(expression['key']) ?? '';
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const values = texts(expression['values']);
  switch (expression['operator']) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    default: return true;
  }
}

/** `app=hsa-mbs,tier In (a b)`: a selector as people write it. */
export function selectorText(selector: unknown): string {
  const labels = isRecord(selector) ? labelsText(strings(selector['matchLabels'])) : '';
  const expressions = records(isRecord(selector) ? selector['matchExpressions'] : undefined).map((each) => `${text(each['key']) ?? '?'} ${text(each['operator']) ?? '?'} (${texts(each['values']).join(' ')})`);
  return [labels, ...expressions].filter(Boolean).join(',');
}

export function labelsText(labels: Labels): string {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(',');
}

/** True when a selector asks for nothing, so that it selects everything. */
export function isEmptySelector(selector: unknown): boolean {
  return !isRecord(selector) || (Object.keys(strings(selector['matchLabels'])).length === 0 && list(selector['matchExpressions']).length === 0);
}

/** Things with labels, found by selector without a look at each one. */
export class LabelIndex<T> {
  private readonly entries: { readonly labels: Labels; readonly item: T }[] = [];
  private readonly byPair = new Map<string, { readonly labels: Labels; readonly item: T }[]>();

  add(labels: Labels, item: T): void {
    const entry = { labels, item };
    this.entries.push(entry);
    for (const key of Object.keys(labels)) {
      const pair = `${key}=${labels[key]}`;
      const known = this.byPair.get(pair);
      if (known) known.push(entry);
      else this.byPair.set(pair, [entry]);
    }
  }

  get size(): number {
    return this.entries.length;
  }

  select(selector: unknown): readonly T[] {
    return this.candidates(selector).filter((entry) => selects(selector, entry.labels)).map((entry) => entry.item);
  }

  has(selector: unknown): boolean {
    return this.candidates(selector).some((entry) => selects(selector, entry.labels));
  }

  private candidates(selector: unknown) {
    let fewest = this.entries;
    const wanted = isRecord(selector) ? strings(selector['matchLabels']) : {};
    for (const key of Object.keys(wanted)) {
      const entries = this.byPair.get(`${key}=${wanted[key]}`) ?? [];
      if (entries.length < fewest.length) fewest = entries;
      if (fewest.length <= 1) break;
    }
    return fewest;
  }
}
