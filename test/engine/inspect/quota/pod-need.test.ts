import fc from 'fast-check';
import { podTemplates } from '../../../../engine/inspect/index.ts';
import { containerNeed, podNeed, type Need } from '../../../../engine/inspect/quota/pod-need.ts';
import { deployment, type Fields } from '../objects.ts';

const NOTHING: Need = { requests: {}, limits: {} };
const of = (name: string, cpu: number, more: Fields = {}) => ({ name, resources: { requests: { cpu } }, ...more });

function cpuOf(spec: Fields, injected: readonly Need[] = []): number | undefined {
  return podNeed(podTemplates(deployment(spec).manifest)[0]!, NOTHING, injected).requests['cpu'];
}

describe('podNeed', () => {
  it('adds containers and sidecars', () => {
    expect(cpuOf({ containers: [of('a', 1), of('b', 2)], initContainers: [of('s', 4, { restartPolicy: 'Always' })] })).toBe(7);
  });

  it('takes the largest moment of the init phase, beside the sidecars that run by then', () => {
    expect(cpuOf({ containers: [of('a', 1)], initContainers: [of('i', 5)] })).toBe(5);
    expect(cpuOf({ containers: [of('a', 1)], initContainers: [of('s', 2, { restartPolicy: 'Always' }), of('i', 5)] })).toBe(7);
    expect(cpuOf({ containers: [of('a', 1)], initContainers: [of('i', 5), of('s', 2, { restartPolicy: 'Always' })] })).toBe(5);
  });

  it('lets the resources of the pod win, adds overhead and what admission injects', () => {
    expect(cpuOf({ containers: [of('a', 1)], resources: { requests: { cpu: 3 } } })).toBe(3);
    expect(cpuOf({ containers: [of('a', 1)], overhead: { cpu: '250m' } })).toBe(1.25);
    expect(cpuOf({ containers: [of('a', 1)] }, [{ requests: { cpu: 0.5 }, limits: {} }])).toBe(1.5);
  });

  it('never counts less than its containers together', () => {
    const container = fc.record({ cpu: fc.nat(8), role: fc.constantFrom('main', 'init', 'sidecar') });
    fc.assert(
      fc.property(fc.array(container, { minLength: 1 }), (all) => {
        const named = all.map(({ cpu, role }, index) => ({ role, container: of(`c${index}`, cpu, role === 'sidecar' ? { restartPolicy: 'Always' } : {}) }));
        const spec = { containers: named.filter((each) => each.role === 'main').map((each) => each.container), initContainers: named.filter((each) => each.role !== 'main').map((each) => each.container) };
        const lasting = all.filter((each) => each.role !== 'init').reduce((sum, each) => sum + each.cpu, 0);
        expect(cpuOf(spec) ?? 0).toBeGreaterThanOrEqual(lasting);
        expect(cpuOf(spec) ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...all.map((each) => each.cpu)));
      }),
    );
  });
});

describe('containerNeed', () => {
  it('takes the own limit for a missing request, before the default', () => {
    const defaults: Need = { requests: { cpu: 0.1, memory: 5 }, limits: { memory: 9 } };
    expect(containerNeed({ resources: { limits: { cpu: '2' } } }, defaults)).toEqual({ requests: { cpu: 2, memory: 5 }, limits: { cpu: 2, memory: 9 } });
  });
});
