import type { Manifest } from '../manifest.ts';
import { podsIn, type ContainerSource, type PodSource } from '../pods/index.ts';

export interface Found {
  readonly pod: PodSource;
  readonly container: ContainerSource;
}

/** Pods of an object by where they stand; a second one at the same place is told apart by its number. */
export function podsByPlace(manifest: Manifest | undefined): ReadonlyMap<string, PodSource> {
  return keyed(manifest ? podsIn(manifest) : [], ({ field }) => field);
}

/** Containers of an object by the place of their pod, their list and their name: the same on both sides of a change, whatever their order. */
export function containersByPlace(manifest: Manifest | undefined): ReadonlyMap<string, Found> {
  const all = [...podsByPlace(manifest)].flatMap(([place, pod]) => pod.containers.map((container) => ({ place, pod, container })));
  return keyed(all, ({ place, container: { field, name } }) => `${place} ${field.replace(/\[\d+\]/g, '[]')} ${name}`);
}

function keyed<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    let place = key;
    for (let count = 2; found.has(place); count++) place = `${key}#${count}`;
    found.set(place, item);
  }
  return found;
}
