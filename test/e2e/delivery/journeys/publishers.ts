import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Estate, must } from '../../rig/estate.ts';
import type { Linyi } from '../../rig/linyi.ts';

const ROUNDS = 20;

export function publishers(linyi: () => Linyi): void {
  describe('two publishers at once', () => {
    it(`lose nothing in ${ROUNDS} rounds`, async () => {
      const folder = linyi().scratch('publishers');
      const repository = join(folder, 'config.git');
      await must('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository]);
      const estates = await Promise.all(['a', 'b'].map(async (name) => {
        mkdirSync(join(folder, name));
        const estate = await Estate.create(join(folder, name), 'dev');
        // each has an environment of its own in the same repository
        cpSync(join(estate.source, 'environments', 'dev'), join(estate.source, 'environments', `dev-${name}`), { recursive: true });
        estate.edit(`environments/dev-${name}/index.ts`, (text) => text.replace("name: 'dev'", `name: 'dev-${name}'`));
        return { name, estate };
      }));
      const sources: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await Promise.all(estates.map(async ({ name, estate }) => {
          estate.edit(`environments/dev-${name}/releases.yaml`, (text) => text.replace(/release: .*/, `release: V1.2.${round + 100}`).replace(/(\n {2}hsa-mbs-fsi:\n(?: {4}.*\n)*? {4}tag: )\S+/, `$1V1.2.${round + 100}`));
          sources.push(await estate.commit(`${name} ${round}`));
          const { exit, err } = await estate.champ('publish', '--env', `dev-${name}`, '--repo', `file://${repository}`, '--allow-sample');
          expect({ exit, err }).toMatchObject({ exit: 0 });
        }));
      }
      const log = await must('git', ['-C', repository, 'log', '--format=%(trailers:key=Champ-Source-Commit,valueonly)', 'main']);
      expect(log.split('\n').filter(Boolean).sort()).toEqual([...sources].sort());
      expect(sources).toHaveLength(2 * ROUNDS);
      await must('git', ['-C', repository, 'fsck', '--strict']);
    }, 900_000);
  });
}
