import type { Linyi } from '../../rig/linyi.ts';
import { imageOf, releaseOf, SERVICE, SUBSYSTEM } from './image-change.ts';

export function rollback(linyi: () => Linyi): void {
  describe('a rollback', () => {
    it('brings back what ran before, through Git and with auto-sync on', async () => {
      const [before, good] = [await imageOf(linyi()), linyi().commit];
      releaseOf(linyi());
      await linyi().mustPublish(`${SERVICE}: a bad build`);
      await linyi().landed({ subsystem: SUBSYSTEM });
      expect(await imageOf(linyi())).not.toBe(before);
      const dry = await linyi().estate.champ('rollback', '--env', 'linyi', '--to', good, '--dry-run');
      expect(dry).toMatchObject({ exit: 0 });
      expect(dry.err + dry.out).toContain(SERVICE);
      expect(await linyi().estate.champ('rollback', '--env', 'linyi', '--to', good, '--yes')).toMatchObject({ exit: 0 });
      await linyi().landed({ commit: good, subsystem: SUBSYSTEM });
      expect(await imageOf(linyi())).toBe(before);
    }, 900_000);

    it('is not undone by the next publish until the source has changed it', async () => {
      const before = await imageOf(linyi());
      await linyi().estate.commit('a change elsewhere');
      const { exit, err } = await linyi().publish();
      expect({ exit, err }).toEqual({ exit: 1, err: expect.stringMatching(/rolled back[\s\S]*--resume/) });
      expect(await imageOf(linyi())).toBe(before);
      const digest = releaseOf(linyi());
      await linyi().mustPublish(`${SERVICE}: mended`);
      await linyi().landed({ subsystem: SUBSYSTEM });
      expect(await imageOf(linyi())).toContain(digest);
    }, 900_000);

    it('stands in the history with who, when and what', async () => {
      const { exit, out } = await linyi().estate.champ('history', '--env', 'linyi', '--json');
      expect(exit).toBe(0);
      const { entries } = JSON.parse(out) as { readonly entries: readonly Readonly<Record<string, unknown>>[] };
      expect(entries.length).toBeGreaterThanOrEqual(4);
      expect(JSON.stringify(entries)).toMatch(/rollback/i);
    }, 120_000);
  });
}
