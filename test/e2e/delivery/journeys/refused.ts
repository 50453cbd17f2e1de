import { must } from '../../rig/estate.ts';
import type { Linyi } from '../../rig/linyi.ts';

export function refused(linyi: () => Linyi): void {
  const tip = () => must('git', ['-C', linyi().estate.repository, 'rev-parse', 'main']);

  /** The edit is taken back, whatever comes of it. */
  async function publishedWith(file: string, change: (text: string) => string): Promise<{ readonly exit: number; readonly err: string }> {
    linyi().estate.edit(file, change);
    await linyi().estate.commit('a mistake');
    const { exit, err } = await linyi().publish();
    await linyi().estate.git('revert', '--no-edit', 'HEAD');
    return { exit, err };
  }

  describe('a mistake stops at publish, with the remote as it was', () => {
    it.each([
      ['a policy that is broken', 'environments/linyi/waivers.yaml', (text: string) => text.replace(/expires: '\d{4}/, "expires: '2020"), /expired/],
      ['an image without its digest', 'environments/linyi/releases.yaml', (text: string) => text.replace(/(\n {2}hsa-mbs-fsi:\n(?: {4}.*\n)*?) {4}digest: .*\n/, '$1'), /hsa-mbs-fsi[\s\S]*digest/],
      ['an unknown service', 'environments/linyi/sizes.yaml', (text: string) => text.replace('services: {}', 'services: { hsa-nothing: { min: 2, max: 3 } }'), /hsa-nothing/],
      ['broken syntax', 'environments/linyi/sizes.yaml', (text: string) => `${text}\n  : [`, /sizes\.yaml/],
    ])('%s', async (_, file, change, message) => {
      const before = await tip();
      const { exit, err } = await publishedWith(file, change);
      expect({ exit, err }).toEqual({ exit: 1, err: expect.stringMatching(message) });
      expect(await tip()).toBe(before);
    }, 200_000);
  });
}
