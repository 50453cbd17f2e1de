import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, run } from '../../rig/estate.ts';
import type { Linyi } from '../../rig/linyi.ts';

export function gap(linyi: () => Linyi): void {
  describe('a bundle carried over the gap', () => {
    it('brings a zone its files, byte by byte, and nothing of the other', async () => {
      const { folder, key, signers, target } = await prepared(linyi());
      const file = join(folder, 'core.champ');
      expect(await linyi().estate.champ('bundle', '--env', 'linyi', '--zone', 'core', '--key', key, '-o', file, '--no-registry')).toMatchObject({ exit: 0 });
      expect(await linyi().estate.champ('unbundle', file, '--allowed-signers', signers, '--repo', target, '--env', 'linyi', '--zone', 'core')).toMatchObject({ exit: 0 });
      const tree = (repository: string) => must('git', ['-C', repository, 'rev-parse', 'main:linyi/core']);
      expect(await tree(target)).toBe(await tree(linyi().estate.repository));
      expect((await run('git', ['-C', target, 'rev-parse', '--verify', '--quiet', 'main:linyi/public'])).exit).not.toBe(0);
    }, 300_000);

    it('is refused when a bit of it was flipped, and nothing is applied', async () => {
      const { folder, key, signers } = await prepared(linyi());
      const file = join(folder, 'flipped.champ');
      expect(await linyi().estate.champ('bundle', '--env', 'linyi', '--zone', 'public', '--key', key, '-o', file, '--no-registry')).toMatchObject({ exit: 0 });
      const bytes = readFileSync(file);
      const target = join(folder, 'untouched.git');
      await must('git', ['init', '--quiet', '--bare', '--initial-branch=main', target]);
      for (const at of [600, Math.floor(bytes.length / 2), bytes.length - 2000]) {
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= 1;
        writeFileSync(file, flipped);
        const { exit, err } = await linyi().estate.champ('unbundle', file, '--allowed-signers', signers, '--repo', target);
        expect({ exit, err }).toEqual({ exit: 1, err: expect.stringMatching(/CHAMP72\d\d/) });
      }
      expect((await must('git', ['-C', target, 'for-each-ref'])).trim()).toBe('');
    }, 300_000);
  });
}

/** A key made for this run, who may sign with it, and the repository beyond the gap. */
async function prepared(linyi: Linyi) {
  const folder = linyi.scratch('gap');
  const [key, signers, target] = [join(folder, 'key'), join(folder, 'signers'), join(folder, 'beyond.git')];
  if (!existsSync(key)) {
    await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'release@champ.example', '-f', key]);
    writeFileSync(signers, `release@champ.example namespaces="champ-bundle" ${readFileSync(`${key}.pub`, 'utf8')}`);
    await must('git', ['init', '--quiet', '--bare', '--initial-branch=main', target]);
  }
  return { folder, key, signers, target };
}
