import type { Linyi } from '../../rig/linyi.ts';
import { eventually } from '../../rig/processes.ts';
import { imageOf, releaseOf, SERVICE, SUBSYSTEM } from './image-change.ts';

export function disturbances(linyi: () => Linyi): void {
  describe('what goes wrong on the way', () => {
    it('an expired or foreign token is said as such, and never printed', async () => {
      const token = `${linyi().clusters.core.argocd.token.slice(0, -6)}AAAAAA`;
      const { exit, out, err } = await linyi().estate.champWith({ ...linyi().connection(), CHAMP_ARGOCD_TOKEN_CORE: token }, 'status', '--env', 'linyi');
      expect({ exit, err }).toEqual({ exit: 3, err: expect.stringMatching(/CHAMP80\d\d[\s\S]*token/) });
      expect(out + err).not.toContain(token);
    }, 60_000);

    it('an unknown commit and an unknown zone are refused before anything is asked', async () => {
      expect(await linyi().ask('wait', '--env', 'linyi', '--commit', 'f'.repeat(40), '--timeout', '5s')).toMatchObject({ exit: expect.any(Number), err: expect.stringMatching(/CHAMP\d{4}/) });
      expect(await linyi().ask('status', '--env', 'linyi', '--zone', 'cord')).toMatchObject({ exit: 2, err: expect.stringContaining('core') });
    }, 60_000);

    it('a server that restarts while somebody waits', async () => {
      const digest = releaseOf(linyi());
      await linyi().mustPublish(`${SERVICE}: while the server restarts`);
      const waiting = linyi().landed({ subsystem: SUBSYSTEM });
      await new Promise((resolve) => { setTimeout(resolve, 1500); });
      await linyi().clusters.core.argocd.kill('server');
      await new Promise((resolve) => { setTimeout(resolve, 3000); });
      await linyi().clusters.core.argocd.restart('server');
      await waiting;
      expect(await imageOf(linyi())).toContain(digest);
    }, 900_000);

    it('a controller that is killed in the middle of a sync', async () => {
      const digest = releaseOf(linyi());
      await linyi().mustPublish(`${SERVICE}: while the controller dies`);
      const { argocd } = linyi().clusters.core;
      void argocd.ask('GET', '/applications/core-mbs?refresh=normal&project=champ-vendor-08').catch(() => undefined);
      await eventually('the sync to begin', async () => {
        const { body } = await argocd.ask('GET', '/applications/core-mbs?project=champ-vendor-08');
        const { status } = body as { readonly status?: { readonly operationState?: { readonly phase?: string }; readonly sync?: { readonly status?: string } } };
        return status?.operationState?.phase === 'Running' || status?.sync?.status === 'OutOfSync' ? true : undefined;
      }, 240);
      await argocd.kill('application-controller');
      await argocd.restart('application-controller');
      await linyi().landed({ subsystem: SUBSYSTEM });
      expect(await imageOf(linyi())).toContain(digest);
    }, 900_000);
  });
}
