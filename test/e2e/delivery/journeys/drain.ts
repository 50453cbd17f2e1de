import { run } from '../../rig/estate.ts';
import type { Linyi } from '../../rig/linyi.ts';
import { eventually } from '../../rig/processes.ts';
import { tool } from '../../rig/tools.ts';
import { list } from '../state.ts';

interface Budget {
  readonly currentHealthy?: number;
  readonly desiredHealthy?: number;
  readonly disruptionsAllowed?: number;
}

export function drain(linyi: () => Linyi): void {
  describe('a node that is drained', () => {
    it('loses its pods without breaking a disruption budget, and they come back elsewhere', async () => {
      const cluster = linyi().clusters.core;
      const kubectl = (...args: readonly string[]) => run(tool('kubectl'), [`--kubeconfig=${cluster.plane.kubeconfig}`, ...args]);
      const budgets = () => list(cluster, '/apis/policy/v1/poddisruptionbudgets');
      const pods = await list(cluster, '/api/v1/pods');
      const perNode = new Map<string, number>();
      for (const { spec, status } of pods) if (status?.['phase'] === 'Running') perNode.set(String(spec['nodeName']), (perNode.get(String(spec['nodeName'])) ?? 0) + 1);
      const [node, there] = [...perNode].sort(([, a], [, b]) => b - a)[0]!;
      expect(there).toBeGreaterThan(5);
      const broken = new Set<string>();
      let [over, drained] = [false, { exit: -1, out: '', err: '' }];
      await Promise.all([
        kubectl('drain', node, '--ignore-daemonsets', '--delete-emptydir-data', '--force', '--grace-period=1', '--timeout=280s').then((result) => { [over, drained] = [true, result]; }),
        (async () => {
          while (!over) {
            for (const { metadata, status } of await budgets()) {
              const { currentHealthy = 0, desiredHealthy = 0 } = (status ?? {}) as Budget;
              if (currentHealthy < desiredHealthy) broken.add(`${metadata.namespace}/${metadata.name}: ${currentHealthy} of ${desiredHealthy}`);
            }
            await new Promise((resolve) => { setTimeout(resolve, 250); });
          }
        })(),
      ]);
      expect(drained).toMatchObject({ exit: 0 });
      expect([...broken]).toEqual([]);
      const left = (await list(cluster, `/api/v1/pods?fieldSelector=spec.nodeName=${node}`)).filter(({ metadata }) => !((metadata['ownerReferences'] ?? []) as readonly { readonly kind: string }[]).some(({ kind }) => kind === 'DaemonSet'));
      expect(left.filter(({ status }) => status?.['phase'] === 'Running').map(({ metadata }) => metadata.name)).toEqual([]);
      expect(await kubectl('uncordon', node)).toMatchObject({ exit: 0 });
      await eventually('all budgets to allow what they did', async () => ((await budgets()).every(({ status }) => ((status ?? {}) as Budget).currentHealthy! >= ((status ?? {}) as Budget).desiredHealthy!) ? true : undefined), 240);
    }, 600_000);
  });
}
