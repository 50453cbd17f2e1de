import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emit, isWhole, planTree, verifyTree } from '../../../engine/emit/index.ts';
import { digestOf, digestOfFile } from '../../../engine/emit/digest.ts';
import { configMap, estate } from '../../fixtures/emit/estate.ts';
import { inFolder } from '../../fixtures/emit/folder.ts';

const KEPT = 'core/core-mbs/configmap.kept.yaml';
const CHANGING = 'core/core-mbs/configmap.changing.yaml';
const afterFirst = (work: (folder: string, out: string) => void) => inFolder((out) => {
  emit(out, [estate(0)]);
  work(join(out, 'linyi'), out);
});

describe('verifyTree', () => {
  test('a tree that was written is whole, and gives its ledger', async () => {
    await afterFirst((folder) => {
      expect(verifyTree(folder)).toEqual({
        isWhole: true, isInterrupted: false, missing: [], changed: [], foreign: [], problems: [], ledger: JSON.parse(estate(0).ledger),
      });
    });
  });

  test('a folder that is missing, empty or of somebody else is not whole', async () => {
    await inFolder((folder) => {
      expect(verifyTree(join(folder, 'none'))).toMatchObject({ isWhole: false, missing: [] });
      expect(isWhole(folder)).toBe(false);
      writeFileSync(join(folder, 'file'), '');
      expect(verifyTree(join(folder, 'file'))).toMatchObject({ isWhole: false, problems: [{ code: 'CHAMP4033' }] });
    });
  });

  test('names the files that are missing, changed, and not part of it', async () => {
    await afterFirst((folder) => {
      rmSync(join(folder, KEPT));
      truncateSync(join(folder, CHANGING), 3);
      writeFileSync(join(folder, 'core/mine'), '');
      expect(verifyTree(folder)).toMatchObject({ isWhole: false, isInterrupted: false, missing: [KEPT], changed: [CHANGING], foreign: ['core/mine'] });
      emit(join(folder, '..'), [estate(0)]);
      expect(verifyTree(folder)).toMatchObject({ isWhole: true, foreign: ['core/mine'] });
    });
  });

  test('a corrupt ledger, or something else in the place of a file, is a problem', async () => {
    await afterFirst((folder) => {
      rmSync(join(folder, KEPT));
      mkdirSync(join(folder, KEPT));
      expect(verifyTree(folder)).toMatchObject({ isWhole: false, problems: [{ code: 'CHAMP4033' }] });
      writeFileSync(join(folder, 'ledger.json'), '{');
      expect(verifyTree(folder)).toMatchObject({ isWhole: false, problems: [{ code: 'CHAMP4020' }] });
    });
  });

  test('a tree that only grows is not whole while it does, although the former ledger is right', async () => {
    await inFolder((out) => {
      const tree = (...names: string[]) => planTree({ environment: 'linyi', objects: names.map((name) => configMap(name)) });
      const seen: string[] = [];
      emit(out, [tree('a')]);
      emit(out, [tree('a', 'b', 'c')], {
        onStep(step) {
          const { isWhole: whole, missing, changed } = verifyTree(join(out, 'linyi'));
          seen.push(`${step} ${whole}`);
          expect([missing, changed]).toEqual([[], []]);
        },
      });
      expect(seen).toEqual(['locked true', 'staged true', 'announced false', 'placed false', 'placed false', 'committed true']);
    });
  });
});

describe('a digest', () => {
  test.each([0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 600_000])('of a file of %i bytes is that of its text', async (length) => {
    await inFolder((folder) => {
      const text = 'x'.repeat(length);
      writeFileSync(join(folder, 'a'), text);
      expect(digestOfFile(join(folder, 'a'))).toBe(digestOf(text));
    });
  });
});
