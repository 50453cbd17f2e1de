import { ZONES, type Linyi, type Zone } from '../../rig/linyi.ts';
import { eventually } from '../../rig/processes.ts';
import { read } from '../state.ts';
import { imageOf, releaseOf, SERVICE } from './image-change.ts';

const PROJECT = '/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects/champ-vendor-08';
const FILE = 'environments/linyi/index.ts';
const CLOSED = "freezes: [{ schedule: '* * * * *', duration: '1h', description: 'Settlement of the year' }],";

/** A sync by a person with the right to it: what `argocd app sync` asks for. */
async function syncByHand(linyi: Linyi, name: string, zone: Zone = 'core'): Promise<void> {
  const path = `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${name}`;
  const operation = { initiatedBy: { username: 'operator' }, sync: { prune: false, syncStrategy: { apply: {} }, syncOptions: ['ServerSideApply=true'] } };
  await linyi.clusters[zone].plane.api.ask('PATCH', path, { operation }, 'application/merge-patch+json');
}

/** Has ArgoCD compare an Application with Git now; by itself it does so some minutes later. */
const compare = (linyi: Linyi, name: string, project: string, zone: Zone = 'core') =>
  linyi.clusters[zone].argocd.ask('GET', `/applications/${name}?refresh=normal&project=${project}`);

export function window(linyi: () => Linyi): void {
  describe('inside a sync window', () => {
    it('a publish says what is held and how a person syncs it, and nothing reaches the cluster by itself', async () => {
      linyi().estate.edit(FILE, (text) => text.replace('freezes: [],', CLOSED));
      await linyi().mustPublish('no changes while the year is settled');
      await linyi().landed({ subsystem: 'mbs' });
      await compare(linyi(), 'estate', 'champ-roots');
      await eventually('the window', async () => ((await read(linyi().clusters.core, PROJECT)).spec['syncWindows'] ? true : undefined), 300);
      const before = await imageOf(linyi());
      const digest = releaseOf(linyi());
      await linyi().estate.commit(`${SERVICE}: during settlement`);
      const { exit, err } = await linyi().publish();
      expect({ exit, err }).toEqual({ exit: 0, err: expect.stringContaining('argocd app sync core-mbs') });
      const wait = await linyi().ask('wait', '--env', 'linyi', '--commit', 'HEAD', '--zone', 'core', '--subsystem', 'mbs', '--timeout', '45s');
      expect(wait).toMatchObject({ exit: 1, err: expect.stringContaining('held by a sync window: deny * * * * * 1h') });
      expect(await imageOf(linyi())).toBe(before);
      await syncByHand(linyi(), 'core-mbs');
      await eventually('the new image', async () => ((await imageOf(linyi())).includes(digest) ? true : undefined), 300);
    }, 900_000);

    it('a person opens it again, and all goes on by itself', async () => {
      linyi().estate.edit(FILE, (text) => text.replace(CLOSED, 'freezes: [],'));
      const digest = releaseOf(linyi());
      await linyi().mustPublish('the year is settled');
      for (const zone of ZONES) {
        await compare(linyi(), 'estate', 'champ-roots', zone);
        await syncByHand(linyi(), 'estate', zone);
      }
      await eventually('the window to be gone', async () => ((await read(linyi().clusters.core, PROJECT)).spec['syncWindows'] === undefined ? true : undefined), 300);
      await compare(linyi(), 'core-mbs', 'champ-vendor-08');
      await linyi().landed({ subsystem: 'mbs' });
      expect(await imageOf(linyi())).toContain(digest);
    }, 900_000);
  });
}
