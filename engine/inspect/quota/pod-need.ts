import { parseQuantity } from '../../quantity/index.ts';
import { record, type Plain } from '../plain.ts';
import type { ContainerRole, PodTemplate } from '../pod-templates.ts';
import type { ContainerDefaults } from './limit-ranges.ts';

/** Cores and bytes by resource name. */
export type Amounts = Readonly<Record<string, number>>;

export interface Need {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/** Quantities as numbers; what is no quantity is left to the structure check. */
export function amounts(value: unknown): Amounts {
  const numbers: Record<string, number> = {};
  const fields = record(value);
  for (const name in fields) {
    const each = fields[name];
    const number = typeof each === 'string' || typeof each === 'number' ? parseQuantity(each) : undefined;
    if (number !== undefined) numbers[name] = number;
  }
  return numbers;
}

/** A container after admission: requests follow own limits, then the namespace's LimitRange fills what is missing. */
export function containerNeed(container: Plain, defaults: ContainerDefaults): Need {
  const own = record(container['resources']);
  const limits = amounts(own['limits']);
  return { requests: over(over(defaults.requests, limits), amounts(own['requests'])), limits: over(defaults.limits, limits) };
}

/**
 * What the scheduler and the quota count for one pod: containers and native sidecars together, or the largest moment of
 * the init phase (an init container beside the sidecars started before it); `resources` of the pod win, `overhead` is added.
 */
export function podNeed(template: PodTemplate, defaults: ContainerDefaults, injected: readonly Need[]): Need {
  const needs = template.containers.map(({ role, container }) => ({ role, need: containerNeed(container, defaults) }));
  return { requests: sideNeed('requests', template, needs, injected), limits: sideNeed('limits', template, needs, injected) };
}

interface RoleNeed {
  readonly role: ContainerRole;
  readonly need: Need;
}

function sideNeed(side: keyof Need, template: PodTemplate, needs: readonly RoleNeed[], injected: readonly Need[]): Amounts {
  let running = injected.reduce((sum: Amounts, each) => plus(sum, each[side]), {});
  let largest: Amounts = {};
  for (const { role, need } of needs) {
    if (role === 'init') largest = most(largest, plus(running, need[side]));
    else running = plus(running, need[side]);
  }
  const whole = over(most(largest, running), amounts(record(template.spec['resources'])[side]));
  return plus(whole, amounts(template.spec['overhead']));
}

export function plus(one: Amounts, other: Amounts): Amounts {
  const sum: Record<string, number> = {};
  for (const name in one) sum[name] = one[name]!;
  for (const name in other) sum[name] = (sum[name] ?? 0) + other[name]!;
  return sum;
}

export function times(one: Amounts, count: number): Amounts {
  const product: Record<string, number> = {};
  for (const name in one) product[name] = one[name]! * count;
  return product;
}

/** Of each resource the value of `other`, where it has one. Loops, since this runs for every container. */
function over(one: Amounts, other: Amounts): Amounts {
  const result: Record<string, number> = {};
  for (const name in one) result[name] = one[name]!;
  for (const name in other) result[name] = other[name]!;
  return result;
}

function most(one: Amounts, other: Amounts): Amounts {
  const result: Record<string, number> = {};
  for (const name in one) result[name] = one[name]!;
  for (const name in other) result[name] = Math.max(result[name] ?? 0, other[name]!);
  return result;
}
