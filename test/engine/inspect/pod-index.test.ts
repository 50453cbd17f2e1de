import { Estate } from '../../../engine/inspect/estate.ts';
import { container, deployment, LABELS } from './objects.ts';

const SELECTOR = { matchLabels: LABELS };

describe('PodIndex', () => {
  it('knows the pods of a workload with the ports of its lasting containers', () => {
    const init = [{ name: 'a', ports: [{ name: 'gone', containerPort: 1 }] }, { name: 'b', restartPolicy: 'Always', ports: [{ containerPort: 2 }] }];
    const { pods } = new Estate([deployment({ initContainers: init, containers: [container()] })], {});
    expect(pods.select('core', 'core-mbs', SELECTOR)).toMatchObject([{ owner: 'Deployment hsa-mbs', ports: [2, 'http', 8080] }]);
    expect(pods.has('public', 'core-mbs', SELECTOR)).toBe(false);
  });

  it('adds the pods of the facts, in every zone when they have none', () => {
    const { pods } = new Estate([], { pods: [{ namespace: 'kube-system', labels: { a: 'b' } }] });
    expect(pods.has('any', 'kube-system', { matchLabels: { a: 'b' } })).toBe(true);
    expect([pods.knows('any', 'kube-system'), pods.knows('any', 'other')]).toEqual([true, false]);
  });
});
