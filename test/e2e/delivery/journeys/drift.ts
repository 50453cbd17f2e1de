import { eventually } from '../../rig/processes.ts';
import type { Linyi } from '../../rig/linyi.ts';
import { read } from '../state.ts';
import { imageOf, SERVICE } from './image-change.ts';

const MERGE = 'application/merge-patch+json';
const DEPLOYMENT = `/apis/apps/v1/namespaces/core-mbs/deployments/${SERVICE}`;

export function drift(linyi: () => Linyi): void {
  describe('a change by hand', () => {
    it('is taken back', async () => {
      const { api } = linyi().clusters.core.plane;
      const image = await imageOf(linyi());
      const patch = { spec: { template: { spec: { containers: [{ name: 'app', image: image.replace(/@.*/, `@sha256:${'0'.repeat(64)}`) }] } } } };
      expect(await api.ask('PATCH', DEPLOYMENT, patch, 'application/strategic-merge-patch+json')).toMatchObject({ status: 200 });
      await eventually('the image of Git', async () => ((await imageOf(linyi())) === image ? true : undefined), 300);
    }, 400_000);

    it('of what an autoscaler owns stays as the autoscaler wants it', async () => {
      const { api } = linyi().clusters.core.plane;
      const { spec } = await read(linyi().clusters.core, DEPLOYMENT);
      expect(await api.ask('PATCH', DEPLOYMENT, { metadata: { annotations: { 'deployment.kubernetes.io/revision': '99' } } }, MERGE)).toMatchObject({ status: 200 });
      expect((await read(linyi().clusters.core, DEPLOYMENT)).spec['replicas']).toBe(spec['replicas']);
    }, 60_000);
  });
}
