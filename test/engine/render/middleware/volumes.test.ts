import { podOf, rendered, workloadPart, type Loose } from '../../../fixtures/middleware.ts';

const pod = (own: Parameters<typeof workloadPart>[0]): Loose => podOf(rendered([workloadPart(own)]).find('StatefulSet', 'store'));

it('always has a bounded /tmp', () => {
  const { volumes, containers } = pod({});
  expect(volumes).toContainEqual({ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } });
  expect(containers[0].volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/tmp' });
});

it('takes the size of /tmp that the part gives', () => {
  expect(pod({ writable: [{ path: '/tmp', size: '2Gi' }] }).volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '2Gi' } }]);
});

it('keeps names of volumes apart when paths differ in signs only', () => {
  const { volumes } = pod({ writable: [{ path: '/var/a.b', size: '1Mi' }, { path: '/var/a-b', size: '1Mi' }] });
  expect(volumes.map((each: Loose) => each.name)).toEqual(['tmp', 'scratch-var-a-b', 'scratch-var-a-b-2']);
});

it('makes valid names of long paths', () => {
  const { volumes } = pod({ writable: [{ path: `/${'long/'.repeat(30)}`, size: '1Mi' }] });
  for (const { name } of volumes) expect(name).toMatch(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/);
});

it('mounts secrets read-only for the group of the pod, each once', () => {
  const { volumes, containers } = pod({ secrets: [{ secret: 'store-auth', path: '/run/auth' }, { secret: 'store-auth', path: '/run/more' }] });
  expect(volumes).toContainEqual({ name: 'secret-store-auth', secret: { secretName: 'store-auth', defaultMode: 0o440 } });
  expect(volumes.filter((each: Loose) => each.secret)).toHaveLength(1);
  expect(containers[0].volumeMounts).toEqual(expect.arrayContaining([
    { name: 'secret-store-auth', mountPath: '/run/auth', readOnly: true }, { name: 'secret-store-auth', mountPath: '/run/more', readOnly: true },
  ]));
});

it('gives every container of the pod the same mounts', () => {
  const { initContainers, containers } = pod({
    storage: { size: '1Gi', path: '/data' },
    secrets: [{ secret: 'store-auth', path: '/run/auth' }],
    init: [{ name: 'prepare', image: 'store', command: ['true'] }],
    sidecars: [{ name: 'exporter', image: 'exporter', ports: [], sizing: workloadPart().sizing }],
  });
  const paths = (container: Loose) => container.volumeMounts.map((each: Loose) => each.mountPath);
  expect(paths(initContainers[0])).toEqual(['/data', '/tmp', '/run/auth']);
  expect(paths(containers[0])).toEqual(['/data', '/tmp', '/run/auth']);
  expect(paths(containers[1])).toEqual(['/data', '/tmp', '/run/auth']);
});
