import { randomBytes } from 'node:crypto';
import type { Linyi } from '../../rig/linyi.ts';
import { changed, generations, read } from '../state.ts';

export const SERVICE = 'hsa-mbs-fsi';
export const SUBSYSTEM = 'mbs';

/** Gives the service another digest, as a release does; returns it. */
export function releaseOf(linyi: Linyi, service = SERVICE): string {
  const digest = `sha256:${randomBytes(32).toString('hex')}`;
  linyi.estate.edit('environments/linyi/releases.yaml', (text) => text.replace(new RegExp(`(\\n  ${service}:\\n(?:    .*\\n)*?    digest: )\\S+`), `$1${digest}`));
  return digest;
}

export const imageOf = async (linyi: Linyi, service = SERVICE): Promise<string> => {
  const { spec } = await read(linyi.clusters.core, `/apis/apps/v1/namespaces/core-mbs/deployments/${service}`);
  return (spec['template'] as { readonly spec: { readonly containers: readonly { readonly image: string }[] } }).spec.containers[0]!.image;
};

export function imageChange(linyi: () => Linyi): void {
  describe('a new image of one service', () => {
    it('reaches exactly one Deployment', async () => {
      const before = await generations(linyi());
      const digest = releaseOf(linyi());
      await linyi().mustPublish(`${SERVICE}: new build`);
      await linyi().landed();
      expect(changed(before, await generations(linyi()))).toEqual([`core core-mbs/${SERVICE}`]);
      expect(await imageOf(linyi())).toContain(digest);
    }, 900_000);

    it('is nothing to publish a second time', async () => {
      const { exit, out } = await linyi().publish('--json');
      expect(exit).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ remotes: [{ state: 'unchanged' }] });
    }, 120_000);
  });
}
