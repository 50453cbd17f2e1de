import type { ChangeReport } from '../report.ts';
import type { EnvironmentPair } from './pair.ts';

export type CapacityRow = ChangeReport['capacity'][number];

const MOMENTS = ['rest', 'most'] as const;
const RESOURCES = ['cpu', 'memory'] as const;

/** Shares below a thousandth of the nodes are no difference. */
const LEAST = 0.0005;

/** Shares of the nodes that differ, by zone; a zone or an environment that is new takes nothing before. Without both models nothing is known. */
export function capacityChange({ name, base, head }: EnvironmentPair): readonly CapacityRow[] {
  if (!head?.model || (base && !base.model)) return [];
  return head.model.zones.flatMap(({ id, capacity }) => {
    const former = base?.model?.zones.find((each) => each.id === id)?.capacity;
    return MOMENTS.flatMap((moment) => RESOURCES.flatMap((resource): readonly CapacityRow[] => {
      const [before, after] = [former?.[moment][resource] ?? 0, capacity[moment][resource]];
      return Math.abs(after - before) < LEAST ? [] : [{ environment: name, zone: id, moment, resource, before, after }];
    }));
  });
}

/** Zones whose pods found a place before and find none any more, or less room than before where they found none already. */
export function overflows({ name, base, head }: EnvironmentPair): readonly { readonly environment: string; readonly zone: string; readonly moment: 'rest' | 'most'; readonly cpu: number; readonly memory: number }[] {
  const model = head?.model;
  // one pod for each service survives no lost node, and need not
  const moments = MOMENTS.filter((moment) => moment === 'most' || model?.stage === 'production');
  return (model?.zones ?? []).flatMap(({ id, capacity }) => moments.flatMap((moment) => {
    const { fits, cpu, memory } = capacity[moment];
    const before = base?.model?.zones.find((each) => each.id === id)?.capacity[moment];
    const worse = before === undefined || before.fits || cpu > before.cpu + LEAST || memory > before.memory + LEAST;
    return fits || !worse ? [] : [{ environment: name, zone: id, moment, cpu, memory }];
  }));
}
