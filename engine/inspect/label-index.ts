import { isRecord, list, records, strings, text, texts } from './plain.ts';

// looked up once: it is called for every label of every selector
const { hasOwn } = Object;

export type Labels = Readonly<Record<string, string>>;

/** LabelSelector semantics: `matchLabels` and all `matchExpressions`; an empty selector matches everything. */
export function selects(selector: unknown, labels: Labels): boolean {
  return matcher(selector)(labels);
}

type Matcher = (labels: Labels) => boolean;

const everything: Matcher = () => true;

/** A selector read once, for many labels. */
function matcher(selector: unknown): Matcher {
  if (!isRecord(selector)) return everything;
  const wanted = strings(selector['matchLabels']);
  const keys = Object.keys(wanted);
  const expressions = records(selector['matchExpressions']).map(expressionMatcher);
  return (labels) => {
    for (const key of keys) {
      if (!hasOwn(labels, key) || labels[key] !== wanted[key]) return false;
    }
    for (const holds of expressions) if (!holds(labels)) return false;
    return true;
  };
}

function expressionMatcher(expression: Readonly<Record<string, unknown>>): Matcher {
  const key = text(expression['key']) ?? '';
  const values = texts(expression['values']);
  switch (expression['operator']) {
    case 'In': return (labels) => hasOwn(labels, key) && values.includes(labels[key]!);
    case 'NotIn': return (labels) => !hasOwn(labels, key) || !values.includes(labels[key]!);
    case 'Exists': return (labels) => hasOwn(labels, key);
    case 'DoesNotExist': return (labels) => !hasOwn(labels, key);
    default: return everything;
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

interface Entry<T> {
  readonly labels: Labels;
  readonly item: T;
}

/** Things with labels, found by selector without a look at each one. */
export class LabelIndex<T> {
  private readonly entries: Entry<T>[] = [];
  private readonly byPair = new Map<string, Entry<T>[]>();
  private readonly byKey = new Map<string, Entry<T>[]>();

  add(labels: Labels, item: T): void {
    const entry = { labels, item };
    this.entries.push(entry);
    for (const key of Object.keys(labels)) {
      push(this.byPair, `${key}=${labels[key]}`, entry);
      push(this.byKey, key, entry);
    }
  }

  get size(): number {
    return this.entries.length;
  }

  select(selector: unknown): readonly T[] {
    const matches = matcher(selector);
    return this.candidates(selector).filter((entry) => matches(entry.labels)).map((entry) => entry.item);
  }

  has(selector: unknown): boolean {
    const matches = matcher(selector);
    return this.candidates(selector).some((entry) => matches(entry.labels));
  }

  private candidates(selector: unknown): readonly Entry<T>[] {
    let fewest: readonly Entry<T>[] = this.entries;
    if (!isRecord(selector)) return fewest;
    const wanted = strings(selector['matchLabels']);
    for (const key of Object.keys(wanted)) {
      const entries = this.byPair.get(`${key}=${wanted[key]}`) ?? [];
      if (entries.length < fewest.length) fewest = entries;
      if (fewest.length <= 1) return fewest;
    }
    for (const { operator, key } of records(selector['matchExpressions'])) {
      if (operator !== 'In' && operator !== 'Exists') continue;
      const entries = this.byKey.get(text(key) ?? '') ?? [];
      if (entries.length < fewest.length) fewest = entries;
    }
    return fewest;
  }
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}
