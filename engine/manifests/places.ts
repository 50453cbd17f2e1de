/** Where each key of a mapping and each item of a list starts in a text, by the value that holds it; noted on demand only. */
export type Places = Map<object, Map<string | number, number>>;

export function note(places: Places | undefined, holder: object, key: string | number, offset: number): void {
  if (!places) return;
  const known = places.get(holder);
  if (known) known.set(key, offset);
  else places.set(holder, new Map([[key, offset]]));
}

/** Sets a key as data, also `__proto__`. */
export function put(holder: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  else holder[key] = value;
}
