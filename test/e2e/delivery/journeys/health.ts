import type { Linyi } from '../../rig/linyi.ts';
import { eventually } from '../../rig/processes.ts';
import { STATUSES } from '../../rig/statuses.ts';

export function health(linyi: () => Linyi): void {
  describe('an operator that is stuck', () => {
    it('leaves the Application unhealthy, and champ status says which object', async () => {
      const cluster = linyi().clusters.core;
      const row = STATUSES.find(({ kind }) => kind === 'Kafka')!;
      const healthOf = async () => {
        const { body } = await cluster.argocd.ask('GET', '/applications/core-mw-event-log?refresh=normal&project=champ-platform');
        return (body as { readonly status?: { readonly health?: { readonly status?: string } } }).status?.health?.status;
      };
      expect(await healthOf()).toBe('Healthy');
      await cluster.simulator.withhold(row, 'core-mw-event-log', 'event-log');
      try {
        await eventually('the Application to be unhealthy', async () => ((await healthOf()) === 'Healthy' ? undefined : true), 120);
        const { exit, out } = await linyi().ask('status', '--env', 'linyi', '--zone', 'core', '--subsystem', 'event-log');
        expect({ exit, out }).toEqual({ exit: 1, out: expect.stringContaining('Kafka') });
      } finally {
        await cluster.simulator.release(row, 'core-mw-event-log', 'event-log');
      }
      await eventually('the Application to be healthy again', async () => ((await healthOf()) === 'Healthy' ? true : undefined), 120);
    }, 400_000);
  });
}
