import type { Environment } from '../environment.ts';
import type { Service } from '../service/index.ts';

/** Synchronous calls must have an end: each ring is reported once, from its first service by name (Tarjan's components). */
export function checkCycles(environment: Environment): void {
  const index = new Map<Service, number>();
  const low = new Map<Service, number>();
  const stack: Service[] = [];
  const onStack = new Set<Service>();
  const targets = (service: Service) => [
    ...service.callees.map((call) => call.to),
    ...service.crossCallees.filter((call) => call.route.sync).map((call) => call.to),
  ];
  const visit = (start: Service): void => {
    const work: { readonly service: Service; readonly next: Service[] }[] = [];
    const enter = (service: Service) => {
      index.set(service, index.size);
      low.set(service, index.get(service)!);
      stack.push(service);
      onStack.add(service);
      work.push({ service, next: targets(service) });
    };
    enter(start);
    while (work.length > 0) {
      const { service, next } = work.at(-1)!;
      const target = next.pop();
      if (target) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) low.set(service, Math.min(low.get(service)!, index.get(target)!));
        continue;
      }
      work.pop();
      const caller = work.at(-1)?.service;
      if (caller) low.set(caller, Math.min(low.get(caller)!, low.get(service)!));
      if (low.get(service) !== index.get(service)) continue;
      const ring = stack.splice(stack.indexOf(service));
      ring.forEach((each) => onStack.delete(each));
      if (ring.length > 1) report(environment, ring, targets);
    }
  };
  for (const service of environment.allServices) if (!index.has(service)) visit(service);
}

function report(environment: Environment, ring: readonly Service[], targets: (service: Service) => readonly Service[]): void {
  const first = [...ring].sort((a, b) => (a.id < b.id ? -1 : 1))[0]!;
  const path = [first];
  const seen = new Set(path);
  // a walk inside the component that comes back to its start
  const walk = (at: Service): boolean => targets(at).some((next) => {
    if (next === first) return true;
    if (!ring.includes(next) || seen.has(next)) return false;
    seen.add(next);
    path.push(next);
    if (walk(next)) return true;
    path.pop();
    return false;
  });
  walk(first);
  environment.problems.add('CHAMP2003', environment.pathOf(first), { value: [...path, first].map((each) => each.id).join(' -> ') });
}
