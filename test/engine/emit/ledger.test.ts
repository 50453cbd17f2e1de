import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFiles, planTree, readLedger } from '../../../engine/emit/index.ts';
import { configMap, estate } from '../../fixtures/emit/estate.ts';
import { inFolder } from '../../fixtures/emit/folder.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';

const HASH = `sha256:${'0'.repeat(64)}`;
const row = { file: 'core/a/configmap.a.yaml', apiVersion: 'v1', kind: 'ConfigMap', name: 'a', hash: HASH, path: 'p', source: '' };
const ledger = (objects: unknown[], files: unknown[] = []) => JSON.stringify({ version: 1, environment: 'linyi', objects, files });

describe('the ledger', () => {
  test('lists every file with its object, hash, construct path and source, one line each, sorted by file', () => {
    const { ledger: text, files } = estate(0);
    const found = JSON.parse(text);
    expect(found).toMatchObject({ version: 1, environment: 'linyi', files: [{ file: 'core/control-plane/audit-policy.yaml', path: 'linyi/core' }] });
    expect(found.objects[0]).toEqual({
      file: 'core/app-0/configmap.only-0.yaml', apiVersion: 'v1', kind: 'ConfigMap', namespace: 'core-mbs', name: 'only-0',
      hash: files.get('core/app-0/configmap.only-0.yaml')!.hash, path: 'linyi/core/mbs/only-0', source: 'apps/mbs.ts:1',
    });
    const names = found.objects.map((each: { file: string }) => each.file);
    expect(names).toEqual([...names].sort());
    expect(text.split('\n').filter((line) => line.includes('"file":'))).toHaveLength(files.size);
  });

  test('leaves out the namespace of an object that has none', () => {
    const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'core-mbs' } };
    const { ledger: text } = planTree({ environment: 'linyi', objects: [configMap('a', {}, { manifest })] });
    expect(JSON.parse(text).objects[0]).not.toHaveProperty('namespace');
  });

  test('is read back as it was written', async () => {
    await inFolder((folder) => {
      expect(readLedger(folder)).toBeUndefined();
      writeFileSync(join(folder, 'ledger.json'), estate(0).ledger);
      const found = readLedger(folder)!;
      expect(found).toEqual(JSON.parse(estate(0).ledger));
      expect(ledgerFiles(found).map((each) => each.file).sort()).toEqual([...estate(0).files.keys()]);
    });
  });

  test.each([
    ['not JSON', '{"version":1,'], ['empty', ''], ['binary', '\0\u0001'], ['another shape', '[]'], ['null', 'null'],
    ['a later version', JSON.stringify({ version: 2, environment: 'linyi', objects: [], files: [] })],
    ['no environment', JSON.stringify({ version: 1, objects: [], files: [] })],
    ['no lists', JSON.stringify({ version: 1, environment: 'linyi' })],
    ['a row that is none', ledger([null])], ['a row without hash', ledger([{ ...row, hash: undefined }])], ['a hash of another kind', ledger([{ ...row, hash: 'md5:1' }])],
    ['a path out of the folder', ledger([{ ...row, file: '../../etc/passwd' }])], ['an absolute path', ledger([], [{ ...row, file: '/etc/passwd' }])],
    ['its own name', ledger([], [{ ...row, file: 'ledger.json' }])], ['a file twice', ledger([row, row])],
    ['deep nesting', '['.repeat(200_000)],
  ])('that holds %s is refused with a way to mend it', async (_, text) => {
    await inFolder((folder) => {
      writeFileSync(join(folder, 'ledger.json'), text);
      expect(problemsOf(() => readLedger(folder))).toMatchObject([{ code: 'CHAMP4020', where: join(folder, 'ledger.json') }]);
    });
  });

  test('of 300 MB is refused without being read', async () => {
    await inFolder((folder) => {
      mkdirSync(join(folder, 'x'));
      writeFileSync(join(folder, 'x', 'ledger.json'), '');
      truncateSync(join(folder, 'x', 'ledger.json'), 300 * 2 ** 20);
      expect(problemsOf(() => readLedger(join(folder, 'x')))).toMatchObject([{ code: 'CHAMP4020', args: { value: '314572800 bytes' } }]);
    });
  });
});
