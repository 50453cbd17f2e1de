import { join } from 'node:path';
import { manifestsIn } from '../../rig/estate.ts';
import { eventually } from '../../rig/processes.ts';
import { NODES, ZONES, type Linyi, type Say } from '../../rig/linyi.ts';
import { declaredPods, readyPods } from '../state.ts';

export function firstSync(linyi: () => Linyi, say: Say): void {
  describe('the first sync', () => {
    it('follows one publish: every Application is Synced and Healthy', async () => {
      await linyi().mustPublish('first publish');
      say('published');
      await linyi().applyRoots();
      await linyi().landed();
      say('landed');
      const { exit, out, err } = await linyi().ask('status', '--env', 'linyi', '--json');
      expect({ exit, err }).toMatchObject({ exit: 0 });
      const { environments: [environment] } = JSON.parse(out) as { readonly environments: readonly { readonly zones: readonly { readonly zone: string; readonly applications: readonly { readonly name: string; readonly sync: string; readonly health: string }[] }[] }[] };
      for (const { zone, applications } of environment!.zones) {
        const declared = manifestsIn(join(linyi().dist, zone, 'argocd')).filter(({ kind }) => kind === 'Application').map(({ metadata }) => metadata.name).sort();
        expect(applications.map(({ name }) => name).sort()).toEqual(declared);
        expect(applications.filter(({ sync, health }) => sync !== 'Synced' || health !== 'Healthy')).toEqual([]);
      }
      for (const line of linyi().simulated()) say(`simulated: ${line}`);
    }, 1_500_000);

    it.each(ZONES)('runs every declared pod on the nodes of zone %s', async (zone) => {
      const objects = manifestsIn(join(linyi().dist, zone));
      const declared = declaredPods(objects, NODES[zone].count);
      const running = await eventually(`the pods of ${zone}`, async () => {
        const ready = await readyPods(linyi().clusters[zone]);
        return [...declared].every(([workload, count]) => ready.get(workload) === count) ? ready : undefined;
      }, 300).catch(() => readyPods(linyi().clusters[zone]));
      expect(Object.fromEntries(running)).toEqual(Object.fromEntries(declared));
    }, 360_000);

    it('has the 632 pods of the services of a city of 10 million among them', () => {
      const services = ZONES.flatMap((zone) => {
        const objects = manifestsIn(join(linyi().dist, zone));
        const isService = new Set(objects.filter(({ metadata }) => metadata.labels?.['champ.hsa/subsystem'] !== undefined).map(({ kind, metadata }) => `${metadata.namespace}/${kind}/${metadata.name}`));
        return [...declaredPods(objects, NODES[zone].count)].filter(([workload]) => isService.has(workload));
      });
      expect(services.reduce((sum, [, count]) => sum + count, 0)).toBe(632);
    });
  });
}
