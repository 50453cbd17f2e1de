import { join } from 'node:path';
import { run } from '../../rig/estate.ts';
import type { Linyi } from '../../rig/linyi.ts';

const ROOT = join(__dirname, '..', '..', '..', '..');

export function types(linyi: () => Linyi): void {
  describe('the client of ArgoCD', () => {
    it('is typed by what the running server says of itself', async () => {
      const { url } = linyi().clusters.core.argocd;
      const { exit, out, err } = await run('node', ['--require', 'tsx/cjs', join(ROOT, 'engine', 'argocd', 'types', 'generate.ts'), '--from', `${url}/swagger.json`, '--check']);
      expect({ exit, said: `${out}${err}` }).toMatchObject({ exit: 0 });
    }, 300_000);
  });
}
