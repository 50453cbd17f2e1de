import { cpu, memory, quantity } from '../../../engine/quantity/index.ts';
import type { Layout, Sizing } from '../contract.ts';

/** Sizing as given in production; a quarter of the requests elsewhere, under the same limits, so that heaps still fit. */
export function scaled(layout: Pick<Layout, 'production'>, sizing: Sizing): Sizing {
  if (layout.production) return sizing;
  const { requests } = sizing;
  return { ...sizing, requests: { cpu: cpu(quantity(requests.cpu) / 4), memory: memory(quantity(requests.memory) / 4) } };
}
