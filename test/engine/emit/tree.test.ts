import { createHash } from 'node:crypto';
import { planTree } from '../../../engine/emit/index.ts';
import type { RenderedObject } from '../../../engine/manifest.ts';
import { configMap, estate } from '../../fixtures/emit/estate.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';

const plan = (...objects: RenderedObject[]) => planTree({ environment: 'linyi', objects });
const file = (path: string, content: unknown = {}) => ({ file: path, content, path: `linyi/${path}`, source: '' });

describe('planTree', () => {
  test('gives every object the file <zone>/<application>/<kind>.<name>.yaml with its bytes and hash', () => {
    const tree = plan(configMap('config', { key: '医保' }));
    expect([...tree.files.keys()]).toEqual(['core/core-mbs/configmap.config.yaml']);
    const planned = tree.files.get('core/core-mbs/configmap.config.yaml')!;
    expect(planned).toMatchObject({
      content: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: config\n  namespace: core-mbs\ndata:\n  key: 医保\n',
      hash: `sha256:${createHash('sha256').update(planned.content).digest('hex')}`,
      bytes: Buffer.byteLength(planned.content),
      path: 'linyi/core/mbs/config', source: 'apps/mbs.ts:1',
      object: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'core-mbs', name: 'config' },
    });
  });

  test('tells what every namespace has by its namespace, where a folder holds those of several', () => {
    const own = configMap('default');
    const other = { ...own, manifest: { ...own.manifest, metadata: { name: 'default', namespace: 'core-other' } } };
    expect([...plan(own, other).files.keys()]).toEqual(['core/core-mbs/configmap.core-other.default.yaml', 'core/core-mbs/configmap.default.yaml']);
  });

  test('prints the data of a rendered file as YAML and takes its text as it is', () => {
    const tree = planTree({ environment: 'linyi', objects: [], files: [file('core/control-plane/flags.txt', '--a\n--b'), file('core/a.yaml', { on: true })] });
    expect([...tree.files.values()].map((each) => [each.file, each.content])).toEqual([
      ['core/a.yaml', '"on": true\n'],
      ['core/control-plane/flags.txt', '--a\n--b'],
    ]);
  });

  test('the same input in another order gives the same tree', () => {
    const objects = ['b', 'a', 'c'].map((name) => configMap(name));
    const [one, other] = [plan(...objects), plan(...objects.reverse())];
    expect(one).toEqual(other);
    expect([...one.files.keys()]).toEqual([...other.files.keys()]);
    expect(estate(0).ledger).toBe(estate(0).ledger);
  });

  test('refuses two objects for one file, and names the holder', () => {
    const twin = configMap('a', {}, { path: 'linyi/other' });
    expect(problemsOf(() => plan(configMap('a'), twin, configMap('b')))).toMatchObject([
      { code: 'CHAMP4010', where: 'v1/ConfigMap core-mbs/a', args: { file: 'core/core-mbs/configmap.a.yaml', value: 'v1/ConfigMap core-mbs/a' } },
    ]);
  });

  test('refuses paths that differ in letter case only, of files and of folders', () => {
    expect(problemsOf(() => plan(configMap('a'), configMap('A')))).toMatchObject([{ code: 'CHAMP4011', args: { value: 'core/core-mbs/configmap.a.yaml' } }]);
    expect(problemsOf(() => plan(configMap('a'), configMap('b', {}, { zone: 'Core' })))).toMatchObject([{ code: 'CHAMP4011', args: { file: 'Core', value: 'core' } }]);
  });

  test('refuses a path that is a file and a folder, whichever comes first', () => {
    const files = [file('core/a.txt', ''), file('core/a.txt/b.txt', '')];
    for (const order of [files, [...files].reverse()]) {
      expect(problemsOf(() => planTree({ environment: 'linyi', objects: [], files: order }))).toMatchObject([{ code: 'CHAMP4013' }]);
    }
  });

  test.each([
    '..', '.', '', 'a/b', '../../etc', 'a\\b', 'a b', '.hidden', 'a.', 'con', 'NUL.txt', 'com1', 'ledger.json', 'a\0', '医保', 'x'.repeat(201), '-a', 'C:',
  ])('refuses the unsafe path part %j', (part) => {
    expect(problemsOf(() => plan(configMap('a', {}, { zone: part })))).toMatchObject([{ code: 'CHAMP4012', args: { value: JSON.stringify(part) } }]);
  });

  test('refuses unsafe names, applications, rendered files and environments, all at once', () => {
    const input = {
      environment: '..', objects: [configMap('a:b'), configMap('c', {}, { application: '../x' }), configMap('n'.repeat(253))],
      files: [file('/etc/passwd', ''), file('ledger.json', ''), file('core//a', ''), file('../x', '')],
    };
    expect(problemsOf(() => planTree(input)).map((each) => [each.code, each.args['value']?.slice(0, 20)])).toEqual(expect.arrayContaining([
      ['CHAMP4012', '..'], ['CHAMP4012', '"configmap.a:b.yaml"'], ['CHAMP4012', '"../x"'], ['CHAMP4012', '"configmap.nnnnnnnnn'],
      ['CHAMP4012', '""'], ['CHAMP4012', '"ledger.json"'], ['CHAMP4012', '".."'],
    ]));
  });

  test('refuses data in a file whose extension says no format, and what cannot be printed', () => {
    const found = problemsOf(() => planTree({
      environment: 'linyi', objects: [configMap('a', { key: NaN as never }), configMap('b', { key: Infinity as never })], files: [file('core/a.conf', {})],
    }));
    expect(found).toMatchObject([
      { code: 'CHAMP4001', where: 'v1/ConfigMap core-mbs/a', args: { path: 'data.key' } },
      { code: 'CHAMP4001', where: 'v1/ConfigMap core-mbs/b' },
      { code: 'CHAMP4007', where: 'linyi/core/a.conf', args: { value: '.conf' } },
    ]);
  });
});
