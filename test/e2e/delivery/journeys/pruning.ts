import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../rig/estate.ts';
import { eventually } from '../../rig/processes.ts';
import type { Linyi } from '../../rig/linyi.ts';
import { list, read } from '../state.ts';

const STATEFUL = '/apis/apps/v1/namespaces/core-mw-registry/statefulsets/registry';

/** A commit by hand in the config repository, as nobody should do it. */
async function byHand(linyi: Linyi, name: string, ...remove: readonly string[]): Promise<() => Promise<void>> {
  const work = join(linyi.scratch('by-hand'), name);
  const git = (...args: readonly string[]) => must('git', ['-C', work, '-c', 'user.name=somebody', '-c', 'user.email=somebody@champ.example', ...args]);
  await must('git', ['clone', '--quiet', linyi.estate.repository, work]);
  await git('rm', '--quiet', '-r', ...remove);
  await git('commit', '--quiet', '-m', name);
  await git('push', '--quiet', 'origin', 'HEAD:main');
  return async () => {
    await git('pull', '--quiet', '--rebase', 'origin', 'main');
    await git('revert', '--no-edit', 'HEAD');
    await git('push', '--quiet', 'origin', 'HEAD:main');
    rmSync(work, { recursive: true, force: true });
  };
}

/** Has ArgoCD look at Git now. */
async function refreshed(linyi: Linyi, name: string, project: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await linyi.clusters.core.argocd.ask('GET', `/applications/${name}?refresh=normal&project=${project}`);
  return body;
}

/** What `argocd app terminate-op` does, if there is anything to end. */
async function terminated(linyi: Linyi, name: string): Promise<void> {
  const path = `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${name}`;
  const phase = async () => ((await read(linyi.clusters.core, path)).status as { readonly operationState?: { readonly phase?: string } }).operationState?.phase;
  if ((await phase()) !== 'Running') return;
  await linyi.clusters.core.plane.api.ask('PATCH', path, { status: { operationState: { phase: 'Terminating' } } }, 'application/merge-patch+json');
  await eventually(`the sync of ${name} to end`, async () => ((await phase()) === 'Terminating' ? undefined : true), 120);
}

const resourcesOf = (application: Readonly<Record<string, unknown>>) => ((application['status'] as { readonly resources?: readonly { readonly kind: string; readonly name: string; readonly requiresPruning?: boolean }[] }).resources ?? []);

export function pruning(linyi: () => Linyi): void {
  describe('what Git no longer holds', () => {
    it('is pruned where nothing is lost with it', async () => {
      const { api } = linyi().clusters.core.plane;
      const config = await read(linyi().clusters.core, '/api/v1/namespaces/core-mbs/configmaps/hsa-mbs-config');
      const tracking = config.metadata.annotations!['argocd.argoproj.io/tracking-id']!;
      const orphan = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orphan', namespace: 'core-mbs', annotations: { 'argocd.argoproj.io/tracking-id': tracking.replace(/[^/]+$/, 'orphan') } }, data: { left: 'over' } };
      expect(await api.create(orphan)).toMatchObject({ status: 201 });
      await eventually('the orphan to go', async () => ((await api.ask('GET', '/api/v1/namespaces/core-mbs/configmaps/orphan')).status === 404 ? true : undefined), 400);
    }, 500_000);

    it('stays and waits for a person where state would be lost', async () => {
      const before = await read(linyi().clusters.core, STATEFUL);
      const restore = await byHand(linyi(), 'a StatefulSet is gone', 'linyi/core/core-mw-registry/statefulset.registry.yaml');
      try {
        await eventually('the confirmation to be asked for', async () => {
          const application = await refreshed(linyi(), 'core-mw-registry', 'champ-platform');
          const waits = JSON.stringify((application['status'] as { readonly operationState?: unknown }).operationState ?? {}).includes('confirmation');
          return waits && resourcesOf(application).some(({ kind, requiresPruning }) => kind === 'StatefulSet' && requiresPruning) ? true : undefined;
        }, 300);
        const { out } = await linyi().ask('status', '--env', 'linyi', '--zone', 'core', '--subsystem', 'registry');
        expect(out).toMatch(/confirm/i);
        expect((await read(linyi().clusters.core, STATEFUL)).metadata['uid']).toBe(before.metadata['uid']);
      } finally {
        await restore();
      }
      await eventually('Git to hold it again', async () => (resourcesOf(await refreshed(linyi(), 'core-mw-registry', 'champ-platform')).some(({ kind, requiresPruning }) => kind === 'StatefulSet' && !requiresPruning) ? true : undefined), 300);
      expect((await linyi().ask('status', '--env', 'linyi', '--zone', 'core', '--subsystem', 'registry')).out).toContain('argocd app terminate-op core-mw-registry');
      await terminated(linyi(), 'core-mw-registry');
      expect((await read(linyi().clusters.core, STATEFUL)).metadata['deletionTimestamp']).toBeUndefined();
    }, 600_000);

    it('takes nothing with it that stands behind a removed child Application', async () => {
      const cluster = linyi().clusters.core;
      const before = (await list(cluster, '/apis/apps/v1/namespaces/core-hif/deployments')).map(({ metadata }) => metadata['uid']);
      expect(before.length).toBeGreaterThan(0);
      const restore = await byHand(linyi(), 'a child Application is gone', 'linyi/core/argocd/application.core-hif.yaml');
      try {
        await eventually('the confirmation to be asked for', async () => {
          const application = await refreshed(linyi(), 'estate', 'champ-roots');
          return resourcesOf(application).some(({ kind, name, requiresPruning }) => kind === 'Application' && name === 'core-hif' && requiresPruning) ? true : undefined;
        }, 300);
        expect((await cluster.plane.api.ask('GET', '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/core-hif')).status).toBe(200);
        expect((await list(cluster, '/apis/apps/v1/namespaces/core-hif/deployments')).map(({ metadata }) => metadata['uid'])).toEqual(before);
      } finally {
        await restore();
      }
      await terminated(linyi(), 'estate');
    }, 600_000);

    it('was a commit by hand, which the next publish shows and does not overwrite silently', async () => {
      const restore = await byHand(linyi(), 'a file is gone', 'linyi/core/core-mbs/configmap.hsa-mbs-config.yaml');
      try {
        await linyi().estate.commit('nothing');
        const { exit, err } = await linyi().publish();
        expect({ exit, err }).toEqual({ exit: 1, err: expect.stringMatching(/configmap\.hsa-mbs-config\.yaml[\s\S]*somebody/) });
      } finally {
        await restore();
      }
    }, 300_000);
  });
}
