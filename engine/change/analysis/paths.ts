import type { Model } from '../model.ts';
import type { ChangeReport } from '../report.ts';

/** A path in one environment. */
export type PathHit = Omit<ChangeReport['paths'][number], 'environments'>;

/** Hops of each path, with the services that a hop calls and waits for: when one of them stops, so does the hop. */
export function servicesOnPath({ services, paths }: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const calls = new Map(services.map(({ id, calls: of }) => [id, of.filter((each) => !each.startsWith('@'))]));
  return new Map(paths.map(({ id, hops }) => [id, new Set(hops.flatMap((hop) => [hop, ...(calls.get(hop) ?? [])]))]));
}

/** Business paths with one of `changed` on them, the critical first; `@kind` stands for the middleware of a kind. */
export function pathsHit(model: Model, changed: ReadonlySet<string>): readonly PathHit[] {
  const on = servicesOnPath(model);
  return model.paths.flatMap(({ id, zh, en, critical }): readonly PathHit[] => {
    const services = [...(on.get(id) ?? [])].filter((each) => changed.has(each));
    return services.length === 0 ? [] : [{ id, zh, en, critical, services: services.sort() }];
  }).sort((a, b) => Number(b.critical) - Number(a.critical) || (a.id < b.id ? -1 : 1));
}

/** Services and middleware kinds (`@kind`) on a critical path. */
export function criticalIn(model: Model | undefined): ReadonlySet<string> {
  if (!model) return new Set();
  const on = servicesOnPath(model);
  return new Set(model.paths.filter(({ critical }) => critical).flatMap(({ id }) => [...(on.get(id) ?? [])]));
}

const MIDDLEWARE = /^[a-z]+-mw-(.+)$/;

/** `@mq` of the Application `core-mw-mq`. */
export function middlewareOf(application: string): string | undefined {
  const kind = MIDDLEWARE.exec(application)?.[1];
  return kind === undefined ? undefined : `@${kind}`;
}
