/** Data as YAML prints it: without undefined values and functions. What has none of them is returned as it is. */
export function plain<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.filter(isKept).map(plain);
    return (items.length === value.length && items.every((item, index) => Object.is(item, value[index])) ? value : items) as T;
  }
  if (typeof value === 'number') return (Object.is(value, -0) ? 0 : value) as T;
  if (typeof value !== 'object' || value === null) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    const kept = isKept(item) ? plain(item) : undefined;
    if (Object.is(kept, item) && kept !== undefined) continue;
    copy ??= { ...(value as Record<string, unknown>) };
    if (kept === undefined) delete copy[key];
    else copy[key] = kept;
  }
  return (copy ?? value) as T;
}

const isKept = (value: unknown): boolean => value !== undefined && typeof value !== 'function';
