import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emit, isWhole, planTree, verifyTree, type Step } from '../../../engine/emit/index.ts';
import { emitCommand, runEmit } from '../../fixtures/emit/child.ts';
import { configMap, estate } from '../../fixtures/emit/estate.ts';
import { contentOf, inFolder } from '../../fixtures/emit/folder.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';

const CHANGING = 'core/core-mbs/configmap.changing.yaml';

/** Runs `work` on `<out>` with version 0 in it and a folder outside that nobody may touch. */
const inEstate = (work: (out: string, folder: string, outside: string) => void) => inFolder((parent) => {
  const [out, outside] = [join(parent, 'dist'), join(parent, 'outside')];
  emit(out, [estate(0)]);
  mkdirSync(outside);
  writeFileSync(join(outside, 'precious'), 'mine');
  work(out, join(out, 'linyi'), outside);
  expect(contentOf(outside)).toEqual({ precious: 'mine' });
});

function without(folder: string, file: string): string {
  rmSync(join(folder, file), { recursive: true, force: true });
  return join(folder, file);
}

describe('emit refuses, and leaves the former tree as it was', () => {
  test.each([CHANGING, 'core/core-mbs', 'core', 'ledger.json', '.champ-staging', '.ledger.pending-1.json', ''])('a symbolic link at "%s"', async (file) => {
    await inEstate((out, folder, outside) => {
      const path = without(folder, file);
      symlinkSync(file.endsWith('.yaml') || file.endsWith('.json') ? join(outside, 'precious') : outside, path.replace(/\/$/, ''));
      const before = contentOf(out);
      expect(problemsOf(() => emit(out, [estate(1)]))).toMatchObject([{ code: 'CHAMP4032', where: path.replace(/\/$/, '') }]);
      expect(contentOf(out)).toEqual(before);
      expect(verifyTree(folder).isWhole).toBe(false);
    });
  });

  test('a folder, a file or a special file in the way, all in one run', async () => {
    await inEstate((out, folder) => {
      mkdirSync(without(folder, CHANGING));
      writeFileSync(without(folder, 'core/app-0'), '');
      expect(spawnSync('mkfifo', [without(folder, 'core/core-mbs/configmap.kept.yaml')]).status).toBe(0);
      expect(problemsOf(() => emit(out, [estate(0)])).map(({ code, where, args }) => [code, where, args['value'], args['allowed']])).toEqual([
        ['CHAMP4033', join(folder, 'core/app-0'), 'file', 'folder'],
        ['CHAMP4033', join(folder, CHANGING), 'folder', 'file'],
        ['CHAMP4033', join(folder, 'core/core-mbs/configmap.kept.yaml'), 'special file', 'file'],
      ]);
    });
  });

  test('every environment when one is refused', async () => {
    await inEstate((out, _, outside) => {
      symlinkSync(outside, join(out, 'other'));
      const before = contentOf(join(out, 'linyi'));
      expect(problemsOf(() => emit(out, [estate(1), planTree({ environment: 'other', objects: [configMap('a')] })]))).toMatchObject([{ code: 'CHAMP4032' }]);
      expect(contentOf(join(out, 'linyi'))).toEqual(before);
      expect(readdirSync(out).sort()).toEqual(['linyi', 'other']);
    });
  });

  test('an environment that appears twice', async () => {
    await inFolder((out) => {
      expect(problemsOf(() => emit(out, [estate(0), estate(1)]))).toMatchObject([{ code: 'CHAMP4014', args: { value: 'linyi' } }]);
      expect(readdirSync(out)).toEqual([]);
    });
  });

  test('a full disk', async () => {
    await inFolder((out) => {
      runEmit(out, 0, [0]);
      const before = contentOf(out);
      // the limit on the size of a file stands in for the disk: the ledger of 2,000 files is over it
      const { stderr, status } = spawnSync('sh', ['-c', 'ulimit -f 128; exec "$@"', 'sh', ...emitCommand(out, 2000, [1])], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([1, expect.stringContaining('CHAMP4034')]);
      expect(contentOf(out)).toEqual(before);
      expect(isWhole(join(out, 'linyi'))).toBe(true);
    });
  });

  test('a folder that may not be written', async () => {
    await inEstate((out) => {
      const before = contentOf(out);
      chmodSync(join(out, '..'), 0o755);
      chmodSync(out, 0o555);
      try {
        asSomebody(() => expect(problemsOf(() => emit(out, [estate(1)]))).toMatchObject([{ code: 'CHAMP4035', args: { value: 'EACCES' } }]));
      } finally {
        chmodSync(out, 0o755);
      }
      expect(contentOf(out)).toEqual(before);
    });
  });

  test('an output folder that is a file', async () => {
    await inEstate((out, _, outside) => {
      expect(problemsOf(() => emit(join(outside, 'precious'), [estate(0)]))).toMatchObject([{ code: 'CHAMP4036', where: join(outside, 'precious'), args: { value: 'EEXIST' } }]);
      expect(problemsOf(() => emit(join(outside, 'precious', 'x'), [estate(0)]))).toMatchObject([{ code: 'CHAMP4036', args: { value: 'ENOTDIR' } }]);
      expect(readdirSync(out)).toEqual(['linyi']);
    });
  });
});

describe('emit that fails half way', () => {
  const failAt = (out: string, failing: Step, version = 1) => () => emit(out, [estate(version)], {
    onStep(step) {
      if (step === failing) throw new Error(`failed at ${step}`);
    },
  });

  test.each<[Step, boolean]>([['locked', true], ['staged', true], ['announced', false], ['removed', false], ['placed', false], ['committed', true]])(
    'at %s releases its lock and leaves a tree of which whole is %s', async (step, expected) => {
      await inEstate((out, folder) => {
        expect(failAt(out, step)).toThrow(`failed at ${step}`);
        expect(readdirSync(out)).toEqual(['linyi']);
        expect(isWhole(folder)).toBe(expected);
        emit(out, [estate(1)]);
        expect(isWhole(folder)).toBe(true);
        expect(readdirSync(folder).sort()).toEqual(['core', 'ledger.json']);
      });
    },
  );

  test('stops when its lock is taken away, before the tree changes', async () => {
    await inEstate((out, folder) => {
      const found = problemsOf(() => emit(out, [estate(1)], {
        onStep(step) {
          if (step === 'locked') renameSync(join(out, '.champ-linyi.lock'), join(out, 'taken'));
        },
      }));
      expect(found).toMatchObject([{ code: 'CHAMP4031', where: join(out, '.champ-linyi.lock') }]);
      expect(verifyTree(folder)).toMatchObject({ isWhole: true, foreign: [] });
      expect(readFileSync(join(folder, 'ledger.json'), 'utf8')).toBe(estate(0).ledger);
    });
  });
});

/** Runs `work` without the rights of root, which no file mode stops. */
function asSomebody(work: () => void): void {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    work();
  } finally {
    process.seteuid?.(0);
  }
}
