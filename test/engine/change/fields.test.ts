import fc from 'fast-check';
import { fieldChanges } from '../../../engine/change/index.ts';

const paths = (before: unknown, after: unknown): readonly string[] => fieldChanges(before, after).map(({ field }) => field);

describe('fields that changed', () => {
  test('names each field by its path, with what it was and is, in the order of a manifest', () => {
    const before = { spec: { replicas: 2, paused: true }, metadata: { labels: { 'app.kubernetes.io/name': 'a' } } };
    const after = { metadata: { labels: { 'app.kubernetes.io/name': 'b' } }, spec: { replicas: 3, strategy: { type: 'Recreate' } } };
    expect(fieldChanges(before, after)).toEqual([
      { field: 'metadata.labels["app.kubernetes.io/name"]', before: 'a', after: 'b' },
      { field: 'spec.paused', before: true },
      { field: 'spec.replicas', before: 2, after: 3 },
      { field: 'spec.strategy', after: { type: 'Recreate' } },
    ]);
  });

  test('does not tell the order of keys, and tells null and absence apart', () => {
    expect(paths({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toEqual([]);
    expect(fieldChanges({ a: null }, {})).toEqual([{ field: 'a', before: null }]);
    expect(fieldChanges({ a: '1' }, { a: 1 })).toEqual([{ field: 'a', before: '1', after: 1 }]);
  });

  test.each([
    ['containers by name', 'containers', [{ name: 'app', image: 'a' }, { name: 'log', image: 'l' }], [{ name: 'log', image: 'l' }, { name: 'app', image: 'b' }], ['containers', 'containers[app].image']],
    ['ports without names by number and protocol', 'ports', [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53 }], [{ containerPort: 53, protocol: 'UDP', hostPort: 1 }, { containerPort: 53 }], ['ports[53/UDP].hostPort']],
    ['mounts by path', 'volumeMounts', [{ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/b' }], [{ name: 'v', mountPath: '/a', readOnly: true }, { name: 'v', mountPath: '/b' }], ['volumeMounts[/a].readOnly']],
    ['claim templates by their own name', 'volumeClaimTemplates', [{ metadata: { name: 'data' }, spec: { a: 1 } }], [{ metadata: { name: 'data' }, spec: { a: 2 } }], ['volumeClaimTemplates[data].spec.a']],
    ['tolerations by key', 'tolerations', [{ key: 'k', effect: 'NoExecute' }], [{ key: 'k', effect: 'NoSchedule' }, { key: 'l' }], ['tolerations[k/NoSchedule]', 'tolerations[l]', 'tolerations[k/NoExecute]']],
    ['entries of the vault by their key', 'data', [{ secretKey: 'a', remoteRef: { key: 'x' } }], [{ secretKey: 'a', remoteRef: { key: 'y' } }], ['data[a].remoteRef.key']],
    ['subjects by kind, namespace and name', 'subjects', [{ kind: 'Group', name: 'ops' }], [{ kind: 'Group', name: 'ops' }, { kind: 'User', name: 'ops' }], ['subjects[User/ops]']],
    ['targets of an autoscaler by what they measure', 'metrics', [{ type: 'Resource', resource: { name: 'cpu', target: 60 } }], [{ type: 'Resource', resource: { name: 'cpu', target: 70 } }], ['metrics[Resource/cpu].resource.target']],
  ])('matches %s', (_, list, before, after, expected) => {
    expect(paths({ [list]: before }, { [list]: after })).toEqual(expected);
  });

  test('matches rules by content, so that one in between does not change those behind it', () => {
    const rule = (resource: string, ...verbs: readonly string[]) => ({ apiGroups: [''], resources: [resource], verbs });
    expect(fieldChanges({ rules: [rule('pods', 'get'), rule('services', 'get')] }, { rules: [rule('pods', 'get'), rule('secrets', 'get'), rule('services', 'get')] }))
      .toEqual([{ field: 'rules[1]', after: rule('secrets', 'get') }]);
    expect(fieldChanges({ rules: [rule('pods', 'get'), rule('services', 'get')] }, { rules: [rule('services', 'get'), rule('pods', 'get', 'create')] }))
      .toEqual([{ field: 'rules[1].verbs[1]', after: 'create' }]);
  });

  test('tells which rule went even where another one of that place came', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((from) => ({ from: [{ podSelector: { matchLabels: { from } } }] }));
    expect(paths({ ingress: [a, b, c] }, { ingress: [b] })).toEqual(['ingress[0]', 'ingress[2]']);
    expect(paths({ x: [[1], [2], [3]] }, { x: [[4]] })).toEqual(['x[0]', 'x[was 0]', 'x[1]', 'x[2]']);
  });

  test('takes scalars for a set and tells what came and went by place; an order that changed is told with the list', () => {
    expect(fieldChanges({ verbs: ['get', 'list'] }, { verbs: ['get', 'list', 'watch'] })).toEqual([{ field: 'verbs[2]', after: 'watch' }]);
    expect(fieldChanges({ args: ['--a=1', '--b'] }, { args: ['--a=2', '--b'] })).toEqual([{ field: 'args[0]', before: '--a=1', after: '--a=2' }]);
    expect(fieldChanges({ args: ['a', 'a'] }, { args: ['a'] })).toEqual([{ field: 'args[1]', before: 'a' }]);
    expect(fieldChanges({ args: ['a', 'b'] }, { args: ['b', 'a'] })).toEqual([{ field: 'args', before: ['a', 'b'], after: ['b', 'a'] }]);
  });

  test('tells an order of named elements by their names', () => {
    expect(fieldChanges({ initContainers: [{ name: 'a' }, { name: 'b' }] }, { initContainers: [{ name: 'b' }, { name: 'a' }] }))
      .toEqual([{ field: 'initContainers', before: ['a', 'b'], after: ['b', 'a'] }]);
  });

  test('tells a part that one side lacks, or that is of another type, as one field', () => {
    expect(fieldChanges({ a: { b: 1 } }, { a: [1] })).toEqual([{ field: 'a', before: { b: 1 }, after: [1] }]);
    expect(paths({}, { livenessProbe: { httpGet: { path: '/' } } })).toEqual(['livenessProbe']);
  });

  test('tells each element of a list, and each entry of labels, data and amounts, where the other side has none at all', () => {
    expect(fieldChanges({}, { containers: [{ name: 'a', env: [{ name: 'x' }] }] })).toEqual([{ field: 'containers[a]', after: { name: 'a', env: [{ name: 'x' }] } }]);
    expect(paths({ metadata: { labels: { a: '1', b: '2' } } }, { metadata: {} })).toEqual(['metadata.labels.a', 'metadata.labels.b']);
    expect(paths({}, { resources: { limits: { cpu: 1 } }, args: ['a'], empty: [], labels: {} })).toEqual(['args[0]', 'empty', 'labels', 'resources.limits.cpu']);
  });

  test('is bounded: a thousand differences below a field are one, deep and huge values take no time', () => {
    const many = (value: number) => Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, value]));
    expect(paths({ data: many(1), kind: 'a' }, { data: many(2), kind: 'b' })).toEqual(['kind', 'data']);
    let [before, after]: [unknown, unknown] = [1, 2];
    for (let level = 0; level < 5000; level++) [before, after] = [{ a: before }, { a: after }];
    expect(fieldChanges(before, after)).toHaveLength(0);
    const list = (length: number) => Array.from({ length }, (_, index) => ({ a: [index] }));
    expect(paths({ rows: list(20_000) }, { rows: list(20_001) })).toEqual(['rows[20000]']);
  });

  test('tells no field twice, nothing of equal data, and something of any other', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.constantFrom(1, 'a', 'b', null, true), fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(fc.constantFrom('name', 'rules', 'a.b', 'key'), tie('any'), { maxKeys: 4, noNullPrototype: true })),
    })).any;
    fc.assert(fc.property(value, value, (before, after) => {
      expect(fieldChanges(before, structuredClone(before))).toEqual([]);
      const found = paths(before, after);
      expect(new Set(found).size).toBe(found.length);
      expect(found.length > 0).toBe(!isSame(before, after));
    }), { numRuns: 300 });
  });
});

const isSame = (a: unknown, b: unknown): boolean => {
  try {
    expect(a).toStrictEqual(b);
    return true;
  } catch {
    return false;
  }
};
