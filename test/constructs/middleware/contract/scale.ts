/** Sizes and counts. */
import type { Resources } from '../../../../constructs/words.ts';
import { parseQuantity, quantity } from '../../../../engine/quantity/index.ts';
import { caseOf, type Case, type Rule } from './cases.ts';

/** Per set of pods: the containers' sizes and how many pods there are. */
function sets({ workloads, customs }: Case) {
  return [
    ...workloads.map((part) => ({ name: part.name, count: part.replicas ?? 1, sizings: [part.sizing, ...(part.sidecars ?? []).map(({ sizing }) => sizing)] })),
    ...customs.flatMap((part) => part.pods.map((pods) => ({ name: pods.name, count: pods.count, sizings: [pods.sizing] }))),
  ];
}

export const sizing: Rule = (given) => sets(given).flatMap(({ name, sizings }) => sizings.flatMap(({ requests, limits, source }) => [
  ...(['cpu', 'memory'] as const).flatMap((resource) => {
    const [asked, most] = [parseQuantity(requests[resource]), parseQuantity(limits[resource])];
    return asked && most && asked <= most ? [] : [`${name}: ${resource} ${requests[resource]} of ${limits[resource]}`];
  }),
  ...(source.length > 5 ? [] : [`${name}: sizing without a source`]),
]));

const sum = (given: Case, resource: keyof Resources) => sets(given).reduce((total, { count, sizings }) => total + count * sizings.reduce((all, { requests }) => all + quantity(requests[resource]), 0), 0);
export const podCount = (given: Case) => sets(given).reduce((total, { count }) => total + count, 0);
const standing = ({ workloads, customs }: Case) => workloads.some(({ replicas }) => replicas !== undefined) || customs.some(({ pods }) => pods.length > 0);

/** More pods when the environment says so, never fewer. */
export const replicas: Rule = (given) => {
  if (!standing(given) || !given.layout.production || given.row.replicas.city10M < 2) return [];
  const more = caseOf(given.name, given.middleware, { replicas: given.layout.replicas * 2 });
  return podCount(more) > podCount(given) ? [] : [`${given.layout.replicas} and ${more.layout.replicas} replicas are ${podCount(given)} pods alike`];
};

/** A volume of the size that the environment says. */
export const storage: Rule = (given) => {
  const { layout, row, parts } = given;
  if (row.storage === undefined || parts.length === 0) return [];
  const size = '123Gi';
  const told = caseOf(given.name, given.middleware, { storage: size });
  return JSON.stringify(told.parts).includes(size) ? [] : [`storage ${layout.storage ?? ''} is not taken from the layout`];
};

/** Development is smaller than production, part by part and in total. */
export function smallerInDevelopment(production: Case, development: Case): readonly string[] {
  if (!standing(production)) return [];
  return [
    ...(podCount(development) <= podCount(production) ? [] : [`${podCount(development)} pods in development, ${podCount(production)} in production`]),
    ...(['cpu', 'memory'] as const).filter((resource) => sum(development, resource) >= sum(production, resource)).map((resource) => `${resource} ${sum(development, resource)} in development, ${sum(production, resource)} in production`),
  ];
}
