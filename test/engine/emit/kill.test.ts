import { join } from 'node:path';
import { emit, isWhole, readLedger, verifyTree, type Step } from '../../../engine/emit/index.ts';
import { runEmit, startEmit } from '../../fixtures/emit/child.ts';
import { estate } from '../../fixtures/emit/estate.ts';
import { contentOf, inFolder } from '../../fixtures/emit/folder.ts';

jest.setTimeout(60_000);

/** The steps of a run that makes version `to` of version `from`. */
async function stepsOf(from: number, to: number): Promise<Step[]> {
  const steps: Step[] = [];
  await inFolder((out) => {
    emit(out, [estate(from)]);
    emit(out, [estate(to)], { onStep: (step) => steps.push(step) });
  });
  return steps;
}

/** What a run in an untouched folder leaves. */
async function cleanContent(version: number, size = 0): Promise<Record<string, string>> {
  let content = {};
  await inFolder((out) => {
    emit(out, [estate(version, size)]);
    content = contentOf(out);
  });
  return content;
}

/** If the folder claims to be whole, it is exactly one of the versions; says which. */
function wholeVersion(out: string, versions: readonly number[], size = 0): number | undefined {
  const folder = join(out, 'linyi');
  if (!isWhole(folder)) return undefined;
  const content = contentOf(folder);
  const version = versions.find((each) => estate(each, size).ledger === content['ledger.json']);
  for (const { file, content: expected } of estate(version!, size).files.values()) expect(content[file]).toBe(expected);
  return version;
}

describe('a run that is killed', () => {
  test('at any step leaves the former tree, the new one, or a tree that says it is neither; the next run mends it', async () => {
    const steps = await stepsOf(0, 1);
    expect(new Set(steps)).toEqual(new Set(['locked', 'staged', 'announced', 'removed', 'placed', 'committed']));
    const clean = await cleanContent(2);
    for (const [killAt, step] of steps.entries()) {
      await inFolder((out) => {
        emit(out, [estate(0)]);
        expect(runEmit(out, 0, [1], killAt)).toBe('SIGKILL');
        const expected = step === 'locked' || step === 'staged' ? 0 : step === 'committed' ? 1 : undefined;
        expect([step, wholeVersion(out, [0, 1])]).toEqual([step, expected]);
        expect(readLedger(join(out, 'linyi'))?.environment).toBe('linyi');

        const [report] = emit(out, [estate(2)]);
        expect(report).toMatchObject({ foreign: [], restored: [], warnings: [] });
        expect(contentOf(out)).toEqual(clean);
      });
    }
  });

  test('in an empty folder leaves no tree that passes as whole before it is', async () => {
    const clean = await cleanContent(1);
    for (const killAt of [0, 1, 2, 4]) {
      await inFolder((out) => {
        expect(runEmit(out, 0, [1], killAt)).toBe('SIGKILL');
        expect(verifyTree(join(out, 'linyi')).isWhole).toBe(false);
        emit(out, [estate(1)]);
        expect(contentOf(out)).toEqual(clean);
      });
    }
  });

  test('again and again, in runs that mean different trees, leaves nothing behind that is not removed in the end', async () => {
    const clean = await cleanContent(5);
    for (const kills of [[3, 3, 3], [6, 4, 2], [7, 5, 7]]) {
      await inFolder((out) => {
        emit(out, [estate(0)]);
        kills.forEach((killAt, index) => {
          runEmit(out, 0, [index + 1], killAt);
          wholeVersion(out, [0, 1, 2, 3]);
        });
        const [report] = emit(out, [estate(5)]);
        expect(report).toMatchObject({ foreign: [], restored: [] });
        expect(contentOf(out)).toEqual(clean);
      });
    }
  });

  test('from outside at a random moment leaves a tree that the next run mends', async () => {
    const size = 150;
    const clean = await cleanContent(9, size);
    const moments = [3, 11, 23, 41, 67];
    for (const milliseconds of moments) {
      await inFolder(async (out) => {
        emit(out, [estate(0, size)]);
        const versions = Array.from({ length: 400 }, (_, index) => index % 4);
        const child = startEmit(out, size, versions);
        await new Promise((resolve) => child.stdout?.once('data', resolve));
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
        child.kill('SIGKILL');
        expect(await ended).toBe('SIGKILL');
        wholeVersion(out, [0, 1, 2, 3], size);
        const [report] = emit(out, [estate(9, size)]);
        expect(report).toMatchObject({ foreign: [], restored: [] });
        expect(contentOf(out)).toEqual(clean);
      });
    }
  });

  test('keeps its lock, which the next run takes over', async () => {
    await inFolder((out) => {
      runEmit(out, 0, [1], 0);
      expect(Object.keys(contentOf(out))).toEqual(['.champ-linyi.lock']);
      expect(emit(out, [estate(1)], { waitMs: 0 })).toMatchObject([{ environment: 'linyi' }]);
      expect(contentOf(out)).not.toHaveProperty(['.champ-linyi.lock']);
    });
  });
});

describe('two runs at once', () => {
  test('take turns: the tree is one of the two, whole', async () => {
    await inFolder(async (out) => {
      const runs = [startEmit(out, 60, [0, 2, 0, 2, 0, 2, 4, 6]), startEmit(out, 60, [1, 3, 1, 3, 1, 3, 5, 7])];
      const codes = await Promise.all(runs.map((child) => new Promise((resolve) => child.once('exit', resolve))));
      expect(codes).toEqual([0, 0]);
      expect([6, 7]).toContain(wholeVersion(out, [6, 7], 60));
    });
  });
});
